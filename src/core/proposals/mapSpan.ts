// Where a stretch of text is after edits, and which stretches are new.
import type { Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';

export type Side = 'left' | 'right';

/** A span after edits: `narrow` without what was written at its very ends, `wide` with it. */
export interface MappedSpan {
  readonly narrow: Span;
  readonly wide: Span;
}

/** Follows a span through edits, in the order they were applied. What was deleted leaves an empty span at its place. */
export function mapSpan(span: Span, edits: readonly Edit[]): MappedSpan {
  let { from, to } = span;
  let { from: wideFrom, to: wideTo } = span;
  for (const edit of edits) {
    const start = mapOffset(from, edit, startSide(from, to, edit));
    const end = mapOffset(to, edit, endSide(from, to, edit));
    from = Math.min(start, end);
    to = end;
    wideFrom = mapOffset(wideFrom, edit, 'left');
    wideTo = mapOffset(wideTo, edit, 'right');
  }
  return { narrow: { from, to }, wide: { from: wideFrom, to: wideTo } };
}

/** Typed at the very start, words are not yet the span's; what replaces its first words is. */
function startSide(from: number, to: number, edit: Edit): Side {
  if (edit.removed === 0) {
    return from < to ? 'right' : 'left';
  }
  return from === edit.offset ? 'left' : 'right';
}

function endSide(from: number, to: number, edit: Edit): Side {
  return edit.removed > 0 && edit.offset >= from && edit.offset + edit.removed === to ? 'right' : 'left';
}

/** The stretches that edits brought in, as they lie after the last of them. */
export function freshSpans(edits: readonly Edit[]): Span[] {
  const fresh: Span[] = [];
  for (const edit of edits) {
    for (let i = 0; i < fresh.length; i++) {
      const span = fresh[i];
      if (span) {
        fresh[i] = { from: mapOffset(span.from, edit, 'left'), to: mapOffset(span.to, edit, 'right') };
      }
    }
    if (edit.inserted.length > 0) {
      fresh.push({ from: edit.offset, to: edit.offset + edit.inserted.length });
    }
  }
  return fresh;
}

/** An offset after an edit; `side` says which end of the inserted text it goes to when the edit touches it. */
export function mapOffset(offset: number, edit: Edit, side: Side): number {
  if (offset < edit.offset) {
    return offset;
  }
  const end = edit.offset + edit.removed;
  if (offset > end) {
    return offset + edit.inserted.length - edit.removed;
  }
  return side === 'left' ? edit.offset : edit.offset + edit.inserted.length;
}
