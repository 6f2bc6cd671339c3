// The chain of a device's entries: how one is sealed, written, named and read. How a chain is checked: verifyChain.ts.
import { canonicalJson, isFields, prettyJson, readFields, type Fields } from './canonical';
import type { Entry, EntryBody, EntryHead } from './entry';
import { isBody } from './entryForm';
import { hashOf } from './hash';

/** What any version's entry has, and the chain is made of. */
export type Link = EntryHeadOfAnyVersion & { readonly hash: string };
type EntryHeadOfAnyVersion = Omit<EntryHead, 'version'> & { readonly version: number };

/**
 * Joins head and body and seals them with a hash over all of it. The hash holds the entry before by `previous`, so a
 * change anywhere shows. It is a seal against slips and quiet changes, not against somebody who makes the whole chain
 * anew: there is no key behind it.
 */
export function sealEntry(head: EntryHead, body: EntryBody): Entry {
  const { version, id, time, device, number, previous, script } = head;
  const open = { version, id, time, device, number, previous, script, ...body };
  return { ...open, hash: hashOf(canonicalJson(open)) };
}

/** The hash that an entry's contents should have. */
export function sealOf(fields: Fields): string {
  return hashOf(canonicalJson({ ...fields, hash: undefined }));
}

/** An entry as its file's text: one key a line, always in the same order, with a final line end. */
export function serialiseEntry(entry: Entry): string {
  return `${prettyJson(entry)}\n`;
}

/** An entry's file name: sorted by device and number, and never two for one name, also when two windows write at once. */
export function entryFileName(entry: Pick<Link, 'device' | 'number' | 'hash'>): string {
  return `${entry.device}-${String(entry.number).padStart(6, '0')}-${entry.hash.slice(0, 8)}.json`;
}

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const HASH = /^[0-9a-f]{64}$/;

/** The link of the chain that an entry of any version is; undefined where that cannot be read. */
export function linkOf(fields: Fields | undefined): Link | undefined {
  const { version, id, time, device, number, previous, script, hash } = fields ?? {};
  const isLink =
    typeof version === 'number' && typeof id === 'string' && typeof time === 'string' && !Number.isNaN(timeOf(time)) && typeof device === 'string' && NAME.test(device) &&
    typeof number === 'number' && Number.isSafeInteger(number) && number >= 1 && typeof previous === 'string' && (previous === '' || HASH.test(previous)) &&
    typeof script === 'string' && typeof hash === 'string' && HASH.test(hash);
  return isLink ? { version, id, time, device, number, previous, script, hash } : undefined;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z$/;

/** A number that sorts as the times do; NaN for what is no time in UTC. By its digits: core has no clock. */
export function timeOf(time: string): number {
  const [, year = NaN, month = 0, day = 0, hour = 0, minute = 0, second = 0, part = 0] = TIME.exec(time)?.map((each: string | undefined, at) => Number(at === 7 ? (each ?? '').padEnd(3, '0') : each)) ?? [];
  return (((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + part;
}

/**
 * An entry from a file's text. Undefined where it is none, or of a version this does not know, or not of the form.
 * Whether it is sealed rightly is verifyChain's question. Never throws, whatever the text.
 */
export function readEntry(text: string): Entry | undefined {
  const fields = readFields(text);
  return fields && entryOf(fields);
}

/** The same from JSON already read. */
export function entryOf(fields: Fields): Entry | undefined {
  const link = linkOf(fields);
  return link?.version === 1 && isFields(fields) && isBody(fields) ? (fields as unknown as Entry) : undefined;
}
