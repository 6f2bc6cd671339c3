// Between places of the source and lines of the sheets that a preview shows.
import type { Layout, Page } from '../core/page/page';
import { pageAt, sourceAt } from '../core/page/places';
import type { Mark } from './protocol';
import { readLines } from './sheetLines';

/** The printed line of a place in the source, or the nearest before it; undefined where nothing prints. */
export function markAt(layout: Layout, offset: number): Mark | undefined {
  const title = titleMark(layout, offset);
  if (title) {
    return title;
  }
  const found = pageAt(layout, offset);
  const page = found && layout.pages[found.page];
  if (!page) {
    return layout.titlePage ? { sheet: 0, line: 0 } : undefined;
  }
  const lines = readLines(page);
  // In dual dialogue two lines share the row: the one whose source holds the place.
  let line = -1;
  lines.forEach((each, at) => {
    if (each.row === found.row && (line < 0 || holds(layout, found.page, at, offset))) {
      line = at;
    }
  });
  return { sheet: found.page + titleSheets(layout), line: Math.max(0, line) };
}

/** The source of a printed line. `column` counts from the paper's left edge and finds the character; without it the line's start. */
export function sourceOf(layout: Layout, { sheet, line }: Mark, column?: number): { offset: number; line: number } | undefined {
  const titled = titleSheets(layout);
  const page = sheetAt(layout, sheet);
  const printed = page && readLines(page)[line];
  if (!printed) {
    return undefined;
  }
  if (page === layout.titlePage) {
    // A title page stands at the script's start, so its places are the script's.
    const along = Math.max(0, Math.min(printed.to - printed.from, Math.floor((column ?? printed.column) - printed.column)));
    return { offset: printed.from + along, line: printed.sourceLine };
  }
  return sourceAt(layout, sheet - titled, printed.row, Math.max(printed.column, column ?? printed.column));
}

/** The line of a sheet that stands at a row, or the nearest one to it. */
export function lineAtRow(layout: Layout, sheet: number, row: number): Mark | undefined {
  const page = sheetAt(layout, sheet);
  if (!page) {
    return undefined;
  }
  let best = -1;
  let distance = Infinity;
  readLines(page).forEach((each, at) => {
    if (Math.abs(each.row - row) < distance) {
      distance = Math.abs(each.row - row);
      best = at;
    }
  });
  return best < 0 ? undefined : { sheet, line: best };
}

/** Whether two marks are the same line. */
export function isSameMark(one: Mark, other: Mark): boolean {
  return one.sheet === other.sheet && one.line === other.line;
}

function sheetAt(layout: Layout, sheet: number): Page | undefined {
  const titled = titleSheets(layout);
  return sheet < titled ? layout.titlePage : layout.pages[sheet - titled];
}

function titleSheets({ titlePage }: Layout): number {
  return titlePage ? 1 : 0;
}

function titleMark({ titlePage }: Layout, offset: number): Mark | undefined {
  if (!titlePage) {
    return undefined;
  }
  const lines = readLines(titlePage);
  if (offset > Math.max(...lines.map(({ to }) => to), -1)) {
    return undefined;
  }
  let found = 0;
  lines.forEach(({ from }, index) => {
    found = from <= offset ? index : found;
  });
  return { sheet: 0, line: found };
}

function holds(layout: Layout, page: number, line: number, offset: number): boolean {
  const printed = layout.pages[page] && readLines(layout.pages[page])[line];
  const start = printed && sourceAt(layout, page, printed.row, printed.column);
  return printed !== undefined && start !== undefined && start.offset <= offset && offset <= start.offset + printed.to - printed.from;
}
