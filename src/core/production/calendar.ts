// The calendar of a shoot: dates as text, reckoned by day numbers, so that no clock and no time zone can shift them.
import type { CalendarDay } from '../schedule/problem';
import type { BoardDay } from './board';
import type { Terms } from './production';
import type { Rules } from './rules';

/** Where a production without a start begins: a Monday, so that a week's days off fall as they would. */
export const DAY_ONE = '2024-01-01';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const LAST_YEAR = 9999;
/** Days of 400 years, after which the Gregorian calendar repeats. */
const CYCLE = 146_097;

/** Whether a text is a date that exists, as `YYYY-MM-DD` of a year from 1 to 9999. */
export function isDate(text: string): boolean {
  return dayNumber(text) !== undefined;
}

/**
 * The day's number: 0 is 1970-01-01. After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March,
 * so that a leap day is the last of its year.
 * @returns undefined where the text is no date
 */
export function dayNumber(date: string): number | undefined {
  const [, year, month, day] = (DATE.exec(date) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return undefined;
  }
  const march = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(march / 400);
  const ofCycle = march - cycle * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return cycle * CYCLE + ofCycle * 365 + Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100) + ofYear - 719_468;
}

/** The date of a day number. @throws RangeError outside the years 1 to 9999 */
export function dateOf(number: number): string {
  const shifted = number + 719_468;
  const cycle = Math.floor(shifted / CYCLE);
  const ofCycle = shifted - cycle * CYCLE;
  const yearOfCycle = Math.floor((ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365);
  const ofYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  if (!Number.isInteger(number) || year < 1 || year > LAST_YEAR) {
    throw new RangeError('A date outside the years 1 to 9999.');
  }
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** 0 Sunday to 6 Saturday. @throws RangeError where the text is no date */
export function weekdayOf(date: string): number {
  // 1970-01-01 was a Thursday.
  return modulo(numberOf(date) + 4, 7);
}

/** The date so many calendar days later, or before. @throws RangeError where the text is no date, or outside the years 1 to 9999 */
export function addDays(date: string, days: number): string {
  return dateOf(numberOf(date) + days);
}

/** Calendar days from one date to another: 0 for the same, 1 for the next. @throws RangeError where one is no date */
export function daysBetween(from: string, to: string): number {
  return numberOf(to) - numberOf(from);
}

/** Whether somebody or something can be had on a date. A window whose end is before its begin holds no day. */
export function availableOn({ available = [], away = [] }: Pick<Terms, 'available' | 'away'>, date: string): boolean {
  const within = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= date && date <= to;
  return (available.length === 0 || available.some(within)) && !away.some(within);
}

/**
 * The calendar days of a shoot, one after the other from its start (from DAY_ONE where there is none, or it is no date).
 * @param closedByCrew whether somebody without whom nothing is shot is away on a date
 * @param days how many calendar days; fewer where the year 9999 ends before
 */
export function calendarOf(rules: Pick<Rules, 'start' | 'daysOff' | 'holidays'>, closedByCrew: (date: string) => boolean, days: number): CalendarDay[] {
  const first = (rules.start === undefined ? undefined : dayNumber(rules.start)) ?? numberOf(DAY_ONE);
  const count = Math.min(days, numberOf(`${LAST_YEAR}-12-31`) - first + 1);
  const holidays = new Set(rules.holidays);
  return Array.from({ length: count }, (_, index) => {
    const date = dateOf(first + index);
    if (rules.daysOff.includes(weekdayOf(date))) {
      return { date, closed: 'weekday' };
    }
    if (holidays.has(date)) {
      return { date, closed: 'holiday' };
    }
    return closedByCrew(date) ? { date, closed: 'crew' } : { date };
  });
}

/** A board's days on the calendar. */
export interface DatedDays {
  /** The calendar with the board's own days off closed. */
  readonly calendar: readonly CalendarDay[];
  /** Which calendar day each day of the board takes; undefined where the calendar has no open day left. */
  readonly places: readonly (number | undefined)[];
}

/** Lays a board's days on the open days of the calendar, one after the other. */
export function datedDays(calendar: readonly CalendarDay[], days: readonly Pick<BoardDay, 'kind'>[]): DatedDays {
  const dated = [...calendar];
  let next = 0;
  const places = days.map(({ kind }) => {
    while (next < dated.length && dated[next]?.closed !== undefined) {
      next += 1;
    }
    const day = dated[next];
    if (!day) {
      return undefined;
    }
    if (kind === 'off') {
      dated[next] = { date: day.date, closed: 'off' };
    }
    next += 1;
    return next - 1;
  });
  return { calendar: dated, places };
}

function numberOf(date: string): number {
  const number = dayNumber(date);
  if (number === undefined) {
    throw new RangeError('No date of the form YYYY-MM-DD.');
  }
  return number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

const two = (value: number): string => String(value).padStart(2, '0');
