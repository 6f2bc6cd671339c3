// How the form says things: sums, dates and lengths as the writer's language writes them, and the sentences of the validation.
import { formatEighths } from '../core/page/formatLength';
import { dayNumber } from '../core/production/calendar';
import type { Window } from '../core/production/production';
import type { Said, SaidValue } from '../core/production/validateSaid';
import type { HoldWords } from '../core/production/validateTexts';
import type { DateWords } from '../core/production/validateDates';

/** Whoever puts sentences into the writer's language: VS Code, or a test. */
export interface L10n {
  readonly t: (text: string, ...values: (string | number)[]) => string;
}

export interface Teller {
  readonly l10n: L10n;
  readonly locale: string;
  /** "€1,200". */
  money(value: number, currency: string): string;
  /** "16 May", with its year where it is another than that of the shoot. */
  date(iso: string): string;
  window(window: Window): string;
  /** With year and weekday. */
  wholeWindow(window: Window): string;
  count(value: number): string;
  said(what: Said): string;
  readonly hold: HoldWords;
  share(value: number): string;
}

const DAY_MS = 86_400_000;

/**
 * @param locale of the writer's editor
 * @param year of the shoot: not said where a date is of it
 */
export function createTeller(l10n: L10n, locale: string, year: string | undefined): Teller {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const [short, long, whole] = [format({ day: 'numeric', month: 'short' }), format({ day: 'numeric', month: 'short', year: 'numeric' }), format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })];
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(locale);
  const hold: HoldWords = { full: l10n.t('in full'), half: l10n.t('half'), free: l10n.t('free') };
  const window = (from: string, to: string, how: Intl.DateTimeFormat): string => {
    const [first, last] = [timeOf(from), timeOf(to)];
    return first === undefined || last === undefined ? `${from} – ${to}` : from === to ? how.format(first) : how.formatRange(first, last);
  };
  const isNear = (...dates: readonly string[]): boolean => year !== undefined && dates.every((date) => date.startsWith(year));
  const teller: Teller = {
    l10n,
    locale,
    hold,
    money: (value, currency) => moneyOf(value, currency, locale),
    date: (iso) => window(iso, iso, isNear(iso) ? short : long),
    window: ({ from, to }) => window(from, to, isNear(from, to) ? short : long),
    wholeWindow: ({ from, to }) => window(from, to, whole),
    count: (value) => plain.format(value),
    share: (value) => ({ 1: hold.full, 0.5: hold.half, 0: hold.free })[value] ?? percent.format(value),
    said: ({ text, values }) => l10n.t(text, ...values.map(valueTold)),
  };
  const valueTold = (value: SaidValue): string | number => {
    if (typeof value === 'string' || typeof value === 'number') {
      return typeof value === 'number' && value >= 10_000 ? plain.format(value) : value;
    }
    return 'date' in value ? teller.date(value.date) : 'eighths' in value ? formatEighths(value.eighths) : teller.window(value);
  };
  return teller;
}

/** Hostile files have currencies that no locale knows the form of. */
function moneyOf(value: number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 0, maximumFractionDigits: Number.isInteger(value) ? 0 : 2 }).format(value);
  } catch {
    return `${new Intl.NumberFormat(locale).format(value)} ${currency}`;
  }
}

function timeOf(iso: string): number | undefined {
  const number = dayNumber(iso);
  return number === undefined ? undefined : number * DAY_MS;
}

/** How dates are typed where the writer is. */
export function dateWordsOf(locale: string, near: string): DateWords {
  const names = (month: 'long' | 'short', day: boolean) => {
    const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC', ...(day && { day: 'numeric' }) });
    return Array.from({ length: 12 }, (_, index) => format.formatToParts(Date.UTC(2024, index, 1)).find(({ type }) => type === 'month')?.value.toLowerCase() ?? '');
  };
  // In some languages a month has another form beside a day.
  const [long, short, longDay, shortDay] = [names('long', false), names('short', false), names('long', true), names('short', true)];
  const order = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return {
    months: long.map((name, index) => [...new Set([name, short[index] ?? '', longDay[index] ?? '', shortDay[index] ?? ''].filter((each) => each !== ''))]),
    monthFirst: order.indexOf('month') < order.indexOf('day') && order.indexOf('year') > order.indexOf('day'),
    near,
  };
}
