// Simulated annealing over the orders of a part: the start of the exact search, and the whole of it where that cannot be had.
import type { Random } from '../plan/random';
import type { Part } from './reduce';

export interface Annealed {
  readonly order: Int32Array;
  readonly cost: number;
}

/** Figures looked at between two yields: a few milliseconds. */
const SLICE = 800_000;
/** At the end, a move that costs this share of what it cost on average at the start is as good as never taken. */
const COLDEST = 0.002;

/** What an order of a part costs while actors wait. Written for speed: one pass over the scenes. */
export class OrderCost {
  readonly #part: Part;
  readonly #worked: number;
  readonly #first: Float64Array;
  readonly #last: Float64Array;

  constructor(part: Part) {
    this.#part = part;
    this.#worked = part.casts.reduce((sum, cast, scene) => sum + cast.reduce((cost, actor) => cost + (part.costs[actor] ?? 0), 0) * (part.durations[scene] ?? 0), 0);
    this.#first = new Float64Array(part.costs.length);
    this.#last = new Float64Array(part.costs.length);
  }

  of(order: Int32Array): number {
    const { casts, durations, costs } = this.#part;
    const first = this.#first.fill(-1);
    const last = this.#last;
    let day = 0;
    for (let at = 0; at < order.length; at++) {
      const scene = order[at] as number;
      const cast = casts[scene] as readonly number[];
      const next = day + (durations[scene] as number);
      for (let index = 0; index < cast.length; index++) {
        const actor = cast[index] as number;
        if ((first[actor] as number) < 0) {
          first[actor] = day;
        }
        last[actor] = next;
      }
      day = next;
    }
    let cost = -this.#worked;
    for (let actor = 0; actor < first.length; actor++) {
      cost += (costs[actor] as number) * ((last[actor] as number) - (first[actor] as number));
    }
    return cost;
  }
}

/**
 * One run from an order: takes a stretch of scenes out and puts it back elsewhere, often turned round, ever less willing to pay for it.
 * Yields every few milliseconds, with nothing; returns the best order met.
 * @param moves how many are tried
 */
export function* anneal(part: Part, start: Int32Array, moves: number, random: Random): Generator<undefined, Annealed> {
  const costOf = new OrderCost(part);
  let order: Int32Array = start.slice();
  let other: Int32Array = start.slice();
  let cost = costOf.of(order);
  let best = { order: order.slice(), cost };
  if (order.length < 2) {
    return best;
  }
  let heat = averageRise(part, order, random);
  const slice = Math.max(1, Math.floor(SLICE / workOf(part)));
  const cooling = Math.pow(COLDEST, 1 / moves);
  for (let move = 1; move <= moves; move++) {
    relocate(order, other, random);
    const next = costOf.of(other);
    if (next <= cost || random() < Math.exp((cost - next) / heat)) {
      [order, other] = [other, order];
      cost = next;
      if (cost < best.cost) {
        best = { order: order.slice(), cost };
      }
    }
    heat *= cooling;
    if (move % slice === 0) {
      yield;
    }
  }
  return best;
}

/** Figures looked at for one move: what it takes grows with it. */
export function workOf({ casts, costs }: Part): number {
  return casts.reduce((sum, cast) => sum + cast.length + 4, costs.length);
}

/** A third of what moves that make it dearer cost on average: a start warm enough to leave any valley. */
function averageRise(part: Part, order: Int32Array, random: Random): number {
  const costOf = new OrderCost(part);
  const other = order.slice();
  const cost = costOf.of(order);
  let sum = 0;
  let rises = 0;
  for (let sample = 0; sample < 60; sample++) {
    relocate(order, other, random);
    const rise = costOf.of(other) - cost;
    if (rise > 0) {
      sum += rise;
      rises++;
    }
  }
  return rises === 0 ? 1 : sum / rises / 3;
}

/** Fills `into` with the order, one stretch of it moved. */
function relocate(order: Int32Array, into: Int32Array, random: Random): void {
  const size = order.length;
  const length = 1 + Math.floor(random() * random() * Math.min(size - 1, 12));
  const from = Math.floor(random() * (size - length + 1));
  const to = Math.floor(random() * (size - length + 1));
  const turned = random() < 0.5;
  if (to < from) {
    into.set(order.subarray(0, to));
    into.set(order.subarray(to, from), to + length);
    into.set(order.subarray(from + length), from + length);
  } else {
    into.set(order.subarray(0, from));
    into.set(order.subarray(from + length, to + length), from);
    into.set(order.subarray(to + length), to + length);
  }
  for (let index = 0; index < length; index++) {
    into[to + (turned ? length - 1 - index : index)] = order[from + index] as number;
  }
}

/** An order by chance. */
export function shuffled(size: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
