// A ledger folder's files read: the entries that can be used, each once and in order of time, and every file for the check of the chain.
import { canonicalJson, prettyJson, readFields, type Fields } from './canonical';
import { entryOf, linkOf, sealOf, timeOf, type Link } from './chain';
import type { Entry } from './entry';
import { deviceOfHead } from './head';

/** A file of `.backlot/ledger`, by its name in that folder. */
export interface LedgerFile {
  readonly name: string;
  readonly text: string;
}

/** An entry's file as it was read. */
export interface ReadFile {
  readonly name: string;
  /** Missing: nothing of an entry can be read. */
  readonly link?: Link;
  /** Missing: of another version, or not of the form. */
  readonly entry?: Entry;
  /** Its hash is the hash of its contents, and these are all that the file says. */
  readonly sealed: boolean;
}

/** Whether a file of the folder should hold an entry. Others (heads, .gitattributes, what a system leaves) are none. */
export function isEntryFile(name: string): boolean {
  return /\.json$/i.test(name) && !/(?:^|[\\/])\./.test(name) && deviceOfHead(name) === undefined;
}

/** Every entry file, in order of the files' names. Never throws, whatever they hold. */
export function readFiles(files: readonly LedgerFile[]): ReadFile[] {
  const entryFiles = files.filter(({ name }) => isEntryFile(name)).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return entryFiles.map(({ name, text }) => {
    const fields = readFields(text);
    const link = linkOf(fields);
    const entry = fields && entryOf(fields);
    return { name, ...(link && { link }), ...(entry && { entry }), sealed: fields !== undefined && link !== undefined && sealOf(fields) === link.hash && isPlain(text, fields) };
  });
}

/** Nothing stands in the file beside what was read: of a key that is there twice JSON tells the last one only, a person reads the first. */
function isPlain(text: string, fields: Fields): boolean {
  return text.replace(/\r\n?/g, '\n').trim() === prettyJson(fields);
}

/**
 * The entries of a folder, each once, in the order in which they were made. Those whose seal is broken are among them: a
 * report says so rather than leave out what was recorded.
 */
export function entriesOf(files: readonly LedgerFile[]): Entry[] {
  return inOrder(readFiles(files).flatMap(({ entry }) => entry ?? []));
}

/**
 * The same from files already read. A device's entries stand by their numbers, whatever its clock said: set back, it would
 * put a redo before the undo. The devices' lists are joined by time.
 */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const devices = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = devices.get(entry.device);
    if (known) {
      known.push(entry);
    } else {
      devices.set(entry.device, [entry]);
    }
  }
  const names = [...devices.keys()].sort();
  return joined(names.map((name) => (devices.get(name) ?? []).sort((a, b) => a.number - b.number || timeOf(a.time) - timeOf(b.time))));
}

/** Lists in order, each of which keeps its own, as one by time; each entry once. */
export function joined(lists: readonly (readonly Entry[])[]): Entry[] {
  const timed = lists.flatMap((list) => {
    let latest = 0;
    return list.map((entry) => ({ entry, at: (latest = Math.max(latest, timeOf(entry.time))) }));
  });
  const all = timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
  return withoutTwins([...new Map(all.map((entry) => [entry.hash, entry])).values()]);
}

/** One that was sealed twice, because its writing seemed to have failed, counts once: the first in the list. */
function withoutTwins(entries: readonly Entry[]): Entry[] {
  const ids = new Set<string>();
  const repeated = new Set(entries.flatMap(({ id }) => (ids.size === ids.add(id).size ? [id] : [])));
  const seen = new Set<string>();
  // An id alone makes no twin: somebody could hide an entry behind another of its name.
  return entries.filter((entry) => !repeated.has(entry.id) || seen.size < seen.add(contentOf(entry)).size);
}

/** All of an entry but its place in a chain. */
function contentOf(entry: Entry): string {
  return canonicalJson({ ...entry, device: undefined, number: undefined, previous: undefined, hash: undefined });
}
