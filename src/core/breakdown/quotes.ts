// Words of a scene remembered with a few words around them, and found again however the text around them moves.
import type { Span } from '../fountain/elements';
import type { Quote, Tag } from '../production/production';
import type { SceneContent } from '../script/sceneContents';
import { sceneTextOf } from './sceneText';

/** So much is remembered on each side, white space folded. */
const REACH = 32;

/** Of several equal words one is the tagged one where so many letters around it are as they were: more than a space on both sides. */
const LEAST_ALIKE = 3;

/** Where a tag's words stand, relative to the scene, and those that do not stand there any more. */
export interface FoundTag {
  readonly spans: readonly Span[];
  readonly lost: readonly Quote[];
}

/** The words of a stretch, outer white space left out; undefined where there are none. Offsets are the scene's. */
export function quoteOf(content: SceneContent, span: Span): (Span & { readonly quote: Quote }) | undefined {
  const text = sceneTextOf(content);
  const given = text.slice(span.from, span.to);
  const from = span.from + (given.length - given.replace(/^[\s\u0000]+/u, '').length);
  const to = span.from + given.replace(/[\s\u0000]+$/u, '').length;
  if (to <= from) {
    return undefined;
  }
  const quote = { words: fold(text.slice(from, to)), before: fold(text.slice(Math.max(0, from - 3 * REACH), from)).slice(-REACH), behind: fold(text.slice(to, to + 3 * REACH)).slice(0, REACH) };
  return { from, to, quote };
}

const found = new WeakMap<SceneContent, WeakMap<Tag, FoundTag>>();

/** Finds a tag's words. Each quote has a place of its own: of several equal ones the place with the most alike around it. */
export function findTag(content: SceneContent, tag: Tag): FoundTag {
  const known = found.get(content) ?? new WeakMap<Tag, FoundTag>();
  found.set(content, known);
  let result = known.get(tag);
  if (!result) {
    result = readTag(sceneTextOf(content), tag);
    known.set(tag, result);
  }
  return result;
}

function readTag(text: string, { quotes }: Tag): FoundTag {
  const places = quotes.flatMap((quote, index) => {
    const spans = placesOf(text, quote);
    // Where the words stand once, that is the place. Of several one must look as it did, or the tag would jump to words that nobody chose.
    return spans.map((span) => ({ index, span, alike: alikeAround(text, span, quote) })).filter(({ alike }) => spans.length === 1 || alike >= LEAST_ALIKE);
  });
  places.sort((a, b) => b.alike - a.alike || a.span.from - b.span.from || a.index - b.index);
  const taken = new Map<number, Span>();
  const used = new Set<string>();
  for (const { index, span } of places) {
    const place = `${span.from} ${span.to}`;
    if (!taken.has(index) && !used.has(place)) {
      taken.set(index, span);
      used.add(place);
    }
  }
  return { spans: [...taken.values()].sort((a, b) => a.from - b.from), lost: quotes.filter((_, index) => !taken.has(index)) };
}

const JOINS = /[\p{L}\p{M}\p{N}]/u;
/** A word that stands more often than this is looked at so often and no more. */
const MOST_PLACES = 500;
/** So many letters of a long stretch are looked for, and what follows is compared: a pattern of all of it would be too large for any engine. */
const HEAD = 1000;

/** Every place of the words, to the letter but for white space; where there is none, in another case. "car" is not in "carpet". */
function placesOf(text: string, { words, before, behind }: Quote): Span[] {
  const parts = words.slice(0, HEAD).split(/\s+/u).filter((part) => part !== '');
  if (parts.length === 0) {
    return [];
  }
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('[\\s\\u0000]+');
  const [openBefore, openBehind] = [joins(before.at(-1), words[0]), joins(words.at(-1), behind[0])];
  for (const flags of ['gu', 'giu']) {
    const spans: Span[] = [];
    for (const match of text.matchAll(new RegExp(pattern, flags))) {
      const from = match.index;
      const to = words.length <= HEAD ? from + match[0].length : endOf(text, from, words, flags !== 'gu');
      if (to !== undefined && (openBefore || !joins(text[from - 1], text[from])) && (openBehind || !joins(text[to - 1], text[to])) && spans.push({ from, to }) >= MOST_PLACES) {
        break;
      }
    }
    if (spans.length > 0) {
      return spans;
    }
  }
  return [];
}

/** Where the words end that begin here; undefined where other ones follow. White space counts as one space, as in the pattern. */
function endOf(text: string, from: number, words: string, ignoresCase: boolean): number | undefined {
  const same = (one: string, other: string): boolean => one === other || (ignoresCase && one.toLowerCase() === other.toLowerCase());
  let at = from;
  for (let index = 0; index < words.length; index++) {
    const letter = words.charAt(index);
    if (!/\s/u.test(letter)) {
      if (!same(text.charAt(at), letter)) {
        return undefined;
      }
      at++;
    } else if (!/\s/u.test(words.charAt(index - 1))) {
      const gap = at;
      while (/[\s\u0000]/u.test(text.charAt(at))) {
        at++;
      }
      if (at === gap) {
        return undefined;
      }
    }
  }
  return at;
}

function joins(before: string | undefined, behind: string | undefined): boolean {
  return before !== undefined && behind !== undefined && JOINS.test(before) && JOINS.test(behind);
}

/** How many letters around a place are as they were, on both sides. */
function alikeAround(text: string, { from, to }: Span, { before, behind }: Quote): number {
  const left = fold(text.slice(Math.max(0, from - 3 * REACH), from)).slice(-REACH);
  const right = fold(text.slice(to, to + 3 * REACH)).slice(0, REACH);
  let alike = 0;
  for (let at = 1; at <= Math.min(left.length, before.length) && left.at(-at) === before.at(-at); at++) {
    alike++;
  }
  for (let at = 0; at < Math.min(right.length, behind.length) && right[at] === behind[at]; at++) {
    alike++;
  }
  return alike;
}

function fold(text: string): string {
  return text.replace(/[\s\u0000]+/gu, ' ');
}
