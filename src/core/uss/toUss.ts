// A production as a USS file: its breakdown, its elements and every board with a calendar of its own.
import { categoriesOf } from '../breakdown/categories';
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import { hashOf } from '../ledger/hash';
import { calendarOf, dateOf, datedDays, dayNumber } from '../production/calendar';
import type { Board } from '../production/board';
import type { BreakdownElement, Production, Window } from '../production/production';
import { ELEMENT_CATEGORIES, OWN_CATEGORIES, SCENE_CATEGORIES, type UssBreakdown, type UssCalendar, type UssCategory, type UssDocument, type UssElement, type UssEvent, type UssStripboard } from './form';

export interface ToUssInput {
  readonly production: Production;
  readonly breakdown: Breakdown;
  /** Of the script. */
  readonly title: string;
  /** Now, as `2026-05-12T08:00:00.000Z`. */
  readonly created: string;
}

const VERSION = '1.0.0';
const EIGHTHS = 8;
const MINUTE = 60_000;
/** Days of somebody's absence that are written one by one; a longer window is cut there. */
const MOST_DAYS_AWAY = 400;
/** The days for which boards are dated: three years. */
const HORIZON = 1100;

/**
 * The text of a `.uss` file. Ids are made from Backlot's own, so that the same thing has the same id in every export. What the
 * standard has no place for (costs, demands, tags' places in the script) is not in it.
 */
export function toUss(input: ToUssInput): string {
  const { production, breakdown, title, created } = input;
  const scenes = breakdown.scenes.map((scene) => sceneBreakdown(scene, created, production));
  const boards = Object.entries(production.boards);
  const strips = boards.map(([id, board]) => stripsOf(id, board, new Set(breakdown.scenes.map((scene) => scene.id))));
  const all = [...scenes, ...dayBreakdowns(strips, created), ...bannerBreakdowns(strips, created)];
  const { categories, elements } = elementsOf(input);
  const document: UssDocument = {
    universalScheduleStandard: {
      id: ussId('production', title), author: null, company: production.rules.company ?? null, created, description: null, episode: null, episodeName: null,
      name: production.rules.title ?? title, project: production.rules.title ?? title, schedColor: null, schedDate: null, scriptColor: null, scriptDate: null, season: null,
      source: 'Backlot', version: VERSION,
      breakdowns: all,
      calendars: boards.map(([id, board]) => calendarFor(id, board, production)),
      categories, elements,
      stripboards: boards.map(([id, board], index) => stripboardFor(id, board, strips[index] ?? [], all)),
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** 24 hexadecimal digits, the standard's best practice. */
function ussId(kind: string, id: string): string {
  return hashOf(`backlot ${kind} ${id}`).slice(0, 24);
}

function sceneBreakdown(scene: BreakdownScene, created: string, production: Production): UssBreakdown {
  const facts = [['place', placeName(scene)], ['light', scene.light], ['set', scene.set], ['storyDay', scene.storyDay], ['location', scene.locationId ?? '']] as const;
  const record = Object.hasOwn(production.scenes, scene.id) ? production.scenes[scene.id] : undefined;
  return {
    id: ussId('scene', scene.id), comments: record?.notes ?? null, created, description: scene.synopsis ?? scene.heading,
    elements: [...facts.filter(([, name]) => name !== '').map(([kind, name]) => ussId(kind, name)), ...scene.elements.map(({ id }) => ussId('element', id))],
    pages: scene.eighths / EIGHTHS, scene: scene.number, scriptPage: String(scene.page), time: scene.minutes * MINUTE, type: 'scene',
  };
}

function placeName({ place }: BreakdownScene): string {
  return place === 'EST' ? 'EXT' : (place ?? '');
}

type UssStrip = { readonly kind: 'scene' | 'banner' | 'day'; readonly id: string; readonly text?: string };

/** A board's strips in order. A day break stands behind its day, as on paper; the n-th of every board is the same one. */
function stripsOf(boardId: string, board: Board, known: ReadonlySet<string>): UssStrip[] {
  let day = 0;
  let banner = 0;
  return board.days.filter(({ kind }) => kind === 'shoot').flatMap(({ strips }) => [
    ...strips.flatMap((strip): UssStrip[] => {
      if ('banner' in strip) {
        return [{ kind: 'banner', id: ussId('banner', `${boardId} ${banner++}`), text: strip.banner }];
      }
      return known.has(strip.scene) ? [{ kind: 'scene', id: ussId('scene', strip.scene) }] : [];
    }),
    { kind: 'day' as const, id: ussId('day', String(day++)) },
  ]);
}

function emptyBreakdown(id: string, created: string, type: 'day' | 'banner', description: string | null): UssBreakdown {
  return { id, comments: null, created, description, elements: [], pages: null, scene: null, scriptPage: null, time: null, type };
}

function dayBreakdowns(boards: readonly (readonly UssStrip[])[], created: string): UssBreakdown[] {
  const ids = new Set(boards.flat().filter(({ kind }) => kind === 'day').map(({ id }) => id));
  return [...ids].map((id) => emptyBreakdown(id, created, 'day', null));
}

function bannerBreakdowns(boards: readonly (readonly UssStrip[])[], created: string): UssBreakdown[] {
  return boards.flat().filter(({ kind }) => kind === 'banner').map(({ id, text }) => emptyBreakdown(id, created, 'banner', text ?? ''));
}

/** What is not on this board stands in its boneyard: the standard wants each breakdown once on every board. */
function stripboardFor(id: string, board: Board, strips: readonly UssStrip[], all: readonly UssBreakdown[]): UssStripboard {
  const used = new Set(strips.map((strip) => strip.id));
  return {
    id: ussId('board', id), name: board.name, calendar: ussId('calendar', id),
    boards: [
      { id: ussId('strips', id), name: 'stripboard', breakdownIds: [...used] },
      { id: ussId('boneyard', id), name: 'boneyard', breakdownIds: all.map((breakdown) => breakdown.id).filter((each) => !used.has(each)) },
    ],
  };
}

function calendarFor(id: string, board: Board, { rules }: Production): UssCalendar {
  const { calendar } = datedDays(calendarOf(rules, () => false, HORIZON), board.days);
  const event = (type: UssEvent['type'], name: string | null, date: string): UssEvent => ({ id: ussId('event', `${id} ${type} ${date}`), date: isoDate(date), type, name });
  const first = calendar.find(({ closed }) => closed === undefined)?.date;
  return {
    id: ussId('calendar', id), name: board.name, daysOff: [...rules.daysOff].sort((a, b) => a - b),
    events: [
      // Without a start the writer has no dates yet: Day 1, Day 2, ... have none to be written.
      ...(rules.start === undefined || first === undefined ? [] : [event('start', null, first)]),
      ...rules.holidays.map((date) => event('dayOff', 'holiday', date)),
      ...(rules.start === undefined ? [] : calendar.filter(({ closed }) => closed === 'off').map(({ date }) => event('dayOff', 'dayOff', date))),
    ],
  };
}

const isoDate = (date: string): string => `${date}T08:00:00.000Z`;

interface Named {
  readonly kind: string;
  readonly key: string;
  readonly name: string;
}

function elementsOf({ production, breakdown, created }: ToUssInput): { categories: UssCategory[]; elements: UssElement[] } {
  const category = (name: string, ucid: number, elements: readonly string[]): UssCategory => ({ id: ussId('category', name), created, elements: [...new Set(elements)], name, ucid });
  const named = (kind: keyof typeof SCENE_CATEGORIES, keyOf: (scene: BreakdownScene) => string, nameOf: (key: string) => string): Named[] =>
    [...new Set(breakdown.scenes.map(keyOf).filter((key) => key !== ''))].map((key) => ({ kind, key, name: nameOf(key) }));
  const groups: readonly (readonly [string, number, readonly Named[]])[] = [
    ['Set', SCENE_CATEGORIES.set, named('set', ({ set }) => set, (set) => set)],
    ['INT/EXT', SCENE_CATEGORIES.place, named('place', placeName, (place) => place)],
    ['Day/Night', SCENE_CATEGORIES.light, named('light', ({ light }) => light, (light) => light.toUpperCase())],
    ['Script Day', SCENE_CATEGORIES.storyDay, named('storyDay', ({ storyDay }) => storyDay, (day) => day)],
    ['Location', SCENE_CATEGORIES.location, named('location', ({ locationId }) => locationId ?? '', (id) => production.locations[id]?.name ?? id)],
  ];
  const own = Object.entries(production.elements);
  let next = OWN_CATEGORIES;
  const ours = categoriesOf(production).map(({ id, name }) => {
    const members = own.filter(([, element]) => element.category === id).sort(([, a], [, b]) => (a.castNumber ?? Infinity) - (b.castNumber ?? Infinity) || (a.name < b.name ? -1 : 1));
    return category(name, Object.hasOwn(ELEMENT_CATEGORIES, id) ? (ELEMENT_CATEGORIES[id] ?? next++) : next++, members.map(([key]) => ussId('element', key)));
  });
  return {
    categories: [...groups.map(([name, ucid, members]) => category(name, ucid, members.map(({ kind, key }) => ussId(kind, key)))), ...ours],
    elements: [
      ...groups.flatMap(([, , members]) => members.map(({ kind, key, name }) => plainElement(ussId(kind, key), name, created))),
      ...own.map(([key, element]) => elementFor(key, element, created)),
    ],
  };
}

function plainElement(id: string, name: string, created: string): UssElement {
  return { id, created, doodDropAllow: false, doodDropDays: 0, doodHoldAllow: false, doodInclude: false, elementId: '', elementIdLock: false, events: [], linkedElements: [], name };
}

function elementFor(key: string, element: BreakdownElement, created: string): UssElement {
  const { category, name, castNumber, dropAfter, away = [] } = element;
  return {
    ...plainElement(ussId('element', key), name, created),
    doodDropAllow: dropAfter !== undefined, doodDropDays: dropAfter ?? 0, doodHoldAllow: category === 'cast', doodInclude: category === 'cast',
    elementId: castNumber === undefined ? '' : String(castNumber), elementIdLock: castNumber !== undefined,
    events: daysOf(away).map((date) => ({ id: ussId('away', `${key} ${date}`), date: isoDate(date), type: 'dayOff', name: 'dayOff' })),
  };
}

/** Every date of the windows, each once. Windows of dates that do not exist have none. */
function daysOf(windows: readonly Window[]): string[] {
  const numbers = new Set<number>();
  for (const { from, to } of windows) {
    const [first, last] = [dayNumber(from), dayNumber(to)];
    for (let day = first ?? 0; first !== undefined && last !== undefined && day <= last && numbers.size < MOST_DAYS_AWAY; day++) {
      numbers.add(day);
    }
  }
  return [...numbers].sort((a, b) => a - b).map(dateOf);
}
