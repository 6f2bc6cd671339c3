// Where a dragged or nudged item goes: the index it shall stand before (the number of items for the end).
import type { OutlineItem } from './outline';
import { endIndex, parentsOf } from './nestOutline';

/**
 * Where `source` goes when it is dropped on `target`, or on the empty space below all items (-1).
 * Dropped on its own kind it takes that one's place: behind it on the way down, before it on the way up.
 * A scene dropped on a section becomes the last of the section's own scenes. A section never lands where it would
 * swallow scenes that follow: it goes on to the next place that is its own.
 * @returns undefined when the target is the source or inside it
 */
export function dropPlace(items: readonly OutlineItem[], source: number, target: number): number | undefined {
  const moved = items[source]?.item;
  const end = endIndex(items, source);
  if (moved === undefined || (target >= source && target < end)) {
    return undefined;
  }
  if (target < 0) {
    return items.length;
  }
  const down = target > source;
  if (moved.kind === 'scene') {
    const section = items[target]?.item.kind === 'section';
    return section ? endOfOwnScenes(items, target) : down ? target + 1 : target;
  }
  const sibling = outermostSection(items, target, moved.depth);
  const wanted = sibling === undefined ? target + 1 : down ? endIndex(items, sibling) : sibling;
  return placeForSection(items, moved.depth, wanted);
}

/** One step up or down in the list, as a key press does it. Undefined at the ends. */
export function stepPlace(items: readonly OutlineItem[], source: number, way: 'up' | 'down'): number | undefined {
  const moved = items[source]?.item;
  if (moved === undefined) {
    return undefined;
  }
  const end = endIndex(items, source);
  if (moved.kind === 'scene') {
    const place = way === 'up' ? source - 1 : end + 1;
    return place < 0 || place > items.length ? undefined : place;
  }
  if (way === 'down') {
    return end >= items.length ? undefined : placeForSection(items, moved.depth, end + 1);
  }
  for (let place = source - 1; place >= 0; place -= 1) {
    if (fitsSection(items, moved.depth, place)) {
      return place;
    }
  }
  return undefined;
}

/** Behind the scenes that stand directly in the section, before its first section. */
function endOfOwnScenes(items: readonly OutlineItem[], section: number): number {
  const next = items.findIndex(({ item }, index) => index > section && item.kind === 'section');
  return next < 0 ? items.length : next;
}

/** The section around (or at) an item that a section of this depth can stand beside; the outermost one. */
function outermostSection(items: readonly OutlineItem[], index: number, depth: number): number | undefined {
  const parents = parentsOf(items);
  let found: number | undefined;
  for (let at = index; at >= 0; at = parents[at] ?? -1) {
    const item = items[at]?.item;
    if (item?.kind === 'section' && item.depth >= depth) {
      found = at;
    }
  }
  return found;
}

/** The first place at or behind `from` where a section of this depth swallows nothing. */
function placeForSection(items: readonly OutlineItem[], depth: number, from: number): number {
  let place = from;
  while (!fitsSection(items, depth, place)) {
    place += 1;
  }
  return place;
}

/** A section runs to the next one of its depth or less: it may only stand directly before such a one, or at the end. */
function fitsSection(items: readonly OutlineItem[], depth: number, place: number): boolean {
  const next = items[place]?.item;
  return next === undefined || (next.kind === 'section' && next.depth <= depth);
}
