// Brings what a USS file knows into a production: elements into scenes, boards beside those that are there. Nothing that is there is changed or lost.
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import { isDate } from '../production/calendar';
import { MOST_CAST_NUMBER } from '../production/castNumbers';
import { seenOf } from '../board/boardOfScript';
import type { Board, BoardDay } from '../production/board';
import type { BreakdownElement, Production, SceneRecord } from '../production/production';
import { ELEMENT_CATEGORIES, OWN_CATEGORIES } from './form';
import type { ReadBoard, ReadElement, ReadScene, ReadUss } from './readUss';

export interface FromUss {
  readonly production: Production;
  /** Scenes of the file found in the script, and those that were not, as the file calls them. */
  readonly matched: number;
  readonly unmatched: readonly string[];
  readonly elements: number;
  readonly tags: number;
  readonly boards: readonly string[];
  /** Start, days off and holidays were taken over, as the production had no start yet. */
  readonly calendar: boolean;
}

interface Work {
  production: Production;
  readonly breakdown: Breakdown;
  readonly newId: (production: Production) => string;
  /** Ids of scene records, by breakdown id. */
  readonly scenes: ReadonlyMap<string, string>;
  readonly elements: Map<string, string | undefined>;
  added: number;
  tags: number;
}

/**
 * @param production settled, as `breakdown` was made from it
 * @param newId an id that this production has not
 */
export function fromUss(uss: ReadUss, production: Production, breakdown: Breakdown, newId: (production: Production) => string): FromUss {
  const scenes = matchScenes(uss.scenes, breakdown.scenes);
  const work: Work = { production, breakdown, newId, scenes, elements: new Map(), added: 0, tags: 0 };
  for (const scene of uss.scenes) {
    bringScene(work, scene);
  }
  const boards = uss.boards.filter(({ strips }) => strips.length > 0).map((board) => bringBoard(work, board));
  const calendar = bringCalendar(work, uss.boards[0]);
  return {
    production: work.production, matched: scenes.size, elements: work.added, tags: work.tags, boards, calendar,
    unmatched: uss.scenes.filter(({ id }) => !scenes.has(id)).map(({ number, description }) => [number, description].filter((text) => text !== '').join(' ') || '?'),
  };
}

const folded = (text: string): string => text.normalize('NFC').toUpperCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** By number where numbers agree and are the script's own; otherwise by set. A scene of the script is taken once. */
function matchScenes(read: readonly ReadScene[], scenes: readonly BreakdownScene[]): ReadonlyMap<string, string> {
  const free = new Map(scenes.map((scene) => [scene.id, scene]));
  const matched = new Map<string, string>();
  const match = (same: (one: ReadScene, scene: BreakdownScene) => boolean): void => {
    for (const one of read) {
      const found = matched.has(one.id) ? undefined : [...free.values()].find((scene) => same(one, scene));
      if (found) {
        matched.set(one.id, found.id);
        free.delete(found.id);
      }
    }
  };
  const setOf = ({ elements }: ReadScene): string => folded(elements.find(({ ucid }) => ucid === 0)?.name ?? '');
  const isNumber = (one: ReadScene, scene: BreakdownScene): boolean => one.number !== '' && folded(one.number) === folded(scene.number);
  const isSet = (one: ReadScene, scene: BreakdownScene): boolean => setOf(one) !== '' && setOf(one) === folded(scene.set);
  match((one, scene) => isNumber(one, scene) && isSet(one, scene));
  match((one, scene) => isNumber(one, scene) && setOf(one) === '');
  match(isSet);
  match(isNumber);
  return matched;
}

function bringScene(work: Work, read: ReadScene): void {
  const id = work.scenes.get(read.id);
  const record = id === undefined ? undefined : work.production.scenes[id];
  const scene = work.breakdown.scenes.find((each) => each.id === id);
  if (id === undefined || !record || !scene) {
    return;
  }
  const there = new Set([...scene.elements.map((element) => element.id), ...Object.keys(record.tags)]);
  const wanted = [...new Set(read.elements.flatMap((element) => elementFor(work, element) ?? []))].filter((element) => !there.has(element));
  work.tags += wanted.length;
  const changed: SceneRecord = {
    ...record,
    tags: { ...record.tags, ...Object.fromEntries(wanted.map((element) => [element, { quotes: [] }])) },
    ...(read.minutes !== undefined && record.minutes === undefined && read.minutes !== scene.minutes && { minutes: read.minutes }),
    ...(read.comments !== '' && record.notes === undefined && { notes: read.comments }),
  };
  work.production = { ...work.production, scenes: { ...work.production.scenes, [id]: changed } };
}

/** The production's element that this one is; a new one where there is none. Undefined for what belongs to the scene as a whole. */
function elementFor(work: Work, read: ReadElement): string | undefined {
  if (read.ucid < 100 && read.ucid >= 0) {
    return undefined;
  }
  if (!work.elements.has(read.id)) {
    work.elements.set(read.id, read.name === '' ? undefined : findOrAdd(work, read));
  }
  return work.elements.get(read.id);
}

function findOrAdd(work: Work, read: ReadElement): string {
  const category = categoryFor(work, read);
  const name = folded(read.name);
  const same = ([, element]: readonly [string, BreakdownElement]): boolean => element.category === category && [element.name, element.character ?? element.name].some((each) => folded(each) === name);
  const found = Object.entries(work.production.elements).find(same);
  if (found) {
    return found[0];
  }
  const id = work.newId(work.production);
  const number = Number(read.number);
  const isFree = category === 'cast' && Number.isSafeInteger(number) && number > 0 && number <= MOST_CAST_NUMBER && !Object.values(work.production.elements).some(({ castNumber }) => castNumber === number);
  work.production = { ...work.production, elements: { ...work.production.elements, [id]: { category, name: read.name, ...(isFree && { castNumber: number }) } } };
  work.added += 1;
  return id;
}

function categoryFor(work: Work, { ucid, categoryName }: ReadElement): string {
  const known = Object.entries(ELEMENT_CATEGORIES).find(([, number]) => number === ucid)?.[0];
  if (known !== undefined) {
    return known;
  }
  const wanted = categoryName === '' ? `Category ${ucid < OWN_CATEGORIES ? '' : ucid}`.trim() : categoryName;
  const own = Object.entries(work.production.categories).find(([, { name }]) => folded(name) === folded(wanted))?.[0];
  if (own !== undefined) {
    return own;
  }
  const id = work.newId(work.production);
  work.production = { ...work.production, categories: { ...work.production.categories, [id]: { name: wanted, colour: '#8a8a8a' } } };
  return id;
}

function bringBoard(work: Work, read: ReadBoard): string {
  const days = daysOf(work, read);
  const placed = new Set(days.flatMap(({ strips }) => strips.flatMap((strip) => ('scene' in strip ? strip.scene : []))));
  const names = new Set(Object.values(work.production.boards).map(({ name }) => name));
  let name = read.name === '' ? 'USS' : read.name;
  for (let copy = 2; names.has(name); copy++) {
    name = `${read.name === '' ? 'USS' : read.name} ${copy}`;
  }
  const boneyard = work.breakdown.scenes.map(({ id }) => id).filter((id) => !placed.has(id));
  const board: Board = { name, days, boneyard, seen: seenOf(work.breakdown.scenes), made: { by: 'hand' } };
  work.production = { ...work.production, boards: { ...work.production.boards, [work.newId(work.production)]: board } };
  return name;
}

/** A day break ends its day; what stands behind the last one is a day too. Scenes that the script has not are left out. */
function daysOf(work: Work, { strips }: ReadBoard): BoardDay[] {
  const days: BoardDay['strips'][number][][] = [[]];
  const taken = new Set<string>();
  for (const strip of strips) {
    if ('day' in strip) {
      days.push([]);
    } else if ('banner' in strip) {
      days.at(-1)?.push({ banner: strip.banner });
    } else {
      const scene = work.scenes.get(strip.scene);
      if (scene !== undefined && !taken.has(scene)) {
        taken.add(scene);
        days.at(-1)?.push({ scene });
      }
    }
  }
  if (days.at(-1)?.length === 0) {
    days.pop();
  }
  const ids = new Set<string>();
  return days.map((each) => {
    let id = work.newId(work.production);
    while (ids.has(id)) {
      id = work.newId(work.production);
    }
    ids.add(id);
    return { id, kind: 'shoot', strips: each };
  });
}

function bringCalendar(work: Work, read: ReadBoard | undefined): boolean {
  const { rules } = work.production;
  if (!read || rules.start !== undefined || read.start === undefined || !isDate(read.start)) {
    return false;
  }
  const holidays = [...new Set([...rules.holidays, ...read.holidays.filter(isDate)])].sort();
  work.production = { ...work.production, rules: { ...rules, start: read.start, daysOff: read.daysOff.length < 7 ? read.daysOff : rules.daysOff, holidays } };
  return true;
}
