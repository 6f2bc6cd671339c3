// Why there is no plan: the smallest set of constraints that cannot all be kept, and the scenes in which they meet.
import { plan as planFor } from '../plan/plan';
import type { Plan, Problem } from '../problem';
import { breachedBy } from './breached';
import { constraintsOf, limitedTo, type Constraint } from './constraint';
import { impossible } from './impossible';

export interface Clash {
  /** `none`: no plan keeps to all of `constraints`, whatever else is left out. `perhaps`: no plan was found, and these are what the nearest one breaks. */
  readonly kind: 'none' | 'perhaps';
  /** Where none: what could be shown to be needless is left out. Empty: there is no open day at all. */
  readonly constraints: readonly Constraint[];
  /** Whether it is proved that no smaller set clashes; then without any one of them there is none. */
  readonly smallest: boolean;
  /** In which the constraints meet; ascending. */
  readonly scenes: readonly number[];
}

export interface ClashOptions {
  /** The nearest plan that is known, to speak of where nothing is proved. */
  readonly nearest?: Plan;
  /** The most trials; each takes some milliseconds. */
  readonly budget?: number;
}

const TRIALS = 1500;
/** Moves tried to find a plan where nothing is proved. */
const STEPS = 8192;
/** So many times at the most. */
const SEARCHES = 60;
/** What a look at the plans known costs, in trials. */
const GLANCE = 1 / 64;
/** A smaller set than one of so many is looked for only where it has at most so many members. */
const SMALL = 3;

/** Looks for the clash. Yields every few milliseconds of work, so that the caller can stop. */
export function* clashOf(problem: Problem, { nearest, budget = TRIALS }: ClashOptions = {}): Generator<undefined, Clash> {
  const all = constraintsOf(problem);
  if ((yield* impossible(problem)) !== true) {
    const { constraints, scenes } = nearest ? breachedBy(problem, nearest) : { constraints: [], scenes: [] };
    return { kind: 'perhaps', constraints, smallest: false, scenes };
  }
  const trials = new Trials(problem, all, budget, nearest);
  let core = yield* withoutNeedless(all, (kept) => trials.clashes(kept));
  let smallest = core.length === 0;
  // Whether all sets with one member less are known to be possible.
  let decided = true;
  for (let size = 0; size < core.length && size <= SMALL && trials.left > 0; size += 1) {
    trials.open = 0;
    const found = yield* firstOf(subsets(all, size), (kept) => trials.clashes(kept), () => trials.left > 0);
    if (found) {
      core = found;
      smallest = decided;
      break;
    }
    decided = trials.open === 0 && trials.left > 0;
    smallest = decided && size === core.length - 1;
  }
  const meeting = yield* withoutNeedless([...problem.scenes.keys()], function* (scenes) {
    yield undefined;
    return (yield* impossible(limitedTo(problem, core, scenes))) === true;
  });
  return { kind: 'none', constraints: core, smallest, scenes: meeting };
}

/** A plan, looked for where nothing is proved. */
function* searched(problem: Problem): Generator<undefined, Plan | undefined> {
  for (const { plan, proved, steps } of planFor(problem, { seed: 1 })) {
    if (plan || proved || steps >= STEPS) {
      return plan;
    }
    yield undefined;
  }
  return undefined;
}

/** Tries sets of constraints, and knows by the plans that came up which of them need not be tried. */
class Trials {
  /** Sets of which nothing is known. */
  open = 0;
  private searches = SEARCHES;
  /** What each plan that is known breaks: no set without any of that clashes. */
  private readonly broken: ReadonlySet<Constraint>[] = [];

  constructor(
    private readonly problem: Problem,
    private readonly all: readonly Constraint[],
    public left: number,
    nearest: Plan | undefined,
  ) {
    this.keep(nearest);
  }

  /** Whether it is proved that these cannot all be kept. */
  *clashes(kept: readonly Constraint[]): Generator<undefined, boolean> {
    yield undefined;
    if (this.broken.some((each) => !kept.some((constraint) => each.has(constraint)))) {
      this.left -= GLANCE;
      return false;
    }
    this.left -= 1;
    const limited = limitedTo(this.problem, kept);
    const answer = yield* impossible(limited);
    if (answer !== undefined) {
      return answer;
    }
    this.searches -= 1;
    const plan = this.searches < 0 ? undefined : yield* searched(limited);
    this.keep(plan);
    this.open += plan ? 0 : 1;
    return false;
  }

  private keep(plan: Plan | undefined): void {
    if (plan && plan.days.flatMap(({ scenes }) => scenes).length === this.problem.scenes.length) {
      const broken = new Set(breachedBy(this.problem, plan).constraints.map((constraint) => JSON.stringify(constraint)));
      this.broken.push(new Set(this.all.filter((constraint) => broken.has(JSON.stringify(constraint)))));
    }
  }
}

/** Leaves out what is not needed for the test to hold: halves first, then one by one. */
function* withoutNeedless<T>(all: readonly T[], test: (kept: readonly T[]) => Generator<undefined, boolean>): Generator<undefined, T[]> {
  let kept = [...all];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    // From behind: what comes first is what one would rather hear of.
    for (let end = kept.length; end > 0; end -= size) {
      const fewer = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      if (fewer.length < kept.length && (yield* test(fewer))) {
        kept = fewer;
      }
    }
  }
  return kept;
}

function* firstOf<T>(candidates: Iterable<readonly T[]>, test: (kept: readonly T[]) => Generator<undefined, boolean>, going: () => boolean): Generator<undefined, T[] | undefined> {
  for (const candidate of candidates) {
    if (!going()) {
      return undefined;
    }
    if (yield* test(candidate)) {
      return [...candidate];
    }
  }
  return undefined;
}

function* subsets<T>(all: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at <= all.length - size; at += 1) {
    for (const rest of subsets(all, size - 1, at + 1)) {
      yield [all[at] as T, ...rest];
    }
  }
}
