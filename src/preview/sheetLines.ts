// A page as the preview draws it: its lines in the order they are read, each with its pieces. Made once a page.
import type { Page, PageLine } from '../core/page/page';
import { linesOf } from '../core/page/pageLines';
import { columnsOfRuns, isBidi, piecesOf } from './pieces';
import type { SheetLine } from './protocol';

const inOrder = new WeakMap<Page, readonly PageLine[]>();
const drawn = new WeakMap<Page, readonly SheetLine[]>();

/** A page's lines in the order they are read: the left half of dual dialogue before the right one. The same list for the same page. */
export function readLines(page: Page): readonly PageLine[] {
  let lines = inOrder.get(page);
  if (!lines) {
    lines = readingOrder(linesOf(page));
    inOrder.set(page, lines);
  }
  return lines;
}

/** The same lines, drawn: index for index. */
export function sheetLinesOf(page: Page): readonly SheetLine[] {
  let lines = drawn.get(page);
  if (!lines) {
    lines = readLines(page).map(sheetLine);
    drawn.set(page, lines);
  }
  return lines;
}

/** @param lines by row, then column, as the layout has them */
export function readingOrder(lines: readonly PageLine[]): readonly PageLine[] {
  if (!lines.some((line, at) => lines[at + 1]?.row === line.row)) {
    return lines;
  }
  const ordered: PageLine[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at + 1;
    while ((lines[end]?.row ?? Infinity) - (lines[end - 1]?.row ?? 0) <= 1) {
      end++;
    }
    ordered.push(...sideBySide(lines.slice(at, end)));
    at = end;
  }
  return ordered;
}

/** Rows without a blank one between: where two lines share a row, all that begins at the right half comes last. */
function sideBySide(lines: readonly PageLine[]): readonly PageLine[] {
  const right = lines.filter((line, at) => lines[at - 1]?.row === line.row);
  if (right.length === 0) {
    return lines;
  }
  const edge = Math.min(...right.map(({ column }) => column));
  const first = right[0]?.row ?? 0;
  const isRight = (line: PageLine): boolean => line.column >= edge && line.row >= first;
  return [...lines.filter((line) => !isRight(line)), ...lines.filter(isRight)];
}

function sheetLine({ kind, row, column, runs, number }: PageLine): SheetLine {
  const bidi = runs.some(({ text }) => isBidi(text));
  return { kind, row, column, pieces: piecesOf(runs), ...(number !== undefined && { number }), ...(bidi && { bidi: columnsOfRuns(runs) }) };
}
