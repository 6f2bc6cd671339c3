// Reads any JSON as it streams in, one character at a time, forgiving what models get wrong, and gives the objects of its list.
import type { JsonString } from './jsonString';
import { scanJson, type JsonScanner } from './scanJson';

interface Frame {
  readonly kind: 'object' | 'array';
  /**
   * `wrapper`: an object around the list (the root, or in a wrapper). `list`: an array whose objects are items.
   * `part`: anything in an item, and what stands beside the list.
   */
  readonly role: 'wrapper' | 'list' | 'item' | 'part';
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  bareKeys: boolean;
  /** Of an object its properties, of an array its members. */
  properties: Map<string, unknown>;
  members: unknown[];
  /** About how many characters it holds; more than the most, and it is dropped. */
  size: number;
  /** An item was found in it: then it is no item itself. */
  holdsItems: boolean;
}

/** An item larger than this is the model in a loop. In UTF-16 units, with a little for each value. */
const MOST_SIZE = 64_000;
const VALUE_SIZE = 8;
const MISSING: unique symbol = Symbol('missing');

function roleOf(char: string, parent: Frame | undefined, inner: ReadonlySet<string>): Frame['role'] {
  const inWrapper = parent === undefined || (parent.role === 'wrapper' && !inner.has(parent.key.toLowerCase()));
  if (char === '[') {
    return inWrapper || parent.role === 'list' ? 'list' : 'part';
  }
  return parent?.role === 'list' ? 'item' : inWrapper ? 'wrapper' : 'part';
}

function newFrame(char: string, parent: Frame | undefined, inner: ReadonlySet<string>): Frame {
  const kind = char === '[' ? 'array' : 'object';
  const role = roleOf(char, parent, inner);
  return { kind, role, expects: kind === 'array' ? 'value' : 'key', key: '', bareKeys: false, properties: new Map(), members: [], size: 0, holdsItems: false };
}

/** Puts a value where it belongs. */
function place(frame: Frame, value: unknown, size: number): void {
  frame.expects = 'comma';
  frame.size += size + VALUE_SIZE;
  if (frame.size > MOST_SIZE) {
    frame.properties.clear();
    frame.members = [];
  } else if (value === MISSING) {
    return;
  } else if (frame.kind === 'array') {
    frame.members.push(value);
  } else {
    frame.properties.set(frame.key, value);
  }
}

/** What a number or a literal says; MISSING when it is neither. */
function wordValue(word: string): unknown {
  if (word === 'true' || word === 'false') {
    return word === 'true';
  }
  if (word === 'null') {
    return null;
  }
  return /^-?\d[\d.eE+-]*%?$/.test(word) ? Number.parseFloat(word) : MISSING;
}

/** Ends a number, a literal or a bare key at the character that cannot belong to it; false when it was none. */
function placeWord(frame: Frame, word: string): boolean {
  if (frame.kind === 'object' && frame.expects === 'key') {
    frame.key = word;
    frame.expects = 'colon';
    frame.bareKeys = true;
    return true;
  }
  const value = wordValue(word);
  if (value === MISSING) {
    return false;
  }
  place(frame, value, word.length);
  return true;
}

function placeString(frame: Frame, done: JsonString): void {
  if (frame.kind === 'object' && done.place.isKey) {
    frame.key = done.value;
    frame.expects = 'colon';
  } else {
    place(frame, done.tooLong ? MISSING : done.value, done.value.length);
  }
}

/** A whole object, as JSON.parse would have made it: its properties are its own, whatever they are called. */
function valueOf(frame: Frame): unknown {
  if (frame.size > MOST_SIZE) {
    return MISSING;
  }
  return frame.kind === 'array' ? frame.members : Object.fromEntries(frame.properties);
}

/** Whether an object that stands alone is an item: it says something itself, and held no list. */
function isLoneItem(frame: Frame, parent: Frame | undefined): boolean {
  return frame.role === 'wrapper' && parent === undefined && !frame.holdsItems && [...frame.properties.values()].some((value) => typeof value === 'string');
}

/**
 * A scanner for the objects of an answer's list, each given to `found` when it is whole: those of an array at the root or
 * in the objects around it, or objects that stand alone, one after another. Arrays and objects within an item are parts of
 * it. Beyond JSON it takes what the scanner for alternatives takes. Bounded memory: an item over 64,000 characters is
 * dropped, and of one with a string over 8,000 that string.
 * @param inner lower-case names of properties that are never the list, so that an item that stands alone is not taken for
 *   a wrapper of its own parts
 */
export function createItemScanner(inner: ReadonlySet<string>, found: (item: unknown) => void): JsonScanner {
  return scanJson<Frame>({
    open: (char, parent) => newFrame(char, parent, inner),
    close(frame, around) {
      const parent = around.at(-1);
      if (frame.kind === 'object' && (frame.role === 'item' || isLoneItem(frame, parent))) {
        const item = valueOf(frame);
        if (item !== MISSING) {
          found(item);
        }
        around.forEach((each) => (each.holdsItems = true));
      }
      if (parent) {
        const kept = frame.role !== 'item' && !frame.holdsItems;
        place(parent, kept ? valueOf(frame) : MISSING, kept ? frame.size : -VALUE_SIZE);
      }
    },
    placeString,
    placeWord,
  });
}
