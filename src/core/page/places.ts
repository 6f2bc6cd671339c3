// Between places in the source and places on the pages, both ways.
import { lastAtOrBefore } from '../fountain/search';
import { basesOf, linesOf } from './pageLines';
import type { Layout, PageLine } from './page';

/** A place on the pages: an index in `layout.pages` and a row. */
export interface PagePlace {
  readonly page: number;
  readonly row: number;
}

/** Where the source at an offset is printed; what does not print has the place of what is printed before it. Undefined when nothing prints. */
export function pageAt(layout: Layout, offset: number): PagePlace | undefined {
  const bases = basesOf(layout);
  for (let page = lastAtOrBefore(bases.length, (index) => bases[index]?.offset, offset); page >= 0; page--) {
    const laid = layout.pages[page];
    const base = bases[page];
    let found: PageLine | undefined;
    for (const line of laid && base ? linesOf(laid) : []) {
      if (line.kind !== 'more' && line.from <= offset - (base?.offset ?? 0) && line.from >= (found?.from ?? 0)) {
        found = line;
      }
    }
    if (found) {
      return { page, row: found.row };
    }
    // The page begins in the middle of its first block, behind this offset: it stands on the page before.
  }
  const first = layout.pages[0] && linesOf(layout.pages[0])[0];
  return first && { page: 0, row: first.row };
}

/**
 * The source of what is printed at a place: an offset and a line of the script.
 * @param page index in `layout.pages`
 * @param row where nothing stands in this row, the last line above it is taken, or the page's first
 * @param column from the paper's left edge; without it the line's start
 */
export function sourceAt(layout: Layout, page: number, row: number, column?: number): { offset: number; line: number } | undefined {
  const laid = layout.pages[page];
  const base = basesOf(layout)[page];
  if (!laid || !base) {
    return undefined;
  }
  const lines = linesOf(laid);
  const nearest = lines.findLast((line) => line.row <= row)?.row ?? lines[0]?.row;
  const inRow = lines.filter((line) => line.row === nearest);
  const line = inRow.findLast((each) => column !== undefined && each.column <= column) ?? inRow[0];
  if (!line) {
    return undefined;
  }
  const inside = column === undefined ? 0 : Math.max(0, Math.min(line.to - line.from, Math.round(column - line.column)));
  return { offset: base.offset + line.from + inside, line: base.line + line.sourceLine };
}
