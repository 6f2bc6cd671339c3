// Which accepted insertions still count: those whose yes was not taken back.
import type { AcceptEntry, Entry, EntryHead } from './entry';

export type Accepted = EntryHead & AcceptEntry & { readonly hash: string };

/** @param entries in order of time. An undo and a redo may follow each other any number of times: the last one counts. */
export function liveAccepts(entries: readonly Entry[]): Accepted[] {
  const gone = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'takenBack') {
      gone.add(entry.accept);
    } else if (entry.kind === 'takenAgain') {
      gone.delete(entry.accept);
    }
  }
  return entries.filter((entry): entry is Accepted => entry.kind === 'accept' && !gone.has(entry.id));
}
