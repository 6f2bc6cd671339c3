// How the board speaks: sentences, sums, dates and lengths in the writer's language.
import { formatEighths } from '../core/page/formatLength';

/** `vscode.l10n.t` in the editor; `{0}`, `{1}` are filled in. */
export type Say = (text: string, ...values: (string | number)[]) => string;

export interface Telling {
  readonly say: Say;
  /** In the production's currency; halves rounded. */
  readonly money: (value: number) => string;
  /** "Tue 12 May 2026". @param date `YYYY-MM-DD` */
  readonly date: (date: string) => string;
  /** "Sat 16 May". */
  readonly shortDate: (date: string) => string;
  /** "4 5/8 pages". */
  readonly pages: (eighths: number) => string;
  /** "7 h 20 min". */
  readonly hours: (minutes: number) => string;
  /** One or many, as `one` and `many` say it with {0}. */
  readonly count: (number: number, one: string, many: string) => string;
  /** "4, 5 and 6", of long ones the first with how many more there are. */
  readonly list: (items: readonly string[]) => string;
}

const MOST_LISTED = 12;

/** @param currency three letters; whatever a file has there is shown as it is where it is no currency */
export function telling(say: Say, language: string, currency: string): Telling {
  const sums = sumsIn(language, currency);
  const days = format(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const short = format(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
  return {
    say,
    money: sums,
    date: (date) => days.format(at(date)),
    shortDate: (date) => short.format(at(date)),
    pages: (eighths) => say(eighths > 0 && eighths <= 8 ? '{0} page' : '{0} pages', formatEighths(eighths)),
    hours: (minutes) => hoursIn(say, Math.round(minutes)),
    count: (number, one, many) => say(number === 1 ? one : many, number),
    list: (items) => {
      const shown = items.slice(0, items.length > MOST_LISTED + 1 ? MOST_LISTED : undefined);
      return shown.length === items.length ? items.join(', ') : say('{0} and {1} more', shown.join(', '), items.length - shown.length);
    },
  };
}

function hoursIn(say: Say, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? say('{0} min', rest) : rest === 0 ? say('{0} h', hours) : say('{0} h {1} min', hours, rest);
}

function sumsIn(language: string, currency: string): (value: number) => string {
  try {
    const sums = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 0 });
    // Of minus nothing nobody wants to hear.
    return (value) => sums.format(Math.round(value) + 0);
  } catch {
    const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
    return (value) => `${numbers.format(Math.round(value) + 0)} ${currency}`.trim();
  }
}

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
