// A change of the script inside a draft's stretch, carried over to the draft: taken where both agreed, marked where they did not.
import type { Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';
import { mapOffset } from '../proposals/mapSpan';
import { withLineEnd } from '../proposals/lineEnd';
import type { Touched } from './draft';
import { hunksBetween, meet, type Hunk } from './hunks';

export interface Sides {
  readonly base: string;
  readonly text: string;
  readonly touched: readonly Touched[];
}

/**
 * Both sides after edits of the base, in the order they are applied.
 * @param known the hunks between the sides, where the caller has them
 */
export function rebaseSides(sides: Sides, edits: readonly Edit[], known?: readonly Hunk[]): Sides {
  let { base, text } = sides;
  let touched = [...sides.touched];
  let hunks = known;
  let reached = Infinity;
  for (const edit of edits) {
    // From the end to the start, as editors give them, each edit leaves the hunks before it as they were.
    if (!hunks || edit.offset + edit.removed >= reached) {
      hunks = hunksBetween(base, text);
    }
    reached = edit.offset;
    const place = placeIn(hunks, edit, base);
    const removed = { from: edit.offset, to: edit.offset + edit.removed };
    if (place.agreed) {
      const from = sameAs({ base, text }, place.behind, edit.offset);
      const to = sameAs({ base, text }, place.behind, removed.to);
      text = text.slice(0, from) + inLineEndOf(text, edit.inserted) + text.slice(to);
      touched = touched.map((span) => moved(span, edit));
    } else {
      const fresh = { from: edit.offset, to: edit.offset + edit.inserted.length };
      const parts = touched.map((span) => ({ meets: meet(span, removed), span: moved(span, edit) }));
      const joined = parts.filter(({ meets }) => meets).reduce((sum, { span }) => ({ from: Math.min(sum.from, span.from), to: Math.max(sum.to, span.to) }), fresh);
      touched = [...parts.filter(({ meets }) => !meets).map(({ span }) => span), joined].sort((a, b) => a.from - b.from);
    }
    base = base.slice(0, edit.offset) + edit.inserted + base.slice(removed.to);
  }
  return { base, text, touched };
}

type Place = { readonly agreed: false } | { readonly agreed: true; /** The last hunk before. */ readonly behind: Hunk | undefined };

/** Whether both sides say the same where an edit of the base falls. */
function placeIn(hunks: readonly Hunk[], { offset, removed, inserted }: Edit, base: string): Place {
  const end = offset + removed;
  let behind: Hunk | undefined;
  for (const hunk of hunks) {
    const { from, to } = hunk.base;
    if (from >= end && from > offset) {
      break;
    }
    if (removed > 0 ? from < end && to > offset : from < offset && offset < to) {
      return { agreed: false };
    }
    if (removed === 0 && offset === from && from < to && !/[\r\n]$/.test(inserted)) {
      return { agreed: false };
    }
    // At the very end nothing stands behind the hunk that both would have.
    if (removed === 0 && offset === to && to === base.length) {
      return { agreed: false };
    }
    if (to <= offset && !(removed === 0 && offset === from && from < to)) {
      behind = hunk;
    }
  }
  return { agreed: true, behind };
}

/** The offset in the text that an offset of the base is at, behind a hunk. Both sides may end their lines in their own way. */
function sameAs({ base, text }: { base: string; text: string }, behind: Hunk | undefined, offset: number): number {
  const from = behind?.base.to ?? 0;
  let at = behind?.text.to ?? 0;
  if (!base.includes('\r') && !text.includes('\r')) {
    return Math.min(text.length, at + offset - from);
  }
  for (let i = from; i < offset; ) {
    i += base.startsWith('\r\n', i) && i + 1 < offset ? 2 : 1;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return Math.min(text.length, at);
}

function inLineEndOf(text: string, inserted: string): string {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0];
  return lineEnd === undefined ? inserted : withLineEnd(inserted, lineEnd);
}

function moved(span: Span, edit: Edit): Span {
  const from = mapOffset(span.from, edit, edit.removed === 0 && span.from < span.to ? 'right' : 'left');
  return { from, to: Math.max(from, mapOffset(span.to, edit, edit.removed === 0 ? 'left' : 'right')) };
}
