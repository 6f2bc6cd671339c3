// Adds entries to a device's chain in a ledger folder: after whatever stands there in that moment, whole or not at all.
import { entryFileName, readEntry, sealEntry, serialiseEntry } from '../core/ledger/chain';
import type { Entry, EntryBody } from '../core/ledger/entry';
import { GIT_ATTRIBUTES, headAfter, headFileName, readHead, type NamedEnd } from '../core/ledger/head';
import { isEntryFile } from '../core/ledger/readLedger';

/** A ledger folder, as far as writing into it goes. All reject where the folder cannot be read or written. */
export interface LedgerFolder {
  /** Names of its files; none where there is no folder yet. */
  names(): Promise<readonly string[]>;
  /** A file's text; undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** A whole file or none; what stood under the name is replaced. The folder is made where there is none. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** What is to be written: an entry without its place in the chain. */
export interface Unsealed {
  readonly id: string;
  readonly time: string;
  /** The script's path from the folder that holds `.backlot`. */
  readonly script: string;
  readonly body: EntryBody;
}

/** How often another place in the chain is looked for, where another window writes in the same moment. */
const TRIES = 8;

/**
 * Writes one entry behind the device's last one, which is looked up anew: another window may have written since.
 * Where two meet at one place of the chain, whoever sees the other takes theirs out and goes behind it. Called again after
 * it failed, it writes the same entry no second time.
 * @param pause waits a chance moment before another try
 */
export async function appendEntry(folder: LedgerFolder, device: string, { id, time, script, body }: Unsealed, pause: () => Promise<void>): Promise<Entry> {
  for (let tries = 1; ; tries++) {
    const names = await folder.names();
    const end = await endOf(folder, device, names);
    if (end.entry?.id === id) {
      // Written before, when only what comes after it could not be.
      await finish(folder, device, end.entry, names);
      return end.entry;
    }
    const entry = sealEntry({ version: 1, id, time, device, number: end.number + 1, previous: end.hash, script }, body);
    const name = entryFileName(entry);
    await folder.write(name, serialiseEntry(entry));
    const twins = (await folder.names()).filter((other) => other !== name && numberIn(other, device) === entry.number && !names.includes(other));
    if (twins.length === 0 || tries === TRIES) {
      await finish(folder, device, entry, names);
      return entry;
    }
    await folder.remove(name);
    await pause();
  }
}

/** The head file comes last: cut off before it, the entry is written all the same, and the next one names itself. */
async function finish(folder: LedgerFolder, device: string, entry: Entry, names: readonly string[]): Promise<void> {
  const head = headFileName(device);
  await folder.write(head, headAfter(await folder.read(head), entry));
  if (!names.includes('.gitattributes')) {
    await folder.write('.gitattributes', GIT_ATTRIBUTES);
  }
}

/** The device's last entry: by the files, or by its head file where the last ones are gone; then they stay missed. */
async function endOf(folder: LedgerFolder, device: string, names: readonly string[]): Promise<NamedEnd & { readonly entry?: Entry }> {
  const head = names.includes(headFileName(device)) ? ((await folder.read(headFileName(device))) ?? '') : '';
  const named = readHead(head).reduce((last, each) => (each.number > last.number ? each : last), { number: 0, hash: '' });
  const numbered = names.map((name) => ({ name, number: numberIn(name, device) })).filter(({ number }) => number > named.number);
  for (const { name } of numbered.sort((a, b) => b.number - a.number)) {
    const entry = readEntry((await folder.read(name)) ?? '');
    if (entry?.device === device) {
      return entry.number > named.number ? { number: entry.number, hash: entry.hash, entry } : named;
    }
  }
  return named;
}

/** The number of a device's entry by its file's name; 0 for any other file. */
function numberIn(name: string, device: string): number {
  const rest = isEntryFile(name) && name.startsWith(`${device}-`) ? name.slice(device.length + 1) : '';
  const number = Number(/^(\d{6,15})-/.exec(rest)?.[1]);
  return Number.isSafeInteger(number) ? number : 0;
}
