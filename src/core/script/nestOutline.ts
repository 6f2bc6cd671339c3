// The flat outline as a tree, and where each item's text begins and ends for one who wants to move it whole.
import type { Span } from '../fountain/elements';
import { blockAt, type Script } from '../fountain/script';
import { outlineOf, type OutlineItem } from './outline';

/** For each item the index of the section it stands in, or -1 at the top. Sections nest by depth, skipped levels included. */
export function parentsOf(items: readonly OutlineItem[]): number[] {
  const open: { index: number; depth: number }[] = [];
  return items.map(({ item }, index) => {
    if (item.kind === 'section') {
      while ((open.at(-1)?.depth ?? 0) >= item.depth) {
        open.pop();
      }
    }
    const parent = open.at(-1)?.index ?? -1;
    if (item.kind === 'section') {
      open.push({ index, depth: item.depth });
    }
    return parent;
  });
}

/**
 * For each item of the outline its whole lines: a scene to the next item, a section with all that is in it.
 * A heading's own span may leave out what stands before it on its line; moved text must not.
 */
export function wholeSpans(script: Script): Span[] {
  const items = outlineOf(script);
  const starts = items.map((item) => startOfLine(script, item.from));
  return items.map((item, index) => ({ from: starts[index] ?? item.from, to: starts[endIndex(items, index)] ?? script.length }));
}

/** The index of the first item after this one and all that is in it; the number of items when it reaches the end. */
export function endIndex(items: readonly OutlineItem[], index: number): number {
  const item = items[index]?.item;
  if (item?.kind !== 'section') {
    return index + 1;
  }
  const next = items.findIndex(({ item: other }, at) => at > index && other.kind === 'section' && other.depth <= item.depth);
  return next < 0 ? items.length : next;
}

/** The start of the line an offset is on; of the line a boneyard began on, when the line begins inside it. */
function startOfLine(script: Script, offset: number): number {
  const placed = blockAt(script, offset);
  if (placed === undefined) {
    return offset;
  }
  const { text, marks } = placed.block;
  let at = offset - placed.offset;
  for (;;) {
    while (at > 0 && !/[\r\n]/.test(text[at - 1] ?? '\n') && !(placed.offset + at === 1 && text.startsWith('\uFEFF'))) {
      at -= 1;
    }
    const inside = marks.find((mark) => mark.from < at && at < mark.to);
    if (inside === undefined) {
      return placed.offset + at;
    }
    at = inside.from;
  }
}
