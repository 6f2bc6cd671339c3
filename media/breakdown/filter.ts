// What the filter finds: scenes and elements by any words of theirs. Pure, so that it is tested without a browser.
import type { ListedCategory, ShownScene, ShownSuggestion } from '../../src/breakdown/protocol';

/** Without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
}

/** The words of a filter, each of which must be found. */
export function wordsOf(filter: string): readonly string[] {
  return folded(filter).split(/\s+/u).filter(Boolean);
}

function holds(text: string, words: readonly string[]): boolean {
  const within = folded(text);
  return words.every((word) => within.includes(word));
}

const told = new WeakMap<ShownScene, string>();

/** Whether a scene has all the words: in its number, heading, light, facts, what was set by hand, or the names and categories of its elements. */
export function sceneHolds(scene: ShownScene, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  let text = told.get(scene);
  if (text === undefined) {
    const { number, heading, light, facts, fields, rows } = scene;
    const fieldTexts = Object.values(fields).flatMap(({ value, proposed }) => [value, proposed]);
    text = folded([`#${number}`, heading, light, facts, ...fieldTexts, ...rows.flatMap(({ name, elements }) => [name, ...elements.map((each) => each.name)])].join('\n'));
    told.set(scene, text);
  }
  const within = text;
  return words.every((word) => within.includes(word));
}

/** The categories with those of their elements that have the words; all of a category whose own name has them. Empty ones are left out. */
export function elementsHolding(categories: readonly ListedCategory[], words: readonly string[]): readonly ListedCategory[] {
  if (words.length === 0) {
    return categories;
  }
  return categories
    .map((category) => (holds(category.name, words) ? category : { ...category, elements: category.elements.filter(({ name, number }) => holds(`${category.name} ${number ?? ''} ${name}`, words)) }))
    .filter(({ elements }) => elements.length > 0);
}

/** The suggestions whose name, kind or words have the words. */
export function suggestionsHolding(suggestions: readonly ShownSuggestion[], words: readonly string[]): readonly ShownSuggestion[] {
  return words.length === 0 ? suggestions : suggestions.filter(({ name, categoryName, before, words: found, behind }) => holds(`${name} ${categoryName} ${before}${found}${behind}`, words));
}

/** A group of suggestions under a title of its own. */
export interface SuggestionGroup {
  readonly key: string;
  readonly suggestions: readonly ShownSuggestion[];
}

/** By scene, in script order; or by kind, in the order of the categories. */
export function grouped(suggestions: readonly ShownSuggestion[], by: 'scene' | 'kind', order: readonly string[]): readonly SuggestionGroup[] {
  const groups = new Map<string, ShownSuggestion[]>();
  for (const suggestion of suggestions) {
    const key = by === 'scene' ? suggestion.scene : suggestion.category;
    const group = groups.get(key);
    if (group) {
      group.push(suggestion);
    } else {
      groups.set(key, [suggestion]);
    }
  }
  const rank = new Map(order.map((key, index) => [key, index]));
  return [...groups].map(([key, list]) => ({ key, suggestions: list })).sort((a, b) => (rank.get(a.key) ?? Infinity) - (rank.get(b.key) ?? Infinity));
}
