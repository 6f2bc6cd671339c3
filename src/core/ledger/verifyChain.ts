// Whether a ledger folder is whole: nothing altered, missing, moved or unreadable. As data; in words: sayChain.ts.
import { entryFileName, timeOf, type Link } from './chain';
import { deviceOfHead, headFileName, readHead } from './head';
import { readFiles, type LedgerFile, type ReadFile } from './readLedger';

export type { LedgerFile } from './readLedger';

/**
 * What was found. Broken: `altered` contents that their hash does not fit, or an entry that is not the one its follower
 * was written after; `missing` numbers; `reordered` numbers that do not follow each other as the hashes do, or files
 * under each other's names; `unreadable` no entry in the file; `headless` a device without the file that tells its last
 * entry, so that entries may be gone from its end. Not broken, but to be known: `duplicated` the same entry
 * twice; `clock` an entry dated well before the one it follows: its number counts; `forked` two entries written after the same one, by two windows or on two branches; `foreign` a version this
 * does not know, left as it is.
 */
export type FindingKind = 'altered' | 'missing' | 'reordered' | 'unreadable' | 'headless' | 'duplicated' | 'forked' | 'foreign' | 'clock';

export interface ChainFinding {
  readonly kind: FindingKind;
  readonly broken: boolean;
  readonly device?: string;
  /** The entry's number, or the first and last of those missing. */
  readonly number?: number;
  readonly to?: number;
  readonly files: readonly string[];
}

export interface DeviceChain {
  readonly device: string;
  /** How many different entries there are. */
  readonly entries: number;
  /** The highest number, head files included. */
  readonly last: number;
}

export interface ChainReport {
  /** No finding that breaks it. An empty folder is whole. */
  readonly whole: boolean;
  readonly entries: number;
  readonly devices: readonly DeviceChain[];
  readonly findings: readonly ChainFinding[];
}

const BREAKS: Readonly<Record<FindingKind, boolean>> = { altered: true, missing: true, reordered: true, unreadable: true, headless: true, duplicated: false, forked: false, foreign: false, clock: false };

type Linked = ReadFile & { readonly link: Link };

/**
 * Checks a folder's files. Never throws, whatever they hold. Not found, because nothing in the folder can tell it: a
 * chain made wholly anew, and a device's entries taken away together with its head file. A git history tells those.
 * @param files all files of the folder, head files among them
 * @param heads head files, where the caller keeps them apart
 */
export function verifyChain(files: readonly LedgerFile[], heads: readonly LedgerFile[] = []): ChainReport {
  return checkFiles(readFiles(files), [...files, ...heads]);
}

/** The same where the entries are already read. */
function checkFiles(read: readonly ReadFile[], all: readonly LedgerFile[]): ChainReport {
  const findings: ChainFinding[] = [];
  const ends = endsOf(all);
  for (const file of read) {
    if (!file.link || (file.link.version === 1 && !file.entry && file.sealed)) {
      findings.push(finding('unreadable', file.link, [file.name]));
    }
  }
  const devices = grouped(read.filter((file): file is Linked => file.link !== undefined), ({ link }) => link.device);
  const chains: DeviceChain[] = [];
  for (const device of [...new Set([...devices.keys(), ...ends.keys()])].sort()) {
    const once = withoutCopies(devices.get(device) ?? [], findings);
    const named = ends.get(device) ?? [];
    checkDevice(device, once, named, findings);
    if (once.length > 0 && named.length === 0) {
      findings.push(finding('headless', undefined, [headFileName(device)]));
    }
    checkClock(once, findings);
    chains.push({ device, entries: once.length, last: [...once.map(({ link }) => link), ...named].reduce((last, { number }) => Math.max(last, number), 0) });
  }
  return { whole: !findings.some(({ broken }) => broken), entries: chains.reduce((sum, { entries }) => sum + entries, 0), devices: chains, findings };
}

function finding(kind: FindingKind, at: { readonly device: string; readonly number: number; readonly to?: number } | undefined, files: readonly string[]): ChainFinding {
  const to = at?.to !== undefined && at.to > at.number ? { to: at.to } : {};
  return { kind, broken: BREAKS[kind], ...(at && { device: at.device, number: at.number, ...to }), files };
}

function endsOf(files: readonly LedgerFile[]): Map<string, ReturnType<typeof readHead>> {
  return new Map(files.flatMap(({ name, text }) => {
    const device = deviceOfHead(name);
    return device === undefined ? [] : [[device, readHead(text)] as const];
  }));
}

/** Each entry once, by number. */
function withoutCopies(linked: readonly Linked[], findings: ChainFinding[]): Linked[] {
  const once: Linked[] = [];
  // What does not fit its seal is no copy of what does.
  for (const copies of grouped(linked, ({ sealed, link }) => `${sealed} ${link.hash}`).values()) {
    const right = copies.find(({ name, link }) => name === entryFileName(link)) ?? copies[0];
    if (right) {
      once.push(right);
    }
    if (right && copies.length > 1) {
      findings.push(finding('duplicated', right.link, copies.map(({ name }) => name)));
    }
  }
  return once.sort((a, b) => a.link.number - b.link.number);
}

function checkDevice(device: string, files: readonly Linked[], ends: readonly { number: number; hash: string }[], findings: ChainFinding[]): void {
  const byHash = new Map(files.map((file) => [file.link.hash, file]));
  const byNumber = grouped(files, ({ link }) => link.number);
  const missing = new Set<number>();
  const replaced = new Set<number>();
  /** An entry of this number is known by its hash, and is not here. */
  const lost = (number: number): void => void (byNumber.has(number) ? replaced : missing).add(number);
  for (const file of files) {
    const { link, name } = file;
    // Every version seals in the same way: a changed version number is a change.
    if (!file.sealed) {
      findings.push(finding('altered', link, [name]));
    } else if (link.version !== 1) {
      findings.push(finding('foreign', link, [name]));
    }
    if (isMisnamed(file)) {
      findings.push(finding('reordered', link, [name]));
    }
    const before = byHash.get(link.previous);
    // A number that its seal does not hold says nothing about the order.
    const isHeld = file.sealed && before?.sealed !== false;
    if (before ? isHeld && before.link.number !== link.number - 1 : isHeld && link.previous === '' && link.number !== 1) {
      findings.push(finding('reordered', link, [name]));
    } else if (!before && link.number > 1) {
      lost(link.number - 1);
    }
  }
  for (const { number, hash } of ends) {
    if (!byHash.has(hash)) {
      lost(number);
    }
  }
  addGaps([...files.filter(({ sealed }) => sealed).map(({ link }) => link), ...ends].map(({ number }) => number), byNumber, missing);
  runsOf(missing).forEach(([number, to]) => findings.push(finding('missing', { device, number, to }, [])));
  for (const number of replaced) {
    const here = byNumber.get(number) ?? [];
    // Where its seal is broken too, that has been said.
    if (here.every(({ sealed }) => sealed)) {
      findings.push(finding('altered', { device, number }, here.map(({ name }) => name)));
    }
  }
  for (const group of grouped(files.filter(({ link }) => link.previous !== '' || link.number === 1), ({ link }) => link.previous).values()) {
    if (group.length > 1 && group[0] && group.every(({ sealed }) => sealed)) {
      findings.push(finding('forked', group[0].link, group.map(({ name }) => name)));
    }
  }
}

/** As timeOf counts: so much earlier says more than that two windows wrote at once. */
const CLOCK_BACK = 10 * 60_000;

/** An offer is dated when it was asked for, and written when it was answered: it says nothing of the clock. */
function checkClock(files: readonly Linked[], findings: ChainFinding[]): void {
  let before = 0;
  for (const { link, entry, name } of files) {
    if (entry && entry.kind !== 'offer') {
      const at = timeOf(link.time);
      if (at + CLOCK_BACK < before) {
        findings.push(finding('clock', link, [name]));
      }
      before = at;
    }
  }
}

/** Under the name of another entry: the folder then shows them in an order in which they were not written. */
function isMisnamed({ name, link }: Linked): boolean {
  const right = entryFileName(link);
  return name !== right && /^[\w-]+-\d{6,}-[0-9a-f]{8}\.json$/.test(name) && !name.startsWith(right.slice(0, -5));
}

/** Numbers that no entry has, below the highest that is known. */
function addGaps(numbers: readonly number[], here: ReadonlyMap<number, unknown>, missing: Set<number>): void {
  let last = 0;
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    // A hostile number may be huge: the beginning of the gap says enough.
    for (let gap = last + 1; gap < number && missing.size < MOST_NAMED; gap++) {
      // What stands there with a broken seal has been told.
      if (!here.has(gap)) {
        missing.add(gap);
      }
    }
    last = number;
  }
}

const MOST_NAMED = 10_000;

function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

function runsOf(numbers: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  return runs;
}
