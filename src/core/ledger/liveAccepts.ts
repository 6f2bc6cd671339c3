// Which accepted insertions still count: those whose yes was not taken back.
import type { AcceptEntry, Entry, EntryHead } from './entry';

export type Accepted = EntryHead & AcceptEntry & { readonly hash: string };

/** @param entries in order. An undo and a redo may follow each other any number of times: the last one counts. */
export function liveAccepts(entries: readonly Entry[]): Accepted[] {
  const gone = takenBackIn(entries);
  return entries.filter((entry): entry is Accepted => entry.kind === 'accept' && !gone.has(entry.id));
}

/**
 * The ids of the accepts that were taken back. Only the device that took a text in can undo that: what another says of it
 * does not count. An entry that waits to be written has no device yet, and is this one's.
 */
export function takenBackIn(entries: readonly Entry[]): ReadonlySet<string> {
  const devices = new Map(entries.flatMap((entry) => (entry.kind === 'accept' ? [[entry.id, entry.device] as const] : [])));
  const gone = new Set<string>();
  for (const entry of entries) {
    const isUndo = entry.kind === 'takenBack' || entry.kind === 'takenAgain';
    const by = isUndo ? devices.get(entry.accept) : undefined;
    if (!isUndo || (by !== entry.device && by !== '' && entry.device !== '')) {
      continue;
    }
    if (entry.kind === 'takenBack') {
      gone.add(entry.accept);
    } else {
      gone.delete(entry.accept);
    }
  }
  return gone;
}
