// A text as the units in which it is compared: what stands between blank lines, with the blank lines behind it.
import type { Element, Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { placedBlocks, type Block } from '../fountain/script';
import { canonicalName } from '../script/names';

/** What two units are compared by. */
export interface Comparable {
  /** What two units must share to be the same one. */
  readonly match: string;
  /** Its words in lower case and how often each is there, up to a limit. */
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
  readonly heading: boolean;
  /** Who speaks, if it begins with a cue. */
  readonly name?: string;
}

/** A paragraph, a speech with its cue, a heading. Offsets are the text's; all units together are the text. */
export interface Unit extends Span, Comparable {
  readonly text: string;
  readonly block: Block;
}

/** A page of words tells two paragraphs apart; more would let one hostile line cost a square. */
const MOST_WORDS = 400;
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/** Line ends as "\n": two texts that differ in those alone are the same. */
export function folded(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The units of a text, in order. */
export function unitsOf(text: string, matchOf: (block: Block) => string = contentOf): Unit[] {
  const units: Unit[] = [];
  // A stretch of a script never begins with a title page, whatever its first line looks like.
  for (const { block, offset } of placedBlocks(parse(`\n${text}`))) {
    const from = Math.max(0, offset - 1);
    const source = offset === 0 ? block.text.slice(1) : block.text;
    if (source !== '') {
      units.push(unitOf(block, source, from, matchOf(block)));
    }
  }
  return units;
}

/** The blank lines behind a unit are its own, but do not tell it from another. */
function contentOf(block: Block): string {
  return folded(block.text).trimEnd();
}

function unitOf(block: Block, text: string, from: number, match: string): Unit {
  const first: Element | undefined = block.elements[0];
  const cue = first?.kind === 'character' ? first : undefined;
  const words = new Map<string, number>();
  let count = 0;
  // The name is no word of the speech: two speeches of one person are not alike for that.
  for (const [word] of block.text.slice(cue?.to ?? 0).matchAll(WORD)) {
    if (count++ === MOST_WORDS) {
      break;
    }
    const lower = word.toLowerCase();
    words.set(lower, (words.get(lower) ?? 0) + 1);
  }
  return {
    text,
    from,
    to: from + text.length,
    match,
    words,
    count: Math.min(count, MOST_WORDS),
    heading: first?.kind === 'sceneHeading' || first?.kind === 'section',
    ...(cue ? { name: canonicalName(cue.name) } : {}),
    block,
  };
}

/** How many words two units share. */
export function sharedWords(a: Comparable, b: Comparable): number {
  const [few, many] = a.words.size < b.words.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.words) {
    shared += Math.min(count, many.words.get(word) ?? 0);
  }
  return shared;
}
