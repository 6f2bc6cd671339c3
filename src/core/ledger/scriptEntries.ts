// Which entries of a folder are a script's: by its name, and by the names it had before.
import type { Entry } from './entry';

/** The name was the script's for the entries between these places in the list (both left out). */
interface Held {
  readonly name: string;
  readonly after: number;
  readonly before: number;
}

/**
 * A name is a script's from the last time another was moved away from it: what was noted under it before then is that
 * other's. What a script was called before is told by 'moved' entries, and under an older name only what was written
 * before the move counts, since another script may bear it now.
 * @param entries in order of time
 * @param script the name it has now
 */
export function entriesOfScript(entries: readonly Entry[], script: string): Entry[] {
  const written = new Map<string, number[]>();
  const movedFrom = new Map<string, number[]>();
  const movedTo = new Map<string, { readonly from: string; readonly at: number }[]>();
  for (const [at, entry] of entries.entries()) {
    const name = composed(entry.script);
    const from = entry.kind === 'moved' ? composed(entry.from) : name;
    add(written, name, at);
    if (from !== name) {
      add(movedFrom, from, at);
      add(movedTo, name, { from, at });
    }
  }
  const heldUntil = (name: string, before: number): Held => ({ name, after: movedFrom.get(name)?.findLast((at) => at < before) ?? -1, before });
  const own = new Set<number>();
  const toFollow = [heldUntil(composed(script), entries.length)];
  // The list grows while it is read. Each way leads back in time: none is a circle.
  for (const { name, after, before } of toFollow) {
    const isHeld = (at: number): boolean => at > after && at < before;
    written.get(name)?.filter(isHeld).forEach((at) => own.add(at));
    movedTo.get(name)?.filter(({ at }) => isHeld(at)).forEach(({ from, at }) => toFollow.push(heldUntil(from, at)));
  }
  return entries.filter((_, at) => own.has(at));
}

/** Systems write "é" as one sign or as two: it is the same name. */
function composed(name: string): string {
  return name.normalize('NFC');
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
