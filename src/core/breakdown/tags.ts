// What a writer does to a scene's elements: each gives a new production, and the same object where nothing changes.
import type { Span } from '../fountain/elements';
import type { Layout } from '../page/page';
import { nextCastNumber } from '../production/castNumbers';
import { matchScenes } from '../production/matchScenes';
import type { Production, SceneRecord, Tag } from '../production/production';
import { rosterOf } from '../production/roster';
import { canonicalName } from '../script/names';
import { sceneIndexAt, scenesOf } from '../script/outline';
import { sceneContentsOf, type SceneContent } from '../script/sceneContents';
import type { Suggestion } from './breakdown';
import { findElement, nameOfWords, withElement } from './elements';
import { findTag, quoteOf } from './quotes';
import { suggestionKey } from './suggestionKey';

/** What to tag: an element there is, or the one of a category by name (made where there is none). Without a name it is the words themselves. */
export type Tagged = { readonly element: string } | { readonly category: string; readonly name?: string };

/** Where a stretch of the script is for tags: its scene's record, and its place in it. */
interface Place {
  readonly sceneId: string;
  readonly content: SceneContent;
  readonly span: Span;
}

/**
 * Tags a stretch of the script. It must begin in a scene that has a record, and what lies behind that scene is left out; white space at its
 * ends, notes and boneyards are no words. Where nothing is left to tag, the production comes back as it was.
 * @param newId gives an id not used before
 */
export function tagSelection(production: Production, layout: Layout, span: Span, what: Tagged, newId: () => string): Production {
  const place = placeOf(production, layout, span);
  const quoted = place && quoteOf(place.content, place.span);
  if (!place || !quoted) {
    return production;
  }
  const { production: held, id } = 'element' in what ? { production, id: what.element } : elementFor(production, what, quoted.quote.words, newId);
  if (!Object.hasOwn(held.elements, id)) {
    return production;
  }
  return changeTag(held, place.sceneId, id, (tag = { quotes: [] }) => {
    const isThere = findTag(place.content, tag).spans.some(({ from, to }) => from === quoted.from && to === quoted.to);
    return isThere ? tag : { ...tag, quotes: [...tag.quotes, quoted.quote] };
  });
}

/** Who joins the cast is found by name from then on, and has a number, though they may never speak. */
function elementFor(production: Production, { category, name }: { readonly category: string; readonly name?: string }, words: string, newId: () => string): { readonly production: Production; readonly id: string } {
  if (category !== 'cast') {
    return withElement(production, category, name ?? nameOfWords(words), newId);
  }
  const character = canonicalName(name ?? words.replace(/[*_\\]/g, ''));
  const known = rosterOf(production).get(character);
  const { production: held, id } = known === undefined ? withElement(production, category, character, newId) : { production, id: known };
  const element = held.elements[id];
  if (held === production || !element) {
    return { production: held, id };
  }
  const castNumber = nextCastNumber(held);
  return { production: { ...held, elements: { ...held.elements, [id]: { ...element, character, castNumber } } }, id };
}

function placeOf(production: Production, { script }: Layout, { from, to }: Span): Place | undefined {
  const scenes = scenesOf(script);
  const index = sceneIndexAt(scenes, from);
  const scene = scenes[index];
  const content = sceneContentsOf(script)[index];
  const sceneId = matchScenes(production, script).ids[index];
  return scene && content && sceneId !== undefined && from < scene.to ? { sceneId, content, span: { from: from - scene.from, to: Math.min(to, scene.to) - scene.from } } : undefined;
}

/** Puts an element into a scene without a place in its text. Cast that was taken out comes back. */
export function putIn(production: Production, sceneId: string, elementId: string): Production {
  return Object.hasOwn(production.elements, elementId) ? changeTag(production, sceneId, elementId, (tag = { quotes: [] }) => tag) : production;
}

/** Takes an element's tag off a scene, or one of its quotes: with the last one the tag goes, unless it says something besides. */
export function removeTag(production: Production, sceneId: string, elementId: string, quote?: number): Production {
  const scene = sceneOf(production, sceneId);
  const tag = scene && Object.hasOwn(scene.tags, elementId) ? scene.tags[elementId] : undefined;
  if (!scene || !tag || (quote !== undefined && tag.quotes[quote] === undefined)) {
    return production;
  }
  const quotes = quote === undefined ? [] : tag.quotes.filter((_, index) => index !== quote);
  if (quote !== undefined && (quotes.length > 0 || tag.count !== undefined || tag.notes !== undefined)) {
    return withScene(production, sceneId, { ...scene, tags: { ...scene.tags, [elementId]: { ...tag, quotes } } });
  }
  return withScene(production, sceneId, { ...scene, tags: without(scene.tags, elementId) });
}

/** Takes somebody out of a scene whom its text would put there, and any tag with them. */
export function takeOut(production: Production, sceneId: string, elementId: string): Production {
  const scene = sceneOf(production, sceneId);
  if (!scene || (scene.without && Object.hasOwn(scene.without, elementId))) {
    return production;
  }
  return withScene(production, sceneId, { ...scene, tags: without(scene.tags, elementId), without: { ...scene.without, [elementId]: true } });
}

/** Undoes `takeOut`: the scene's text counts again. */
export function putBack(production: Production, sceneId: string, elementId: string): Production {
  const scene = sceneOf(production, sceneId);
  return scene?.without && Object.hasOwn(scene.without, elementId) ? withScene(production, sceneId, notWithout(scene, elementId)) : production;
}

/** Makes a suggestion an element where it stands. */
export function acceptSuggestion(production: Production, layout: Layout, suggestion: Suggestion, newId: () => string): Production {
  const { category, name, from, to } = suggestion;
  return tagSelection(production, layout, { from, to }, { category, name }, newId);
}

/** Remembers that a suggestion is not wanted, so that it is not made again in its scene. */
export function refuseSuggestion(production: Production, { key }: Pick<Suggestion, 'key'>): Production {
  return Object.hasOwn(production.refused, key) || key in {} ? production : { ...production, refused: { ...production.refused, [key]: true } };
}

/** Undoes a refusal. */
export function allowSuggestion(production: Production, { key }: Pick<Suggestion, 'key'>): Production {
  return Object.hasOwn(production.refused, key) ? { ...production, refused: without(production.refused, key) } : production;
}

/** Refuses a thing in every scene there is. */
export function refuseEverywhere(production: Production, { category, name }: Pick<Suggestion, 'category' | 'name'>): Production {
  return Object.keys(production.scenes).reduce((so, sceneId) => refuseSuggestion(so, { key: suggestionKey(sceneId, category, name) }), production);
}

/** Whether an element has no tag and no speaker's name: in no scene but by chance. */
export function isUnused(production: Production, elementId: string): boolean {
  return findElement(production, elementId)?.character === undefined && !Object.values(production.scenes).some(({ tags }) => Object.hasOwn(tags, elementId));
}

function changeTag(production: Production, sceneId: string, elementId: string, change: (tag: Tag | undefined) => Tag): Production {
  const scene = sceneOf(production, sceneId);
  if (!scene || elementId in {}) {
    return production;
  }
  const before = Object.hasOwn(scene.tags, elementId) ? scene.tags[elementId] : undefined;
  const tag = change(before);
  const present = notWithout(scene, elementId);
  return tag === before && present === scene ? production : withScene(production, sceneId, { ...present, tags: { ...scene.tags, [elementId]: tag } });
}

function sceneOf({ scenes }: Production, sceneId: string): SceneRecord | undefined {
  return Object.hasOwn(scenes, sceneId) ? scenes[sceneId] : undefined;
}

function withScene(production: Production, sceneId: string, scene: SceneRecord): Production {
  return { ...production, scenes: { ...production.scenes, [sceneId]: scene } };
}

function notWithout(scene: SceneRecord, elementId: string): SceneRecord {
  if (!scene.without || !Object.hasOwn(scene.without, elementId)) {
    return scene;
  }
  const { without: gone, ...rest } = scene;
  const left = without(gone, elementId);
  return Object.keys(left).length === 0 ? rest : { ...rest, without: left };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
