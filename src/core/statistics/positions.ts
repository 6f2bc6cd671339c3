// Where offsets are printed, as pages from the start of page 1: asked for every speech after a keystroke, so kept with the pages.
import { lastAtOrBefore } from '../fountain/search';
import { basesOf, linesOf } from '../page/pageLines';
import type { Layout, Page } from '../page/page';

/** The source that begins on each line of a page, from the page's base, rising, and the row it is printed in. */
interface PageIndex {
  readonly from: readonly number[];
  readonly rows: readonly number[];
}

const ofPage = new WeakMap<Page, PageIndex>();

function indexOf(page: Page): PageIndex {
  let index = ofPage.get(page);
  if (!index) {
    // (MORE) and a repeated cue print nothing of the source.
    const lines = linesOf(page).filter(({ kind, from, to }) => kind !== 'more' && to > from).sort((a, b) => a.from - b.from || a.row - b.row);
    index = { from: lines.map(({ from }) => from), rows: lines.map(({ row }) => row) };
    ofPage.set(page, index);
  }
  return index;
}

/** Positions in a layout, fractions of pages. What does not print stands where the nearest before it does; 0 where nothing prints. */
export function positionsIn(layout: Layout): (offset: number) => number {
  const bases = basesOf(layout).map(({ offset }) => offset);
  return (offset) => {
    for (let page = lastAtOrBefore(bases.length, (index) => bases[index], offset); page >= 0; page--) {
      const laid = layout.pages[page];
      const { from, rows } = laid ? indexOf(laid) : { from: [], rows: [] };
      const line = lastAtOrBefore(from.length, (index) => from[index], offset - (bases[page] ?? 0));
      if (line >= 0) {
        return page + (rows[line] ?? 0) / layout.paper.rows;
      }
      // The page begins in the middle of a block, behind this offset.
    }
    return 0;
  };
}
