// The order of scenes within a day: as few moves as can be, day work before night work, and what has to come first, first.
import type { Model } from './model';

export interface OrderCost {
  readonly moves: number;
  readonly setMoves: number;
  /** Order demands that cannot be met: they run in a circle. */
  readonly broken: number;
}

/**
 * Scenes of one day in an order of shooting. Without order demands among them each location and each set is visited once, which is the
 * least there can be; with them the order is found step by step, and may move more often than it must.
 */
export function orderOf(model: Model, scenes: readonly number[]): number[] {
  const todo = tidy(model, scenes);
  const pairs = pairsAmong(model, scenes);
  if (pairs.length === 0) {
    return todo;
  }
  const done: number[] = [];
  let here: number | undefined;
  while (todo.length > 0) {
    const ready = todo.filter((scene) => !pairs.some(([first, then]) => then === scene && todo.includes(first)));
    const next = nextOf(model, ready.length > 0 ? ready : todo, todo, here) ?? 0;
    here = next;
    todo.splice(todo.indexOf(next), 1);
    done.push(next);
  }
  return done;
}

/** What an order of `orderOf` costs in moves. */
export function orderCost(model: Model, scenes: readonly number[]): OrderCost {
  return movesOf(model, orderOf(model, scenes));
}

/** Counts the moves of scenes in a given order, and the order demands among them that it breaks. */
export function movesOf(model: Model, order: readonly number[]): OrderCost {
  let [moves, setMoves] = [0, 0];
  for (let at = 1; at < order.length; at += 1) {
    const [before, after] = [model.spotOf[order[at - 1] as number] as number, model.spotOf[order[at] as number] as number];
    if (model.spotLocation[before] !== model.spotLocation[after]) {
      moves += 1;
    } else if (before !== after) {
      setMoves += 1;
    }
  }
  const broken = pairsAmong(model, order).filter(([first, then]) => order.indexOf(first) >= order.indexOf(then)).length;
  return { moves, setMoves, broken };
}

function pairsAmong({ befores }: Model, scenes: readonly number[]): [number, number][] {
  const pairs: [number, number][] = [];
  for (let at = 0; at < befores.length; at += 2) {
    const [first, then] = [befores[at] as number, befores[at + 1] as number];
    if (scenes.includes(first) && scenes.includes(then)) {
      pairs.push([first, then]);
    }
  }
  return pairs;
}

/** By location, by set within it; places with more night work later. */
function tidy({ problem, spotOf, spotLocation }: Model, scenes: readonly number[]): number[] {
  const lateness = (scene: number): number => ({ day: 0, either: 1, night: 2 })[problem.scenes[scene]?.light ?? 'either'];
  const mean = (of: (scene: number) => number, key: number): number => {
    const there = scenes.filter((scene) => of(scene) === key);
    return there.reduce((sum, scene) => sum + lateness(scene), 0) / there.length;
  };
  const locationOf = (scene: number): number => spotLocation[spotOf[scene] as number] as number;
  const spot = (scene: number): number => spotOf[scene] as number;
  const keys = new Map(scenes.map((scene) => [scene, [mean(locationOf, locationOf(scene)), locationOf(scene), mean(spot, spot(scene)), spot(scene), lateness(scene), scene]]));
  return [...scenes].sort((a, b) => {
    const [one = [], other = []] = [keys.get(a), keys.get(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  });
}

/** Stays at the set, else at the location, while anything there can be shot; else goes where most of what is left can be shot in one go. */
function nextOf({ spotOf, spotLocation }: Model, ready: readonly number[], todo: readonly number[], here: number | undefined): number | undefined {
  const locationOf = (scene: number): number => spotLocation[spotOf[scene] as number] as number;
  const share = (of: (scene: number) => number, scene: number): number => ready.filter((each) => of(each) === of(scene)).length / todo.filter((each) => of(each) === of(scene)).length;
  const spot = (scene: number): number => spotOf[scene] as number;
  const rank = (scene: number): number =>
    (here !== undefined && spot(scene) === spot(here) ? 100 : 0) + (here !== undefined && locationOf(scene) === locationOf(here) ? 50 : 0) + 4 * share(locationOf, scene) + share(spot, scene);
  return ready.reduce<number | undefined>((best, scene) => (best === undefined || rank(scene) > rank(best) ? scene : best), undefined);
}
