// Fits text into a number of tokens.
import { estimateTokens } from '../estimateTokens';

/** Where something was left out. */
export const CUT = '[...]';

/** The text, or as many of its first whole words as fit in `tokens`, and the sign that more was there. */
export function clipTo(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) {
    return text;
  }
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (estimateTokens(`${text.slice(0, middle)} ${CUT}`) <= tokens) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const head = text.slice(0, low);
  // Not in the middle of a word, if the words are set apart by spaces, nor of a character.
  const words = /^[^]*\s/u.exec(head)?.[0].trimEnd() ?? head.replace(/[\ud800-\udbff]$/, '');
  return low === 0 ? '' : `${words} ${CUT}`;
}

/** As many of `lines`, from the first, as fit in `tokens`, joined. */
export function linesWithin(lines: readonly string[], tokens: number): string {
  const taken: string[] = [];
  let left = tokens;
  for (const line of lines) {
    left -= estimateTokens(`${line}\n`);
    if (left < 0) {
      break;
    }
    taken.push(line);
  }
  return taken.join('\n');
}

/** The first of the texts, each smaller than the one before, that fits in `tokens`; nothing when none does. */
export function firstThatFits(texts: Iterable<string>, tokens: number): string {
  for (const text of texts) {
    if (estimateTokens(text) <= tokens) {
      return text;
    }
  }
  return '';
}

/** `count` of the items, spread evenly from the first to the last. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) {
    return [...items];
  }
  return items.filter((_, index) => Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length));
}
