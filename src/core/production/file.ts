// A production as its file's text, and back. What cannot be taken whole is refused with a reason: nothing in a file is ever dropped unsaid.
import { isRecord, shape, type Wrong } from './checks';
import { defaultRules, emptyProduction } from './emptyProduction';
import { countKeys, lineOfSecond, scanJson } from './jsonScan';
import type { Production } from './production';
import { castNumber, RECORDS, RULES } from './shape';

/**
 * Why a text is no production:
 * `tooLarge`; `merge`: git's marks of a conflict stand in it; `notJson`: detail is the parser's word; `twice`: a key stands twice in one object, detail is the line of the second;
 * `newer`: written by a newer Backlot, detail is its version; `unknown`: a key that this Backlot does not know, detail is where;
 * `invalid`: a value that is not what it should be, detail is where (empty: the whole).
 */
export type Refusal = 'tooLarge' | 'merge' | 'notJson' | 'twice' | 'newer' | 'unknown' | 'invalid';

export type ReadProduction = { readonly ok: true; readonly production: Production } | { readonly ok: false; readonly reason: Refusal; readonly detail?: string };

/** UTF-16 units. A feature with every word tagged stays far below. */
const MOST = 30_000_000;
/** A production's own depth is 7. */
const DEEPEST = 24;
/** A line of JSON cannot begin so: a string holds no line end. */
const CONFLICT = /^(?:<{7}|\|{7}|>{7})(?:\s|$)/m;

/** Reads a file's text. What a file leaves out is as in a new production. Never throws. */
export function readProduction(text: string): ReadProduction {
  if (text.length > MOST) {
    return { ok: false, reason: 'tooLarge' };
  }
  if (CONFLICT.test(text)) {
    return { ok: false, reason: 'merge' };
  }
  const scan = scanJson(text);
  if (scan.depth > DEEPEST) {
    return { ok: false, reason: 'invalid', detail: '' };
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, reason: 'notJson', ...(error instanceof Error && { detail: error.message }) };
  }
  if (countKeys(data) !== scan.keys) {
    const line = lineOfSecond(text);
    return { ok: false, reason: 'twice', ...(line !== undefined && { detail: String(line) }) };
  }
  return taken(data);
}

const version = (): undefined => undefined;
const WHOLE = shape({ version }, { ...RECORDS, rules: shape({}, RULES), numbered: castNumber });

function taken(data: unknown): ReadProduction {
  if (!isRecord(data) || !Object.hasOwn(data, 'version')) {
    return { ok: false, reason: 'invalid', detail: isRecord(data) ? 'version' : '' };
  }
  if (data['version'] !== 1) {
    const newer = typeof data['version'] === 'number' && data['version'] > 1;
    return { ok: false, ...(newer ? { reason: 'newer', detail: String(data['version']) } : { reason: 'invalid', detail: 'version' }) };
  }
  const wrong: Wrong | undefined = WHOLE(data, '');
  if (wrong) {
    return { ok: false, ...wrong };
  }
  const given = data as unknown as Partial<Production>;
  return { ok: true, production: { ...emptyProduction(), ...given, rules: { ...defaultRules(), ...given.rules } } };
}

/**
 * The file's text: one key a line, keys in the order of their letters, a line end at the end. What two people change in different
 * places stands on different lines, so that git puts their files together.
 */
export function serialiseProduction(production: Production): string {
  return `${written(production, '')}\n`;
}

function written(value: unknown, indent: string, inList = false): string {
  if (Array.isArray(value)) {
    return between('[', value.map((each) => written(each, `${indent}  `, true)), ']', indent);
  }
  if (!isRecord(value)) {
    return JSON.stringify(value);
  }
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  const entries = keys.map((key) => `${JSON.stringify(key)}: ${written(value[key], `${indent}  `)}`);
  // A strip is one line, so that one moved is one line moved.
  const [only] = entries;
  return inList && only !== undefined && entries.length === 1 && !isInner(value[keys[0] ?? '']) ? `{ ${only} }` : between('{', entries, '}', indent);
}

function isInner(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function between(open: string, entries: readonly string[], close: string, indent: string): string {
  return entries.length === 0 ? open + close : `${open}\n${entries.map((entry) => `${indent}  ${entry}`).join(',\n')}\n${indent}${close}`;
}
