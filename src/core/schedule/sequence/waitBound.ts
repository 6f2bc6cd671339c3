// What actors who are on the set must still wait, whatever the order of what is left: the part of the bound that keeps the search small.
import { lowestBit } from './bits';
import type { Remaining } from './remaining';

/** Actors looked at together; of more, the dearest are (they come first). */
const MOST_TOGETHER = 9;

/**
 * Lower bounds on the waiting of actors who are on at the left end, and of those on at the right end.
 * Of actors on at one end somebody is done first, then somebody, and so on; who is done after others waits through all of their scenes
 * which are not their own. The least over all orders of being done is found over the sets of those who are done. It contains the
 * bound over pairs of Garcia de la Banda, Stuckey and Chu (2011) and is what the best order costs if nobody else were paid.
 */
export class WaitBound {
  readonly #place = new Int32Array(32);
  readonly #costs = new Float64Array(MOST_TOGETHER);
  readonly #away = new Float64Array(MOST_TOGETHER);
  /** For each set: the duration of scenes whose cast of these actors lies within it. */
  readonly #within = new Float64Array(1 << MOST_TOGETHER);
  readonly #least = new Float64Array(1 << MOST_TOGETHER);
  readonly #shared = new Int32Array(32);
  readonly #unused = new Float64Array(32);

  /** For the actors of `on`, all on at the same end. The kind `without` counts as shot. */
  ofOneEnd(remaining: Remaining, on: number, without: number): number {
    if ((on & (on - 1)) === 0) {
      return 0;
    }
    const many = this.#choose(remaining, on);
    const all = (1 << many) - 1;
    const within = this.#within;
    within.fill(0, 0, all + 1);
    const { casts, durations, kinds } = remaining;
    let chosen = 0;
    for (let rest = on, left = many; left > 0; rest &= rest - 1, left--) {
      chosen |= rest & -rest;
    }
    for (let kind = 0; kind < kinds; kind++) {
      if (kind !== without) {
        let set = 0;
        for (let rest = (casts[kind] as number) & chosen; rest !== 0; rest &= rest - 1) {
          set |= this.#place[lowestBit(rest)] as number;
        }
        within[set] = (within[set] as number) + (durations[kind] as number);
      }
    }
    if (many === 2) {
      return Math.min((this.#costs[0] as number) * (within[2] as number), (this.#costs[1] as number) * (within[1] as number));
    }
    return this.#leastOver(many, all);
  }

  #choose(remaining: Remaining, on: number): number {
    let many = 0;
    for (let rest = on; rest !== 0 && many < MOST_TOGETHER; rest &= rest - 1, many++) {
      const actor = lowestBit(rest);
      this.#place[actor] = 1 << many;
      this.#costs[many] = remaining.masks.costs[actor] as number;
    }
    return many;
  }

  #leastOver(many: number, all: number): number {
    const within = this.#within;
    const least = this.#least;
    const costs = this.#costs;
    const away = this.#away;
    for (let bit = 1; bit <= all; bit <<= 1) {
      for (let set = bit; set <= all; set = (set + 1) | bit) {
        within[set] = (within[set] as number) + (within[set ^ bit] as number);
      }
    }
    for (let actor = 0; actor < many; actor++) {
      away[actor] = within[all ^ (1 << actor)] as number;
    }
    least[0] = 0;
    for (let done = 1; done <= all; done++) {
      const behind = within[all ^ done] as number;
      let best = Infinity;
      for (let rest = done; rest !== 0; rest &= rest - 1) {
        const actor = lowestBit(rest);
        // The last of them: waits through what is not theirs, but for what nobody of them is in, which may come later.
        const cost = (least[done & ~(1 << actor)] as number) + (costs[actor] as number) * ((away[actor] as number) - behind);
        best = cost < best ? cost : best;
      }
      least[done] = best;
    }
    return least[all] as number;
  }

  /**
   * For actors on at different ends: two who share a scene are on until it, and from it on, so that one of them is on during each scene of others.
   * Counted for scenes with no actor of either end, which `ofOneEnd` charges to nobody.
   */
  ofBothEnds(remaining: Remaining, left: number, right: number, without: number): number {
    if (left === 0 || right === 0) {
      return 0;
    }
    const { casts, durations, kinds, masks } = remaining;
    const shared = this.#shared.fill(0);
    let days = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const cast = casts[kind] as number;
      if (kind === without) {
        continue;
      }
      if ((cast & (left | right)) === 0) {
        days += durations[kind] as number;
      }
      for (let rest = (cast & right) === 0 ? 0 : cast & left; rest !== 0; rest &= rest - 1) {
        const actor = lowestBit(rest);
        shared[actor] = (shared[actor] as number) | (cast & right);
      }
    }
    return days === 0 ? 0 : days * this.#cover(left, right, masks.costs);
  }

  /** At least what covering each pair that shares a scene costs a day: pairs are charged what is left of the cheaper of the two. */
  #cover(left: number, right: number, costs: Float64Array): number {
    const unused = this.#unused;
    for (let rest = right; rest !== 0; rest &= rest - 1) {
      unused[lowestBit(rest)] = costs[lowestBit(rest)] as number;
    }
    let cover = 0;
    for (let rest = left; rest !== 0; rest &= rest - 1) {
      const actor = lowestBit(rest);
      let own = costs[actor] as number;
      for (let others = this.#shared[actor] as number; others !== 0 && own > 0; others &= others - 1) {
        const other = lowestBit(others);
        const charge = Math.min(own, unused[other] as number);
        own -= charge;
        unused[other] = (unused[other] as number) - charge;
        cover += charge;
      }
    }
    return cover;
  }
}
