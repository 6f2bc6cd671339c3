// What there is to explain in a plan: each stretch of held days, each move within a day, each night.
import type { Plan, Problem } from '../problem';

/** Somebody or something is paid between two worked days without working. */
export interface HeldFact {
  readonly kind: 'held';
  readonly resource: number;
  /** Calendar days. */
  readonly days: readonly number[];
  /** The worked days before and behind. */
  readonly after: number;
  readonly before: number;
  readonly cost: number;
}

/** From one place to another within a day; `set`: from set to set at one location. */
export interface MoveFact {
  readonly kind: 'move';
  readonly set: boolean;
  readonly day: number;
  /** Scenes. */
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  readonly minutes: number;
}

export interface NightFact {
  readonly kind: 'night';
  readonly day: number;
  /** Its scenes with night work. */
  readonly scenes: readonly number[];
  readonly cost: number;
}

export type Fact = HeldFact | MoveFact | NightFact;

/** All of a plan, what costs most first. Held days that cost nothing, and the gap that is dropped, are left out. */
export function factsOf(problem: Problem, plan: Plan): Fact[] {
  return [...heldFacts(problem, plan), ...moveFacts(problem, plan), ...nightFacts(problem, plan)].sort((a, b) => b.cost - a.cost);
}

/** Calendar days on which a resource works. */
export function workedDays({ scenes }: Problem, { days }: Plan, resource: number): number[] {
  return days.filter((day) => day.scenes.some((scene) => scenes[scene]?.resources.includes(resource) === true)).map(({ day }) => day);
}

function heldFacts(problem: Problem, plan: Plan): HeldFact[] {
  return problem.resources.flatMap(({ dayCost, holdShare, dropAfter }, resource) => {
    const worked = workedDays(problem, plan, resource);
    const gaps = worked.slice(1).map((before, index): HeldFact => {
      const after = worked[index] ?? before;
      const days = Array.from({ length: before - after - 1 }, (_, at) => after + 1 + at).filter((day) => problem.calendar[day]?.closed === undefined);
      return { kind: 'held', resource, days, after, before, cost: days.length * dayCost * holdShare };
    });
    const droppable = dropAfter === undefined ? [] : gaps.filter(({ after, before }) => before - after - 1 >= dropAfter);
    const dropped = droppable.reduce<HeldFact | undefined>((most, gap) => (gap.days.length > (most?.days.length ?? 0) ? gap : most), undefined);
    return gaps.filter((gap) => gap !== dropped && gap.cost > 0);
  });
}

function moveFacts({ scenes, costs }: Problem, { days }: Plan): MoveFact[] {
  return days.flatMap(({ day, scenes: shot }) =>
    shot.slice(1).flatMap((to, index): MoveFact[] => {
      const from = shot[index] ?? to;
      const [one, other] = [scenes[from], scenes[to]];
      if (!one || !other || (one.location === other.location && one.set === other.set)) {
        return [];
      }
      const set = one.location === other.location;
      return [{ kind: 'move', set, day, from, to, cost: set ? costs.setMove : costs.move, minutes: set ? costs.setMoveMinutes : costs.moveMinutes }];
    }),
  );
}

function nightFacts({ scenes, costs }: Problem, { days }: Plan): NightFact[] {
  return days.flatMap(({ day, scenes: shot }): NightFact[] => {
    const night = shot.filter((scene) => scenes[scene]?.light === 'night');
    return night.length > 0 ? [{ kind: 'night', day, scenes: night, cost: costs.night }] : [];
  });
}
