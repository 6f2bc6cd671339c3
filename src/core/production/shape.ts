// What a production's file may hold, as checks: the types of production.ts, rules.ts and board.ts said once more for what comes from outside.
import { isDate } from './calendar';
import { MOST_CAST_NUMBER } from './castNumbers';
import { either, flag, keyed, list, matching, number, oneOf, record, shape, text, type Check } from './checks';

const date: Check = (value, at) => (typeof value === 'string' && isDate(value) ? undefined : { reason: 'invalid', detail: at });
const time = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const money = number(0, 1e12);
const windows = list(shape({ from: date, to: date }));

const DAY_TERMS = { dayCost: money, available: windows, away: windows };
const TERMS = { ...DAY_TERMS, holdShare: number(0, 1), dropAfter: number(0, 10_000, true) };
/** A record of which only the keys say something. */
const keys = record(oneOf(true));

export const castNumber = number(0, MOST_CAST_NUMBER, true);
const element = shape(
  { category: text, name: text },
  { ...TERMS, character: text, also: list(text), castNumber, played: text, contact: text, notes: text },
);
const quote = shape({ words: text, before: text, behind: text });
const tag = shape({ quotes: list(quote) }, { count: number(0, 1e6), notes: text });
/** Shooting time of one scene. */
export const MOST_MINUTES = 100_000;
const scene = shape(
  { heading: text, mark: text, tags: record(tag) },
  { number: text, light: oneOf('day', 'night', 'dawn', 'dusk'), storyDay: text, synopsis: text, minutes: number(0, MOST_MINUTES), notes: text, without: keys },
);
const location = shape({ name: text }, { ...DAY_TERMS, address: text, contact: text, parking: text, hospital: text, notes: text });
const crew = shape({ name: text, department: text }, { ...DAY_TERMS, job: text, contact: text, key: flag, callOffset: number(-1440, 1440) });

/** Each key of the rules; a file that lacks one gets the rule a new production begins with. */
export const RULES: Readonly<Record<string, Check>> = {
  title: text,
  company: text,
  currency: matching(/^[A-Za-z]{3}$/),
  start: date,
  daysOff: list(number(0, 6, true)),
  holidays: list(date),
  dayEighths: number(1, 8_000),
  minutesPerEighth: number(0, 1440),
  dayHours: number(1, 24),
  dayCall: time,
  nightCall: time,
  splitCall: time,
  turnaroundHours: number(0, 48),
  mayMix: flag,
  companyDayCost: money,
  castDayCost: money,
  nightCost: money,
  moveCost: money,
  moveMinutes: number(0, 1440),
  setMoveCost: money,
  setMoveMinutes: number(0, 1440),
};

const demand: Check = (value, at) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const check = typeof kind === 'string' ? DEMANDS.get(kind) : undefined;
  return check ? check(value, at) : { reason: 'invalid', detail: at === '' ? 'kind' : `${at}.kind` };
};
const DEMANDS = new Map<string, Check>([
  ['before', shape({ kind: text, first: text, then: text })],
  ['sameDay', shape({ kind: text, scenes: list(text) })],
  ['pinned', shape({ kind: text, scene: text, date })],
]);

const strip = either(shape({ scene: text }), shape({ banner: text }));
const day = shape({ id: text, kind: oneOf('shoot', 'off'), strips: list(strip) }, { note: text });
const seen = shape({ heading: text, eighths: number(0, 1e6), light: text, cast: list(text) });
const board = shape({
  name: text,
  days: list(day),
  boneyard: list(text),
  seen: record(seen),
  made: shape({ by: oneOf('script', 'hand', 'engine') }, { proved: flag, bound: number(-Number.MAX_VALUE, Number.MAX_VALUE) }),
});

/** The records of a production, each by its key. */
export const RECORDS: Readonly<Record<string, Check>> = {
  elements: record(element),
  categories: record(shape({ name: text, colour: matching(/^#[0-9a-f]{6}$/i) })),
  scenes: record(scene),
  sets: record(shape({ name: text }, { location: text, notes: text })),
  locations: record(location),
  crew: record(crew),
  demands: record(demand),
  boards: record(board),
  // Keys are made of what is suggested: any text.
  refused: keyed((key) => !(key in {}), oneOf(true)),
};
