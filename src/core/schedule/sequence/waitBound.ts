// What actors who are on the set must still wait, whatever the order of what is left: the part of the bound that keeps the search small.
import { lowestBit } from './bits';
import type { Remaining } from './remaining';

/** Actors of an end looked at together; of more, the dearest (they come first). */
const MOST_TOGETHER = 7;
const SETS = 1 << MOST_TOGETHER;

/** The actors who are on at one end, numbered among themselves; for each set of them what the bound asks. */
class End {
  many = 0;
  /** All of them, as in the masks of the part. */
  chosen = 0;
  readonly bits = new Int32Array(32);
  readonly costs = new Float64Array(MOST_TOGETHER);
  /** For each actor the set of those of the other end with whom they share a scene. */
  readonly shares = new Int32Array(MOST_TOGETHER);
  /** The duration of scenes in which just this set of them is, and afterwards of those in which nobody else of them is. */
  readonly within = new Float64Array(SETS);
  /** The same for scenes with nobody of the other end. */
  readonly alone = new Float64Array(SETS);
  /** What the set costs a day. */
  readonly sum = new Float64Array(SETS);
  /** What a day of others costs at least once all of the set have scenes with the other end before or after it. */
  readonly cover = new Float64Array(SETS);
  readonly least = new Float64Array(SETS);

  choose(on: number, costs: Float64Array): void {
    this.many = 0;
    this.chosen = 0;
    for (let rest = on; rest !== 0 && this.many < MOST_TOGETHER; rest &= rest - 1) {
      const actor = lowestBit(rest);
      this.chosen |= rest & -rest;
      this.bits[actor] = 1 << this.many;
      this.costs[this.many] = costs[actor] as number;
      this.shares[this.many] = 0;
      this.many++;
    }
    const sets = 1 << this.many;
    this.within.fill(0, 0, sets);
    this.alone.fill(0, 0, sets);
  }

  /** The set of them in a cast. */
  of(cast: number): number {
    let set = 0;
    for (let rest = cast & this.chosen; rest !== 0; rest &= rest - 1) {
      set |= this.bits[lowestBit(rest)] as number;
    }
    return set;
  }

  share(set: number, others: number): void {
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const actor = lowestBit(rest);
      this.shares[actor] = (this.shares[actor] as number) | others;
    }
  }

  /** Sums over sets what was counted for each. */
  sumUp(): void {
    const { within, alone, sum, costs, many } = this;
    const all = (1 << many) - 1;
    sum[0] = 0;
    for (let actor = 0, bit = 1; actor < many; actor++, bit <<= 1) {
      for (let set = bit; set <= all; set = (set + 1) | bit) {
        within[set] = (within[set] as number) + (within[set ^ bit] as number);
        alone[set] = (alone[set] as number) + (alone[set ^ bit] as number);
      }
      for (let set = 0; set < bit; set++) {
        sum[set | bit] = (sum[set] as number) + (costs[actor] as number);
      }
    }
  }
}

/**
 * A lower bound on what is still to be paid to actors who are on at either end.
 * Of actors on at one end somebody is done first, then somebody, and so on; who is done after others waits through all of their scenes
 * which are not their own. The least over all orders of being done is found over the sets of those who are done. It contains the
 * bound over pairs of Garcia de la Banda, Stuckey and Chu (2011).
 * Two at different ends who share a scene are both on during it, so that during any other scene one of them is on: for a scene that comes
 * when some are done, each of them is on still, or those of the other end are on with whom they share. What that costs a day
 * at least is the lightest cover of the pairs who share. It is counted for scenes with nobody of one end, where nothing else counts it.
 */
export class WaitBound {
  /** Figures looked at so far: sets of many actors take long. */
  work = 0;
  readonly #left = new End();
  readonly #right = new End();

  /** @param without this kind counts as shot */
  of(remaining: Remaining, left: number, right: number, without: number): number {
    const single = (left & (left - 1)) === 0 && (right & (right - 1)) === 0;
    if (single && (left === 0 || right === 0)) {
      return 0;
    }
    const [a, b] = [this.#left, this.#right];
    a.choose(left, remaining.masks.costs);
    b.choose(right, remaining.masks.costs);
    const { casts, durations, kinds } = remaining;
    this.work += 6 * kinds + (a.many << a.many) + (b.many << b.many);
    let shared = false;
    for (let kind = 0; kind < kinds; kind++) {
      if (kind !== without) {
        const days = durations[kind] as number;
        const setA = a.of(casts[kind] as number);
        const setB = b.of(casts[kind] as number);
        a.within[setA] = (a.within[setA] as number) + days;
        b.within[setB] = (b.within[setB] as number) + days;
        if (setA === 0) {
          b.alone[setB] = (b.alone[setB] as number) + days;
        }
        if (setB === 0) {
          a.alone[setA] = (a.alone[setA] as number) + days;
        } else if (setA !== 0) {
          shared = true;
          a.share(setA, setB);
          b.share(setB, setA);
        }
      }
    }
    const nobody = a.alone[0] as number;
    a.sumUp();
    b.sumUp();
    if (!shared) {
      return leastOf(a, false) + leastOf(b, false);
    }
    cover(a, b);
    cover(b, a);
    return leastOf(a, true) + leastOf(b, true) + nobody * (a.cover[(1 << a.many) - 1] as number);
  }
}

/** The least over the orders of being done. */
function leastOf({ many, within, alone, cover: covers, costs, least }: End, shared: boolean): number {
  const all = (1 << many) - 1;
  least[0] = 0;
  for (let done = 1; done <= all; done++) {
    const behind = within[all ^ done] as number;
    const behindAlone = alone[all ^ done] as number;
    let best = Infinity;
    for (let rest = done; rest !== 0; rest &= rest - 1) {
      const actor = lowestBit(rest);
      const before = done & ~(1 << actor);
      // The last of them waits through what is not theirs, but for what nobody of them is in, which may come later.
      let cost = (least[before] as number) + (costs[actor] as number) * ((within[all ^ (1 << actor)] as number) - behind);
      if (shared) {
        // Scenes of theirs with nobody who was done before.
        cost += (covers[before] as number) * ((alone[all ^ before] as number) - behindAlone);
      }
      best = cost < best ? cost : best;
    }
    least[done] = best;
  }
  return least[all] as number;
}

/** For each set the lightest cover of its pairs: everybody with whom they share, or one of them and the lightest for the others. */
function cover({ many, cover: covers, costs, shares }: End, other: End): void {
  const all = (1 << many) - 1;
  covers[0] = 0;
  for (let set = 1; set <= all; set++) {
    let others = 0;
    let best = Infinity;
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const actor = lowestBit(rest);
      others |= shares[actor] as number;
      const cost = (costs[actor] as number) + (covers[set & ~(1 << actor)] as number);
      best = cost < best ? cost : best;
    }
    covers[set] = Math.min(best, other.sum[others] as number);
  }
}
