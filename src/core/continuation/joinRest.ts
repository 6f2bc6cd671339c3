// Joins the rest of a line to what is typed: nothing twice, and a space where a new word begins.
import { scriptMaterial } from '../suggest/request/material';
import type { RestPlace } from './place';

/** Written without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u3001\u3002\u300c\u300d]/u;

/**
 * What must come in behind the typed words for the line to go on with `words`.
 * @param raw the model's own text, whose first character may say that a new word begins
 */
export function joinRest({ typed, script }: RestPlace, words: string, raw: string): string {
  const rest = withoutTyped(typed, words);
  if (rest === '' || /\s$/u.test(typed)) {
    return rest;
  }
  const [first = ''] = rest;
  const last = [...typed].at(-1) ?? '';
  if (/^[\p{Pe}\p{Pf},.;:!?\u2026\u3001\u3002]/u.test(first) || /[\p{Ps}\p{Pi}\u00bf\u00a1-]$/u.test(typed) || UNSPACED.test(last) || UNSPACED.test(first)) {
    return rest;
  }
  return isMidWord(typed, rest, raw, () => scriptMaterial(script)) ? rest : ` ${rest}`;
}

/** Without the words that a model says again although they stand there: all of the line, or its end. */
function withoutTyped(typed: string, words: string): string {
  const said = fold(typed);
  const units = [...words];
  // The longest end of what is typed with which the words begin. A single short word may well be said twice.
  for (let length = Math.min(said.length, units.length); length > 0; length--) {
    const end = said.slice(-length);
    const isWhole = length === said.length || /[^\p{L}\p{N}]/u.test(said[said.length - length - 1] ?? '');
    if (isWhole && /^[\p{L}\p{N}]/u.test(end) && (length === said.length || /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(end)) && fold(words.slice(0, length)) === end) {
      return words.slice(length).trimStart();
    }
  }
  return words;
}

function fold(text: string): string {
  return text.replace(/\s/gu, ' ').replace(/[\u2018\u2019]/g, "'").trim().toLowerCase();
}

/** Whether the typed text stops within a word: only where the two halves are a word of the script and the first alone is none. */
function isMidWord(typed: string, rest: string, raw: string, text: () => string): boolean {
  const half = /[\p{L}\p{M}\p{N}]+$/u.exec(typed)?.[0];
  const other = /^[\p{L}\p{M}\p{N}]+/u.exec(rest)?.[0];
  if (half === undefined || other === undefined || /^\s/u.test(raw)) {
    return false;
  }
  const found = text().toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const count = (word: string): number => found.filter((each) => each === word.toLowerCase()).length;
  // The half itself stands once in the script: here.
  return count(half + other) > 0 && count(half) <= 1;
}
