// Finds alternatives in JSON as it streams in, one character at a time, forgiving what models get wrong.
import { closingQuote, createJsonString, isSpace, LONGEST_KEY, type JsonString } from './jsonString';
import type { RawAlternative } from './rawAlternative';

interface ObjectFrame {
  readonly kind: 'object';
  /** Whether a line of dialogue here is an alternative: in a list or at the root, not in some other property. */
  readonly counts: boolean;
  expects: 'key' | 'colon' | 'value' | 'comma';
  key: string;
  bareKeys: boolean;
  text?: string;
  intent?: string;
}

interface ArrayFrame {
  readonly kind: 'array';
  /** Whether bare strings here are alternatives. */
  readonly counts: boolean;
  expects: 'value' | 'comma';
}

type Frame = ObjectFrame | ArrayFrame;

/** Reads one character after another. */
export interface JsonScanner {
  readonly inString: boolean;
  /** Takes a character; false when what was begun is no JSON after all: then it is forgotten, and the character not taken. */
  accept(char: string): boolean;
  reset(): void;
}

const MOST_DEEP = 16;
const TEXT_KEYS: ReadonlySet<string> = new Set(['text', 'line', 'dialogue', 'speech', 'alternative']);
const INTENT_KEYS: ReadonlySet<string> = new Set(['intent', 'intention']);
const LIST_KEYS: ReadonlySet<string> = new Set(['alternatives', 'lines', 'options', 'suggestions']);

/** The frame that `char` ([ or {) opens inside `parent`. */
function newFrame(char: string, parent: Frame | undefined): Frame {
  const listed = parent === undefined || (parent.kind === 'object' && LIST_KEYS.has(parent.key));
  return char === '['
    ? { kind: 'array', counts: listed, expects: 'value' }
    : { kind: 'object', counts: listed || parent.kind === 'array', expects: 'key', key: '', bareKeys: false };
}

/** After a comma, given or forgotten. */
function expectNext(frame: Frame): void {
  frame.expects = frame.kind === 'object' ? 'key' : 'value';
}

/** Puts a finished string where it belongs; a bare string that is itself an alternative is returned. */
function placeString(frame: Frame, done: JsonString): string | undefined {
  if (frame.kind === 'object' && done.place.isKey) {
    frame.key = done.value.trim().toLowerCase();
    frame.expects = 'colon';
    return undefined;
  }
  frame.expects = 'comma';
  if (done.tooLong || done.value.trim() === '') {
    return undefined;
  }
  if (frame.kind === 'array') {
    return frame.counts ? done.value : undefined;
  }
  if (TEXT_KEYS.has(frame.key)) {
    frame.text = done.value;
  } else if (INTENT_KEYS.has(frame.key)) {
    frame.intent = done.value;
  }
  return undefined;
}

/** Ends a number, a literal or a bare key at the character that cannot belong to it; false when it was none. */
function placeWord(frame: Frame | undefined, word: string): boolean {
  if (frame?.kind === 'object' && frame.expects === 'key') {
    frame.key = word.toLowerCase();
    frame.expects = 'colon';
    frame.bareKeys = true;
    return true;
  }
  if (!frame || !/^(?:true|false|null|-?\d[\d.eE+-]*%?)$/.test(word)) {
    return false;
  }
  frame.expects = 'comma';
  return true;
}

/**
 * A scanner for alternatives: objects with a text, and bare strings of a list, each given to `found` when it is whole.
 * Beyond JSON it takes trailing and forgotten commas, line breaks and unescaped quotes in strings, bare keys, and single
 * or curly quotes. Bounded memory: nothing found is kept, texts over 8,000 characters are dropped.
 */
// eslint-disable-next-line max-lines-per-function -- one state, and the small functions that share it
export function createJsonScanner(found: (alternative: RawAlternative) => void): JsonScanner {
  let frames: Frame[] = [];
  let string: JsonString | undefined;
  /** A number, true, false, null, or a bare key. */
  let word = '';

  function reset(): void {
    frames = [];
    string = undefined;
    word = '';
  }

  function open(char: string): boolean {
    frames.push(newFrame(char, frames.at(-1)));
    return frames.length <= MOST_DEEP;
  }

  function close(char: string): boolean {
    const frame = frames.at(-1);
    if (frame?.kind !== (char === '}' ? 'object' : 'array')) {
      return false;
    }
    frames.pop();
    if (frame.kind === 'object' && frame.counts && frame.text !== undefined) {
      found(frame.intent === undefined ? { text: frame.text } : { text: frame.text, intent: frame.intent });
    }
    const parent = frames.at(-1);
    if (parent) {
      parent.expects = 'comma';
    }
    return true;
  }

  function acceptInString(reading: JsonString, frame: Frame, char: string): boolean {
    const step = reading.accept(char);
    if (step === 'taken' || step === 'refused') {
      return step === 'taken';
    }
    string = undefined;
    const bare = placeString(frame, reading);
    if (bare !== undefined) {
      found({ text: bare });
    }
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
