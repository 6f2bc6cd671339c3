// Dates and windows as a writer types them: `2027-05-12`, `12 May`, `12-16 May`, `28 Dec - 3 Jan`, `12.5.-16.5.`.
import { dayNumber, isDate } from './calendar';
import type { Window } from './production';
import { refused, type Read } from './validateSaid';

/** How dates are written where the writer is. */
export interface DateWords {
  /** Twelve lists of names of a month, lower case: `['january', 'jan']`. English ones are understood besides. */
  readonly months: readonly (readonly string[])[];
  /** `5/12` is the twelfth of May. */
  readonly monthFirst: boolean;
  /** A date without a year is the one nearest to this, `YYYY-MM-DD`. */
  readonly near: string;
}

const ENGLISH = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})/g;
/** Between the first and the last day. A hyphen within a written date has been taken out before. */
const BETWEEN = /\s*(?:-|–|—|\.{2,}|…|\bto\b|\buntil\b|\bbis\b|\bau\b|\bal\b)\s*/u;
const MOST_TEXT = 80;

/** @returns the date, `YYYY-MM-DD`, or a sentence that says what is typed instead */
export function readDate(text: string, words: DateWords): Read<string> {
  const read = readWindow(text, words);
  if (read.ok && read.value.from === read.value.to) {
    return { ok: true, value: read.value.from };
  }
  return read.ok ? refused('One date only: {0}, for example.', { date: read.value.from }) : read;
}

/** @returns first and last day, the same for a single date */
export function readWindow(text: string, words: DateWords): Read<Window> {
  const iso = [...text.matchAll(ISO)].map(([, year, month, day]) => `${year ?? ''}-${two(month)}-${two(day)}`);
  const [first, second = first] = iso;
  if (first !== undefined && second !== undefined && iso.length <= 2 && /^(?:\s|[-–—/,.…]|to|until|bis|au|al)*$/iu.test(text.replace(ISO, ''))) {
    return windowOf(first, second);
  }
  const parts = text.length > MOST_TEXT ? [] : text.toLowerCase().trim().split(BETWEEN);
  const [from, last] = parts.map((part) => partOf(part, words));
  const to = parts.length === 1 ? from : last;
  if (parts.length > 2 || !from || !to) {
    return refused('{0} is no date. Type it as 2027-05-12 or 12 May; several days as 12-16 May.', text.trim().slice(0, MOST_TEXT));
  }
  return completed(from, to, words.near, text);
}

/** What is said of a date; the rest follows from its neighbour, or from the start of the shoot. */
interface Part {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}

function partOf(text: string, { months, monthFirst }: DateWords): Part | undefined {
  const numbers = /^(\d{1,2})[./](?:\s*(\d{1,2})(?:[./]\s*(\d{4})?)?)?$/u.exec(text);
  if (numbers) {
    const [, one, other, year] = numbers;
    if (other === undefined) {
      return { day: Number(one) };
    }
    const [day, month] = monthFirst && text.includes('/') ? [other, one] : [one, other];
    return { day: Number(day), month: Number(month), ...(year !== undefined && { year: Number(year) }) };
  }
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  const day = words.find((word) => /^\d{1,2}(?:\.|st|nd|rd|th|er|º)?$/u.test(word));
  const year = words.find((word) => /^\d{4}$/u.test(word));
  const rest = words.filter((word) => word !== day && word !== year && word !== 'de' && word !== 'of');
  const month = rest.length === 1 ? monthOf(rest[0] ?? '', months) : undefined;
  if (day === undefined || rest.length > 1 || (rest.length === 1 && month === undefined) || (month === undefined && year !== undefined)) {
    return undefined;
  }
  return { day: parseInt(day, 10), ...(month !== undefined && { month }), ...(year !== undefined && { year: Number(year) }) };
}

/** 1 to 12: by its whole name in the writer's language or English, or its first three letters and more. */
function monthOf(word: string, months: readonly (readonly string[])[]): number | undefined {
  const bare = word.replace(/\.$/u, '');
  const exact = months.findIndex((names) => names.some((name) => name.replace(/\.$/u, '') === bare));
  const begins = bare.length < 3 ? [] : ENGLISH.flatMap((name, index) => (name.startsWith(bare) || months[index]?.some((each) => each.startsWith(bare)) === true ? [index] : []));
  const found = exact >= 0 ? exact : begins.length === 1 ? begins[0] : undefined;
  return found === undefined ? undefined : found + 1;
}

function completed(from: Part, to: Part, near: string, text: string): Read<Window> {
  const month = from.month ?? to.month;
  const lastMonth = to.month ?? from.month;
  if (month === undefined || lastMonth === undefined) {
    return refused('{0} is no date without its month: 12 May, or 2027-05-12.', text.trim().slice(0, MOST_TEXT));
  }
  // Over New Year, the year that is said once belongs to the day beside it.
  const wraps = lastMonth < month || (lastMonth === month && to.day < from.day);
  const year = from.year ?? (to.year === undefined ? nearestYear(month, from.day, near) : to.year - (wraps ? 1 : 0));
  const lastYear = to.year ?? year + (wraps ? 1 : 0);
  return windowOf(`${four(year)}-${two(month)}-${two(from.day)}`, `${four(lastYear)}-${two(lastMonth)}-${two(to.day)}`);
}

function nearestYear(month: number, day: number, near: string): number {
  const at = dayNumber(near) ?? 0;
  const year = Number(near.slice(0, 4));
  const far = (each: number): number => Math.abs((dayNumber(`${four(each)}-${two(month)}-${two(day)}`) ?? Infinity) - at);
  return [year + 1, year - 1].reduce((best, each) => (far(each) < far(best) ? each : best), year);
}

function windowOf(from: string, to: string): Read<Window> {
  const wrong = [from, to].find((date) => !isDate(date));
  if (wrong !== undefined) {
    return refused('There is no {0} in the calendar.', wrong);
  }
  return to < from ? refused('The last day is before the first: {0} to {1}.', { date: from }, { date: to }) : { ok: true, value: { from, to } };
}

/** Windows in order, with those that share a day made one: it is the same to say so. */
export function tidyWindows(windows: readonly Window[]): Window[] {
  const sorted = windows.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const tidy: Window[] = [];
  for (const window of sorted) {
    const last = tidy.at(-1);
    if (last && window.from <= last.to) {
      tidy[tidy.length - 1] = { from: last.from, to: window.to > last.to ? window.to : last.to };
    } else {
      tidy.push(window);
    }
  }
  return tidy;
}

const two = (value: string | number | undefined): string => String(value ?? '').padStart(2, '0');
const four = (value: number): string => String(value).padStart(4, '0');
