// What edits of the script do to one stretch of it: which part of each falls inside, and where the stretch is then.
import type { Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';

export interface StretchEdits extends Span {
  /** The parts inside, in order: offsets in the stretch as the part before left it. */
  readonly inside: readonly Edit[];
}

/**
 * Follows a stretch through edits in the order they were applied. What is removed across one of its ends leaves it
 * without the part that was its own; what is written there is not its own.
 * @param claims whether text that comes in at the very start or end, on lines of its own, is the stretch's all the same
 */
export function followStretch(stretch: Span, text: string, edits: readonly Edit[], claims: (at: 'start' | 'end', inserted: string) => boolean): StretchEdits {
  let { from, to } = stretch;
  let now = text;
  const inside: Edit[] = [];
  const take = (edit: Edit): void => {
    inside.push(edit);
    now = now.slice(0, edit.offset) + edit.inserted + now.slice(edit.offset + edit.removed);
  };
  for (const { offset, removed, inserted } of edits) {
    const end = offset + removed;
    const grown = inserted.length - removed;
    if (removed === 0 && (offset === from || offset === to)) {
      const place = placeOf(offset === from ? 'start' : 'end', from === to, now, inserted, claims);
      if (place === 'inside') {
        take({ offset: offset - from, removed, inserted });
        to += grown;
      } else if (place === 'before') {
        from += grown;
        to += grown;
      }
    } else if (end <= from) {
      from += grown;
      to += grown;
    } else if (offset < to && offset >= from && end <= to) {
      take({ offset: offset - from, removed, inserted });
      to += grown;
    } else if (offset < to) {
      const own = { from: Math.max(from, offset), to: Math.min(to, end) };
      take({ offset: own.from - from, removed: own.to - own.from, inserted: '' });
      const left = to - from - (own.to - own.from);
      from = offset < from ? offset + inserted.length : from;
      to = from + left;
    }
  }
  return { from, to, inside };
}

/** Where text belongs that comes in at an end of a stretch. Whole lines there are neighbours; what goes on a line of it is its own. */
function placeOf(at: 'start' | 'end', empty: boolean, text: string, inserted: string, claims: (at: 'start' | 'end', inserted: string) => boolean): 'inside' | 'before' | 'after' {
  if (claims(at, inserted)) {
    return 'inside';
  }
  const whole = /[\r\n]$/.test(inserted);
  if (empty) {
    return whole ? 'before' : 'after';
  }
  if (at === 'start') {
    return whole ? 'before' : 'inside';
  }
  return /[\r\n]$/.test(text) || /^[\r\n]/.test(inserted) ? 'after' : 'inside';
}
