// The list of sheets that a preview shows, and how it changed: one place, however many pages moved.
import type { Layout, Page } from '../core/page/page';
import type { PaperShape, Sheet } from './protocol';
import { sheetLinesOf } from './sheetLines';

const ids = new WeakMap<Page, number>();
let given = 0;

/** A page's id: its own for as long as nothing on it changes. */
export function idOf(page: Page): number {
  let id = ids.get(page);
  if (id === undefined) {
    given += 1;
    id = given;
    ids.set(page, id);
  }
  return id;
}

export function sheetOf(page: Page): Sheet {
  return { id: idOf(page), lines: sheetLinesOf(page) };
}

/** What is shown, from the first sheet: the title page, if there is one, and the pages. */
export function sheetsOf({ titlePage, pages }: Layout): readonly Page[] {
  return titlePage ? [titlePage, ...pages] : pages;
}

export interface SheetChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: readonly Page[];
}

/** From one list to another: what they have in common at both ends stays. */
export function changeOf(before: readonly Page[], after: readonly Page[]): SheetChange {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) {
    from++;
  }
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) {
    same++;
  }
  return { from, removed: before.length - same - from, inserted: after.slice(from, after.length - same) };
}

/**
 * Inserted sheets as they are told: those in sight with their lines, the others by id. A few are told whole wherever they are.
 * @param first the index of the first sheet in sight, `last` of the last
 */
export function toldSheets({ from, inserted }: SheetChange, first: number, last: number): (Sheet | number)[] {
  return inserted.map((page, at) => {
    const index = from + at;
    return inserted.length <= FEW || (index >= first - 1 && index <= last + 1) ? sheetOf(page) : idOf(page);
  });
}

const FEW = 3;

export function shapeOf({ paper, numberColumns: { leftEnd, right } }: Layout): PaperShape {
  const { width, height, top, headerTop, numberEnd } = paper;
  return { width, height, top, headerTop, numberEnd, ...(leftEnd !== undefined && { leftEnd }), ...(right !== undefined && { right }) };
}
