// Makes an instance small without changing what its best order costs: who never waits is left out, scenes with the same cast are one, and groups that share nobody stand alone.
import type { SequenceInstance } from '../instance';
import { scaleOf } from './readInstance';

/** A part of the instance that has nobody in common with the others. All figures are whole numbers. */
export interface Part {
  /** What is shot in one piece: the instance's scenes behind each scene of the part. */
  readonly groups: readonly (readonly number[])[];
  readonly durations: readonly number[];
  /** What a unit of time costs; actors in the same scenes are one. The dearest first. */
  readonly costs: readonly number[];
  /** Indices into `costs`, ascending, for each scene. */
  readonly casts: readonly (readonly number[])[];
}

export interface Reduced {
  readonly parts: readonly Part[];
  /** Scenes in which nobody is who could ever wait: after all others they cost nothing. */
  readonly rest: readonly number[];
  /** By what durations and costs were multiplied to be whole. */
  readonly scales: { readonly days: number; readonly costs: number };
}

interface Actor {
  cost: number;
  readonly scenes: Set<number>;
}

/**
 * Repeats until nothing changes (Garcia de la Banda, Stuckey and Chu 2011, section 3): scenes with equal casts become one, since all may
 * move to where the cheapest of them is; an actor who costs nothing or is in one scene at most never waits; actors with equal scenes are one.
 */
export function reduce({ durations, actors }: SequenceInstance): Reduced {
  const dayScale = scaleOf(durations);
  const costScale = scaleOf(actors.map(({ cost }) => cost));
  let people: Actor[] = actors.map(({ cost, scenes }) => ({ cost: Math.round(cost * costScale), scenes: new Set(scenes) }));
  // Each scene is told by the first of those it is one with.
  let groups = new Map<number, number[]>(durations.map((_, scene) => [scene, [scene]]));
  for (let before = Infinity, size = -1; size !== before;) {
    before = size;
    people = mergeActors(people.filter(({ cost, scenes }) => cost > 0 && scenes.size > 1));
    groups = mergeScenes(groups, people);
    size = people.length * (durations.length + 1) + groups.size;
  }
  const cast = castOf(people);
  const days = durations.map((duration) => Math.round(duration * dayScale));
  return {
    parts: componentsOf(people).map((members) => partOf(members, groups, days)),
    rest: [...groups.entries()].filter(([scene]) => !cast.has(scene)).flatMap(([, scenes]) => scenes),
    scales: { days: dayScale, costs: costScale },
  };
}

function castOf(people: readonly Actor[]): Map<number, number[]> {
  const casts = new Map<number, number[]>();
  people.forEach(({ scenes }, actor) => {
    for (const scene of scenes) {
      const cast = casts.get(scene);
      if (cast) {
        cast.push(actor);
      } else {
        casts.set(scene, [actor]);
      }
    }
  });
  return casts;
}

function mergeActors(people: readonly Actor[]): Actor[] {
  const merged = new Map<string, Actor>();
  for (const { cost, scenes } of people) {
    const key = [...scenes].sort((a, b) => a - b).join();
    merged.set(key, { cost: cost + (merged.get(key)?.cost ?? 0), scenes });
  }
  return [...merged.values()];
}

/** Takes the scenes that are now part of another out of their actors' sets. */
function mergeScenes(groups: Map<number, number[]>, people: readonly Actor[]): Map<number, number[]> {
  const casts = castOf(people);
  const firsts = new Map<string, number>();
  const merged = new Map<number, number[]>();
  for (const [scene, members] of groups) {
    const key = casts.get(scene)?.join() ?? '';
    const first = key === '' ? scene : (firsts.get(key) ?? scene);
    firsts.set(key, first);
    merged.set(first, [...(merged.get(first) ?? []), ...members]);
    if (first !== scene) {
      people.forEach(({ scenes }) => scenes.delete(scene));
    }
  }
  return merged;
}

/** The people in groups, of which no two share a scene. */
function componentsOf(people: readonly Actor[]): Actor[][] {
  let components: { scenes: Set<number>; members: Actor[] }[] = [];
  for (const actor of people) {
    const touched = components.filter(({ scenes }) => [...actor.scenes].some((scene) => scenes.has(scene)));
    const scenes = new Set([...actor.scenes, ...touched.flatMap((each) => [...each.scenes])]);
    components = [...components.filter((each) => !touched.includes(each)), { scenes, members: [...touched.flatMap(({ members }) => members), actor] }];
  }
  return components.map(({ members }) => members);
}

function partOf(members: readonly Actor[], groups: ReadonlyMap<number, readonly number[]>, days: readonly number[]): Part {
  const people = [...members].sort((a, b) => b.cost - a.cost);
  const scenes = [...new Set(people.flatMap(({ scenes: own }) => [...own]))].sort((a, b) => a - b);
  const casts = castOf(people);
  return {
    groups: scenes.map((scene) => groups.get(scene) ?? [scene]),
    durations: scenes.map((scene) => (groups.get(scene) ?? [scene]).reduce((sum, each) => sum + (days[each] ?? 0), 0)),
    costs: people.map(({ cost }) => cost),
    casts: scenes.map((scene) => casts.get(scene) ?? []),
  };
}
