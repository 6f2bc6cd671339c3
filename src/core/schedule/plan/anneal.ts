// Simulated annealing on a rota: changes by chance, kept where they help, and, the less the cooler, where they do not.
import { Moves } from './moves';
import type { Random } from './random';
import type { Rota } from './rota';

/** Where the units of a rota stand, to come back to. */
export interface Snapshot {
  readonly slots: Int32Array;
  readonly money: number;
  readonly breaches: number;
}

export interface Cycle {
  readonly steps: number;
  /** What a step may cost at first, and at last, on even odds or so. */
  readonly hot: number;
  readonly cold: number;
  /** What a breach counts. */
  readonly weight: number;
}

/** Breaches are sums of fractions kept by hand: less than this is none. */
export const NONE = 1e-6;
/** Steps between two yields. */
export const SLICE = 2048;

/**
 * Runs one cycle. Yields about every few thousand steps with the best found so far, when it is better than what was yielded before, and
 * undefined otherwise.
 */
export function* anneal(rota: Rota, random: Random, { steps, hot, cold, weight }: Cycle): Generator<Snapshot | undefined, void> {
  const moves = new Moves(rota, random);
  if (!moves.able) {
    return;
  }
  let cost = rota.money() + weight * rota.breaches();
  let best: Snapshot | undefined;
  let told: Snapshot | undefined;
  for (let from = 0; from < steps; from += SLICE) {
    const heat = hot * (cold / hot) ** (from / steps);
    for (let step = 0; step < SLICE; step += 1) {
      if (!moves.make()) {
        continue;
      }
      const breaches = rota.breaches();
      const money = rota.money();
      const now = money + weight * breaches;
      if (now <= cost || random() < Math.exp((cost - now) / heat)) {
        cost = now;
        if (better(money, breaches, best)) {
          best = snapshotOf(rota);
        }
      } else {
        moves.undo();
      }
    }
    yield best === told ? undefined : best;
    told = best;
  }
}

/** Fewer breaches first, then less money. */
export function better(money: number, breaches: number, than: Snapshot | undefined): boolean {
  if (!than) {
    return true;
  }
  if (breaches > NONE) {
    return breaches < than.breaches - NONE;
  }
  return than.breaches > NONE || money < than.money - NONE;
}

export function snapshotOf(rota: Rota): Snapshot {
  return { slots: rota.binOf.map((bin) => rota.slotOf[bin] as number), money: rota.money(), breaches: rota.breaches() };
}

/** What changes cost on the average, where they cost something: the measure of heat. */
export function spreadOf(rota: Rota, random: Random, weight: number): number {
  const moves = new Moves(rota, random);
  const before = rota.money() + weight * rota.breaches();
  let [sum, count] = [0, 0];
  for (let step = 0; step < 400 && moves.able; step += 1) {
    if (moves.make()) {
      const more = rota.money() + weight * rota.breaches() - before;
      if (more > 0) {
        [sum, count] = [sum + more, count + 1];
      }
      moves.undo();
    }
  }
  return count === 0 ? 1 : sum / count;
}
