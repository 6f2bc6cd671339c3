// Why there is no plan: the smallest set of constraints that cannot all be kept, and the scenes in which they meet.
import type { Plan, Problem } from '../problem';
import { breachedBy } from './breached';
import { constraintsOf, limitedTo, type Constraint } from './constraint';
import { impossible } from './impossible';

export interface Clash {
  /** `none`: no plan keeps to all of `constraints`, whatever else is left out. `perhaps`: no plan was found, and these are what the nearest one breaks. */
  readonly kind: 'none' | 'perhaps';
  /** Where none: without any one of them there is no clash between the others. Empty: there is no open day at all. */
  readonly constraints: readonly Constraint[];
  /** Whether it is proved that no smaller set clashes. */
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
/** A smaller set than one of so many is looked for only where it has at most so many members. */
const SMALL = 3;

/** Looks for the clash. Yields every few milliseconds of work, so that the caller can stop. */
export function* clashOf(problem: Problem, { nearest, budget = TRIALS }: ClashOptions = {}): Generator<undefined, Clash> {
  const all = constraintsOf(problem);
  if (!(yield* impossible(problem))) {
    const { constraints, scenes } = nearest ? breachedBy(problem, nearest) : { constraints: [], scenes: [] };
    return { kind: 'perhaps', constraints, smallest: false, scenes };
  }
  let trials = budget;
  const clashes = function* (kept: readonly Constraint[]): Generator<undefined, boolean> {
    trials -= 1;
    yield undefined;
    return yield* impossible(limitedTo(problem, kept));
  };
  let core = yield* withoutNeedless(all, clashes);
  let smallest = core.length <= 1;
  for (let size = 1; size <= Math.min(SMALL, core.length - 1) && trials > 0; size += 1) {
    const found = yield* firstOf(subsets(all, size), clashes, () => trials > 0);
    if (found) {
      core = found;
      smallest = true;
    } else {
      smallest = size === core.length - 1 && trials > 0;
    }
  }
  const meeting = yield* withoutNeedless([...problem.scenes.keys()], function* (scenes) {
    yield undefined;
    return yield* impossible(limitedTo(problem, core, scenes));
  });
  return { kind: 'none', constraints: core, smallest, scenes: meeting };
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
