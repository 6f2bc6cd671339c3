// The checker: everything that a plan costs and breaks, from the problem and the plan alone. Written from the comments of problem.ts and sharing nothing with the engine.
import type { CheckedPlan, CostSummary, DayOutOfDays, RedFlag } from '../checked';
import type { Plan, Problem } from '../problem';
import { dayFacts, sum, type DayFacts } from './dayFacts';
import { dayOutOfDays } from './dayOutOfDays';
import { dayFlags, demandFlags } from './flags';
import { placedDays, placesOf } from './placed';

/**
 * Recomputes cost, Day Out of Days, limits and red flags of a plan. Any plan is answered, however wrong: what is wrong with it is
 * flagged, and the figures are those of what it says as far as it can be read (a scene shot twice is paid twice).
 */
export function check(problem: Problem, plan: Plan): CheckedPlan {
  const { days: placed, flags: misread } = placedDays(problem, plan);
  const days = placed.map((day) => dayFacts(problem, day));
  const { first, twice } = placesOf(problem, placed);
  const unplaced = problem.scenes.flatMap((_, scene) => (first[scene] ? [] : [scene]));

  const resources = problem.resources.map((resource, index) => dayOutOfDays(problem.calendar, resource, workedDays(problem, days, index)));
  const flags: RedFlag[] = [
    ...misread,
    ...unplaced.map((scene) => ({ kind: 'unplaced' as const, scene })),
    ...twice.map((scene) => ({ kind: 'twice' as const, scene })),
    ...dayFlags(problem, days),
    ...demandFlags(problem, (scene) => first[scene]),
  ];
  return {
    cost: costOf(problem, days, resources),
    days: days.map(({ day, kind, eighths, minutes, moves, setMoves }) => ({ day, kind, eighths, minutes, moves, setMoves, held: heldOn(resources, day) })),
    resources,
    flags,
  };
}

function workedDays(problem: Problem, days: readonly DayFacts[], resource: number): number[] {
  return days.filter(({ scenes }) => scenes.some((scene) => problem.scenes[scene]?.resources.includes(resource))).map(({ day }) => day);
}

function heldOn(resources: readonly DayOutOfDays[], day: number): number[] {
  return resources.flatMap(({ marks }, resource) => (marks[day] === 'H' ? [resource] : []));
}

function costOf(problem: Problem, days: readonly DayFacts[], resources: readonly DayOutOfDays[]): CostSummary {
  const { costs } = problem;
  const parts = {
    company: companyDays(problem, days) * costs.companyDay,
    worked: sum(resources.map(({ workedCost }) => workedCost)),
    held: sum(resources.map(({ heldCost }) => heldCost)),
    locations: sum(days.map((day) => locationCost(problem, day))),
    nights: days.filter(({ kind }) => kind !== 'day').length * costs.night,
    moves: sum(days.map(({ moves }) => moves)) * costs.move,
    setMoves: sum(days.map(({ setMoves }) => setMoves)) * costs.setMove,
  };
  return { ...parts, total: sum(Object.values(parts)) };
}

/** Open calendar days from the plan's first day to its last. */
function companyDays(problem: Problem, days: readonly DayFacts[]): number {
  const first = days[0];
  const last = days.at(-1);
  return first && last ? problem.calendar.slice(first.day, last.day + 1).filter(({ closed }) => closed === undefined).length : 0;
}

function locationCost(problem: Problem, { scenes }: DayFacts): number {
  const there = new Set(scenes.flatMap((scene) => problem.scenes[scene]?.location ?? []));
  return sum([...there].map((location) => problem.locations[location]?.dayCost ?? 0));
}
