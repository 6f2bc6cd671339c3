// One part's search from beginning to end: annealing, then the exact search, or where a part is too large for that, a bound from the dearest of its actors.
import type { Random } from '../plan/random';
import { anneal, OrderCost, shuffled, workOf, type Annealed } from './anneal';
import type { Part } from './reduce';
import { masksOf, MOST_ACTORS, MOST_SCENES } from './remaining';
import { Search } from './search';
import { boundGroups } from './boundGroups';

/** Annealing runs before the exact search, each from another order. */
const RUNS = 2;
/** Of a part too large for it: runs without a better order after which it ends. */
const VAIN_RUNS = 6;
/** Figures one run may look at, some seconds of work. */
const MOST_WORK = 4e8;
/** How often what is searched is asked for its bound, in slices: it takes a look at each state. */
const BOUND_EVERY = 40;
/** With more actors a proof may not come in a writer's time, so that a good bound comes first. */
const EASY_ACTORS = 9;
/** States looked at for the bound of a group of actors. */
const GROUP_NODES = 60_000;

export class PartSearch {
  /** What the best order known costs, and what no order costs less than. */
  cost: number;
  bound = 0;
  nodes = 0;
  readonly #part: Part;
  readonly #random: Random;
  #order: Int32Array;

  /** @param start an order of the whole instance: the part begins with its own scenes in that order */
  constructor(part: Part, start: readonly number[], random: Random) {
    this.#part = part;
    this.#random = random;
    const places = new Map(start.map((scene, place) => [scene, place]));
    const placeOf = (group: number): number => places.get(part.groups[group]?.[0] ?? -1) ?? 0;
    this.#order = Int32Array.from(part.groups.keys()).sort((a, b) => placeOf(a) - placeOf(b));
    this.cost = new OrderCost(part).of(this.#order);
  }

  /** The instance's scenes in the best order known. */
  scenes(): number[] {
    return Array.from(this.#order).flatMap((group) => this.#part.groups[group] ?? []);
  }

  /** Yields every few milliseconds. At the end the order is proved (`cost` equals `bound`), but of a part too large. */
  *run(): Generator<undefined, undefined> {
    const { groups, costs } = this.#part;
    for (let run = 0; run < RUNS; run++) {
      yield* this.#anneal();
    }
    const tooLarge = groups.length > MOST_SCENES || costs.length > MOST_ACTORS;
    if (tooLarge || costs.length > EASY_ACTORS) {
      yield* this.#boundByGroups();
    }
    if (tooLarge) {
      for (let vain = 0; vain < VAIN_RUNS && this.bound < this.cost; vain++) {
        const before = this.cost;
        yield* this.#anneal();
        vain = this.cost < before ? -1 : vain;
      }
      return undefined;
    }
    yield* this.#search();
    return undefined;
  }

  *#anneal(): Generator<undefined, undefined> {
    const size = this.#order.length;
    const moves = Math.max(100, Math.min(25 * size * size, MOST_WORK / workOf(this.#part)));
    const run = anneal(this.#part, shuffled(size, this.#random), Math.floor(moves), this.#random);
    const found: Annealed = yield* run;
    if (found.cost < this.cost) {
      this.cost = found.cost;
      this.#order = found.order;
    }
    return undefined;
  }

  *#search(): Generator<undefined, undefined> {
    const search = new Search(masksOf(this.#part), this.cost);
    let slice = 0;
    for (const run = search.run(); run.next().done !== true; slice++) {
      this.nodes = search.nodes;
      if (search.order && search.best < this.cost) {
        this.cost = search.best;
        this.#order = Int32Array.from(search.order);
      }
      if (slice % BOUND_EVERY === 0) {
        this.bound = Math.max(this.bound, search.bound);
      }
      yield;
    }
    if (search.order && search.best < this.cost) {
      this.cost = search.best;
      this.#order = Int32Array.from(search.order);
    }
    this.nodes = search.nodes;
    this.bound = this.cost;
    return undefined;
  }

  /** Actors in groups that share nobody wait at least as long as each group would if it were alone: the sum of their bounds holds. */
  *#boundByGroups(): Generator<undefined, undefined> {
    let sum = 0;
    for (const group of boundGroups(this.#part)) {
      let best = Infinity;
      for (let run = 0; run < RUNS; run++) {
        const size = group.durations.length;
        best = Math.min(best, (yield* anneal(group, shuffled(size, this.#random), 25 * size * size, this.#random)).cost);
      }
      const search = new Search(masksOf(group), best);
      let slice = 0;
      for (const run = search.run(); search.nodes < GROUP_NODES && run.next().done !== true; slice++) {
        if (slice % BOUND_EVERY === 0) {
          this.bound = Math.max(this.bound, sum + search.bound);
        }
        yield;
      }
      this.nodes += search.nodes;
      sum += search.bound;
      this.bound = Math.max(this.bound, sum);
    }
    return undefined;
  }
}
