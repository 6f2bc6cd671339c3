// The cast beside the board: a column for each down all days, with the days they work and those they wait.
import type { Figures, Person } from '../../src/board/protocol';

/** More columns than this leave no room for what the scenes are. The rest is told in words. */
const MOST = 16;

/** What somebody does on one day, by the id of their column: 'SW', 'W', 'WF', 'H', ... */
export type LaneDay = readonly (readonly [id: string, mark: string])[];

/** The columns of a board: those who work at all, in the order of their numbers, the first so many. */
export function lanesShown(figures: Figures, most = MOST): Person[] {
  return figures.lanes.filter(({ worked }) => worked > 0).slice(0, most).map(({ id, number, name }) => ({ id, number, name }));
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
