// What is still to be shot between the two ends of an order, as the search looks at it: equal casts together, and nobody whose cost is settled.
import { countBits, lowestBit } from './bits';
import type { Part } from './reduce';

/** As many scenes and actors as fit into masks. */
export const MOST_SCENES = 64;
export const MOST_ACTORS = 32;

const SLOTS = 256;

/** A part in masks. */
export interface Masks {
  readonly scenes: number;
  readonly actors: number;
  readonly durations: Float64Array;
  readonly costs: Float64Array;
  /** Actors of each scene. */
  readonly casts: Int32Array;
  /** Scenes of each actor: 0 to 31, and 32 to 63. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** @param part with at most MOST_SCENES scenes and MOST_ACTORS actors */
export function masksOf(part: Part): Masks {
  const low = new Int32Array(part.costs.length);
  const high = new Int32Array(part.costs.length);
  part.casts.forEach((cast, scene) => {
    for (const actor of cast) {
      const half = scene < 32 ? low : high;
      half[actor] = (half[actor] as number) | (1 << (scene & 31));
    }
  });
  return {
    scenes: part.casts.length,
    actors: part.costs.length,
    durations: Float64Array.from(part.durations),
    costs: Float64Array.from(part.costs),
    casts: Int32Array.from(part.casts.map((cast) => cast.reduce((mask, actor) => mask | (1 << actor), 0))),
    low,
    high,
  };
}

/**
 * Scenes left (`low`, `high`), with the actors who have begun at the left end and are not done (`left`), and at the right end (`right`).
 * Who has scenes at both ends is paid through all that is left, whatever its order: that is charged when it becomes so, and he is not looked at again.
 * Reused for each state, so that the search makes no garbage.
 */
export class Remaining {
  readonly masks: Masks;
  /** Kinds of scenes: what is left, grouped by the part of its cast that still matters. */
  kinds = 0;
  readonly casts = new Int32Array(MOST_SCENES);
  readonly durations = new Float64Array(MOST_SCENES);
  readonly lows = new Int32Array(MOST_SCENES);
  readonly highs = new Int32Array(MOST_SCENES);
  left = 0;
  right = 0;
  /** Actors with no scene at either end. */
  free = 0;
  /** Actors with one kind of scene left. */
  single = 0;
  duration = 0;
  /** For each actor the duration of their scenes left. */
  readonly worked = new Float64Array(MOST_ACTORS);
  readonly #slots = new Int8Array(SLOTS);

  constructor(masks: Masks) {
    this.masks = masks;
  }

  read(low: number, high: number, left: number, right: number): void {
    const { masks } = this;
    this.left = left;
    this.right = right;
    this.free = 0;
    for (let actor = 0; actor < masks.actors; actor++) {
      if (((masks.low[actor] as number) & ~low) === 0 && ((masks.high[actor] as number) & ~high) === 0) {
        this.free |= 1 << actor;
      }
    }
    this.#group(low, high);
    // Somebody free with one kind of scene left never waits: without them more casts may be equal.
    for (let idle = this.free & this.single; idle !== 0; idle = this.free & this.single) {
      this.free &= ~idle;
      this.#group(low, high);
    }
    this.#measure();
  }

  /** Groups what is left by cast. */
  #group(low: number, high: number): void {
    const { masks, casts, durations, lows, highs } = this;
    const active = this.left | this.right | this.free;
    const slots = this.#slots.fill(-1);
    let kinds = 0;
    for (let half = 0; half < 2; half++) {
      for (let rest = half === 0 ? low : high; rest !== 0; rest &= rest - 1) {
        const scene = lowestBit(rest) + 32 * half;
        const cast = (masks.casts[scene] as number) & active;
        let slot = Math.imul(cast, 0x9e3779b1) >>> 24;
        while ((slots[slot] as number) >= 0 && casts[slots[slot] as number] !== cast) {
          slot = (slot + 1) & (SLOTS - 1);
        }
        let kind = slots[slot] as number;
        if (kind < 0) {
          kind = kinds++;
          slots[slot] = kind;
          casts[kind] = cast;
          durations[kind] = 0;
          lows[kind] = 0;
          highs[kind] = 0;
        }
        durations[kind] = (durations[kind] as number) + (masks.durations[scene] as number);
        const own = half === 0 ? lows : highs;
        own[kind] = (own[kind] as number) | (1 << (scene & 31));
      }
    }
    this.kinds = kinds;
    let once = 0;
    let twice = 0;
    for (let kind = 0; kind < kinds; kind++) {
      twice |= once & (casts[kind] as number);
      once |= casts[kind] as number;
    }
    this.single = once & ~twice;
  }

  #measure(): void {
    const { casts, durations, worked } = this;
    worked.fill(0);
    this.duration = 0;
    for (let kind = 0; kind < this.kinds; kind++) {
      const days = durations[kind] as number;
      this.duration += days;
      for (let rest = casts[kind] as number; rest !== 0; rest &= rest - 1) {
        const actor = lowestBit(rest);
        worked[actor] = (worked[actor] as number) + days;
      }
    }
  }
}

/** How many scenes a state leaves. */
export function countScenes(low: number, high: number): number {
  return countBits(low) + countBits(high);
}
