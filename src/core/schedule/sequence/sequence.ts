// The order of scenes in which actors wait least (the talent scheduling problem), proved wherever it can be: runs in slices, so that the caller can stop at once with the best so far.
import type { SequenceInstance, SequenceProgress } from '../instance';
import { randomOf, type Random } from '../plan/random';
import { holdingOf } from './holding';
import { readInstance } from './readInstance';
import { reduce, type Reduced } from './reduce';
import { PartSearch } from './partSearch';

export interface SequenceOptions {
  /** The same seed gives the same orders after the same number of steps. */
  readonly seed?: number;
  /** An order to begin from: the answer is never worse. One that does not name each scene once is passed over. */
  readonly start?: readonly number[];
}

/**
 * Searches for the best order. Yields every few milliseconds of work, first at once; each progress is at least as good as the one before,
 * in its order and in its bound. Ends with the last: proved, or, where the exact search cannot be had (more than 64 scenes or 32 actors
 * after all that makes no difference is taken out), after as much annealing as still helps, with an honest bound. Deterministic for a seed.
 * @throws RangeError with a sentence where the instance is not one (see readInstance)
 */
export function* sequence(instance: SequenceInstance, options: SequenceOptions = {}): Generator<SequenceProgress, SequenceProgress> {
  const read = readInstance(instance);
  if (!read.ok) {
    throw new RangeError(read.reason);
  }
  const reduced = reduce(read.instance);
  const start = startOf(read.instance, options.start);
  const random: Random = randomOf(options.seed ?? 1);
  const searches = reduced.parts.map((part) => new PartSearch(part, start, random));
  const told = new Told(read.instance, reduced, searches, start);
  yield told.progress();
  for (const search of searches) {
    for (const run = search.run(); run.next().done !== true;) {
      yield told.progress();
    }
  }
  return told.progress();
}

/** The given order if it names each scene once, otherwise the script's. */
function startOf({ durations }: SequenceInstance, given: readonly number[] | undefined): readonly number[] {
  const whole = given?.length === durations.length && new Set(given).size === durations.length && given.every((scene) => durations[scene] !== undefined);
  return whole ? given : durations.map((_, scene) => scene);
}

/** What is told: the parts' orders one after the other, counted anew from the whole instance, and never worse than the start. */
class Told {
  readonly #instance: SequenceInstance;
  readonly #reduced: Reduced;
  readonly #searches: readonly PartSearch[];
  #order: readonly number[];
  #holding: number;
  #bound = 0;

  constructor(instance: SequenceInstance, reduced: Reduced, searches: readonly PartSearch[], start: readonly number[]) {
    // In whole numbers, so that nothing is lost in adding up.
    const { days, costs } = reduced.scales;
    this.#instance = {
      durations: instance.durations.map((duration) => Math.round(duration * days)),
      actors: instance.actors.map(({ cost, scenes }) => ({ cost: Math.round(cost * costs), scenes })),
    };
    this.#reduced = reduced;
    this.#searches = searches;
    this.#order = start;
    this.#holding = holdingOf(this.#instance, start);
  }

  progress(): SequenceProgress {
    const { scales, rest } = this.#reduced;
    if (this.#searches.reduce((sum, { cost }) => sum + cost, 0) < this.#holding) {
      const order = [...this.#searches.flatMap((search) => search.scenes()), ...rest];
      this.#holding = holdingOf(this.#instance, order);
      this.#order = order;
    }
    this.#bound = Math.max(this.#bound, this.#searches.reduce((sum, { bound }) => sum + bound, 0));
    const scale = scales.days * scales.costs;
    return {
      order: this.#order,
      holding: this.#holding / scale,
      bound: this.#bound / scale,
      proved: this.#holding === this.#bound,
      nodes: this.#searches.reduce((sum, { nodes }) => sum + nodes, 0),
    };
  }
}
