// What an order costs and what the best costs, the slow and plain way, sharing nothing with the engine; and instances by chance.
import type { SequenceInstance } from '../../src/core/schedule/instance';

/** Each actor from their first scene to their last, scene by scene. */
export function holdingByHand({ durations, actors }: SequenceInstance, order: readonly number[]): number {
  let holding = 0;
  for (const { cost, scenes } of actors) {
    const places = order.flatMap((scene, place) => (scenes.includes(scene) ? [place] : []));
    const between = order.slice(places[0] ?? 0, (places.at(-1) ?? -1) + 1);
    for (const scene of between) {
      holding += scenes.includes(scene) ? 0 : cost * (durations[scene] ?? NaN);
    }
  }
  return holding;
}

/** The least over all orders. */
export function leastByHand(instance: SequenceInstance): number {
  let least = Infinity;
  const fill = (order: readonly number[]): void => {
    if (order.length === instance.durations.length) {
      least = Math.min(least, holdingByHand(instance, order));
    }
    instance.durations.forEach((_, scene) => {
      if (!order.includes(scene)) {
        fill([...order, scene]);
      }
    });
  };
  fill([]);
  return least;
}

/** The random instances of the literature: so many scenes and actors, each scene with two actors to all but one. */
export function randomInstance(scenes: number, actors: number, random: () => number): SequenceInstance {
  const below = (end: number): number => Math.floor(random() * end);
  const durations = Array.from({ length: scenes }, () => 1 + below(5));
  const people = Array.from({ length: actors }, () => ({ cost: 1 + below(100), scenes: [] as number[] }));
  for (let scene = 0; scene < scenes; scene++) {
    const left = [...people];
    for (let cast = 2 + below(actors - 2); cast > 0; cast--) {
      left.splice(below(left.length), 1)[0]?.scenes.push(scene);
    }
  }
  return { durations, actors: people };
}
