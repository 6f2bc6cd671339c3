// Which entries of a folder are a script's: by its name, and by the names it had before.
import { timeOf } from './chain';
import type { Entry } from './entry';

/**
 * @param entries in order of time
 * @param script the name it has now; what it was called before is told by 'moved' entries, and only what was written
 * under an older name before the move counts (another script may bear that name since)
 */
export function entriesOfScript(entries: readonly Entry[], script: string): Entry[] {
  const until = new Map([[script, Infinity]]);
  // The latest move first: each leads to a name that holds until then.
  for (const entry of [...entries].reverse()) {
    const held = entry.kind === 'moved' ? until.get(entry.script) : undefined;
    if (entry.kind === 'moved' && held !== undefined && timeOf(entry.time) <= held && !until.has(entry.from)) {
      until.set(entry.from, timeOf(entry.time));
    }
  }
  return entries.filter((entry) => timeOf(entry.time) <= (until.get(entry.script) ?? -Infinity));
}
