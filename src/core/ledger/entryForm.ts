// Whether JSON has the form of an entry's body: files may hold anything, and what reads entries need not wonder.
import { isFields, type Fields } from './canonical';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const oneOf = (...words: readonly string[]): Check => (value) => typeof value === 'string' && words.includes(value);
const fields = (checks: Readonly<Record<string, Check>>): Check => {
  const all = Object.entries(checks);
  return (value) => isFields(value) && all.every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : undefined));
};

const HASHED = { hash: isHash, words: isCount, text: maybe(isText) };
const isHashed = fields(HASHED);
const isPlace = fields({ scene: isText, line: isCount });
const isModel = fields({ origin: isText, local: isFlag, asked: isText, returned: maybe(isText) });
const isUsage = fields({ inputTokens: isCount, outputTokens: isCount, cachedTokens: maybe(isCount) });
const isPrint: Check = (value) => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);
const isPrinted = fields({ ...HASHED, salt: isText, fingerprints: listOf(isPrint), lines: maybe(listOf(isCount)) });
/** Words of one entry: ten features. */
const MOST_WORDS = 400_000;

/** Lines that have the words there are. */
const isPrintedWhole: Check = (value) => {
  if (!isPrinted(value)) {
    return false;
  }
  const { fingerprints, lines } = value as { readonly fingerprints: readonly string[]; readonly lines?: readonly number[] };
  return fingerprints.length <= MOST_WORDS && (lines === undefined || lines.reduce((sum, count) => sum + count, 0) === fingerprints.length);
};
const isAround = fields({ before: listOf(isPrint), after: listOf(isPrint) });

/** Runs in order, apart, and inside the words they speak of. */
function areRuns(runs: unknown, words: number): boolean {
  let last = 0;
  return Array.isArray(runs) && runs.every((run: unknown) => {
    if (!Array.isArray(run) || run.length !== 2 || !run.every(isCount)) {
      return false;
    }
    const [from, to] = run as [number, number];
    const fits = from >= last && to > from && to <= words;
    last = to;
    return fits;
  });
}

const isAccept = fields({ offer: maybe(isText), alternative: maybe(isHash), edited: isFlag, inserted: isPrintedWhole, replaced: isHashed, around: maybe(isAround), place: isPlace });

const BODIES = new Map<unknown, Check>([
  ['offer', fields({ command: isText, model: isModel, direction: maybe(isHashed), context: isHashed, alternatives: listOf(isHashed), ended: oneOf('whole', 'cut', 'stopped', 'failed'), usage: maybe(isUsage), place: isPlace })],
  ['accept', (value) => isAccept(value) && areRuns((value as Fields)['generated'], wordsIn(value as Fields))],
  ['takenBack', fields({ accept: isText })],
  ['takenAgain', fields({ accept: isText })],
  ['decline', fields({ offer: isText, alternatives: (value) => value === 'all' || listOf(isHash)(value) })],
  ['change', fields({ accept: isText, now: isHashed, kept: isCount })],
  ['moved', fields({ from: isText })],
]);

function wordsIn(accept: Fields): number {
  return (accept['inserted'] as { fingerprints: readonly string[] }).fingerprints.length;
}

/** Whether these are the fields of an entry of a kind that is known, each of its type. More fields than known do no harm. */
export function isBody(value: Fields): boolean {
  return BODIES.get(value['kind'])?.(value) === true;
}
