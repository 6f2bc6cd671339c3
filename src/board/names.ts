// What the numbers of a problem and a plan are called: scenes, people, places, days.
import type { Breakdown, BreakdownScene } from '../core/breakdown/breakdown';
import { isDate } from '../core/production/calendar';
import type { OpenTarget, Person } from './boardView';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

export interface Names {
  /** A scene's number in the script. */
  scene(index: number): string;
  sceneId(index: number): string | undefined;
  resource(index: number): string;
  person(index: number): Person | undefined;
  location(index: number): string;
  /** "Day 3 (Tue 12 May 2026)"; a day that no board's day takes by its date alone. @param day index into the calendar */
  day(day: number): string;
  /** Of a shooting day; undefined for a day that is none of the board's. */
  number(day: number): number | undefined;
  /** The date that a demand pins a scene to. */
  pinned(demand: number): string | undefined;
  /** The board's day that takes this day of the calendar. */
  dayId(day: number): string | undefined;
  openResource(index: number): { open?: OpenTarget };
  openLocation(index: number): { open?: OpenTarget };
  openDemand(index: number): { open?: OpenTarget };
}

export function namesOf(weighed: WeighedBoard, telling: Telling): Names {
  const { production, breakdown, parts, board, places } = weighed;
  const { say } = telling;
  const scenes = scenesById(breakdown);
  const numbers = shootingNumbers(board.days);
  const dayAt = new Map(places.flatMap((place, at) => (place === undefined ? [] : [[place, at] as const])));
  const number = (day: number): number | undefined => numbers[dayAt.get(day) ?? -1];
  const elementOf = (index: number) => own(production.elements, parts.resourceIds[index]);
  const locationName = (index: number): string => {
    const id = parts.locationIds[index];
    return own(production.locations, id)?.name ?? own(production.sets, id)?.name ?? say('The location');
  };
  const open = (label: string, what: OpenTarget['what'], id: string | undefined): { open?: OpenTarget } => (id === undefined ? {} : { open: { label, what, id } });
  return {
    scene: (index) => scenes.get(parts.sceneIds[index] ?? '')?.number ?? '?',
    sceneId: (index) => parts.sceneIds[index],
    resource: (index) => elementOf(index)?.name ?? say('Somebody'),
    person: (index) => {
      const element = elementOf(index);
      const id = parts.resourceIds[index];
      return element && id !== undefined ? { id, number: element.castNumber === undefined ? '' : String(element.castNumber), name: element.name } : undefined;
    },
    location: locationName,
    day: (day) => {
      const nth = number(day);
      const date = dateOf(weighed, day, telling);
      const name = nth === undefined ? undefined : say('Day {0}', nth);
      return name === undefined ? (date ?? say('calendar day {0}', day + 1)) : date === undefined ? name : `${name} (${date})`;
    },
    number,
    pinned: (index) => {
      const demand = own(production.demands, parts.demandIds[index]);
      return demand?.kind === 'pinned' && isDate(demand.date) ? telling.date(demand.date) : undefined;
    },
    dayId: (day) => board.days[dayAt.get(day) ?? -1]?.id,
    openResource: (index) => open(say('Open {0}', elementOf(index)?.name ?? ''), 'element', elementOf(index) && parts.resourceIds[index]),
    openLocation: (index) => {
      const id = parts.locationIds[index];
      return own(production.locations, id) ? open(say('Open {0}', locationName(index)), 'location', id) : {};
    },
    openDemand: (index) => open(say('Open the demand'), 'demand', parts.demandIds[index]),
  };
}

/** The date of a calendar day, where the shoot has dates. */
export function dateOf({ production, problem }: WeighedBoard, day: number | undefined, telling: Telling, length: 'full' | 'short' = 'full'): string | undefined {
  const date = production.rules.start === undefined || day === undefined ? undefined : problem.calendar[day]?.date;
  return date === undefined ? undefined : length === 'short' ? telling.shortDate(date) : telling.date(date);
}

/** The numbers of shooting days, index for index with the days; undefined for a day off. */
export function shootingNumbers(days: readonly { readonly kind: 'shoot' | 'off' }[]): (number | undefined)[] {
  let last = 0;
  return days.map(({ kind }) => (kind === 'shoot' ? (last += 1) : undefined));
}

export function scenesById({ scenes }: Breakdown): ReadonlyMap<string, BreakdownScene> {
  return new Map(scenes.map((scene) => [scene.id, scene]));
}

/** A record's own entry: its keys come from a file. */
export function own<T>(record: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
