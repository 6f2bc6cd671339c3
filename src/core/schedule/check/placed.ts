// What a plan says, put straight before it is checked: one entry a calendar day, ascending, each scene only where the problem knows it.
import type { RedFlag } from '../checked';
import type { Plan, Problem } from '../problem';

/** A calendar day of a plan, with its scenes in the order of shooting. */
export interface PlacedDay {
  readonly day: number;
  readonly scenes: readonly number[];
}

/**
 * Reads a plan that may say anything: a day named again goes on where it was, days out of order are sorted, days and scenes that the
 * problem does not have are left out. Each of these is flagged.
 */
export function placedDays(problem: Problem, plan: Plan): { days: PlacedDay[]; flags: RedFlag[] } {
  const flags: RedFlag[] = [];
  const byDay = new Map<number, number[]>();
  let last = -1;
  for (const { day, scenes } of plan.days) {
    if (!isIndex(day, problem.calendar.length)) {
      flags.push({ kind: 'unknownDay', day });
      continue;
    }
    if (day <= last) {
      flags.push({ kind: 'dayOrder', day });
    }
    last = Math.max(last, day);
    const known = byDay.get(day) ?? [];
    byDay.set(day, known);
    for (const scene of scenes) {
      if (isIndex(scene, problem.scenes.length)) {
        known.push(scene);
      } else {
        flags.push({ kind: 'unknownScene', day, scene });
      }
    }
  }
  const days = [...byDay].map(([day, scenes]) => ({ day, scenes })).sort((one, other) => one.day - other.day);
  return { days, flags };
}

/** Where each scene is shot first, index for index with the problem's scenes: position counts through the whole plan. And which are shot more than once. */
export function placesOf(problem: Problem, days: readonly PlacedDay[]): { first: ({ day: number; position: number } | undefined)[]; twice: number[] } {
  const first: ({ day: number; position: number } | undefined)[] = problem.scenes.map(() => undefined);
  const twice = new Set<number>();
  let position = 0;
  for (const { day, scenes } of days) {
    for (const scene of scenes) {
      if (first[scene]) {
        twice.add(scene);
      } else {
        first[scene] = { day, position };
      }
      position += 1;
    }
  }
  return { first, twice: [...twice].sort((one, other) => one - other) };
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length;
}
