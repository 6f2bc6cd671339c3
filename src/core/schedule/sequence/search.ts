// The exact search for a part's best order: from both ends inwards, all states that leave equally many scenes together, each looked at once.
import { lowestBit } from './bits';
import { AT_RIGHT, Layer, MIRRORED, STATE_BYTES } from './layer';
import { countScenes, Remaining, type Masks } from './remaining';
import { WaitBound } from './waitBound';

/** Figures looked at between two yields: a few milliseconds. */
const SLICE = 1_000_000;
/** Room for states, over all layers; the engine's whole memory stays well under 300 MB. */
const MOST_STATES = Math.floor(160e6 / STATE_BYTES);

/**
 * Places scenes at the left and the right end of the order by turns. What is still to be paid depends on the scenes left and on who is
 * on at which end alone (Garcia de la Banda, Stuckey and Chu 2011), and it is the same seen in a mirror, so each such state is kept
 * once. Layer by layer, as in breadth-first branch and bound (Zhou and Hansen 2006), it is looked at after all ways to it are known.
 * When memory is full, what has been found is followed to its end first and the rest after it: states forgotten meanwhile may be looked
 * at again, none is missed.
 */
export class Search {
  /** What the best order known costs; only what is cheaper is searched. */
  best: number;
  /** That order, once one cheaper than was given is found. */
  order: number[] | undefined;
  nodes = 0;
  readonly #masks: Masks;
  readonly #layers: Layer[];
  readonly #remaining: Remaining;
  readonly #wait = new WaitBound();
  readonly #fixed = new Float64Array(32);
  readonly #candidates = { left: new Int32Array(64), right: new Int32Array(64) };
  readonly #firsts = new Int32Array(64);
  readonly #mostStates: number;
  #room = 0;
  #slices = 1;

  /**
   * @param best only what is cheaper is looked for
   * @param mostStates what may be kept at a time, all layers together, besides a little for each
   */
  constructor(masks: Masks, best: number, mostStates = MOST_STATES) {
    this.best = best;
    this.#mostStates = mostStates;
    this.#masks = masks;
    this.#remaining = new Remaining(masks);
    // By how many scenes are left.
    this.#layers = Array.from({ length: masks.scenes + 1 }, () => new Layer());
  }

  /** Nothing costs less: of what has not been looked at to its end, the least that it can cost. */
  get bound(): number {
    let bound = this.best;
    for (const { count, done, bound: bounds } of this.#layers) {
      for (let index = done; index < count; index++) {
        bound = Math.min(bound, bounds[index] as number);
      }
    }
    return bound;
  }

  /** Searches to the end; yields every few milliseconds. */
  *run(): Generator<undefined, undefined> {
    const all = this.#masks.scenes;
    this.#insert(all > 31 ? -1 : (1 << all) - 1, all > 63 ? -1 : all > 32 ? (1 << (all - 32)) - 1 : 0, 0, 0, 0, 0, 0, 0, 0);
    yield* this.#drain(all);
    return undefined;
  }

  /** Looks at all states of a layer and of those that come after it. */
  *#drain(from: number): Generator<undefined, undefined> {
    for (let left = from; left > 0; left--) {
      const layer = this.#layers[left] as Layer;
      while (layer.done < layer.count) {
        if ((layer.bound[layer.done] as number) < this.best) {
          if (!this.#hasRoom(left)) {
            yield* this.#drain(left - 1);
          }
          this.#expand(left, layer.done);
          this.nodes++;
          if (this.#wait.work > this.#slices * SLICE) {
            this.#slices = this.#wait.work / SLICE + 1;
            yield;
          }
        }
        layer.done++;
      }
    }
    for (let left = from; left > 0; left--) {
      (this.#layers[left] as Layer).clear();
    }
    return undefined;
  }

  /** Whether whatever one state leads to finds room in the layers after its own. */
  #hasRoom(left: number): boolean {
    for (let after = left - 1; after > 0; after--) {
      const layer = this.#layers[after] as Layer;
      if (layer.count + 2 * left > layer.room) {
        if (this.#room + layer.room > this.#mostStates) {
          return false;
        }
        this.#room += layer.room;
        layer.grow();
      }
    }
    return true;
  }

  #expand(left: number, index: number): void {
    const layer = this.#layers[left] as Layer;
    const remaining = this.#remaining;
    remaining.read(layer.low[index] as number, layer.high[index] as number, layer.left[index] as number, layer.right[index] as number);
    const { costs } = this.#masks;
    for (let rest = remaining.left | remaining.right; rest !== 0; rest &= rest - 1) {
      const actor = lowestBit(rest);
      this.#fixed[actor] = (costs[actor] as number) * (remaining.duration - (remaining.worked[actor] as number));
    }
    const atLeft = this.#choose(remaining.left, this.#candidates.left);
    const atRight = this.#choose(remaining.right, this.#candidates.right);
    // Either end will do: the one with fewer ways on, and of equals the one at which more is being paid.
    const right = atRight < atLeft || (atRight === atLeft && this.#sum(remaining.right) > this.#sum(remaining.left));
    const candidates = right ? this.#candidates.right : this.#candidates.left;
    for (let each = right ? atRight : atLeft; each > 0; each--) {
      this.#place(left, index, candidates[each - 1] as number, right);
    }
  }

  /**
   * Kinds worth placing next at the end where `on` is on. Where a kind has all who are on, and others only who are in another kind as well,
   * it may as well come before that other: nobody waits during it, and nobody is on earlier for it (2011, theorem 2).
   */
  #choose(on: number, into: Int32Array): number {
    const { casts, kinds } = this.#remaining;
    const firsts = this.#firsts;
    let many = 0;
    for (let kind = 0; kind < kinds; kind++) {
      if ((on & ~(casts[kind] as number)) === 0) {
        firsts[many++] = kind;
      }
    }
    let count = 0;
    for (let kind = 0; kind < kinds; kind++) {
      const beyond = ~((casts[kind] as number) | on);
      let behind = false;
      for (let each = 0; each < many && !behind; each++) {
        const first = firsts[each] as number;
        behind = ((casts[first] as number) & beyond) === 0 && first !== kind;
      }
      if (!behind) {
        into[count++] = kind;
      }
    }
    return count;
  }

  #sum(actors: number): number {
    let sum = 0;
    for (let rest = actors; rest !== 0; rest &= rest - 1) {
      sum += this.#masks.costs[lowestBit(rest)] as number;
    }
    return sum;
  }

  /** Places a kind at an end, and keeps the state this leads to if it may become the best. */
  #place(left: number, index: number, kind: number, atRight: boolean): void {
    const layer = this.#layers[left] as Layer;
    const remaining = this.#remaining;
    const cast = remaining.casts[kind] as number;
    const near = atRight ? remaining.right : remaining.left;
    const far = atRight ? remaining.left : remaining.right;
    let cost = (layer.cost[index] as number) + this.#sum(near & ~cast) * (remaining.durations[kind] as number);
    for (let rest = cast & far; rest !== 0; rest &= rest - 1) {
      cost += this.#fixed[lowestBit(rest)] as number;
    }
    const low = (layer.low[index] as number) & ~(remaining.lows[kind] as number);
    const high = (layer.high[index] as number) & ~(remaining.highs[kind] as number);
    if (cost >= this.best) {
      return;
    }
    const nearAfter = (near | (cast & remaining.free)) & ~(cast & remaining.single);
    const farAfter = far & ~cast;
    if ((low | high) === 0) {
      this.best = cost;
      this.order = this.#orderOf(left, index, layer.low[index] as number, layer.high[index] as number);
      return;
    }
    const mirrored = nearAfter > farAfter !== atRight;
    const how = (atRight ? AT_RIGHT : 0) | (mirrored ? MIRRORED : 0);
    const small = Math.min(nearAfter, farAfter);
    this.#insert(low, high, small, Math.max(nearAfter, farAfter), cost, left, index, how, kind);
  }

  #insert(low: number, high: number, small: number, large: number, cost: number, fromLayer: number, fromIndex: number, how: number, kind: number): void {
    const layer = this.#layers[countScenes(low, high)] as Layer;
    let index = layer.find(low, high, small, large);
    if (index >= 0) {
      const saved = (layer.cost[index] as number) - cost;
      if (saved <= 0) {
        return;
      }
      layer.bound[index] = (layer.bound[index] as number) - saved;
    } else {
      const remaining = this.#remaining;
      const bound = fromLayer === 0 ? 0 : cost + this.#wait.of(remaining, small, large, kind);
      if (bound >= this.best) {
        return;
      }
      index = layer.add(index, low, high, small, large);
      layer.bound[index] = bound;
    }
    layer.cost[index] = cost;
    layer.fromLayer[index] = fromLayer;
    layer.fromIndex[index] = fromIndex;
    layer.how[index] = how;
  }

  /** The order that leads to a state, and then the scenes it leaves, which are of one kind. */
  #orderOf(left: number, index: number, low: number, high: number): number[] {
    const steps: { low: number; high: number; how: number }[] = [];
    let at = { left, index };
    for (let layer = this.#layers[left] as Layer; layer.fromLayer[at.index] !== 0; layer = this.#layers[at.left] as Layer) {
      const from = { left: layer.fromLayer[at.index] as number, index: layer.fromIndex[at.index] as number };
      const before = this.#layers[from.left] as Layer;
      steps.push({
        low: (before.low[from.index] as number) & ~(layer.low[at.index] as number),
        high: (before.high[from.index] as number) & ~(layer.high[at.index] as number),
        how: layer.how[at.index] as number,
      });
      at = from;
    }
    const first: number[] = [];
    const last: number[] = [];
    let turned = false;
    for (const step of steps.reverse()) {
      const scenes = scenesIn(step.low, step.high);
      if (((step.how & AT_RIGHT) !== 0) !== turned) {
        last.unshift(...scenes);
      } else {
        first.push(...scenes);
      }
      turned = turned !== ((step.how & MIRRORED) !== 0);
    }
    return [...first, ...scenesIn(low, high), ...last];
  }
}

function scenesIn(low: number, high: number): number[] {
  const scenes: number[] = [];
  for (let half = 0; half < 2; half++) {
    for (let rest = half === 0 ? low : high; rest !== 0; rest &= rest - 1) {
      scenes.push(lowestBit(rest) + 32 * half);
    }
  }
  return scenes;
}
