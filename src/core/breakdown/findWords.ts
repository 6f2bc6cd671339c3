// Finds the words in a scene that a model quotes for an element: whole words, however it wrote case, quotes and blanks.
import type { Element, Span } from '../fountain/elements';
import { placedBlocks, type Script } from '../fountain/script';

/** Where things are named. The heading names the set, a cue the speaker: neither is a thing in the scene. */
const NAMING: ReadonlySet<Element['kind']> = new Set(['action', 'dialogue', 'parenthetical', 'lyrics', 'centered']);
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * The first place of the words in a span of the script, action before speech: what is only spoken of need not be there.
 * Notes and boneyards are never looked into. Undefined where the words do not stand there.
 */
export function findWords(script: Script, words: string, span: Span): Span | undefined {
  const pattern = patternFor(words);
  if (!pattern) {
    return undefined;
  }
  let spoken: Span | undefined;
  for (const { block, offset } of placedBlocks(script, span.from)) {
    if (offset >= span.to) {
      break;
    }
    for (const { kind, from, to } of block.elements) {
      if (!NAMING.has(kind) || offset + from < span.from || offset + from >= span.to) {
        continue;
      }
      const found = firstIn(block.text.slice(from, to), pattern, (at, end) => block.marks.some((mark) => mark.from < from + end && from + at < mark.to));
      const place = found && { from: offset + from + found.from, to: offset + from + found.to };
      if (place && (kind === 'action' || kind === 'parenthetical')) {
        return place;
      }
      spoken ??= place;
    }
  }
  return spoken;
}

function firstIn(text: string, pattern: RegExp, isHidden: (from: number, to: number) => boolean): Span | undefined {
  for (const match of text.matchAll(pattern)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (isWhole(text, from, to) && !isHidden(from, to)) {
      return { from, to };
    }
  }
  return undefined;
}

function isWhole(text: string, from: number, to: number): boolean {
  const [first, last] = [[...text.slice(from, from + 2)][0] ?? '', text.charAt(to - 1)];
  const before = UNSPACED.test(first) || !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from));
  const behind = UNSPACED.test(last) || !/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2));
  return before && behind;
}

/** Linear: words that are nothing but letters, joined by blanks. */
function patternFor(words: string): RegExp | undefined {
  const plain = words.replace(/[*_~>]+/g, '').replace(/\s+/gu, ' ').trim();
  const bare = plain.replace(/^["'“”‘’«».,;:!?\s]+|["'“”‘’«».,;:!?\s]+$/gu, '');
  if (!/\p{L}|\p{N}/u.test(bare) || bare.length > 80) {
    return undefined;
  }
  const parts = bare.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]").replace(/["“”]/g, '["“”]'));
  return new RegExp(parts.join('[\\s*_]+'), 'giu');
}
