// The walk through JSON that streams in, one character at a time, forgiving what models get wrong: what is found on the way is the caller's.
import { closingQuote, createJsonString, isSpace, LONGEST_KEY, type JsonString } from './jsonString';

/** What every open object or array knows of itself. */
export interface JsonFrame {
  readonly kind: 'object' | 'array';
  expects: 'key' | 'colon' | 'value' | 'comma';
  readonly bareKeys?: boolean;
}

/** Reads one character after another. */
export interface JsonScanner {
  readonly inString: boolean;
  /** Takes a character; false when what was begun is no JSON after all: then it is forgotten, and the character not taken. */
  accept(char: string): boolean;
  reset(): void;
}

/** What a scanner makes of what stands in the JSON. */
export interface JsonReading<Frame extends JsonFrame> {
  /** The frame that `char` ([ or {) opens inside `parent`. */
  open(char: string, parent: Frame | undefined): Frame;
  /** A frame is whole; `around` are those it stands in, the innermost last. */
  close(frame: Frame, around: readonly Frame[]): void;
  placeString(frame: Frame, done: JsonString): void;
  /** Ends a number, a literal or a bare key at the character that cannot belong to it; false when it was none. */
  placeWord(frame: Frame, word: string): boolean;
}

const MOST_DEEP = 16;

/**
 * A scanner that takes, beyond JSON, trailing and forgotten commas, line breaks and unescaped quotes in strings, bare keys, and single
 * or curly quotes. Never throws; linear.
 */
// eslint-disable-next-line max-lines-per-function -- one state, and the small functions that share it
export function scanJson<Frame extends JsonFrame>(reading: JsonReading<Frame>): JsonScanner {
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
    frames.push(reading.open(char, frames.at(-1)));
    return frames.length <= MOST_DEEP;
  }

  function close(char: string): boolean {
    const frame = frames.at(-1);
    if (frame?.kind !== (char === '}' ? 'object' : 'array')) {
      return false;
    }
    frames.pop();
    reading.close(frame, frames);
    return true;
  }

  function acceptInString(open: JsonString, frame: Frame, char: string): boolean {
    const step = open.accept(char);
    if (step === 'taken' || step === 'refused') {
      return step === 'taken';
    }
    string = undefined;
    reading.placeString(frame, open);
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
      string = createJsonString(quote, { isKey, inObject, bareKeys: inObject && frame.bareKeys === true });
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
    return frame !== undefined && reading.placeWord(frame, done) && acceptBetween(frame, char);
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

/** After a comma, given or forgotten. */
function expectNext(frame: JsonFrame): void {
  frame.expects = frame.kind === 'object' ? 'key' : 'value';
}
