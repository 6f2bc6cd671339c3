// A printed script's bookmarks: its sections and scenes, nested, by the page on which they are.
import { plainText } from '../core/fountain/inline';
import { pageAt } from '../core/page/places';
import type { Layout } from '../core/page/page';
import { outlineOf } from '../core/script/outline';

export interface Bookmark {
  readonly title: string;
  readonly row: number;
  /** From 1. A scene is one deeper than the section it is in. */
  readonly depth: number;
}

/** By index in `layout.pages`; on each page in the script's order. */
export function bookmarksOf(layout: Layout): ReadonlyMap<number, readonly Bookmark[]> {
  const items = outlineOf(layout.script);
  const byPage = new Map<number, Bookmark[]>();
  let last = { page: 0, row: 0 };
  const depths: number[] = [];
  for (const [index, { item, from }] of items.entries()) {
    if (item.kind === 'section') {
      while ((depths.at(-1) ?? 0) >= item.depth) {
        depths.pop();
      }
      depths.push(item.depth);
    }
    // A section that does not print is where its first scene begins.
    const printed = item.kind === 'section' && !layout.options.sections ? (items.slice(index).find((later) => later.item.kind === 'scene')?.from ?? from) : from;
    const found = pageAt(layout, printed);
    if (!found) {
      continue;
    }
    const place = found.page < last.page ? last : found;
    last = place;
    const depth = depths.length + (item.kind === 'section' ? 0 : 1);
    const title = item.kind === 'section' ? plainText(item.text) : [item.number, plainText(item.heading)].filter(Boolean).join('  ');
    byPage.set(place.page, [...(byPage.get(place.page) ?? []), { title, row: place.row, depth }]);
  }
  return byPage;
}
