// Reads any JSON as it streams in, one character at a time, forgiving what models get wrong, and gives the objects of its list.
import { closingQuote, createJsonString, isSpace, LONGEST_KEY, type JsonString } from './jsonString';
import type { JsonScanner } from './jsonScanner';

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

const MOST_DEEP = 16;
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

/** After a comma, given or forgotten. */
function expectNext(frame: Frame): void {
  frame.expects = frame.kind === 'object' ? 'key' : 'value';
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
// eslint-disable-next-line max-lines-per-function -- one state, and the small functions that share it
export function createItemScanner(inner: ReadonlySet<string>, found: (item: unknown) => void): JsonScanner {
  let frames: Frame[] = [];
  let string: JsonString | undefined;
  let word = '';

  function reset(): void {
    frames = [];
    string = undefined;
    word = '';
  }

  function open(char: string): boolean {
    frames.push(newFrame(char, frames.at(-1), inner));
    return frames.length <= MOST_DEEP;
  }

  function give(frame: Frame): void {
    const item = valueOf(frame);
    if (item !== MISSING) {
      found(item);
    }
    frames.forEach((around) => (around.holdsItems = true));
  }

  function close(char: string): boolean {
    const frame = frames.at(-1);
    if (frame?.kind !== (char === '}' ? 'object' : 'array')) {
      return false;
    }
    frames.pop();
    const parent = frames.at(-1);
    if (frame.kind === 'object' && (frame.role === 'item' || isLoneItem(frame, parent))) {
      give(frame);
    }
    if (parent) {
      const kept = frame.role !== 'item' && !frame.holdsItems;
      place(parent, kept ? valueOf(frame) : MISSING, kept ? frame.size : -VALUE_SIZE);
    }
    return true;
  }

  function acceptInString(reading: JsonString, frame: Frame, char: string): boolean {
    const step = reading.accept(char);
    if (step === 'taken' || step === 'refused') {
      return step === 'taken';
    }
    string = undefined;
    placeString(frame, reading);
    if (step === 'closedAtComma') {
      expectNext(frame);
    }
    return acceptBetween(frame, char);
  }

  function begin(frame: Frame, char: string): boolean {
    if (frame.expects === 'comma') {
      expectNext(frame);
    }
    const isKey = frame.expects === 'key';
    const quote = closingQuote(char);
    if (quote !== undefined) {
      const inObject = frame.kind === 'object';
      string = createJsonString(quote, { isKey, inObject, bareKeys: inObject && frame.bareKeys });
      return true;
    }
    if (!isKey && (char === '{' || char === '[')) {
      return open(char);
    }
    word = char;
    return (isKey ? /[A-Za-z_]/ : /[-\dtfn]/).test(char);
  }

  function acceptBetween(frame: Frame, char: string): boolean {
    if (isSpace(char)) {
      return true;
    }
    if (char === '}' || char === ']') {
      return frame.expects !== 'colon' && close(char);
    }
    if (frame.expects === 'colon') {
      frame.expects = 'value';
      return char === ':';
    }
    if (char === ',') {
      expectNext(frame);
      return true;
    }
    return begin(frame, char);
  }

  function acceptWord(frame: Frame | undefined, char: string): boolean {
    if (/[\w.+%-]/.test(char)) {
      word += char;
      return word.length <= LONGEST_KEY;
    }
    const done = word;
    word = '';
    return frame !== undefined && placeWord(frame, done) && acceptBetween(frame, char);
  }

  function step(char: string): boolean {
    const frame = frames.at(-1);
    if (!frame) {
      return (char === '{' || char === '[') && open(char);
    }
    if (string) {
      return acceptInString(string, frame, char);
    }
    return word === '' ? acceptBetween(frame, char) : acceptWord(frame, char);
  }

  return {
    get inString() {
      return string !== undefined;
    },
    accept(char) {
      const taken = step(char);
      if (!taken) {
        reset();
      }
      return taken;
    },
    reset,
  };
}
