// Suggests elements that a scene's action names: vehicles, animals, props, effects, stunts and the like. Offline, by our own lexicon; English only.
import type { Span } from '../fountain/elements';
import type { Layout } from '../page/page';
import type { Production } from '../production/production';
import { canonicalName } from '../script/names';
import { sceneContentsOf, type SceneContent } from '../script/sceneContents';
import type { Breakdown, BreakdownScene, Suggestion } from './breakdown';
import { findingsOf } from './findings';
import { suggestionKey } from './suggestionKey';

export { suggestionKey } from './suggestionKey';

/** A thing in a scene, where it is named first; relative to the scene. */
interface Named extends Span {
  readonly category: string;
  readonly name: string;
}

const ofScenes = new WeakMap<SceneContent, readonly Named[]>();

/**
 * One suggestion for each thing in each scene, in the order of the script, at the place where the scene names it first. Left out are those
 * that the writer refused, things that are elements of the scene already (under whatever category), and words that a tag or one of the cast
 * stands on. What is found in a scene is kept until the scene changes.
 */
export function suggestionsOf({ script }: Layout, production: Production, breakdown: Breakdown): Suggestion[] {
  const contents = sceneContentsOf(script);
  return breakdown.scenes.flatMap((scene, index) => {
    const content = contents[index];
    return content && scene.id !== '' ? forScene(scene, content, production) : [];
  });
}

function forScene(scene: BreakdownScene, content: SceneContent, production: Production): Suggestion[] {
  const there = new Set(scene.elements.map(({ name }) => canonicalName(name)));
  const taken = scene.elements.flatMap(({ spans }) => spans);
  return namedIn(content).flatMap(({ category, name, from, to }) => {
    const key = suggestionKey(scene.id, category, name);
    const span = { from: scene.from + from, to: scene.from + to };
    const isKnown = there.has(canonicalName(name)) || Object.hasOwn(production.refused, key) || taken.some((other) => other.from < span.to && span.from < other.to);
    return isKnown ? [] : [{ key, sceneId: scene.id, category, name, ...span, source: 'lexicon' as const }];
  });
}

function namedIn(content: SceneContent): readonly Named[] {
  let named = ofScenes.get(content);
  if (!named) {
    named = readNamed(content);
    ofScenes.set(content, named);
  }
  return named;
}

function readNamed(content: SceneContent): readonly Named[] {
  const first = new Map<string, Named>();
  for (const { block, first: start, end, at } of content.pieces) {
    for (const finding of findingsOf(block)) {
      if (finding.element >= start && finding.element < end) {
        const { category, name } = finding;
        const key = `${category} ${name}`;
        first.set(key, first.get(key) ?? { category, name, from: at + finding.from, to: at + finding.to });
      }
    }
  }
  return [...first.values()];
}

