// The planning engine: a first plan at once, then better ones for as long as it is asked, the same for the same seed.
import type { Plan, PlanOptions, PlanProgress, Problem } from '../problem';
import { anneal, better, NONE, snapshotOf, spreadOf, type Snapshot } from './anneal';
import { planFrom, rotaFrom } from './construct';
import { modelOf, type Model } from './model';
import { priceOf } from './price';
import { randomOf, type Random } from './random';

/**
 * Plans a shoot. Yields every few milliseconds of work, each time all that is known by then; does not end by itself before the plan is
 * proved the cheapest, or proved not to exist, so the caller stops asking when the time is over.
 */
export function* plan(problem: Problem, options: PlanOptions): Generator<PlanProgress, PlanProgress> {
  const search = new Search(problem, options);
  yield search.progress();
  for (;;) {
    yield* search.cycle();
  }
}

const SHORTEST = 100_000;
const LONGEST = 3_200_000;

class Search {
  private readonly model: Model;
  private readonly random: Random;
  private readonly floor = 0;
  private best: Snapshot | undefined;
  private bestPlan: Plan | undefined;
  private bestCost = Infinity;
  private nearest: Plan | undefined;
  private steps = 0;
  private weight: number;
  private length = SHORTEST;
  private cycles = 0;

  constructor(problem: Problem, options: PlanOptions) {
    this.model = modelOf(problem, options);
    this.random = randomOf(options.seed);
    this.weight = weightOf(problem);
    const rota = rotaFrom(this.model, options.start, this.random, this.weight);
    this.take(snapshotOf(rota), planFrom(rota));
  }

  progress(): PlanProgress {
    return {
      ...(this.bestPlan && { plan: this.bestPlan }),
      cost: this.bestCost,
      ...(!this.bestPlan && this.nearest && { nearest: this.nearest }),
      bound: this.floor,
      proved: false,
      steps: this.steps,
    };
  }

  *cycle(): Generator<PlanProgress, void> {
    const fresh = this.cycles % 2 === 1;
    const rota = fresh ? rotaFrom(this.model, undefined, this.random, this.weight) : this.restore();
    const spread = spreadOf(rota, this.random, this.weight);
    const hot = spread * (fresh || this.cycles === 0 ? 0.25 : 0.1);
    const cycle = anneal(rota, this.random, { steps: this.length, hot, cold: spread * 0.004, weight: this.weight });
    for (const found of cycle) {
      this.steps += 2048;
      if (found && better(found.money, found.breaches, this.best)) {
        this.take(found, planFrom(this.restore(found)));
      }
      yield this.progress();
    }
    this.cycles += 1;
    this.length = Math.min(LONGEST, this.length * (fresh ? 1 : 2));
    if (!this.bestPlan) {
      this.weight *= 2;
    }
  }

  private restore(from = this.best): ReturnType<typeof rotaFrom> {
    const days = [...this.model.calendar].map((day, slot) => ({ day, scenes: this.model.units.flatMap(({ scenes }, unit) => (from?.slots[unit] === slot ? scenes : [])) }));
    return rotaFrom(this.model, { days }, this.random, this.weight);
  }

  private take(snapshot: Snapshot, found: Plan): void {
    this.best = snapshot;
    const { money, breaches } = priceOf(this.model, found);
    if (breaches === 0 && snapshot.breaches < NONE && money < this.bestCost) {
      this.bestPlan = found;
      this.bestCost = money;
    } else if (breaches > 0) {
      this.nearest = found;
    }
  }
}

/** What a breach counts at first: about what a day of the shoot costs. */
function weightOf({ costs, resources, locations }: Problem): number {
  const paid = resources.reduce((sum, { dayCost }) => sum + dayCost, 0) + locations.reduce((sum, { dayCost }) => sum + dayCost, 0) / 4;
  return Math.max(1, costs.companyDay + costs.night + paid / 2);
}
