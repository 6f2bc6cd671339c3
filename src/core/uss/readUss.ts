// Reads a USS file, as the standard has it and as its samples and tools write it: missing keys, null for an empty list, `catId` for `ucid`.
import { MOST_MINUTES } from '../production/shape';
import type { UssBreakdown } from './form';

/** What is read of a file, with ids resolved as far as they lead anywhere. */
export interface ReadUss {
  readonly name: string;
  readonly source: string;
  readonly scenes: readonly ReadScene[];
  readonly boards: readonly ReadBoard[];
}

export interface ReadElement {
  readonly id: string;
  readonly name: string;
  /** The standard's number of its category. */
  readonly ucid: number;
  readonly categoryName: string;
  /** The cast number as written. */
  readonly number: string;
}

export interface ReadScene {
  readonly id: string;
  readonly number: string;
  readonly description: string;
  readonly comments: string;
  readonly minutes?: number;
  readonly elements: readonly ReadElement[];
}

export interface ReadBoard {
  readonly name: string;
  /** In order: a scene by its breakdown id, a banner, a day break (behind its day). */
  readonly strips: readonly ({ readonly scene: string } | { readonly banner: string } | { readonly day: true })[];
  readonly boneyard: readonly string[];
  readonly daysOff: readonly number[];
  /** `YYYY-MM-DD`. */
  readonly start?: string;
  readonly holidays: readonly string[];
}

/** 'json': no JSON; 'other': JSON, but no USS file; 'large'. */
export type UssFault = 'json' | 'other' | 'large';

/** Letters. The largest schedules come to a tenth. */
const MOST = 30_000_000;

export function readUss(text: string): { readonly ok: true; readonly uss: ReadUss } | { readonly ok: false; readonly fault: UssFault } {
  if (text.length > MOST) {
    return { ok: false, fault: 'large' };
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, fault: 'json' };
  }
  const root = fieldsOf(fieldsOf(parsed)['universalScheduleStandard']);
  if (!Array.isArray(root['breakdowns'])) {
    return { ok: false, fault: 'other' };
  }
  const elements = elementsOf(root);
  const breakdowns = new Map(listOf(root['breakdowns']).map((each) => [textOf(each['id']), each]));
  const scenes = [...breakdowns.values()].filter((each) => typeOf(each) === 'scene').map((each) => sceneOf(each, elements));
  return { ok: true, uss: { name: textOf(root['name']), source: textOf(root['source']), scenes, boards: listOf(root['stripboards']).map((board) => boardOf(board, breakdowns, listOf(root['calendars']))) } };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];
}

function typeOf(breakdown: Fields): UssBreakdown['type'] {
  const said = textOf(breakdown['type']).toLowerCase();
  return said === 'day' || said === 'banner' ? said : 'scene';
}

/** An element in two categories belongs to the first; one in none is ignored: so the standard says. */
function elementsOf(root: Fields): ReadonlyMap<string, ReadElement> {
  const found = new Map<string, ReadElement>();
  const byId = new Map(listOf(root['elements']).map((element) => [textOf(element['id']), element]));
  for (const category of listOf(root['categories'])) {
    const ucid = typeof category['ucid'] === 'number' ? category['ucid'] : category['catId'];
    for (const id of textsOf(category['elements'])) {
      const element = byId.get(id);
      if (element && !found.has(id)) {
        found.set(id, { id, name: textOf(element['name']).trim(), ucid: typeof ucid === 'number' ? ucid : -1, categoryName: textOf(category['name']).trim(), number: textOf(element['elementId']).trim() });
      }
    }
  }
  return found;
}

function sceneOf(breakdown: Fields, elements: ReadonlyMap<string, ReadElement>): ReadScene {
  const { time } = breakdown;
  const minutes = typeof time === 'number' && Number.isFinite(time) && time > 0 ? Math.min(MOST_MINUTES, Math.round(time / 60_000)) : 0;
  return {
    id: textOf(breakdown['id']), number: textOf(breakdown['scene']).trim(), description: textOf(breakdown['description']).trim(), comments: textOf(breakdown['comments']).trim(),
    ...(minutes > 0 && { minutes }),
    elements: textsOf(breakdown['elements']).flatMap((id) => elements.get(id) ?? []),
  };
}

function boardOf(board: Fields, breakdowns: ReadonlyMap<string, Fields>, calendars: readonly Fields[]): ReadBoard {
  const parts = listOf(board['boards']);
  const isBoneyard = (part: Fields): boolean => /bone ?yard/i.test(textOf(part['name']));
  const calendar = calendars.find((each) => textOf(each['id']) === textOf(board['calendar'])) ?? {};
  const events = listOf(calendar['events']).map((event) => ({ type: textOf(event['type']), date: textOf(event['date']).slice(0, 10) }));
  const start = events.find(({ type }) => type === 'start')?.date;
  const { daysOff } = calendar;
  return {
    name: textOf(board['name']).trim(),
    strips: parts.filter((part) => !isBoneyard(part)).flatMap((part) => textsOf(part['breakdownIds'])).flatMap((id) => stripOf(id, breakdowns.get(id))),
    boneyard: parts.filter(isBoneyard).flatMap((part) => textsOf(part['breakdownIds'])).filter((id) => typeOf(breakdowns.get(id) ?? { type: 'day' }) === 'scene'),
    daysOff: Array.isArray(daysOff) ? [...new Set(daysOff.filter((day): day is number => Number.isInteger(day) && day >= 0 && day <= 6))] : [],
    ...(start !== undefined && start !== '' && { start }),
    holidays: events.filter(({ type }) => type === 'dayOff').map(({ date }) => date),
  };
}

function stripOf(id: string, breakdown: Fields | undefined): ReadBoard['strips'][number][] {
  if (!breakdown) {
    return [];
  }
  switch (typeOf(breakdown)) {
    case 'scene':
      return [{ scene: id }];
    case 'banner':
      return [{ banner: textOf(breakdown['description']) }];
    case 'day':
      return [{ day: true }];
  }
}
