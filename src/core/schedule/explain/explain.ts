// Why a plan is as it is: each stretch of held days, each move and each night with the one change of terms that would save most, found by
// planning again with that change.
import { modelOf } from '../plan/model';
import { plan as planAgain } from '../plan/plan';
import { priceOf } from '../plan/price';
import type { Plan, PlanProgress, Problem } from '../problem';
import { changedBy, changesToTry, usedOf, type Change } from './change';
import { concerns } from './concerns';
import { factsOf, type Fact } from './facts';

/** A change of terms, and a plan that it makes possible. */
export interface Saving {
  readonly change: Change;
  /** How much less than the best plan known without it. */
  readonly less: number;
  /** False: proved to be all it saves. */
  readonly atLeast: boolean;
  readonly plan: Plan;
  /** Of that plan. */
  readonly cost: number;
}

export interface Explanation {
  readonly fact: Fact;
  /** The change that saves most of those that have to do with the fact, and whose plan has less of what it is. */
  readonly saving?: Saving;
}

export interface Explained {
  /** What costs most first. */
  readonly explanations: readonly Explanation[];
  /** All savings found, the greatest first. */
  readonly savings: readonly Saving[];
  /** A better plan that came up without any change of terms. */
  readonly better?: { readonly plan: Plan; readonly cost: number };
  /** Changes tried, of all there are to try. */
  readonly tried: number;
  readonly all: number;
}

export interface ExplainOptions {
  readonly seed: number;
  /** Moves tried for each change. */
  readonly steps?: number;
  /** The plan is proved the cheapest. */
  readonly proved?: boolean;
}

const STEPS = 64_000;
/** Slices of work for each change, besides: a small problem is solved outright. */
const SLICES = 400;
/** Money less than this is none. */
const SAME = 0.005;

/**
 * Explains a plan. Yields every few milliseconds of work, with all that is known by then: the facts at once, savings as they are found.
 * Savings are said of a plan that breaks nothing; of one with breaches there are the facts alone.
 */
export function* explainPlan(problem: Problem, plan: Plan, { seed, steps = STEPS, proved = false }: ExplainOptions): Generator<Explained, Explained> {
  const facts = factsOf(problem, plan);
  const model = modelOf(problem, {});
  const { money, breaches } = priceOf(model, plan);
  const changes = breaches === 0 ? changesToTry(problem, plan) : [];
  let best: { plan: Plan; cost: number } = { plan, cost: money };
  let found: Saving[] = [];
  let tried = 0;
  const told = (): Explained => {
    const savings = found.map((saving) => ({ ...saving, less: best.cost - saving.cost })).filter(({ less }) => less > SAME).sort((a, b) => b.less - a.less);
    return { explanations: facts.map((fact) => explanationOf(problem, plan, fact, savings)), savings, ...(best.cost < money - SAME && { better: best }), tried, all: changes.length };
  };
  // Reckoned anew only where something has come up: the search yields often.
  let now = told();
  yield now;
  // What more searching alone would save must not be put down to a change.
  const again = proved || breaches > 0 ? undefined : yield* search(problem, best.plan, seed, 3 * steps, () => now);
  if (again?.plan && again.cost < best.cost - SAME) {
    best = { plan: again.plan, cost: again.cost };
  }
  const settled = proved || again?.proved === true;
  for (const change of changes) {
    const progress = yield* search(changedBy(problem, change), best.plan, seed, steps, () => now);
    tried += 1;
    if (progress.plan && progress.cost < best.cost - SAME) {
      if (change.kind !== 'place' && priceOf(model, progress.plan).breaches === 0) {
        best = { plan: progress.plan, cost: progress.cost };
      } else {
        found = [...found, ...savingOf(problem, change, progress.plan, !(settled && progress.proved))];
      }
    }
    now = told();
    yield now;
  }
  return now;
}

/** The change as far as the plan uses it, and what the plan costs with that much of it. */
function savingOf(problem: Problem, tried: Change, plan: Plan, atLeast: boolean): Saving[] {
  const change = usedOf(problem, tried, plan);
  const price = change && priceOf(modelOf(changedBy(problem, change), {}), plan);
  return change && price?.breaches === 0 ? [{ change, less: 0, atLeast, plan, cost: price.money }] : [];
}

/** Plans again from a plan. */
function* search(problem: Problem, start: Plan, seed: number, steps: number, told: () => Explained): Generator<Explained, PlanProgress> {
  const search = planAgain(problem, { seed, start });
  let last: PlanProgress | undefined;
  for (let slice = 0; ; slice += 1) {
    const step = search.next();
    last = step.value;
    if (step.done === true || last.proved || last.steps >= steps || slice >= SLICES) {
      return last;
    }
    yield told();
  }
}

function explanationOf(problem: Problem, plan: Plan, fact: Fact, savings: readonly Saving[]): Explanation {
  const saving = savings.find(({ change, plan: other }) => concerns(problem, change, fact) && amountOf(changedBy(problem, change), other, fact) < amountOf(problem, plan, fact) - SAME);
  return { fact, ...(saving && { saving }) };
}

/** How much a plan has of what a fact is: held money of the resource, moves, nights. */
function amountOf(problem: Problem, plan: Plan, fact: Fact): number {
  const alike = factsOf(problem, plan).filter((each) => each.kind === fact.kind && (each.kind !== 'held' || fact.kind !== 'held' || each.resource === fact.resource) && (each.kind !== 'move' || fact.kind !== 'move' || each.set === fact.set));
  return fact.kind === 'held' ? alike.reduce((sum, { cost }) => sum + cost, 0) : alike.length;
}
