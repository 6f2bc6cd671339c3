// Draws pages as text, row by row, so that tests read like pages.
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout, type Page, type PageOptions } from '../../../../src/core/page/page';
import { linesOf } from '../../../../src/core/page/pageLines';

export function layoutOfText(text: string, options: Partial<PageOptions> = {}): Layout {
  return layoutOf(parse(text), { ...STANDARD_PAGE, ...options });
}

/** A page's rows as text, from the column where text begins; what shares a row stands in its column. */
export function rowsDrawn(page: Page | undefined): string[] {
  const rows: string[] = [];
  for (const { row, column, runs } of page ? linesOf(page) : []) {
    const before = (rows[row] ?? '').padEnd(Math.floor(column) - 15);
    rows[row] = before + runs.map(({ text }) => text).join('');
  }
  return Array.from({ length: rows.length }, (_, at) => rows[at] ?? '');
}

/** A paragraph of so many lines of action. */
export function actionOf(lines: number): string {
  return Array.from({ length: lines }, (_, at) => `Line ${String(at + 1).padStart(2, '0')} of action that fills the whole width of its page.`).join(' ');
}
