// Gives what the script has its place in the production: a record for each scene, a numbered cast element for each who speaks, a record for each set.
import { setKey, settingOfScene } from '../breakdown/setting';
import type { Layout } from '../page/page';
import { headingParts } from '../script/heading';
import { canonicalName } from '../script/names';
import { scenesOf, type Scene } from '../script/outline';
import { sceneContentsOf, type SceneContent } from '../script/sceneContents';
import { castNumbersOf } from './castNumbers';
import { cueNames } from './cueNames';
import { likenessOf, markOf, sketchIn, sketchOf } from './mark';
import { matchScenes } from './matchScenes';
import type { BreakdownElement, Production, SceneRecord, SetRecord } from './production';
import { rosterOf } from './roster';

/** A record's mark is made anew when the scene is less like it than this: most edits leave the file alone, and two branches their marks. */
const LEAST_LIKENESS = 0.75;

/**
 * The production with a place for everything in the script. It only adds: numbers, names and terms stay as they are, and nothing goes
 * because the script lost it. A scene's record learns what the scene looks like now; a set whose every scene was renamed in one way keeps its
 * record under the new name. The same object where there is nothing to do.
 * @param newId gives an id not used before; asked again while it gives one that is
 */
export function settle(production: Production, { script }: Layout, newId: () => string): Production {
  const scenes = scenesOf(script).map(({ item }) => item);
  const freshId = (taken: Readonly<Record<string, unknown>>): string => {
    for (let tries = 0; tries < 1000; tries++) {
      const id = newId();
      if (!Object.hasOwn(taken, id)) {
        return id;
      }
    }
    throw new RangeError('ids are never new');
  };
  const sets = settleSets(production, scenes, matchScenes(production, script).ids, freshId);
  const records = settleScenes(production, scenes, sceneContentsOf(script), matchScenes(production, script).ids, freshId);
  const elements = withTagged(settleCast(production, scenes, freshId), records);
  return records === production.scenes && sets === production.sets && elements === production.elements ? production : { ...production, scenes: records, sets, elements };
}

type FreshId = (taken: Readonly<Record<string, unknown>>) => string;

function settleScenes(production: Production, scenes: readonly Scene[], contents: readonly SceneContent[], ids: readonly (string | undefined)[], freshId: FreshId): Production['scenes'] {
  const made: Record<string, SceneRecord> = { ...production.scenes };
  scenes.forEach((scene, index) => {
    const content = contents[index];
    if (!content) {
      return;
    }
    const id = ids[index];
    const record = id === undefined ? undefined : production.scenes[id];
    if (id === undefined || !record) {
      made[freshId(made)] = { ...seenNow(scene), mark: markOf(content), tags: {} };
      return;
    }
    const alike = record.mark === markOf(content) || likenessOf(sketchIn(record.mark), sketchOf(content)) >= LEAST_LIKENESS;
    if (!alike || record.heading !== scene.heading || record.number !== scene.number) {
      const { number: _, ...rest } = record;
      made[id] = { ...rest, ...seenNow(scene), mark: alike ? record.mark : markOf(content) };
    }
  });
  const isSame = Object.keys(made).length === Object.keys(production.scenes).length && Object.entries(made).every(([id, record]) => record === production.scenes[id]);
  return isSame ? production.scenes : made;
}

function seenNow({ heading, number }: Scene): { heading: string; number?: string } {
  return { heading, ...(number !== undefined && { number }) };
}

function settleCast(production: Production, scenes: readonly Scene[], freshId: FreshId): Production['elements'] {
  const roster = rosterOf(production);
  const counts = new Map<string, number>();
  const known = new Set(scenes.flatMap(({ characters }) => characters));
  for (const { characters } of scenes) {
    // Who speaks alone and in a chorus is in the scene once.
    new Set(characters.flatMap((name) => (roster.has(name) ? [name] : cueNames(name, (each) => known.has(each))))).forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  const { elements } = production;
  const lacking = [...counts.keys()].filter((name) => {
    const element = elements[roster.get(name) ?? ''];
    return name !== '' && (!element || (element.category === 'cast' && element.castNumber === undefined && canonicalName(element.character ?? '') === name));
  });
  if (lacking.length === 0) {
    return elements;
  }
  const nextNumber = castNumbersOf(production);
  const made: Record<string, BreakdownElement> = { ...elements };
  // A sort keeps the order of first speaking where the counts are equal.
  for (const name of lacking.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))) {
    const id = roster.get(name);
    const element = id === undefined ? undefined : elements[id];
    made[id !== undefined && element ? id : freshId(made)] = { ...(element ?? { category: 'cast', name, character: name }), castNumber: nextNumber() };
  }
  return made;
}

/** An element that a scene is tagged with but that is not there (one branch took it out, another tagged it) is there again, by the words it was tagged on. */
function withTagged(elements: Production['elements'], scenes: Production['scenes']): Production['elements'] {
  let made = elements;
  for (const { tags } of Object.values(scenes)) {
    for (const [id, { quotes }] of Object.entries(tags)) {
      if (!Object.hasOwn(made, id)) {
        made = { ...made, [id]: { category: 'props', name: quotes[0]?.words ?? id } };
      }
    }
  }
  return made;
}

function settleSets(production: Production, scenes: readonly Scene[], ids: readonly (string | undefined)[], freshId: FreshId): Production['sets'] {
  const known = new Map(Object.entries(production.sets).map(([id, { name }]) => [setKey(name), id]));
  const there = new Map<string, string>();
  for (const scene of scenes) {
    const { set, key } = settingOfScene(scene);
    if (set !== '' && !there.has(key)) {
      there.set(key, set);
    }
  }
  const missing = [...there].filter(([key]) => !known.has(key));
  if (missing.length === 0) {
    return production.sets;
  }
  const made: Record<string, SetRecord> = { ...production.sets };
  const moved = renamed(production, scenes, ids);
  for (const [key, name] of missing) {
    const before = moved.get(key);
    const id = before === undefined || there.has(before) ? undefined : known.get(before);
    const record = id === undefined ? undefined : made[id];
    made[id !== undefined && record ? id : freshId(made)] = { ...record, name };
  }
  return made;
}

/** New set keys with the one old key that all of its scenes had before, where no other set came of that. */
function renamed(production: Production, scenes: readonly Scene[], ids: readonly (string | undefined)[]): Map<string, string> {
  const befores = new Map<string, Set<string>>();
  const afters = new Map<string, Set<string>>();
  scenes.forEach((scene, index) => {
    const record = production.scenes[ids[index] ?? ''];
    if (record) {
      const [before, after] = [keyOfHeading(record.heading), settingOfScene(scene).key];
      befores.set(after, (befores.get(after) ?? new Set()).add(before));
      afters.set(before, (afters.get(before) ?? new Set()).add(after));
    }
  });
  return new Map([...befores].flatMap(([after, [before, ...more]]) => (before !== undefined && more.length === 0 && afters.get(before)?.size === 1 ? [[after, before] as const] : [])));
}

function keyOfHeading(heading: string): string {
  return settingOfScene({ kind: 'scene', heading, ...headingParts(heading), characters: [] }).key;
}
