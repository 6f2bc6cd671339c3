// The planning engine: a first plan at once, then better ones for as long as it is asked, the same for the same seed.
import { impossibleByReach } from '../clash/impossible';
import type { Plan, PlanOptions, PlanProgress, Problem } from '../problem';
import { anneal, better, SLICE, snapshotOf, spreadOf, type Snapshot } from './anneal';
import { boundOf } from './bound';
import { planFrom, rotaFrom } from './construct';
import { MOST_UNITS } from './dayTable';
import { exact } from './exact';
import { modelOf, type Model } from './model';
import { priceOf } from './price';
import { randomOf, type Random } from './random';
import { settleDays } from './settleDays';
import type { Rota } from './rota';

/**
 * Plans a shoot. Yields every few milliseconds of work, each time all that is known by then; does not end by itself before the plan is
 * proved the cheapest, or proved not to exist, so the caller stops asking when the time is over.
 */
export function* plan(problem: Problem, options: PlanOptions): Generator<PlanProgress, PlanProgress> {
  const search = new Search(problem, options);
  yield search.progress();
  yield* search.cycle();
  yield* search.solve();
  while (!search.progress().proved) {
    yield* search.cycle();
  }
  return search.progress();
}

const SHORTEST = 60_000;
const LONGEST = 3_200_000;
/** Before a small problem is solved outright. */
const FIRST_LOOK = 4096;
const TINY = 6;
/** Steps a unit: a proof from the bound alone waits so long, so that among plans of equal cost, or among those that break something, a good one is told. */
const RIPE = 12_000;
/** Costs are sums of fractions. */
const SAME = 1e-4;

class Search {
  private readonly model: Model;
  private readonly random: Random;
  private floor: number;
  private readonly started: boolean;
  private solved = false;
  private best: Snapshot | undefined;
  private bestPlan: Plan | undefined;
  private bestCost = Infinity;
  private nearest: Plan | undefined;
  private steps = 0;
  private weight: number;
  private length: number;
  private cycles = 0;

  constructor(problem: Problem, options: PlanOptions) {
    this.started = options.start !== undefined;
    this.model = modelOf(problem, options);
    this.random = randomOf(options.seed);
    this.weight = weightOf(this.model);
    this.floor = impossibleByReach(this.model) ? Infinity : boundOf(this.model);
    const units = this.model.units.length;
    this.length = units <= TINY ? SLICE : units <= MOST_UNITS ? FIRST_LOOK : SHORTEST;
    const rota = rotaFrom(this.model, options.start, this.random, this.weight);
    this.take(snapshotOf(rota), planFrom(rota));
  }

  progress(): PlanProgress {
    const met = this.floor >= this.bestCost - SAME;
    return {
      ...(this.bestPlan && { plan: this.bestPlan }),
      cost: this.bestCost,
      ...(!this.bestPlan && this.nearest && { nearest: this.nearest }),
      bound: met ? this.bestCost : this.floor,
      proved: this.solved || (met && this.ripe()),
      steps: this.steps,
    };
  }

  *cycle(): Generator<PlanProgress, void> {
    const fresh = this.cycles % 2 === 1;
    const rota = fresh ? rotaFrom(this.model, undefined, this.random, this.weight) : this.restore();
    const spread = spreadOf(rota, this.random, this.weight);
    const hot = spread * (fresh || (this.cycles === 0 && !this.started) ? 0.25 : 0.1);
    const cycle = anneal(rota, this.random, { steps: this.length, hot, cold: spread * 0.004, weight: this.weight });
    for (const found of cycle) {
      this.steps += SLICE;
      if (found && better(found.money, found.breaches, this.best)) {
        this.take(found, planFrom(this.restore(found)));
      }
      yield this.progress();
      if (this.progress().proved) {
        return;
      }
    }
    this.cycles += 1;
    this.length = Math.min(LONGEST, Math.max(SHORTEST, this.length * (fresh ? 1 : 2)));
    if (!this.bestPlan) {
      this.weight *= 2;
    }
    // Where nothing can be changed, time goes on all the same.
    this.steps += SLICE;
    yield this.progress();
  }

  /** Solves a small problem outright. */
  *solve(): Generator<PlanProgress, void> {
    const search = exact(this.model, this.bestCost);
    let step = search.next();
    while (step.done !== true) {
      yield this.progress();
      step = search.next();
    }
    const found = step.value;
    if (!found) {
      return;
    }
    this.floor = Math.max(this.floor, found.bound);
    if (found.plan) {
      const { money, breaches } = priceOf(this.model, found.plan);
      if (breaches === 0 && money <= this.bestCost + SAME / 100) {
        [this.bestPlan, this.bestCost] = [found.plan, Math.min(money, this.bestCost)];
        this.best = snapshotOf(rotaFrom(this.model, found.plan, this.random, this.weight));
      }
    }
    this.solved = found.proved && (this.bestPlan !== undefined ? this.floor >= this.bestCost - SAME : found.bound === Infinity && this.ripe());
    yield this.progress();
  }

  private ripe(): boolean {
    return this.steps >= (this.model.units.length <= MOST_UNITS ? RIPE / 3 : RIPE) * this.model.units.length;
  }

  private restore(from = this.best): Rota {
    const days = [...this.model.calendar].map((day, slot) => ({ day, scenes: this.model.units.flatMap(({ scenes }, unit) => (from?.slots[unit] === slot ? scenes : [])) }));
    return rotaFrom(this.model, { days }, this.random, this.weight);
  }

  private take(snapshot: Snapshot, made: Plan): void {
    const found = settleDays(this.model, made);
    const { money, breaches } = priceOf(this.model, found);
    if (breaches === 0 && money <= this.bestCost + SAME / 100) {
      this.bestPlan = found;
      this.bestCost = Math.min(money, this.bestCost);
      this.best = snapshot;
    } else if (breaches > 0 && !this.bestPlan) {
      this.nearest = found;
      this.best = snapshot;
    }
  }
}

/** What a breach counts at first: about what a day of the shoot costs. */
function weightOf({ prices: { day, night, worked, location } }: Model): number {
  const sum = (costs: Float64Array): number => costs.reduce((total, cost) => total + cost, 0);
  return day + night + sum(worked) / 2 + sum(location) / 4;
}
