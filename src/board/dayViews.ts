// The days of a board as they are shown: what each is called, its date, the closed days before it, its strips.
import type { CalendarDay } from '../core/schedule/problem';
import type { DayView } from './boardView';
import { dateOf, scenesById, shootingNumbers } from './names';
import { stripsOfDays, type StripFacts } from './stripViews';
import type { SceneChange } from '../core/board/changes';
import type { Telling } from './telling';
import type { WeighedBoard } from './weigh';

/** What a day is called. */
export interface DayName {
  readonly name: string;
  readonly number?: number;
  readonly date?: string;
  readonly gap?: string;
}

export function stripFacts({ production, breakdown }: WeighedBoard, changes: ReadonlyMap<string, SceneChange>, telling: Telling): StripFacts {
  return { production, scenes: scenesById(breakdown), changes, telling };
}

export function dayViews(weighed: WeighedBoard, facts: StripFacts): DayView[] {
  const { days } = weighed.board;
  const names = dayNames(weighed, facts.telling);
  const strips = stripsOfDays(days, facts);
  return days.map(({ id, kind, note }, at) => ({ id, kind, name: '', ...names[at], ...(note !== undefined && { note }), strips: strips[at] ?? [] }));
}

/** Index for index with the board's days. */
export function dayNames(weighed: WeighedBoard, telling: Telling): DayName[] {
  const { board, places, problem, production } = weighed;
  const numbers = shootingNumbers(board.days);
  return board.days.map((_, at) => {
    const number = numbers[at];
    const date = dateOf(weighed, places[at], telling);
    const gap = production.rules.start === undefined ? weekend(problem.calendar, places[at - 1], places[at], telling) : closedBefore(problem.calendar, places[at - 1], places[at], telling);
    return { name: number === undefined ? telling.say('Day off') : telling.say('Day {0}', number), ...(number !== undefined && { number }), ...(date !== undefined && { date }), ...(gap !== undefined && { gap }) };
  });
}

/** "Sat 16 May – Sun 17 May: no work": calendar days between two of the board's; before the first none are told. */
function closedBefore(calendar: readonly CalendarDay[], before: number | undefined, day: number | undefined, { say, shortDate }: Telling): string | undefined {
  if (before === undefined || day === undefined || day - before < 2) {
    return undefined;
  }
  const closed = calendar.slice(before + 1, day);
  const [first, last] = [closed[0], closed.at(-1)];
  if (!first || !last) {
    return undefined;
  }
  const dates = first === last ? shortDate(first.date) : `${shortDate(first.date)} – ${shortDate(last.date)}`;
  return say('{0}: {1}', dates, reason(closed, say));
}

/** Without dates only how many. */
function weekend(calendar: readonly CalendarDay[], before: number | undefined, day: number | undefined, { say, count }: Telling): string | undefined {
  if (before === undefined || day === undefined || day - before < 2) {
    return undefined;
  }
  const closed = calendar.slice(before + 1, day);
  return say('{0}: {1}', count(closed.length, '{0} day', '{0} days'), reason(closed, say));
}

function reason(closed: readonly CalendarDay[], say: Telling['say']): string {
  const words = { weekday: say('weekly day off'), holiday: say('holiday'), off: say('day off'), crew: say('key crew away') };
  const whys = new Set(closed.flatMap(({ closed: why }) => (why === undefined ? [] : [words[why]])));
  return [...whys].join(', ');
}
