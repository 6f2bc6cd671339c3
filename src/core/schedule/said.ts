// Sentences from the schedule, ready for both the command line and the editor's translations.
import type { Problem } from './problem';

/** English with {0}, {1}, ... in the places of the values. */
export interface Said {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** What the numbers of a problem are called; given in by whoever shows the sentences. */
export interface Names {
  /** As people call it: its number. */
  readonly scene: (scene: number) => string;
  readonly resource: (resource: number) => string;
  readonly location: (location: number) => string;
  /** The set of a scene. */
  readonly set: (scene: number) => string;
  /** The date of a calendar day; where the shoot has no dates, as `day` says it. */
  readonly date: (day: number) => string;
  /** A day of the plan, counted as the sheets and the board count shooting days, with its date where there is one. */
  readonly day: (day: number) => string;
  /** The same of several calendar days, ascending; days on which nothing is shot have no number. */
  readonly days: (days: readonly number[]) => string;
  /** With its currency. */
  readonly money: (amount: number) => string;
}

/** For people who read English: the command line, and tests. */
export function plainly({ text, values }: Said): string {
  return text.replace(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}

const MOST_RUNS = 3;

/** Numbers that follow each other as stretches: from and to. */
export function stretchesOf(numbers: readonly number[], follows = (to: number, next: number): boolean => next === to + 1): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && follows(last[1], number)) {
      last[1] = number;
    } else {
      runs.push([number, number]);
    }
  }
  return runs;
}

/** Calendar days as dates and stretches of dates, the first few of them: "4 May - 8 May, 11 May". Days without work do not break a stretch. */
export function datesSaid(days: readonly number[], date: Names['date'], calendar: Problem['calendar'] = []): string {
  const runs = stretchesOf(days, (to, next) => calendar.slice(to + 1, next).every(({ closed }) => closed !== undefined) && (next === to + 1 || calendar.length > 0));
  const told = runs.slice(0, MOST_RUNS).map(([from, to]) => (from === to ? date(from) : `${date(from)} - ${date(to)}`));
  return [...told, ...(runs.length > MOST_RUNS ? ['…'] : [])].join(', ');
}

/** 12 eighths are 1 4/8. */
export function pagesSaid(eighths: number): string {
  const [whole, rest] = [Math.floor(eighths / 8), Math.round(eighths % 8)];
  return rest === 0 ? String(whole) : whole === 0 ? `${rest}/8` : `${whole} ${rest}/8`;
}
