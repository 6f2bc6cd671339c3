// What a model answered, made an element on words that really stand in the scene, or refused with the reason.
import type { Span } from '../fountain/elements';
import { plainLine } from '../notes/checkNote';
import type { Script } from '../fountain/script';
import { findWords } from './findWords';

/** A scene as it stands now. */
export interface AskedScene extends Span {
  readonly id: string;
  /** Its place in the script, from 1. */
  readonly place: number;
  readonly number: string;
  readonly heading: string;
}

export interface CheckedElement extends Span {
  readonly sceneId: string;
  readonly category: string;
  readonly name: string;
  readonly count?: number;
}

/** `form`: no element at all; `otherKind`: no category of the production; `notOnPage`: its words do not stand in the scene. */
export type ElementRefusal = 'form' | 'otherKind' | 'notOnPage';

export type ElementCheck = { readonly ok: true; readonly element: CheckedElement } | { readonly ok: false; readonly reason: ElementRefusal };

const LONGEST_NAME = 60;
/** What models call the categories of the trade. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/stunt/, 'stunts'],
  [/vehicle|car\b|picture\W*car/, 'vehicles'],
  [/animal|wrangler/, 'animals'],
  [/ward|costume|cloth/, 'wardrobe'],
  [/make\W*up|hair/, 'makeup'],
  [/set\W*dress|furnitur/, 'setDressing'],
  [/visual|vfx|cgi/, 'visualEffects'],
  [/special|sfx|pyro|practical/, 'specialEffects'],
  [/extra|background|atmos/, 'extras'],
  [/music/, 'music'],
  [/sound|audio/, 'sound'],
  [/green|plant/, 'greenery'],
  [/equip|camera|grip/, 'equipment'],
  [/security/, 'security'],
  [/labou?r/, 'labour'],
  [/prop|weapon/, 'props'],
];

/**
 * Checks one item of an answer. Whatever it is, nothing is thrown.
 * @param scenes those asked about: the words are looked for in the one named, else in each
 * @param categories the ids that may be, with the names a writer gave them
 */
export function checkElement(raw: unknown, script: Script, scenes: readonly AskedScene[], categories: readonly { readonly id: string; readonly name: string }[]): ElementCheck {
  const fields = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Readonly<Record<string, unknown>>) : undefined;
  const words = textIn(fields?.['words'] ?? fields?.['quote'] ?? fields?.['text']);
  const name = plainLine(textIn(fields?.['name'] ?? fields?.['element']) ?? words ?? '', LONGEST_NAME).replace(/^[-–—*•\s]+/, '');
  if (!fields || words === undefined || !/[\p{L}\p{N}]/u.test(name)) {
    return { ok: false, reason: 'form' };
  }
  const category = categoryNamed(fields['category'] ?? fields['kind'] ?? fields['type'], categories);
  if (category === undefined) {
    return { ok: false, reason: 'otherKind' };
  }
  const named = sceneNamed(fields['scene'], scenes);
  for (const scene of named ? [named] : scenes) {
    const span = findWords(script, words, scene);
    if (span) {
      const count = fields['count'];
      return { ok: true, element: { ...span, sceneId: scene.id, category, name, ...(typeof count === 'number' && Number.isInteger(count) && count > 1 && count <= 10_000 ? { count } : {}) } };
    }
  }
  return { ok: false, reason: 'notOnPage' };
}

function categoryNamed(raw: unknown, categories: readonly { readonly id: string; readonly name: string }[]): string | undefined {
  const said = textIn(raw)?.toLowerCase().trim();
  if (said === undefined || said === '') {
    return undefined;
  }
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const exact = categories.find(({ id, name }) => bare(id) === bare(said) || bare(name) === bare(said));
  const meant = exact?.id ?? CALLED.find(([pattern]) => pattern.test(said))?.[1];
  return categories.find(({ id }) => id === meant)?.id;
}

/** By its place among all scenes, as it was asked; by the script's own number; by its heading. */
function sceneNamed(raw: unknown, scenes: readonly AskedScene[]): AskedScene | undefined {
  const said = typeof raw === 'number' ? String(Math.round(raw)) : textIn(raw)?.trim().replace(/^scene\s*/i, '').replace(/^#|[#.)]+$/g, '');
  if (said === undefined || said === '') {
    return undefined;
  }
  return scenes.find(({ place }) => String(place) === said) ?? scenes.find(({ number, heading }) => number.toLowerCase() === said.toLowerCase() || heading.toLowerCase() === said.toLowerCase());
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 2000 ? value : undefined;
}
