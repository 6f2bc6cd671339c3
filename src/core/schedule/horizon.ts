// How far the calendar of a problem goes: long enough that a plan can be found where there is one, and no longer.
import type { BreakdownScene } from '../breakdown/breakdown';
import type { Board } from '../production/board';
import { availableOn, calendarOf, daysBetween, isDate } from '../production/calendar';
import type { Production, Terms } from '../production/production';
import type { CalendarDay } from './problem';

/** Two years: a shoot that takes longer is planned in parts. */
const MOST_DAYS = 731;

/**
 * The calendar days of a shoot. There are open days for about half as many again as its pages and hours fill, for each day of the board,
 * and, where somebody or some place comes late, for all their scenes from there on; and the last pinned day lies in it.
 */
export function horizonOf(production: Production, scenes: readonly BreakdownScene[], board: Board | undefined): CalendarDay[] {
  const { rules, crew, demands } = production;
  const key = Object.values(crew).filter((member) => member.key === true && rules.start !== undefined);
  const days = calendarOf(rules, (date) => key.some((member) => !availableOn(member, date)), MOST_DAYS);
  const open = [...days.entries()].filter(([, { closed }]) => closed === undefined).map(([day]) => day);
  const need = daysFor(production, scenes);
  const wanted = Math.ceil(need * 1.5) + 10;
  const windows = rules.start === undefined ? [] : windowsOf(production, scenes);
  const ends = [
    lastOf(open, Math.max(wanted, (board?.days.length ?? 0) + need)),
    ...windows.map(({ terms, scenes: count }) => lastOf(open.filter((day) => availableOn(terms, days[day]?.date ?? '')), Math.min(count, need) + 3)),
    ...(rules.start === undefined ? [] : Object.values(demands).flatMap((demand) => (demand.kind === 'pinned' ? [pinOf(days, demand.date)] : []))),
  ];
  return days.slice(0, Math.max(0, ...ends) + 1);
}

/** The day of the count-th of them, or of the last. */
const lastOf = (days: readonly number[], count: number): number => days[Math.min(count, days.length) - 1] ?? 0;

function pinOf(days: readonly CalendarDay[], date: string): number {
  const first = days[0]?.date;
  return first === undefined || !isDate(date) ? 0 : Math.min(Math.max(0, daysBetween(first, date)), days.length - 1);
}

/** Days that pages, hours and lights fill, a move a day, and days free for the nights' sake. */
function daysFor({ rules }: Production, scenes: readonly BreakdownScene[]): number {
  const packed = (some: readonly BreakdownScene[]): number => {
    const eighths = some.reduce((sum, scene) => sum + Math.min(scene.eighths, rules.dayEighths), 0);
    const minutes = some.reduce((sum, scene) => sum + Math.min(scene.minutes + rules.moveMinutes / 2, rules.dayHours * 60), 0);
    return Math.min(some.length, Math.ceil(Math.max(eighths / Math.max(1, rules.dayEighths), minutes / Math.max(1, rules.dayHours * 60)) * 1.15));
  };
  const nights = packed(scenes.filter(({ light }) => light === 'night'));
  return packed(scenes.filter(({ light }) => light !== 'night')) + nights + Math.ceil(nights / 3);
}

interface Windowed {
  readonly terms: Pick<Terms, 'available' | 'away'>;
  readonly scenes: number;
}

/** Who and what cannot always be had, and in how many scenes. */
function windowsOf({ elements, locations }: Production, scenes: readonly BreakdownScene[]): Windowed[] {
  const counts = new Map<string, number>();
  scenes.forEach((scene) => new Set([...scene.elements.map(({ id }) => id), ...(scene.locationId === undefined ? [] : [scene.locationId])]).forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1)));
  return [...counts].flatMap(([id, count]) => {
    const terms = Object.hasOwn(elements, id) ? elements[id] : Object.hasOwn(locations, id) ? locations[id] : undefined;
    return terms && (terms.available?.length ?? 0) + (terms.away?.length ?? 0) > 0 ? [{ terms, scenes: count }] : [];
  });
}
