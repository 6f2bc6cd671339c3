// What a breakdown sorts elements into: the trade's categories with a colour each, changed and added to by the production.
import type { Production } from '../production/production';

export interface BreakdownCategory {
  readonly id: string;
  /** In English; the editor says built-in ones in the writer's language. */
  readonly name: string;
  /** `#rrggbb`: of marks in the script and on sheets. */
  readonly colour: string;
  readonly isBuiltIn: boolean;
}

/** In the order of breakdown sheets. Colours near those of marker pens on paper, apart enough on light and dark grounds. */
const BUILT_IN: readonly (readonly [id: string, name: string, colour: string])[] = [
  ['cast', 'Cast', '#e5484d'],
  ['extras', 'Extras', '#7fb24d'],
  ['stunts', 'Stunts', '#f76b15'],
  ['vehicles', 'Vehicles', '#d6409f'],
  ['props', 'Props', '#8e4ec6'],
  ['animals', 'Animals', '#ad7f58'],
  ['wardrobe', 'Wardrobe', '#3e8fd8'],
  ['makeup', 'Make-up and hair', '#e879a6'],
  ['setDressing', 'Set dressing', '#12a594'],
  ['specialEffects', 'Special effects', '#3f6fd1'],
  ['visualEffects', 'Visual effects', '#6e56cf'],
  ['sound', 'Sound', '#a18072'],
  ['music', 'Music', '#c7962c'],
  ['greenery', 'Greenery', '#30a46c'],
  ['equipment', 'Special equipment', '#8b8d98'],
  ['security', 'Security', '#b5651d'],
  ['labour', 'Additional labour', '#5c7c8a'],
];

const lists = new WeakMap<Production['categories'], readonly BreakdownCategory[]>();

/** Every category: the built-in ones as the production names and colours them, then its own by name. */
export function categoriesOf({ categories }: Pick<Production, 'categories'>): readonly BreakdownCategory[] {
  let list = lists.get(categories);
  if (!list) {
    const builtIn = BUILT_IN.map(([id, name, colour]) => ({ id, name, colour, ...(Object.hasOwn(categories, id) ? categories[id] : {}), isBuiltIn: true }));
    const own = Object.entries(categories)
      .filter(([id]) => !BUILT_IN.some(([known]) => known === id))
      .map(([id, category]) => ({ id, name: category.name, colour: category.colour, isBuiltIn: false }))
      .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
    list = [...builtIn, ...own];
    lists.set(categories, list);
  }
  return list;
}

/** The place of each category in the order of sheets; one that is not known comes last. */
export function categoryRank(production: Pick<Production, 'categories'>): (category: string) => number {
  const ranks = new Map(categoriesOf(production).map(({ id }, index) => [id, index]));
  return (category) => ranks.get(category) ?? ranks.size;
}
