// What several sheets look up: scenes by id, who works when, what days are called.
import type { BreakdownScene, SceneElement } from '../breakdown/breakdown';
import { availableOn } from '../production/calendar';
import type { BoardDay } from '../production/board';
import type { BreakdownElement } from '../production/production';
import { dayOutOfDays } from '../schedule/check/dayOutOfDays';
import type { DayOutOfDays } from '../schedule/checked';
import type { PlannedInput, SheetInput } from './input';
import type { SheetFact, SheetKind, StripTone } from './sheet';
import type { SheetWords } from './words';
import { fill } from './words';

/** The record of a foreign key, never something every object has. */
export function own<T>(record: Readonly<Record<string, T>>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;
}

/** The scenes of the script by the id of their record. */
export function scenesById({ breakdown }: SheetInput): Map<string, BreakdownScene> {
  return new Map(breakdown.scenes.map((scene) => [scene.id, scene]));
}

/** The title lines of a sheet: the production, the company, and the board but on call sheets, whose readers know of none. */
export function subtitlesOf(kind: SheetKind, { title, production: { rules }, planned }: SheetInput, words: SheetWords): string[] {
  const board = planned && kind !== 'call' ? fill(words.texts.board, planned.name) : '';
  return [rules.title ?? title, rules.company ?? '', board].filter((line) => line.trim() !== '');
}

/** "Day 3", or "Day 3 - Tue 12 May" where the shoot has a start. @param index into the plan's days */
export function dayName(input: SheetInput, planned: PlannedInput, index: number, words: SheetWords): string {
  const date = dateOfDay(input, planned, index);
  const day = fill(words.texts.day, index + 1);
  return date === undefined ? day : `${day} - ${words.date(date, 'short')}`;
}

/** The date of a day of the plan; undefined where the shoot has no start, so that its dates mean nothing. */
export function dateOfDay(input: SheetInput, { plan, problem }: PlannedInput, index: number): string | undefined {
  const day = plan.days[index]?.day;
  return hasDates(input) && day !== undefined ? problem.calendar[day]?.date : undefined;
}

/** Whether the shoot has a start: without, days are counted, not dated. */
export function hasDates({ production }: SheetInput): boolean {
  return production.rules.start !== undefined;
}

/** The board's day of each day of the plan. Undefined where they do not go together. */
export function boardDays({ board, plan }: PlannedInput): readonly (BoardDay | undefined)[] {
  const shooting = board?.days.filter(({ kind }) => kind === 'shoot') ?? [];
  return plan.days.map((_, index) => (shooting.length === plan.days.length ? shooting[index] : undefined));
}

/** An element of the plan with its days. */
export interface OutOfDays extends DayOutOfDays {
  readonly id: string;
  readonly element: BreakdownElement;
  /** What a day costs in the plan: their own rate, or what the rules assume. */
  readonly rate: number;
}

/** All elements that work on the plan, cast by number first, then by category and name. */
export function outOfDaysOf(input: SheetInput, planned: PlannedInput): OutOfDays[] {
  const { problem, plan, checked, sceneIds, resourceIds } = planned;
  const scenes = scenesById(input);
  const worked = new Map<string, Set<number>>();
  for (const { day, scenes: list } of plan.days) {
    for (const { id } of list.flatMap((scene) => scenes.get(sceneIds[scene] ?? '')?.elements ?? [])) {
      worked.set(id, (worked.get(id) ?? new Set()).add(day));
    }
  }
  const found = [...worked].flatMap(([id, days]): OutOfDays[] => {
    const element = own(input.production.elements, id);
    if (!element) {
      return [];
    }
    const index = resourceIds.indexOf(id);
    const known = checked.resources[index];
    const ascending = [...days].sort((one, other) => one - other);
    // Who costs nothing and can always be had is no resource of the problem, and still has days.
    const ofShoot = known ?? dayOutOfDays(problem.calendar, { dayCost: 0, holdShare: element.holdShare ?? 1, ...(element.dropAfter !== undefined && { dropAfter: element.dropAfter }) }, ascending);
    return [{ ...ofShoot, id, element, rate: problem.resources[index]?.dayCost ?? 0 }];
  });
  return found.sort((one, other) => compareElements(input, one.element, other.element));
}

/** Cast by number, then category by category, then by name. */
export function compareElements({ categories }: Pick<SheetInput, 'categories'>, one: BreakdownElement, other: BreakdownElement): number {
  const place = ({ category }: BreakdownElement): number => {
    const at = categories.findIndex(({ id }) => id === category);
    return at < 0 ? categories.length : at;
  };
  const number = ({ castNumber }: BreakdownElement): number => castNumber ?? Number.MAX_SAFE_INTEGER;
  return place(one) - place(other) || number(one) - number(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
}

/** The name of a category, in the words given for it. */
export function categoryName({ categories }: Pick<SheetInput, 'categories'>, id: string): string {
  return categories.find((category) => category.id === id)?.name ?? id;
}

/** Cast numbers of a scene, ascending: "1, 2, 5". Who has no number is named. */
export function castOf({ elements }: BreakdownScene): string {
  const cast = elements.filter(({ category }) => category === 'cast');
  const numbers = cast.flatMap(({ castNumber }) => castNumber ?? []).sort((one, other) => one - other);
  return [...numbers.map(String), ...cast.filter(({ castNumber }) => castNumber === undefined).map(({ name }) => name)].join(', ');
}

/** The elements of some scenes by category, cast by number: each category once, in order. */
export function byCategory(input: SheetInput, elements: readonly SceneElement[]): { id: string; name: string; elements: SceneElement[] }[] {
  const groups = new Map<string, SceneElement[]>();
  const sorted = [...elements].sort((one, other) => compareElements(input, one, other));
  for (const element of sorted) {
    groups.set(element.category, [...(groups.get(element.category) ?? []), element]);
  }
  return [...groups].map(([id, list]) => ({ id, name: categoryName(input, id), elements: list }));
}

/** An element as a list names it: "1. MARA", "Guests (12)". */
export function elementText({ name, castNumber, count }: Pick<SceneElement, 'name' | 'castNumber' | 'count'>): string {
  return `${castNumber === undefined ? '' : `${castNumber}. `}${name}${count === undefined ? '' : ` (${count})`}`;
}

/** What the elements of a scene are, a line for each category. */
export function elementFacts(input: SheetInput, scene: BreakdownScene): SheetFact[] {
  return byCategory(input, scene.elements).map(({ name, elements }) => ({ label: name, value: elements.map(elementText).join(', ') }));
}

/** The name of the location a scene is shot at: its set's where it has none of its own. */
export function locationName({ production }: SheetInput, scene: BreakdownScene): string {
  return own(production.locations, scene.locationId)?.name ?? '';
}

/** The trade's strip for a scene. Both inside and outside is as outside. */
export function stripTone({ place, light }: BreakdownScene): StripTone {
  const side = place === undefined || place === 'INT' ? 'int' : 'ext';
  const tones = { day: 'Day', night: 'Night', dawn: 'Dawn', dusk: 'Dusk' } as const;
  return `${side}${tones[light]}`;
}

/** "INT", "EXT", "I/E", "EST", or nothing. */
export function placeText({ place }: BreakdownScene): string {
  return place === 'INT/EXT' ? 'I/E' : (place ?? '');
}

/** "Day", "Night", "Dawn", "Dusk". */
export function lightText({ light }: BreakdownScene, { texts }: SheetWords): string {
  return { day: texts.lightDay, night: texts.lightNight, dawn: texts.lightDawn, dusk: texts.lightDusk }[light];
}

/** "2 h 05 min". */
export function hoursText(minutes: number, { texts }: SheetWords): string {
  const whole = Math.round(minutes);
  return fill(texts.hours, Math.floor(whole / 60), String(whole % 60).padStart(2, '0'));
}

/** Whether somebody can be had on a day of the plan; always where days have no dates. */
export function presentOn(terms: Parameters<typeof availableOn>[0], date: string | undefined): boolean {
  return date === undefined || availableOn(terms, date);
}
