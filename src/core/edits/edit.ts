// A change of a text, in the form every floor of the house speaks.

/**
 * One change: from `offset`, `removed` UTF-16 units go and `inserted` comes in.
 * Offsets count UTF-16 units from the start of the text the edit applies to.
 */
export interface Edit {
  readonly offset: number;
  readonly removed: number;
  readonly inserted: string;
}

/**
 * The text after the edit.
 * @throws RangeError when the edit reaches outside the text: a caller's mistake, never a writer's.
 */
export function applyEdit(text: string, edit: Edit): string {
  if (edit.offset < 0 || edit.removed < 0 || edit.offset + edit.removed > text.length) {
    throw new RangeError(`edit ${edit.offset}+${edit.removed} outside a text of ${text.length}`);
  }
  return text.slice(0, edit.offset) + edit.inserted + text.slice(edit.offset + edit.removed);
}
