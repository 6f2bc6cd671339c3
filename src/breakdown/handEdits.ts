// What the view asks for in one step and core has in parts: many suggestions at once, a tag put on other words, a field read from what was typed.
import type { Breakdown, Suggestion } from '../core/breakdown/breakdown';
import { withElement } from '../core/breakdown/elements';
import { findTag, quoteOf } from '../core/breakdown/quotes';
import { setCount, type SceneByHand } from '../core/breakdown/elementEdits';
import { removeTag, tagSelection } from '../core/breakdown/tags';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import type { Layout } from '../core/page/page';
import type { Production, Quote, SceneLight, SceneRecord } from '../core/production/production';
import { sceneContentsOf } from '../core/script/sceneContents';
import type { FieldName } from './protocol';

/** A suggestion to accept, and how many of it where a model read that. */
export interface Accepted extends Suggestion {
  readonly count?: number;
}

/**
 * Makes suggestions elements where they stand: many as quickly as one, since the scenes are matched once.
 * @param breakdown of this production and script
 * @param newId gives an id not used before in the production given to it
 */
export function acceptAll(production: Production, script: Script, breakdown: Breakdown, accepted: readonly Accepted[], newId: (production: Production) => string): Production {
  const places = new Map(breakdown.scenes.map((scene, index) => [scene.id, { index, from: scene.from }]));
  const contents = sceneContentsOf(script);
  return accepted.reduce((before, { sceneId, category, name, from, to, count }) => {
    const place = places.get(sceneId);
    const content = place && contents[place.index];
    const quoted = content && quoteOf(content, { from: from - place.from, to: to - place.from });
    if (!quoted || !Object.hasOwn(before.scenes, sceneId)) {
      return before;
    }
    const { production: held, id } = withElement(before, category, name, () => newId(before));
    const tagged = withQuote(held, sceneId, id, (record) => {
      const tag = (Object.hasOwn(record.tags, id) ? record.tags[id] : undefined) ?? { quotes: [] };
      const isThere = findTag(content, tag).spans.some((span) => span.from === quoted.from && span.to === quoted.to);
      return isThere ? record : { ...record, tags: { ...record.tags, [id]: { ...tag, quotes: [...tag.quotes, quoted.quote] } } };
    });
    return count === undefined ? tagged : setCount(tagged, sceneId, id, count);
  }, production);
}

function withQuote(production: Production, sceneId: string, element: string, change: (record: SceneRecord) => SceneRecord): Production {
  const record = production.scenes[sceneId];
  const changed = record && change(record);
  if (!changed || changed === record) {
    return production;
  }
  const { without: out, ...rest } = changed;
  const left = Object.entries(out ?? {}).filter(([id]) => id !== element);
  return { ...production, scenes: { ...production.scenes, [sceneId]: { ...rest, ...(left.length > 0 ? { without: Object.fromEntries(left) } : {}) } } };
}

const isQuote = (a: Quote, b: Quote): boolean => a.words === b.words && a.before === b.before && a.behind === b.behind;

/** Lets go of words that are lost: with the last of them the element goes from the scene, unless the tag says something besides. */
export function letGoQuote(production: Production, sceneId: string, element: string, lost: Quote): Production {
  const tags = Object.hasOwn(production.scenes, sceneId) ? production.scenes[sceneId]?.tags : undefined;
  const at = (tags && Object.hasOwn(tags, element) ? tags[element] : undefined)?.quotes.findIndex((quote) => isQuote(quote, lost)) ?? -1;
  return at < 0 ? production : removeTag(production, sceneId, element, at);
}

/** Puts a tag on other words of the script than those that are lost. Where there is nothing to tag, nothing changes. */
export function moveQuote(production: Production, layout: Layout, sceneId: string, element: string, lost: Quote, to: Span): Production {
  const tagged = tagSelection(production, layout, to, { element }, () => '');
  return tagged === production ? production : letGoQuote(tagged, sceneId, element, lost);
}

const LIGHTS: readonly SceneLight[] = ['day', 'night', 'dawn', 'dusk'];

/**
 * What was typed into a field of a sheet, as a change of the scene; an empty text gives the script its say again.
 * @returns undefined where the text is no light, or no minutes (up to a thousand, a comma or a point before tenths)
 */
export function readField(field: FieldName, typed: string): SceneByHand | undefined {
  const text = typed.trim();
  if (text === '') {
    return { [field]: undefined };
  }
  switch (field) {
    case 'light': {
      const light = LIGHTS.find((each) => each === text);
      return light && { light };
    }
    case 'minutes': {
      const minutes = /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
      return minutes <= 1000 ? { minutes } : undefined;
    }
    case 'storyDay':
      return { storyDay: text.replace(/\s+/gu, ' ').slice(0, 40) };
    case 'synopsis':
      return { synopsis: text.replace(/\s+/gu, ' ') };
    case 'notes':
      return { notes: text };
  }
}

/** What of a scene was refused, by name. */
export function refusedIn(refused: Production['refused'], sceneId: string): string[] {
  const start = `${sceneId}:`;
  return Object.keys(refused).filter((key) => key.startsWith(start)).map((key) => key.slice(key.indexOf(':', start.length) + 1));
}
