// Finds alternatives in JSON as it streams in, one character at a time, forgiving what models get wrong.
import type { JsonString } from './jsonString';
import type { RawAlternative } from './rawAlternative';
import { scanJson, type JsonScanner } from './scanJson';

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
function placeWord(frame: Frame, word: string): boolean {
  if (frame.kind === 'object' && frame.expects === 'key') {
    frame.key = word.toLowerCase();
    frame.expects = 'colon';
    frame.bareKeys = true;
    return true;
  }
  if (!/^(?:true|false|null|-?\d[\d.eE+-]*%?)$/.test(word)) {
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
export function createJsonScanner(found: (alternative: RawAlternative) => void): JsonScanner {
  return scanJson<Frame>({
    open: newFrame,
    close(frame, around) {
      if (frame.kind === 'object' && frame.counts && frame.text !== undefined) {
        found(frame.intent === undefined ? { text: frame.text } : { text: frame.text, intent: frame.intent });
      }
      const parent = around.at(-1);
      if (parent) {
        parent.expects = 'comma';
      }
    },
    placeString(frame, done) {
      const bare = placeString(frame, done);
      if (bare !== undefined) {
        found({ text: bare });
      }
    },
    placeWord,
  });
}
