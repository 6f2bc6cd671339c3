// What an order of scenes costs, counted from the order alone: what is told of an order is counted here and never taken from the search.
import type { SequenceInstance } from '../instance';

/** What actors cost on days between their first and their last on which they do not work. `order` names each scene once. */
export function holdingOf({ durations, actors }: SequenceInstance, order: readonly number[]): number {
  const starts: number[] = [];
  let day = 0;
  for (const scene of order) {
    starts[scene] = day;
    day += durations[scene] ?? 0;
  }
  return actors.reduce((sum, { cost, scenes }) => {
    if (scenes.length === 0) {
      return sum;
    }
    const worked = scenes.reduce((days, scene) => days + (durations[scene] ?? 0), 0);
    const first = scenes.reduce((least, scene) => Math.min(least, starts[scene] ?? 0), Infinity);
    const last = scenes.reduce((most, scene) => Math.max(most, (starts[scene] ?? 0) + (durations[scene] ?? 0)), 0);
    return sum + cost * (last - first - worked);
  }, 0);
}
