// A ledger folder's files read: the entries that can be used, each once and in order of time, and every file for the check of the chain.
import { readFields } from './canonical';
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
  /** Its hash is the hash of its contents. */
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
    return { name, ...(link && { link }), ...(entry && { entry }), sealed: fields !== undefined && link !== undefined && sealOf(fields) === link.hash };
  });
}

/**
 * The entries of a folder, each once, by time (then device and number). Those whose seal is broken are among them: a
 * report says so rather than leave out what was recorded.
 */
export function entriesOf(files: readonly LedgerFile[]): Entry[] {
  return inOrder(readFiles(files).flatMap(({ entry }) => entry ?? []));
}

/** The same from files already read. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const once = [...new Map(entries.map((entry) => [entry.hash, entry])).values()];
  return once.sort((a, b) => timeOf(a.time) - timeOf(b.time) || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.number - b.number));
}
