// What the check of a ledger found, in sentences for a person. English: reports are documents, and go to people who did not choose the editor's language.
import type { ChainFinding, ChainReport, FindingKind } from './verifyChain';

const MOST_TOLD = 20;

/** One sentence: whole, or what is wrong first of all. */
export function saySummary(report: ChainReport): string {
  const { whole, entries, devices, findings } = report;
  if (entries === 0 && findings.length === 0) {
    return 'There are no entries.';
  }
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'} of ${devices.length} ${devices.length === 1 ? 'device' : 'devices'}`;
  const broken = findings.filter((each) => each.broken);
  if (whole) {
    return `Complete: ${count}, each as it was written${findings.length === 0 ? '' : `; ${findings.length === 1 ? '1 note' : `${findings.length} notes`} on it`}.`;
  }
  const [first] = broken;
  const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : '';
  return `Broken: ${first ? sayFinding(first).replace(/\.$/, '') : 'unknown'}${more}.`;
}

/** Every finding in a sentence, the broken ones first; at most twenty and a count of the rest. */
export function sayFindings(report: ChainReport): string[] {
  const ordered = [...report.findings].sort((a, b) => Number(b.broken) - Number(a.broken));
  const told = ordered.slice(0, MOST_TOLD).map(sayFinding);
  return ordered.length > MOST_TOLD ? [...told, `And ${ordered.length - MOST_TOLD} more.`] : told;
}

/** A finding in a sentence. File and device names come from the folder and may hold anything: the caller escapes. */
export function sayFinding(finding: ChainFinding): string {
  const { device, number, to, files } = finding;
  const entry = number === undefined ? 'an entry' : to === undefined ? `entry ${number}` : `entries ${number} to ${to}`;
  const where = device === undefined ? '' : ` of device ${device}`;
  const named = files.length === 0 ? '' : ` (${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''})`;
  return SAID[finding.kind](`${entry.charAt(0).toUpperCase()}${entry.slice(1)}${where}${named}`, to !== undefined, files);
}

const SAID: Readonly<Record<FindingKind, (entry: string, many: boolean, files: readonly string[]) => string>> = {
  altered: (entry) => `${entry} is not as it was written.`,
  missing: (entry, many) => `${entry} ${many ? 'are' : 'is'} missing.`,
  reordered: (entry) => `${entry} does not stand where it was written in the order.`,
  unreadable: (_, __, files) => `${files.join(', ')} cannot be read as an entry.`,
  headless: (_, __, files) => `${files.join(', ')} is missing or names no entry: whether entries were taken from the end of that device’s record cannot be told.`,
  clock: (entry) => `${entry} is dated well before the one it follows: a clock was set back, or it waited to be written. The order of the numbers counts.`,
  duplicated: (entry) => `${entry} is there more than once; it counts once.`,
  forked: (entry) => `${entry} and another were written after the same entry, by two windows or on two branches; both count.`,
  foreign: (entry) => `${entry} was written by another version of Backlot and is left as it is.`,
};
