// A board with all that follows from it: its problem and plan, what the checker finds, and which calendar day each of its days takes.
import { uniqueDays } from '../core/board/operations';
import type { Breakdown } from '../core/breakdown/breakdown';
import type { Board } from '../core/production/board';
import type { Production } from '../core/production/production';
import type { CheckedPlan } from '../core/schedule/checked';
import { check } from '../core/schedule/check/check';
import type { CalendarDay, Plan, Problem } from '../core/schedule/problem';
import { planOfBoard } from '../core/schedule/planOfBoard';
import { problemOf, type ProblemParts } from '../core/schedule/problemOf';

/** What a board stands on. */
export interface Ground {
  readonly production: Production;
  readonly breakdown: Breakdown;
}

export interface WeighedBoard extends Ground {
  readonly board: Board;
  readonly problem: Problem;
  readonly parts: ProblemParts;
  readonly plan: Plan;
  readonly checked: CheckedPlan;
  /** Index for index with the board's days: the calendar day each takes; undefined where the calendar has no open day left. */
  readonly places: readonly (number | undefined)[];
}

/** The newest first; enough for the boards of a list while one of them is dragged about. */
const remembered = new WeakMap<Breakdown, WeakMap<Production, WeakMap<Board, WeighedBoard>>>();

/** Weighed anew only where the board, the production or the breakdown is another. */
export function weigh(ground: Ground, given: Board): WeighedBoard {
  const ofBreakdown = inMap(remembered, ground.breakdown, () => new WeakMap<Production, WeakMap<Board, WeighedBoard>>());
  const ofProduction = inMap(ofBreakdown, ground.production, () => new WeakMap<Board, WeighedBoard>());
  return inMap(ofProduction, given, () => weighAnew(ground, uniqueDays(given)));
}

function weighAnew({ production, breakdown }: Ground, board: Board): WeighedBoard {
  const parts = problemOf(production, breakdown, { board });
  const plan = planOfBoard(board, parts);
  return { production, breakdown, board, problem: parts.problem, parts, plan, checked: check(parts.problem, plan), places: placesOf(parts.problem.calendar, board) };
}

/** The problem's calendar has the board's days off closed already: they are passed in their order. */
function placesOf(calendar: readonly CalendarDay[], { days }: Board): (number | undefined)[] {
  let next = 0;
  return days.map(({ kind }) => {
    const at = calendar.findIndex(({ closed }, index) => index >= next && (kind === 'off' ? closed === 'off' : closed === undefined));
    next = at < 0 ? calendar.length : at + 1;
    return at < 0 ? undefined : at;
  });
}

function inMap<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = make();
  map.set(key, made);
  return made;
}
