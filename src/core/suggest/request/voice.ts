// How a character speaks, told in figures that hold in any language.
import type { Speech } from '../../script/speeches';

const QUESTION = /[?\u061f\uff1f\u037e\u055e]/;
const EXCLAMATION = /[!\uff01]/;
const TRAILING_OFF = /(?:\.{3}|\u2026)/;
const BROKEN_OFF = /(?:--|[\u2013\u2014])\s*$/;

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function often(count: number, of: number): string {
  return `${Math.round((100 * count) / of)}%`;
}

/**
 * "41 speeches, half of them 9 words or shorter, one in ten over 32; questions in 20%, ...".
 * @param lines the speeches' words, in the order of `speeches`
 */
export function describeVoice(speeches: readonly Speech[], lines: readonly string[]): string {
  const words = speeches.map((speech) => speech.words).sort((a, b) => a - b);
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const parts = [`${speeches.length} ${speeches.length === 1 ? 'speech' : 'speeches'}`];
  if (speeches.length >= 5) {
    parts.push(
      `half of them ${quantile(words, 0.5)} words or shorter, one in ten over ${quantile(words, 0.9)}`,
      `questions in ${often(count(QUESTION), lines.length)}, exclamation marks in ${often(count(EXCLAMATION), lines.length)}`,
      `trails off in ${often(count(TRAILING_OFF), lines.length)}, breaks off in ${often(count(BROKEN_OFF), lines.length)}`,
    );
  }
  return parts.join('; ');
}
