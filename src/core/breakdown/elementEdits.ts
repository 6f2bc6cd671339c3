// Elements and scenes as a writer changes them by hand: each change gives a new production, and the same object where nothing changes.
import type { BreakdownElement, Production, SceneRecord } from '../production/production';
import { rememberNumbers } from '../production/castNumbers';
import { findElement, joinTags } from './elements';

/** Changes what is known of an element; `undefined` takes a key away. Its number, once given, stays unless it is named here. */
export function changeElement(production: Production, id: string, change: { readonly [Key in keyof BreakdownElement]?: BreakdownElement[Key] | undefined }): Production {
  const element = findElement(production, id);
  if (!element || Object.entries(change).every(([key, value]) => element[key as keyof BreakdownElement] === value)) {
    return production;
  }
  const { category = element.category, name = element.name, ...rest } = Object.fromEntries(Object.entries({ ...element, ...change }).filter(([, value]) => value !== undefined)) as Partial<BreakdownElement>;
  return { ...production, elements: { ...production.elements, [id]: { ...rest, category, name } } };
}

/** Another name; the character in the script it stands for stays. An empty name changes nothing. */
export function renameElement(production: Production, id: string, name: string): Production {
  const folded = name.replace(/\s+/gu, ' ').trim();
  return folded === '' ? production : changeElement(production, id, { name: folded });
}

/** Another category. A cast number stays with who had it: it is not given to anybody else. */
export function setCategory(production: Production, id: string, category: string): Production {
  return changeElement(production, id, { category });
}

/** Takes an element out of the production and of every scene. Who speaks comes back with the next `settle`. */
export function removeElement(production: Production, id: string): Production {
  if (!findElement(production, id)) {
    return production;
  }
  const scenes = mapScenes(production, (scene) => (names(scene, id) ? dropped(scene, id) : scene));
  return rememberNumbers(production, { ...production, elements: withoutKey(production.elements, id), scenes });
}

/**
 * Makes two elements one: what `from` was tagged on, and the names it is found by, become `into`'s, whose own name, number and terms stay;
 * of `from` it takes what it has none of itself.
 */
export function mergeElements(production: Production, from: string, into: string): Production {
  const [one, other] = [findElement(production, from), findElement(production, into)];
  if (!one || !other || from === into) {
    return production;
  }
  const { character = one.character } = other;
  const also = [...new Set([...(other.also ?? []), ...(one.also ?? []), ...(one.character === undefined ? [] : [one.character])])].filter((name) => name !== character);
  const merged: BreakdownElement = { ...one, ...other, ...(character !== undefined && { character }), ...(also.length > 0 && { also }) };
  const elements = { ...withoutKey(production.elements, from), [into]: merged };
  const scenes = mapScenes(production, (scene) => (names(scene, from) ? moved(scene, from, into) : scene));
  return rememberNumbers(production, { ...production, elements, scenes, boards: seenAs(production, from, into) });
}

/** What the writer says of a scene in the place of what its text says. `undefined` lets the text speak again. */
export type SceneByHand = { readonly [Key in 'light' | 'storyDay' | 'synopsis' | 'minutes' | 'notes']?: SceneRecord[Key] | undefined };

export function setScene(production: Production, sceneId: string, change: SceneByHand): Production {
  const scene = Object.hasOwn(production.scenes, sceneId) ? production.scenes[sceneId] : undefined;
  if (!scene || Object.entries(change).every(([key, value]) => scene[key as keyof SceneByHand] === value)) {
    return production;
  }
  const said = Object.fromEntries(Object.entries({ ...scene, ...change }).filter(([, value]) => value !== undefined && value !== ''));
  return { ...production, scenes: { ...production.scenes, [sceneId]: { ...said, heading: scene.heading, mark: scene.mark, tags: scene.tags } } };
}

/** Sets how many of a tagged element a scene needs; undefined: not said. Who is there by the script's own words is tagged by it. */
export function setCount(production: Production, sceneId: string, elementId: string, count: number | undefined): Production {
  const scene = Object.hasOwn(production.scenes, sceneId) ? production.scenes[sceneId] : undefined;
  if (!scene || !findElement(production, elementId)) {
    return production;
  }
  const tag = (Object.hasOwn(scene.tags, elementId) ? scene.tags[elementId] : undefined) ?? { quotes: [] };
  const { count: before, ...rest } = tag;
  return before === count ? production : { ...production, scenes: { ...production.scenes, [sceneId]: { ...scene, tags: { ...scene.tags, [elementId]: { ...rest, ...(count !== undefined && { count }) } } } } };
}

function names(scene: SceneRecord, id: string): boolean {
  return Object.hasOwn(scene.tags, id) || (scene.without !== undefined && Object.hasOwn(scene.without, id));
}

function dropped(scene: SceneRecord, id: string): SceneRecord {
  const { without, ...rest } = scene;
  const left = without && withoutKey(without, id);
  return { ...rest, tags: withoutKey(scene.tags, id), ...(left && Object.keys(left).length > 0 && { without: left }) };
}

function moved(scene: SceneRecord, from: string, into: string): SceneRecord {
  const tag = scene.tags[from];
  const left = dropped(scene, from);
  return Object.hasOwn(scene.tags, from) && tag ? { ...left, tags: { ...left.tags, [into]: joinTags(Object.hasOwn(left.tags, into) ? left.tags[into] : undefined, tag) } } : left;
}

/** Boards that saw the one have seen the other: no scene has changed for it. */
function seenAs({ boards }: Production, from: string, into: string): Production['boards'] {
  return Object.fromEntries(
    Object.entries(boards).map(([id, board]) => {
      const seen = Object.entries(board.seen).map(([scene, what]) => [scene, what.cast.includes(from) ? { ...what, cast: [...new Set(what.cast.map((each) => (each === from ? into : each)))] } : what] as const);
      return [id, seen.every(([scene, what]) => board.seen[scene] === what) ? board : { ...board, seen: Object.fromEntries(seen) }];
    }),
  );
}

function mapScenes({ scenes }: Production, change: (scene: SceneRecord) => SceneRecord): Production['scenes'] {
  return Object.fromEntries(Object.entries(scenes).map(([id, scene]) => [id, change(scene)]));
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
