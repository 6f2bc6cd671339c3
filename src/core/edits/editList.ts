// Several edits of one text at once: put in order, joined where they touch, cut down to what really changes.
import type { Edit } from './edit';

/**
 * The text after all edits, which must be ordered from the end to the start and not overlap (as tidyEdits gives them).
 * Linear however many they are.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = text.length;
  for (const { offset, removed, inserted } of edits) {
    parts.push(text.slice(offset + removed, end), inserted);
    end = offset;
  }
  parts.push(text.slice(0, end));
  return parts.reverse().join('');
}

/**
 * Edits that all speak of the same `text` and do not overlap, made ready to be applied one after the other:
 * from the end to the start, touching ones joined, what stays the same left out.
 */
export function tidyEdits(text: string, edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.removed - b.removed)) {
    const last = joined.at(-1);
    if (last !== undefined && last.offset + last.removed === edit.offset) {
      joined[joined.length - 1] = { offset: last.offset, removed: last.removed + edit.removed, inserted: last.inserted + edit.inserted };
    } else {
      joined.push(edit);
    }
  }
  return joined
    .map((edit) => trimEdit(text, edit))
    .filter((edit) => edit.removed > 0 || edit.inserted !== '')
    .reverse();
}

/** The same change without the equal text at its two ends. Never cuts a CRLF or a surrogate pair in two. */
export function trimEdit(text: string, edit: Edit): Edit {
  const removed = text.slice(edit.offset, edit.offset + edit.removed);
  const { inserted } = edit;
  const most = Math.min(removed.length, inserted.length);
  let head = 0;
  while (head < most && removed[head] === inserted[head]) {
    head += 1;
  }
  if (head > 0 && (splits(removed, head) || splits(inserted, head) || splits(text, edit.offset + head))) {
    head -= 1;
  }
  let tail = 0;
  while (tail < most - head && removed[removed.length - 1 - tail] === inserted[inserted.length - 1 - tail]) {
    tail += 1;
  }
  if (tail > 0 && (splits(removed, removed.length - tail) || splits(inserted, inserted.length - tail))) {
    tail -= 1;
  }
  return { offset: edit.offset + head, removed: removed.length - head - tail, inserted: inserted.slice(head, inserted.length - tail) };
}

function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (before === 13 && after === 10) || (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000);
}
