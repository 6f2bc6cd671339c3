// Reads alternatives out of a model's answer while it streams in, whatever form the model chose.
import { createJsonScanner } from './answer/jsonScanner';
import { readPlainAlternatives } from './answer/plainAlternatives';
import type { RawAlternative } from './answer/rawAlternative';
import { createThinkingTags } from './answer/thinking';

export type { RawAlternative };

export interface AnswerReader {
  /** Takes the next piece of the answer; gives the alternatives that became whole by it. */
  push(text: string): RawAlternative[];
  /** The answer is over; `cut` says that its end is missing. Gives what only the end could tell: alternatives in plain text. */
  end(cut?: boolean): RawAlternative[];
}

/** Many times what is ever asked for: whoever gives more is in a loop, and each would be checked against all others. */
const MOST_ALTERNATIVES = 60;
/** How much of an answer without JSON is kept for the last rung, in UTF-16 units. */
const MOST_PLAIN = 64_000;

/**
 * A reader for one answer. It takes `{"alternatives": [{"text", "intent"} or "text"]}`, bare lists and objects, fenced
 * or wrapped in prose, slightly broken JSON (see the scanner), skips thinking sections, closed or not, and as a last
 * rung reads numbered or delimited plain text. Never throws; how the answer is cut into pieces makes no difference;
 * time is linear in its length and memory bounded, however long it goes on.
 */
export function createAnswerReader(): AnswerReader {
  let whole: RawAlternative[] = [];
  let thinking = false;
  let anyJson = false;
  let plain = '';
  const tags = createThinkingTags();
  let given = 0;
  const scanner = createJsonScanner((alternative) => {
    if (given++ < MOST_ALTERNATIVES) {
      whole.push(alternative);
    }
    anyJson = true;
    plain = '';
  });

  function take(): RawAlternative[] {
    const taken = whole;
    whole = [];
    return taken;
  }

  function accept(char: string): void {
    const tag = scanner.inString ? undefined : tags.accept(char);
    if (tag !== undefined) {
      // A closing tag that was never opened ends thinking all the same: some servers swallow the opening one.
      // Looked at once: a model in a loop opens its thinking over and over.
      const before = thinking ? plain : plain.replace(/[<[\u25c1][^<[\u25c1]*$/, '');
      thinking = tag === 'opens';
      scanner.reset();
      plain = thinking ? before : '';
      return;
    }
    if (thinking) {
      return;
    }
    if (!anyJson && plain.length < MOST_PLAIN) {
      plain += char;
    }
    if (!scanner.accept(char)) {
      scanner.accept(char); // what was begun is no JSON: this character may begin another
    }
  }

  return {
    push(text) {
      for (let i = 0; i < text.length; i++) {
        accept(text.charAt(i));
      }
      return take();
    },
    end(cut = false) {
      const rest = anyJson ? [] : readPlainAlternatives(plain, cut).slice(0, MOST_ALTERNATIVES);
      scanner.reset();
      plain = '';
      anyJson = true;
      return rest;
    },
  };
}
