// A device's head file: the last entries it wrote, so that one taken from the end of its chain is missed too.
import type { Link } from './chain';

/**
 * What `.backlot/ledger/.gitattributes` should hold. One device on two branches writes two ends; git then keeps the
 * lines of both, and both are true: a head file names entries that have been written.
 */
export const GIT_ATTRIBUTES = '*.head merge=union\n';

const SUFFIX = '.head';

/** The name of a device's head file. */
export function headFileName(device: string): string {
  return `${device}${SUFFIX}`;
}

/** The device a head file is of; undefined where a name is none. */
export function deviceOfHead(name: string): string | undefined {
  const base = name.replace(/^.*[\\/]/, '');
  return base.endsWith(SUFFIX) && base.length > SUFFIX.length ? base.slice(0, -SUFFIX.length) : undefined;
}

/** An entry that a head file names. */
export interface NamedEnd {
  readonly number: number;
  readonly hash: string;
}

/** One line a branch: more are no head file's. */
const MOST_ENDS = 1000;

/** A head file's lines, each once; what git or a person put between them is passed over. */
export function readHead(text: string): NamedEnd[] {
  const ends = new Map<string, NamedEnd>();
  for (const [, number, hash = ''] of text.matchAll(/^(\d{1,15}) ([0-9a-f]{64})[^\S\n]*$/gm)) {
    ends.set(`${number} ${hash}`, { number: Number(number), hash });
    if (ends.size === MOST_ENDS) {
      break;
    }
  }
  return [...ends.values()];
}

/**
 * The head file's text once an entry is written: its line in the place of the one it was written after. Other lines
 * stay, since they are ends of other branches.
 * @param before the file's text until now, if there is one
 */
export function headAfter(before: string | undefined, entry: Pick<Link, 'number' | 'hash' | 'previous'>): string {
  const others = readHead(before ?? '').filter(({ hash }) => hash !== entry.previous && hash !== entry.hash);
  return [...others, entry].map(({ number, hash }) => `${number} ${hash}\n`).join('');
}
