// Moves scenes and sections: whole lines change places, and every element stays what it was.
import type { Edit } from '../edits/edit';
import { applyEdits, tidyEdits } from '../edits/editList';
import type { Span } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { textOf, type Script } from '../fountain/script';
import { wholeSpans } from './nestOutline';
import { blankLineAfter, coreEnd, lineEndOf } from './seams';
import { elementsIn, says, signatureOf } from './signatures';

export type MoveResult =
  | {
      readonly ok: true;
      /** To be applied one after the other; none when everything is there already. */
      readonly edits: readonly Edit[];
      /** Where the moved text begins afterwards. */
      readonly offset: number;
    }
  /** `nowhere`: the place is not between two items. `wouldChangeText`: marks reach across the seams, as an unclosed boneyard does. */
  | { readonly ok: false; readonly reason: 'nowhere' | 'wouldChangeText' };

/** A stretch of whole lines: its text, then the blank lines behind it, which travel with it. */
interface Piece {
  readonly from: number;
  readonly core: number;
  readonly to: number;
  readonly moved: boolean;
}

interface Seamed {
  readonly piece: Piece;
  readonly blanks: string;
}

/**
 * Moves items of the outline (a section with all that is in it) before another item, or to the end.
 * Their order among themselves is kept. Proven before it is returned: parsed again, the script has the same elements
 * in the new order.
 * @param moved indexes in outlineOf(script)
 * @param before index of the item to stand before; the number of items for the end
 */
export function moveItems(script: Script, moved: readonly number[], before: number): MoveResult {
  const spans = wholeSpans(script);
  const text = textOf(script);
  const place = before === spans.length ? script.length : spans[before]?.from;
  const stretches = joinSpans(moved.flatMap((index) => spans[index] ?? []));
  if (place === undefined || stretches.length === 0) {
    return { ok: false, reason: 'nowhere' };
  }
  const pieces = cut(text, stretches, place);
  const stay = pieces.filter((piece) => !piece.moved);
  const order = [...stay.filter((piece) => piece.to <= place), ...pieces.filter((piece) => piece.moved), ...stay.filter((piece) => piece.from >= place)];
  if (order.every((piece, index) => piece === pieces[index])) {
    return { ok: true, edits: [], offset: stretches[0]?.from ?? place };
  }
  const expected = order.flatMap((piece) => elementsIn(script, piece).map(({ element }) => signatureOf(element)));
  for (const seamed of [carryBlanks(text, pieces, order), widenSeams(text, pieces, carryBlanks(text, pieces, order))]) {
    const edits = tidyEdits(text, editsFor(text, seamed, place));
    if (says(parse(applyEdits(text, edits)), expected)) {
      return { ok: true, edits, offset: offsetOfMoved(seamed) };
    }
  }
  return { ok: false, reason: 'wouldChangeText' };
}

/** The spans in order, those inside others left out, neighbours joined. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.to) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** Cuts the text at the ends of the stretches and at the place they go to (which may lie in one: then that one is cut in two). */
function cut(text: string, stretches: readonly Span[], place: number): Piece[] {
  const cuts = new Set([0, place, text.length, ...stretches.flatMap(({ from, to }) => [from, to])]);
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(1).map((to, index) => {
    const from = points[index] ?? 0;
    return { from, to, core: coreEnd(text, from, to), moved: stretches.some((span) => span.from <= from && to <= span.to) };
  });
}

/** Every piece keeps its blank lines, except that the end of the file stays as it was: who comes last and who was last change theirs. */
function carryBlanks(text: string, pieces: readonly Piece[], order: readonly Piece[]): Seamed[] {
  const wasLast = pieces.at(-1);
  const isLast = order.at(-1);
  const own = (piece: Piece | undefined): string => (piece === undefined ? '' : text.slice(piece.core, piece.to));
  return order.map((piece) => {
    const blanks = piece === isLast ? own(wasLast) : piece === wasLast ? own(isLast) : own(piece);
    return { piece, blanks };
  });
}

/** An empty line at every seam that is new, so that neither side can reach into the other. */
function widenSeams(text: string, pieces: readonly Piece[], seamed: readonly Seamed[]): Seamed[] {
  return seamed.map(({ piece, blanks }, index) => {
    const next = seamed[index + 1]?.piece;
    const asBefore = next === pieces[pieces.indexOf(piece) + 1];
    return next === undefined || asBefore || piece.core === piece.from ? { piece, blanks } : { piece, blanks: blankLineAfter(blanks, lineEndOf(text)) };
  });
}

function editsFor(text: string, seamed: readonly Seamed[], place: number): Edit[] {
  const inserted = seamed.filter(({ piece }) => piece.moved).map(({ piece, blanks }) => text.slice(piece.from, piece.core) + blanks);
  const edits: Edit[] = [];
  for (const { piece, blanks } of seamed) {
    edits.push(piece.moved ? { offset: piece.from, removed: piece.to - piece.from, inserted: '' } : { offset: piece.core, removed: piece.to - piece.core, inserted: blanks });
  }
  // Last, so that at the same offset the blank lines of the piece before come first.
  edits.push({ offset: place, removed: 0, inserted: inserted.join('') });
  return edits;
}

function offsetOfMoved(seamed: readonly Seamed[]): number {
  let offset = 0;
  for (const { piece, blanks } of seamed) {
    if (piece.moved) {
      return offset;
    }
    offset += piece.core - piece.from + blanks.length;
  }
  return offset;
}
