// What no plan can cost less than: days that must be worked whatever the order, by what fits into a day, and days that must lie between.
import type { Problem } from '../problem';
import type { Model } from './model';

/** A proven lower bound on the cost of a plan that breaks nothing; Infinity where there is no such plan. */
export function boundOf(model: Model): number {
  const { problem, slots, units } = model;
  const reach = units.map((_, unit) => reachOf(model, unit));
  const all = problem.scenes.map((_, scene) => scene);
  const days = daysOf(problem, all);
  if (reach.some(({ first }) => first < 0) || days > slots) {
    return Infinity;
  }
  const spanOf = (some: readonly number[]): number => {
    const there = some.flatMap((scene) => reach[model.unitOf[scene] as number] ?? []);
    return Math.max(...there.map(({ first }) => first)) - Math.min(...there.map(({ last }) => last)) + 1;
  };
  const scenesWhere = (test: (scene: Problem['scenes'][number]) => boolean): number[] => all.filter((scene) => test(problem.scenes[scene] as Problem['scenes'][number]));
  let sum = daysOf(problem, scenesWhere(({ light }) => light === 'night')) * problem.costs.night;
  problem.resources.forEach((resource, index) => {
    const scenes = scenesWhere(({ resources }) => resources.includes(index));
    if (scenes.length > 0) {
      sum += leastFor(resource, daysOf(problem, scenes), scenes.length, resource.dropAfter === undefined ? spanOf(scenes) : 0);
    }
  });
  problem.locations.forEach(({ dayCost }, index) => (sum += dayCost * daysOf(problem, scenesWhere(({ location }) => location === index))));
  return sum + (all.length === 0 ? 0 : companyAndMoves(model, days, Math.max(1, spanOf(all))));
}

/** The first and last slot on which nothing that a unit needs is away; -1 where there is none. */
function reachOf({ bad, slots, units, kept }: Model, unit: number): { first: number; last: number } {
  const { fixed } = units[unit] ?? { fixed: -1 };
  const able = (slot: number): boolean => bad[unit * slots + slot] === 0 && (kept[slot] === 1 ? fixed === slot : fixed === -1);
  let [first, last] = [-1, -1];
  for (let slot = 0; slot < slots; slot += 1) {
    if (able(slot)) {
      [first, last] = [first < 0 ? slot : first, slot];
    }
  }
  return { first, last };
}

/** Worked days from `least` to `most`, and the rest of `span` held: what costs least. */
function leastFor({ dayCost, holdShare }: Problem['resources'][number], least: number, most: number, span: number): number {
  const cost = (worked: number): number => worked * dayCost + Math.max(0, span - worked) * dayCost * holdShare;
  return Math.min(cost(least), cost(Math.max(least, Math.min(most, span))));
}

/** The company's days, and the moves that remain when each place is gone to no more often than it must: more days, fewer moves. */
function companyAndMoves({ problem, slots, spotOf, spots }: Model, days: number, span: number): number {
  const { companyDay, move, setMove } = problem.costs;
  const total = (count: number, scenesOf: (index: number) => number[]): number => Array.from({ length: count }, (_, index) => daysOf(problem, scenesOf(index))).reduce((sum, each) => sum + each, 0);
  const inScenes = (test: (scene: number) => boolean): number[] => problem.scenes.map((_, scene) => scene).filter(test);
  const atLocations = total(problem.locations.length, (index) => inScenes((scene) => problem.scenes[scene]?.location === index));
  const onSpots = total(spots, (index) => inScenes((scene) => spotOf[scene] === index));
  let least = Infinity;
  for (let shot = days; shot <= Math.min(slots, problem.scenes.length); shot += 1) {
    const locations = Math.max(shot, atLocations);
    const moves = setMove <= move ? (locations - shot) * move + Math.max(0, onSpots - locations) * setMove : Math.max(0, onSpots - shot) * move;
    least = Math.min(least, companyDay * Math.max(shot, span) + moves);
  }
  return least;
}

/** The fewest days that scenes need by their eighths, their minutes and their light. Exported for its test. */
export function daysOf({ scenes, dayEighths, dayMinutes, mayMix }: Pick<Problem, 'scenes' | 'dayEighths' | 'dayMinutes' | 'mayMix'>, some: readonly number[]): number {
  const list = some.flatMap((scene) => scenes[scene] ?? []);
  const packed = (part: typeof list): number => {
    const alone = part.filter(({ eighths, minutes }) => eighths > dayEighths || minutes > dayMinutes);
    const rest = part.filter((scene) => !alone.includes(scene));
    return alone.length + Math.max(binsOf(rest.map(({ eighths }) => eighths), dayEighths), binsOf(rest.map(({ minutes }) => minutes), dayMinutes));
  };
  return mayMix ? packed(list) : Math.max(packed(list), packed(list.filter(({ light }) => light === 'day')) + packed(list.filter(({ light }) => light === 'night')));
}

/** Martello and Toth's bound L2 on bins: for each size, what is too large to stand beside it has a bin of its own. */
function binsOf(sizes: readonly number[], limit: number): number {
  if (sizes.length === 0) {
    return 0;
  }
  let most = 1;
  for (const small of new Set([0, ...sizes.filter((size) => size <= limit / 2)])) {
    const large = sizes.filter((size) => size > limit - small).length;
    const half = sizes.filter((size) => size > limit / 2 && size <= limit - small);
    const room = half.reduce((sum, size) => sum + limit - size, 0);
    const filling = sizes.filter((size) => size >= small && size <= limit / 2).reduce((sum, size) => sum + size, 0);
    most = Math.max(most, large + half.length + (limit > 0 ? Math.max(0, Math.ceil((filling - room) / limit - 1e-9)) : 0));
  }
  return most;
}
