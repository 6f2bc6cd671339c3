// Takes what is typed into one field of the production into it, or says why not. Nothing half-right is kept.
import { addDays, daysBetween } from './calendar';
import type { BreakdownElement, CrewMember, Location, Production, Window } from './production';
import type { Demand, Rules } from './rules';
import { readDate, readWindow, tidyWindows, type DateWords } from './validateDates';
import { refused, type Read } from './validateSaid';
import { readScene, type SceneNamed } from './validateScenes';
import { readAmount, readClock, readEighths, readMoney, readOffset, readShare, readWhole, readYes, type HoldWords } from './validateTexts';

export type Resource = 'elements' | 'sets' | 'locations' | 'crew' | 'demands';

/** A field of the production. Rules have no id. */
export interface FieldRef {
  readonly on: Resource | 'rules';
  readonly id: string;
  readonly field: string;
}

/** What a typed text is understood by. */
export interface FieldWords extends DateWords {
  readonly hold: HoldWords;
  readonly yes: string;
  readonly scenes: readonly SceneNamed[];
}

const MOST_LETTERS = 2000;

/** What may be typed where. A field that is not here cannot be set. */
const TERMS = { dayCost: readMoney, holdShare: 'share', dropAfter: (text: string) => readWhole(text, 1, 365) } as const;
const COST = { dayCost: readMoney } as const;
const KINDS: Readonly<Record<FieldRef['on'], ReadonlyMap<string, Kind>>> = {
  elements: new Map<string, Kind>([['name', 'needed'], ['played', 'text'], ['contact', 'text'], ['notes', 'text'], ...Object.entries(TERMS)]),
  sets: new Map<string, Kind>([['location', 'location'], ['notes', 'text']]),
  locations: new Map<string, Kind>([['name', 'needed'], ['address', 'text'], ['contact', 'text'], ['parking', 'text'], ['hospital', 'text'], ['notes', 'text'], ...Object.entries(COST)]),
  crew: new Map<string, Kind>([['name', 'needed'], ['department', 'needed'], ['job', 'text'], ['contact', 'text'], ['key', 'yes'], ['callOffset', readOffset], ...Object.entries(COST)]),
  demands: new Map<string, Kind>([['first', 'scene'], ['then', 'scene'], ['scene', 'scene'], ['scenes', 'scenes'], ['date', 'date']]),
  rules: new Map<string, Kind>([
    ['title', 'text'], ['company', 'text'], ['currency', readCurrency], ['start', 'dateOrNone'], ['dayEighths', readEighths], ['minutesPerEighth', always((text) => readAmount(text, 0.5, 240))],
    ['dayHours', always((text) => readAmount(text, 1, 24))], ['dayCall', readClock], ['nightCall', readClock], ['splitCall', readClock], ['turnaroundHours', always((text) => readAmount(text, 0, 48))],
    ['mayMix', 'yes'], ['companyDayCost', none(readMoney)], ['castDayCost', none(readMoney)], ['nightCost', none(readMoney)], ['moveCost', none(readMoney)], ['moveMinutes', none((text) => readWhole(text, 0, 1440))],
    ['setMoveCost', none(readMoney)], ['setMoveMinutes', none((text) => readWhole(text, 0, 1440))],
  ]),
};

type Kind = 'text' | 'needed' | 'yes' | 'share' | 'location' | 'scene' | 'scenes' | 'date' | 'dateOrNone' | ((text: string) => Read<number | string | undefined>);

/** Whether a field of this name can be set there. */
export function isField({ on, field }: Pick<FieldRef, 'on' | 'field'>): boolean {
  return KINDS[on].has(field) || (on === 'rules' && /^daysOff\.[0-6]$/.test(field));
}

/**
 * The production with this text in this field.
 * @returns the same production where the field says so already; a sentence where the text is not what belongs there, or the row is gone
 */
export function setField(production: Production, ref: FieldRef, text: string, words: FieldWords): Read<Production> {
  const dayOff = /^daysOff\.([0-6])$/.exec(ref.field)?.[1];
  if (ref.on === 'rules' && dayOff !== undefined) {
    return setDayOff(production, Number(dayOff), readYes(text, words.yes));
  }
  const kind = KINDS[ref.on].get(ref.field);
  const before: unknown = ref.on === 'rules' ? production.rules : rowOf(production, ref.on, ref.id);
  if (kind === undefined || before === undefined) {
    return refused('This is not in the production any more.');
  }
  const read = readKind(kind, text, words, production);
  return read.ok ? { ok: true, value: withField(production, ref, read.value) } : read;
}

/** What a text in a field is read as: undefined where nothing is said. */
export function readField({ on, field }: Pick<FieldRef, 'on' | 'field'>, text: string, words: FieldWords, production: Production): Read<unknown> {
  const kind = KINDS[on].get(field);
  return kind === undefined ? refused('This is not in the production any more.') : readKind(kind, text, words, production);
}

function readKind(kind: Kind, text: string, words: FieldWords, production: Production): Read<unknown> {
  if (typeof kind === 'function') {
    return kind(text);
  }
  const trimmed = text.trim();
  switch (kind) {
    case 'text':
    case 'needed':
      if (trimmed.length > MOST_LETTERS) {
        return refused('That is longer than {0} letters.', MOST_LETTERS);
      }
      return kind === 'needed' && trimmed === '' ? refused('This cannot be empty.') : { ok: true, value: trimmed === '' ? undefined : trimmed };
    case 'yes':
      // False says as much as nothing; the rules keep it.
      return { ok: true, value: readYes(text, words.yes) };
    case 'share':
      return readShare(text, words.hold);
    case 'location':
      return readLocation(production, trimmed);
    case 'scene':
      return readScene(trimmed, words.scenes);
    case 'scenes':
      return readScenes(trimmed, words.scenes);
    case 'date':
      return readDate(trimmed, words);
    case 'dateOrNone':
      return trimmed === '' ? { ok: true, value: undefined } : readDate(trimmed, words);
  }
}

/** By its id or its name. */
function readLocation({ locations }: Production, text: string): Read<string | undefined> {
  if (text === '' || Object.hasOwn(locations, text)) {
    return { ok: true, value: text === '' ? undefined : text };
  }
  const found = Object.entries(locations).find(([, { name }]) => name.toLowerCase() === text.toLowerCase());
  return found ? { ok: true, value: found[0] } : refused('There is no location "{0}". Add it first, or choose one of the list.', text);
}

/** Scenes apart by semicolons, or else by commas, which stand in headings too: at least two. */
function readScenes(text: string, scenes: readonly SceneNamed[]): Read<readonly string[]> {
  const ids: string[] = [];
  for (const each of text.split(text.includes(';') ? ';' : ',').map((part) => part.trim()).filter((part) => part !== '')) {
    const read = readScene(each, scenes);
    if (!read.ok) {
      return read;
    }
    ids.push(read.value);
  }
  const unlike = [...new Set(ids)];
  return unlike.length < 2 ? refused('Two scenes at least.') : { ok: true, value: unlike };
}

function setDayOff(production: Production, day: number, off: boolean): Read<Production> {
  const { daysOff } = production.rules;
  if (daysOff.includes(day) === off) {
    return { ok: true, value: production };
  }
  const after = off ? [...daysOff, day].sort((a, b) => a - b) : daysOff.filter((each) => each !== day);
  return after.length >= 7 ? refused('A week needs a day of work.') : { ok: true, value: { ...production, rules: { ...production.rules, daysOff: after } } };
}

/** A record's own row, and never what every object has. */
export function rowOf<K extends Resource>(production: Production, on: K, id: string): Production[K][string] | undefined {
  return Object.hasOwn(production[on], id) ? (production[on][id] as Production[K][string]) : undefined;
}

/** The production with this value in this field; undefined, and false outside the rules, take it away. */
export function withField(production: Production, { on, id, field }: FieldRef, value: unknown): Production {
  const before = (on === 'rules' ? production.rules : rowOf(production, on, id)) as Readonly<Record<string, unknown>> | undefined;
  if (!before) {
    return production;
  }
  const { [field]: old, ...others } = before;
  const isNone = value === undefined || (value === false && on !== 'rules');
  if (JSON.stringify(old) === JSON.stringify(isNone ? undefined : value)) {
    return production;
  }
  const after = isNone ? others : { ...before, [field]: value };
  return on === 'rules' ? { ...production, rules: after as unknown as Rules } : { ...production, [on]: { ...production[on], [id]: after as unknown as BreakdownElement & Location & CrewMember & Demand } };
}

/** Where windows are: of somebody or something, or the holidays of the rules. */
export interface WindowRef {
  readonly on: 'elements' | 'locations' | 'crew' | 'rules';
  readonly id: string;
  readonly field: 'available' | 'away' | 'holidays';
}

const MOST_HOLIDAYS = 200;

/**
 * Adds a window, changes one or takes one away.
 * @param old the window that is changed, as `from/to`; empty to add
 * @param text what is typed; empty to take it away
 */
export function setWindow(production: Production, ref: WindowRef, old: string, text: string, words: FieldWords): Read<Production> {
  const row = ref.on === 'rules' ? undefined : rowOf(production, ref.on, ref.id);
  if (ref.on !== 'rules' && (!row || ref.field === 'holidays')) {
    return refused('This is not in the production any more.');
  }
  const windows = ref.field === 'holidays' ? production.rules.holidays.map((date) => ({ from: date, to: date })) : (row?.[ref.field] ?? []);
  const kept = windows.filter(({ from, to }) => `${from}/${to}` !== old);
  if (text.trim() === '') {
    return { ok: true, value: withWindows(production, ref, kept) };
  }
  const read = readWindow(text, words);
  if (!read.ok) {
    return read;
  }
  return ref.field === 'holidays' && spanOf(read.value) > MOST_HOLIDAYS ? refused('That is longer than {0} days.', MOST_HOLIDAYS) : { ok: true, value: withWindows(production, ref, [...kept, read.value]) };
}

/** The production with these windows there; none take the field away. */
export function withWindows(production: Production, { on, id, field }: WindowRef, windows: readonly Window[]): Production {
  if (field === 'holidays') {
    return withField(production, { on: 'rules', id: '', field }, [...new Set(windows.flatMap(datesOf))].sort());
  }
  return withField(production, { on, id, field }, windows.length === 0 ? undefined : tidyWindows(windows));
}

function spanOf({ from, to }: Window): number {
  return daysBetween(from, to) + 1;
}

function datesOf(window: Window): string[] {
  return Array.from({ length: spanOf(window) }, (_, index) => addDays(window.from, index));
}

function readCurrency(text: string): Read<string> {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? { ok: true, value: code } : refused('Type the three letters of a currency, such as EUR or USD.');
}

/** A number that must be said. */
function always(read: (text: string) => Read<number | undefined>): (text: string) => Read<number> {
  return (text) => {
    const found = read(text);
    return found.ok ? (found.value === undefined ? refused('This cannot be empty.') : { ok: true, value: found.value }) : found;
  };
}

/** A number that is 0 where nothing is said. */
function none(read: (text: string) => Read<number | undefined>): (text: string) => Read<number> {
  return (text) => {
    const found = read(text);
    return found.ok ? { ok: true, value: found.value ?? 0 } : found;
  };
}
