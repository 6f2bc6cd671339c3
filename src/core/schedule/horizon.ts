// How far the calendar of a problem goes: long enough that a plan can be found where there is one, and no longer.
import type { BreakdownScene } from '../breakdown/breakdown';
import type { Board } from '../production/board';
import { availableOn, calendarOf, daysBetween, isDate } from '../production/calendar';
import type { Production, Terms } from '../production/production';
import type { CalendarDay, Problem } from './problem';

/** Two years: a shoot that takes longer is planned in parts. */
const MOST_DAYS = 731;

/**
 * The calendar days of a shoot. There are open days for about half as many again as its pages, hours and rest fill, for each day of the
 * board, and, where somebody or some place comes late, for all their scenes from there on, on days on which all whom a scene needs can be
 * had; and the last pinned day lies in it.
 * @param rest free days between days of one kind: `Problem.restDays`
 */
export function horizonOf(production: Production, scenes: readonly BreakdownScene[], board: Board | undefined, rest: Problem['restDays']): CalendarDay[] {
  const { rules, crew, demands } = production;
  const key = Object.values(crew).filter((member) => member.key === true && rules.start !== undefined);
  const days = calendarOf(rules, (date) => key.some((member) => !availableOn(member, date)), MOST_DAYS);
  const open = [...days.entries()].filter(([, { closed }]) => closed === undefined).map(([day]) => day);
  const need = daysFor(production, scenes, rest);
  const wanted = Math.ceil(need * 1.5) + 10;
  const windows = rules.start === undefined ? [] : windowsOf(production, scenes);
  const apart = 1 + Math.max(rest.day.day, rest.night.night, rest.split.split);
  const ends = [
    lastOf(open, Math.max(wanted, (board?.days.length ?? 0) + need)),
    ...windows.map(({ terms, scenes: count }) => lastOf(open.filter((day) => terms.every((each) => availableOn(each, days[day]?.date ?? ''))), Math.min(count * apart, need) + 3)),
    ...(rules.start === undefined ? [] : Object.values(demands).flatMap((demand) => (demand.kind === 'pinned' ? [pinOf(days, demand.date)] : []))),
  ];
  const end = Math.max(0, ...ends);
  // What must come after a scene that comes late comes later still.
  const isOrdered = windows.length > 0 && Object.values(demands).some(({ kind }) => kind === 'before');
  return days.slice(0, (isOrdered ? lastOf(open, open.filter((day) => day <= end).length + need) : end) + 1);
}

/** The day of the count-th of them, or of the last. */
const lastOf = (days: readonly number[], count: number): number => days[Math.min(count, days.length) - 1] ?? 0;

function pinOf(days: readonly CalendarDay[], date: string): number {
  const first = days[0]?.date;
  return first === undefined || !isDate(date) ? 0 : Math.min(Math.max(0, daysBetween(first, date)), days.length - 1);
}

/** Days that pages, hours and lights fill, a move a day, and days free for the nights' sake. */
function daysFor({ rules }: Production, scenes: readonly BreakdownScene[], rest: Problem['restDays']): number {
  const packed = (some: readonly BreakdownScene[]): number => {
    const eighths = some.reduce((sum, scene) => sum + Math.min(scene.eighths, rules.dayEighths), 0);
    const minutes = some.reduce((sum, scene) => sum + Math.min(scene.minutes + rules.moveMinutes / 2, rules.dayHours * 60), 0);
    return Math.min(some.length, Math.ceil(Math.max(eighths / Math.max(1, rules.dayEighths), minutes / Math.max(1, rules.dayHours * 60)) * 1.15));
  };
  const nights = packed(scenes.filter(({ light }) => light === 'night'));
  const apart = 1 + Math.max(rest.day.day, rest.split.split);
  return packed(scenes.filter(({ light }) => light !== 'night')) * apart + nights * (1 + rest.night.night) + Math.ceil(nights / 3);
}

interface Windowed {
  /** All at once. */
  readonly terms: readonly Pick<Terms, 'available' | 'away'>[];
  readonly scenes: number;
}

/** Who and what cannot always be had, and in how many scenes; and so those who meet in a scene. */
function windowsOf({ elements, locations }: Production, scenes: readonly BreakdownScene[]): Windowed[] {
  const limitsOf = (id: string): Pick<Terms, 'available' | 'away'>[] => {
    const terms = Object.hasOwn(elements, id) ? elements[id] : Object.hasOwn(locations, id) ? locations[id] : undefined;
    return terms && (terms.available?.length ?? 0) + (terms.away?.length ?? 0) > 0 ? [terms] : [];
  };
  const groups = new Map<string, Windowed>();
  const count = (ids: readonly string[]): void => {
    const terms = ids.flatMap(limitsOf);
    if (terms.length > 0) {
      groups.set(JSON.stringify(ids), { terms, scenes: (groups.get(JSON.stringify(ids))?.scenes ?? 0) + 1 });
    }
  };
  for (const scene of scenes) {
    const ids = [...new Set([...scene.elements.map(({ id }) => id), ...(scene.locationId === undefined ? [] : [scene.locationId])])].filter((id) => limitsOf(id).length > 0).sort();
    ids.forEach((id) => count([id]));
    if (ids.length > 1) {
      count(ids);
    }
  }
  return [...groups.values()];
}
