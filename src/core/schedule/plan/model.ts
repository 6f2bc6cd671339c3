// A planning problem as the search reads it: flat arrays, open days as slots, scenes that must share a day as one unit.
// Indices are in range by construction; `as number` says so where an array of numbers is read.
import type { Plan, PlanOptions, Problem } from '../problem';
import { randomOf } from './random';
import { TIE, TIES } from './ties';

export interface Model {
  readonly problem: Problem;
  /** Slots are the open calendar days, and kept days besides. */
  readonly slots: number;
  /** Calendar index of each slot. */
  readonly calendar: Int32Array;
  readonly kept: Uint8Array;
  /** What `start` has on kept slots, in its order; also where that is nothing. */
  readonly keptScenes: ReadonlyMap<number, readonly number[]>;
  /** Slots on which `start` has the company wait, and which are kept: the company is paid from such a day, or to it. */
  readonly waits: Uint8Array;
  /** Slots that the search may fill. */
  readonly free: Int32Array;
  readonly units: readonly Unit[];
  /** Unit of each scene. */
  readonly unitOf: Int32Array;
  /** unit * slots + slot: how many things that its scenes need cannot be had there. */
  readonly bad: Uint16Array;
  /** A spot is a set at a location. */
  readonly spots: number;
  readonly spotOf: Int32Array;
  readonly spotLocation: Int32Array;
  /** Scenes of the order demands, one after the other: first, then, first, then. */
  readonly befores: Int32Array;
  /** Free calendar days between kinds: before * 3 + after, with 0 day, 1 night, 2 split. */
  readonly rest: Int32Array;
  readonly hasRest: boolean;
  /** What it costs in the search: the problem's costs and a little for what decides between equal ones. */
  readonly prices: Prices;
}

export interface Prices {
  readonly day: number;
  readonly late: number;
  readonly night: number;
  readonly move: number;
  readonly setMove: number;
  readonly worked: Float64Array;
  readonly held: Float64Array;
  readonly location: Float64Array;
}

export interface Unit {
  readonly scenes: readonly number[];
  readonly eighths: number;
  readonly minutes: number;
  readonly dayWork: number;
  readonly nightWork: number;
  readonly resources: Int32Array;
  /** Each once. */
  readonly spots: Int32Array;
  /** Indices of pairs in `befores`. */
  readonly befores: Int32Array;
  /** Its slot where it is on a kept day, -1 where it is free. */
  readonly fixed: number;
  /** Bits by chance: those of the units of a day, one exclusive or the other, tell days apart. */
  readonly low: number;
  readonly high: number;
}

const KINDS = ['day', 'night', 'split'] as const;

/** What the options fix, read once. */
export function modelOf(problem: Problem, options: Pick<PlanOptions, 'start' | 'keep'>): Model {
  const keep = keptDays(problem, options);
  const calendar = Int32Array.from(problem.calendar.keys()).filter((day) => problem.calendar[day]?.closed === undefined || (keep.get(day)?.length ?? 0) > 0);
  const slots = calendar.length;
  const kept = new Uint8Array(slots);
  const keptScenes = new Map<number, readonly number[]>();
  const fixed = new Int32Array(problem.scenes.length).fill(-1);
  calendar.forEach((day, slot) => {
    const scenes = keep.get(day);
    if (scenes) {
      kept[slot] = 1;
      keptScenes.set(slot, scenes);
      scenes.forEach((scene) => (fixed[scene] = slot));
    }
  });
  const waits = Uint8Array.from(calendar, (day, slot) => (keptScenes.get(slot)?.length === 0 && options.start?.days.some((each) => each.day === day) === true ? 1 : 0));
  const known = (scene: number): boolean => problem.scenes[scene] !== undefined;
  const befores = Int32Array.from(problem.demands.flatMap((demand) => (demand.kind === 'before' && known(demand.first) && known(demand.then) ? [demand.first, demand.then] : [])));
  const { spotOf, spotLocation } = spotsOf(problem);
  const unitOf = new Int32Array(problem.scenes.length);
  const units = groupsOf(problem, fixed).map((scenes, index) => {
    scenes.forEach((scene) => (unitOf[scene] = index));
    return unitFrom(problem, scenes, spotOf, befores, fixed);
  });
  const bad = new Uint16Array(units.length * slots);
  units.forEach(({ scenes }, index) => scenes.forEach((scene) => countBad(problem, scene, calendar, bad.subarray(index * slots, (index + 1) * slots))));
  const free = Int32Array.from(kept.keys()).filter((slot) => kept[slot] === 0);
  const rest = Int32Array.from(KINDS.flatMap((before) => KINDS.map((after) => problem.restDays[before][after])));
  return { problem, slots, calendar, kept, keptScenes, waits, free, units, unitOf, bad, spots: spotLocation.length, spotOf, spotLocation, befores, rest, hasRest: rest.some((days) => days > 0), prices: pricesOf(problem) };
}

function pricesOf({ costs, resources, locations }: Problem): Prices {
  return {
    day: costs.companyDay + TIES.day * TIE,
    late: TIES.late * TIE,
    night: costs.night + TIES.night * TIE,
    move: costs.move + TIES.move * TIE,
    setMove: costs.setMove + TIES.setMove * TIE,
    worked: Float64Array.from(resources, ({ dayCost }) => dayCost),
    held: Float64Array.from(resources, ({ dayCost, holdShare }) => dayCost * holdShare + TIES.held * TIE),
    location: Float64Array.from(locations, ({ dayCost }) => dayCost + TIES.location * TIE),
  };
}

/** What stands on kept calendar days: each scene once, where it stands first. A kept day that `start` does not have is kept empty. */
function keptDays(problem: Problem, { start, keep }: Pick<PlanOptions, 'start' | 'keep'>): Map<number, readonly number[]> {
  const kept = new Map<number, readonly number[]>();
  const seen = new Set<number>();
  for (const day of [...new Set(keep ?? [])].sort((a, b) => a - b)) {
    if (day >= 0 && day < problem.calendar.length) {
      kept.set(day, scenesOn(start, day).filter((scene) => problem.scenes[scene] !== undefined && !seen.has(scene) && seen.add(scene)));
    }
  }
  return kept;
}

const scenesOn = (plan: Plan | undefined, day: number): readonly number[] => plan?.days.filter((each) => each.day === day).flatMap(({ scenes }) => scenes) ?? [];

function spotsOf({ scenes }: Problem): { spotOf: Int32Array; spotLocation: Int32Array } {
  const known = new Map<string, number>();
  const locations: number[] = [];
  const spotOf = Int32Array.from(scenes, ({ set, location }) => {
    const key = `${location} ${set}`;
    const spot = known.get(key) ?? known.size;
    known.set(key, spot);
    locations[spot] = location;
    return spot;
  });
  return { spotOf, spotLocation: Int32Array.from(locations) };
}

/** Scenes that share a day, as far as they are free; each fixed scene alone. */
function groupsOf({ scenes, demands }: Problem, fixed: Int32Array): number[][] {
  const group = scenes.map((_, scene) => [scene]);
  for (const demand of demands) {
    const free = demand.kind === 'sameDay' ? demand.scenes.filter((scene) => fixed[scene] === -1) : [];
    const merged = [...new Set(free.flatMap((scene) => group[scene] ?? []))].sort((a, b) => a - b);
    merged.forEach((scene) => (group[scene] = merged));
  }
  return group.filter((members, scene) => members[0] === scene);
}

function unitFrom(problem: Problem, members: readonly number[], spotOf: Int32Array, befores: Int32Array, fixed: Int32Array): Unit {
  const scenes = members.flatMap((index) => problem.scenes[index] ?? []);
  const sum = (of: (scene: (typeof scenes)[number]) => number): number => scenes.reduce((total, scene) => total + of(scene), 0);
  const unique = (numbers: Iterable<number>): Int32Array => Int32Array.from([...new Set(numbers)].sort((a, b) => a - b));
  const random = randomOf(members[0] ?? 0);
  return {
    scenes: members,
    low: Math.floor(random() * 2 ** 32) | 0,
    high: Math.floor(random() * 2 ** 20),
    eighths: sum(({ eighths }) => eighths),
    minutes: sum(({ minutes }) => minutes),
    dayWork: sum(({ light }) => (light === 'day' ? 1 : 0)),
    nightWork: sum(({ light }) => (light === 'night' ? 1 : 0)),
    resources: unique(scenes.flatMap(({ resources }) => resources)),
    spots: unique(members.map((scene) => spotOf[scene] as number)),
    befores: unique([...befores.keys()].filter((at) => members.includes(befores[at] as number)).map((at) => at >> 1)),
    fixed: fixed[members[0] ?? 0] as number,
  };
}

/** Adds, for each slot, what a scene needs and cannot have there. */
function countBad(problem: Problem, index: number, calendar: Int32Array, bad: Uint16Array): void {
  const scene = problem.scenes[index];
  if (!scene) {
    return;
  }
  const lists = [problem.locations[scene.location]?.available, ...scene.resources.map((resource) => problem.resources[resource]?.available)].filter((list) => list !== undefined);
  const pins = problem.demands.flatMap((demand) => (demand.kind === 'pinned' && demand.scene === index ? [demand.day] : []));
  calendar.forEach((day, slot) => {
    const away = lists.filter((list) => list[day] === false).length;
    bad[slot] = (bad[slot] as number) + away + pins.filter((pin) => pin !== day).length;
  });
}
