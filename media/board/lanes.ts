// The cast beside the board: a column for each down all days, with the days they work and those they wait.
import type { Figures, Person } from '../../src/board/protocol';

/** More columns than this leave no room for what the scenes are. The rest is told in words. */
const MOST = 16;

/** What somebody does on one day, by the id of their column: 'SW', 'W', 'WF', 'H', ... */
export type LaneDay = readonly (readonly [id: string, mark: string])[];

/** Fewer than these are no picture of the cast. */
const FEWEST = 6;
const LANE = 26;
/** What a strip has besides its columns: number, place, light, length, marks and the gaps between; and room for some twenty letters of the set. */
const BESIDE = 320;
const NAME = 170;
/** The column of those without one. */
export const REST = 40;

export interface Lanes {
  readonly lanes: readonly Person[];
  /** There is no room for columns beside what the scenes are: the cast stands beneath, in numbers. */
  readonly inWords: boolean;
  /** Some of the cast have no column of their own. */
  readonly rest: boolean;
}

/** The columns of a board: those who work at all, in the order of their numbers, as many as leave the sets their names. */
export function lanesShown(figures: Figures, width = Infinity): Lanes {
  const all = figures.lanes.filter(({ worked }) => worked > 0).map(({ id, number, name }) => ({ id, number, name }));
  const room = width - BESIDE - NAME;
  const fits = (most: number, rest: number): number => Math.max(0, Math.min(most, Math.floor((room - rest) / LANE)));
  const most = fits(MOST, 0) >= all.length ? all.length : fits(MOST, REST);
  if (most < Math.min(FEWEST, all.length)) {
    return { lanes: all, inWords: true, rest: false };
  }
  return { lanes: all.slice(0, most), inWords: false, rest: most < all.length };
}

/** The marks of a day in those columns. */
export function laneDay(figures: Figures, lanes: readonly Person[], day: string): LaneDay {
  const shown = new Set(lanes.map(({ id }) => id));
  return figures.lanes.flatMap(({ id, marks }) => {
    const mark = shown.has(id) && Object.hasOwn(marks, day) ? marks[day] : undefined;
    return mark === undefined ? [] : [[id, mark] as const];
  });
}

/** What stands at the head of a column: the number, or the first letters of who has none. */
export function laneLabel({ number, name }: Person): string {
  return number === '' ? name.slice(0, 2) : number;
}
