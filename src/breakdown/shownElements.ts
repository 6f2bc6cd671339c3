// The element lists: everybody and everything of a production, by category, with the scenes they are in.
import type { BreakdownScene } from '../core/breakdown/breakdown';
import type { Production } from '../core/production/production';
import type { ListedCategory, ListedElement } from './protocol';
import { sayCount, type NamedCategory, type Translate } from './words';

/** Made once: comparing by the rules of a language is slow to set up. */
const NAMES = new Intl.Collator();

/** Cast by number, others by name; categories without elements are left out. An element that no scene has is listed all the same. */
export function listedCategories(production: Production, scenes: readonly BreakdownScene[], categories: readonly NamedCategory[], t: Translate): readonly ListedCategory[] {
  const found = new Map<string, { id: string; number: string }[]>();
  for (const { id, number, elements } of scenes) {
    for (const each of elements) {
      const list = found.get(each.id);
      if (list) {
        list.push({ id, number });
      } else {
        found.set(each.id, [{ id, number }]);
      }
    }
  }
  const tagged = new Set(Object.values(production.scenes).flatMap(({ tags }) => Object.keys(tags)));
  const byCategory = new Map<string, ListedElement[]>(categories.map(({ id }) => [id, []]));
  for (const [id, { category, name, castNumber }] of Object.entries(production.elements)) {
    const list = byCategory.get(category) ?? [];
    byCategory.set(category, list);
    const own = found.get(id) ?? [];
    list.push({ id, name, scenes: own, told: [name, sayCount(own.length, t)].join(', '), ...(castNumber === undefined ? {} : { number: castNumber }), ...(own.length === 0 && !tagged.has(id) && { unused: true as const }) });
  }
  const named = new Map(categories.map((each) => [each.id, each]));
  return [...byCategory]
    .filter(([, elements]) => elements.length > 0)
    .map(([id, elements]) => ({
      id,
      name: named.get(id)?.name ?? id,
      colour: named.get(id)?.colour ?? '#808080',
      elements: elements.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || NAMES.compare(a.name, b.name)),
    }));
}
