// The cheapest plan by trying all of them: what the engine's proofs are held against. Slow on purpose; the checker alone says what a plan costs and breaks.
import { check } from '../../src/core/schedule/check/check';
import type { CheckedPlan, RedFlag } from '../../src/core/schedule/checked';
import type { Plan, Problem } from '../../src/core/schedule/problem';

export interface Cheapest {
  readonly plan: Plan;
  readonly cost: number;
}

/**
 * The cheapest plan without a flag, of those that cost the same one that begins first; undefined where there is none. Every assignment to open days, in every order: for a handful of scenes.
 * @param may which plans count; without: all
 * @param named days that every plan names, with scenes or without
 */
export function bruteForcePlan(problem: Problem, may: (plan: Plan) => boolean = () => true, named: readonly number[] = []): Cheapest | undefined {
  const open = problem.calendar.flatMap(({ closed }, day) => (closed === undefined ? [day] : []));
  let best: Cheapest | undefined;
  const consider = (plan: Plan, checked: CheckedPlan): void => {
    if (checked.flags.length === 0 && isBetter(plan, checked.cost.total, best) && may(plan)) {
      best = { plan, cost: checked.cost.total };
    }
  };
  for (const assignment of assignments(problem.scenes.length, open)) {
    const plan = planOf(assignment, named);
    const checked = check(problem, plan);
    consider(plan, checked);
    // What no order of the same days can mend, or make cheap enough, need not be tried in every order.
    const leastCost = checked.cost.total - checked.cost.moves - checked.cost.setMoves;
    if (checked.flags.every(hangsOnOrder) && leastCost <= (best?.cost ?? Infinity) && (checked.flags.length > 0 || checked.cost.moves + checked.cost.setMoves > 0 || !may(plan))) {
      for (const ordered of orders(plan)) {
        consider(ordered, check(problem, ordered));
      }
    }
  }
  return best;
}

const isBetter = ({ days }: Plan, cost: number, than: Cheapest | undefined): boolean => !than || cost < than.cost || (cost === than.cost && (days[0]?.day ?? 0) < (than.plan.days[0]?.day ?? 0));

const hangsOnOrder = ({ kind }: RedFlag): boolean => kind === 'minutes' || kind === 'before';

/** Each way to give each of so many scenes one of the days. */
function* assignments(scenes: number, days: readonly number[]): Generator<number[]> {
  if (scenes === 0) {
    yield [];
    return;
  }
  for (const rest of assignments(scenes - 1, days)) {
    for (const day of days) {
      yield [...rest, day];
    }
  }
}

function planOf(assignment: readonly number[], named: readonly number[]): Plan {
  const days = [...new Set([...assignment, ...named])].sort((one, other) => one - other);
  return { days: days.map((day) => ({ day, scenes: assignment.flatMap((at, scene) => (at === day ? [scene] : [])) })) };
}

/** The plan with the scenes of its days in every order. */
function* orders({ days }: Plan): Generator<Plan> {
  const [first, ...rest] = days;
  if (!first) {
    yield { days: [] };
    return;
  }
  for (const scenes of permutations(first.scenes)) {
    for (const { days: others } of orders({ days: rest })) {
      yield { days: [{ day: first.day, scenes }, ...others] };
    }
  }
}

/** Each order of some things. */
export function* permutations<T>(things: readonly T[]): Generator<T[]> {
  if (things.length === 0) {
    yield [];
    return;
  }
  for (const [index, thing] of things.entries()) {
    for (const rest of permutations([...things.slice(0, index), ...things.slice(index + 1)])) {
      yield [thing, ...rest];
    }
  }
}
