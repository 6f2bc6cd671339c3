// Proofs that a problem has no plan: by what can be where at all, by what fits into the days there are, and, for few scenes, by trying all.
import type { Problem } from '../problem';
import { daysOf } from '../plan/bound';
import { exact } from '../plan/exact';
import { modelOf, type Model } from '../plan/model';

/** Units up to which all is tried. */
const FEW = 9;

/** Whether it is proved that no plan keeps to all of the problem, or that one does (false); undefined: nothing is known. Yields every few milliseconds of work. */
export function* impossible(problem: Problem): Generator<undefined, boolean | undefined> {
  const model = modelOf(problem, {});
  if (impossibleByReach(model)) {
    return true;
  }
  if (model.units.length > FEW || model.slots > 200) {
    return undefined;
  }
  const free = { ...problem, resources: problem.resources.map(({ available }) => ({ dayCost: 0, holdShare: 0, ...(available && { available }) })) };
  const found = yield* exact(modelOf(free, {}), Infinity);
  return found?.bound === Infinity ? true : found?.plan ? false : undefined;
}

interface Reach {
  first: number;
  last: number;
}

/** By what can be where, and by what fits into the days there are: at once, for any size. */
export function impossibleByReach(model: Model): boolean {
  const { units, problem } = model;
  if (problem.scenes.length === 0) {
    return false;
  }
  const reach = units.map((_, unit) => reachOf(model, unit));
  return reach.some(({ first }) => first < 0) || units.some((unit) => !holds(model, unit)) || inCircle(model) || !narrowed(model, reach) || crowded(model, reach);
}

function reachOf({ bad, slots }: Model, unit: number): Reach {
  const able = bad.subarray(unit * slots, (unit + 1) * slots);
  return { first: able.indexOf(0), last: able.lastIndexOf(0) };
}

/** Whether scenes that must share a day fit into one. */
function holds(model: Model, { scenes, eighths, minutes, dayWork, nightWork, spots }: Model['units'][number]): boolean {
  const { problem } = model;
  const { moveMinutes, setMoveMinutes } = problem.costs;
  const locations = new Set([...spots].map((spot) => model.spotLocation[spot])).size;
  // Each set is gone to once at least; between sets of one location that takes a set move, or, where that is quicker, a move.
  const driving = (locations - 1) * moveMinutes + (spots.length - locations) * Math.min(moveMinutes, setMoveMinutes);
  return (problem.mayMix || dayWork === 0 || nightWork === 0) && (scenes.length < 2 || (eighths <= problem.dayEighths && minutes + driving <= problem.dayMinutes));
}

/** Whether order demands run in a circle. */
function inCircle({ befores, problem }: Model): boolean {
  const left = new Set(problem.scenes.map((_, scene) => scene));
  const pairs = Array.from({ length: befores.length / 2 }, (_, at) => [befores[2 * at] as number, befores[2 * at + 1] as number] as const);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    const waiting = new Set(pairs.filter(([first]) => left.has(first)).map(([, then]) => then));
    [...left].filter((scene) => !waiting.has(scene)).forEach((scene) => left.delete(scene));
  }
  return left.size > 0;
}

/** Draws in where units can be by their order demands; false where nowhere is left. */
function narrowed({ befores, unitOf }: Model, reach: Reach[]): boolean {
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = 0; at < befores.length; at += 2) {
      const [first, then] = [reach[unitOf[befores[at] as number] as number], reach[unitOf[befores[at + 1] as number] as number]];
      if (first && then && (first.last > then.last || then.first < first.first)) {
        first.last = Math.min(first.last, then.last);
        then.first = Math.max(then.first, first.first);
        changed = true;
      }
    }
    if (reach.some(({ first, last }) => first > last)) {
      return false;
    }
  }
  return true;
}

/** Whether some stretch of days, or the days on which somebody can be had, are too few for what can be nowhere else. */
function crowded(model: Model, reach: readonly Reach[]): boolean {
  const { problem, units, bad, slots } = model;
  const tooMany = (list: readonly number[], days: number): boolean => list.length > 1 && list.length > days && daysOf(problem, list.flatMap((unit) => units[unit]?.scenes ?? [])) > days;
  const all = [...units.keys()];
  const firsts = [...new Set(reach.map(({ first }) => first))];
  const lasts = [...new Set(reach.map(({ last }) => last))];
  if (firsts.some((low) => lasts.some((high) => low <= high && tooMany(all.filter((unit) => (reach[unit]?.first ?? 0) >= low && (reach[unit]?.last ?? 0) <= high), high - low + 1)))) {
    return true;
  }
  const limited = [...problem.resources.keys()].filter((resource) => problem.resources[resource]?.available !== undefined);
  return limited.some((resource) => {
    const list = all.filter((unit) => units[unit]?.resources.includes(resource));
    let days = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      days += list.some((unit) => bad[unit * slots + slot] === 0) ? 1 : 0;
    }
    return tooMany(list, days);
  });
}
