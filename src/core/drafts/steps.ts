// Changes of a text kept so that they can be taken back, and known again when they are.
import type { Edit } from '../edits/edit';
import { trimEdit } from '../edits/editList';
import type { Replaced } from './draft';

/** What one text must have replaced to be the other; undefined where they are the same. */
export function replacedBetween(before: string, after: string): Replaced | undefined {
  if (before === after) {
    return undefined;
  }
  const { offset, removed, inserted } = trimEdit(before, { offset: 0, removed: before.length, inserted: after });
  return { at: offset, removed: before.slice(offset, offset + removed), inserted };
}

/** The text with a change made. */
export function redo(text: string, { at, removed, inserted }: Replaced): string {
  return text.slice(0, at) + inserted + text.slice(at + removed.length);
}

/** The text with a change taken back. */
export function undo(text: string, { at, removed, inserted }: Replaced): string {
  return text.slice(0, at) + removed + text.slice(at + inserted.length);
}

export function asEdit({ at, removed, inserted }: Replaced): Edit {
  return { offset: at, removed: removed.length, inserted };
}
