// Whether what is typed begins a word that is offered: without case, white space folded.
import { canonicalName } from './names';

export function beginsWith(word: string, typed: string): boolean {
  return canonicalName(word).startsWith(canonicalName(typed));
}

/** Also from a later word on: HARB begins THE HARBOURMASTER too. */
export function wordBeginsWith(words: string, typed: string): boolean {
  const wanted = canonicalName(typed);
  return ` ${canonicalName(words)}`.includes(` ${wanted}`);
}

/** Each once, in the order of how often it is there, most often first. */
export function byUse(words: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
