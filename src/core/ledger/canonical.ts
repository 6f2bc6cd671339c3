// JSON in one form for hashing, and in one form for files; and reading JSON from files that may be anything.

/** Deeper than any entry. A file may nest as deep as it likes; nothing here follows it. */
const DEEPEST = 12;
/** In UTF-16 units: a whole feature taken in at once, kept with its text, is a tenth of it. */
const LONGEST = 16_000_000;

/** A JSON object as read, nothing known of it yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object (no array, not null). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON object a text holds. Undefined for anything else, also where it is too long or nests too deep. Never throws. */
export function readFields(text: string): Fields | undefined {
  if (text.length > LONGEST) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return isFields(value) && isShallow(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return left > 0 && Object.values(value).every((each) => isShallow(each, left - 1));
}

function plainJson(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** JSON with sorted keys and no white space: the same for the same data, whoever wrote it. Undefined values are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (!isFields(value)) {
    return plainJson(value);
  }
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}

/** JSON for a file that people and git read: one key a line, lists of plain values on one line. */
export function prettyJson(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const nested = value.some((each) => isFields(each));
    return nested ? `[\n${value.map((each) => inner + prettyJson(each, inner)).join(',\n')}\n${indent}]` : `[${value.map((each) => prettyJson(each)).join(', ')}]`;
  }
  if (!isFields(value)) {
    return plainJson(value);
  }
  const lines = Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => `${inner}${JSON.stringify(key)}: ${prettyJson(each, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}
