// A page's lines, made when someone looks at the page and kept with it.
import { columnsOf } from './columns';
import type { Layout, Page, PageBase, PageLine, Run } from './page';
import type { LaidPage, Part } from './laidPage';
import { BOLD, ITALIC, pieceAt, sourceOf, UNDERLINE, type Printed } from './printed';
import { sourcePlaces } from './sourcePlaces';
import type { LaidTitlePage } from './titlePage';
import type { Flow } from './units';

const linesOfPage = new WeakMap<Page, readonly PageLine[]>();
const basesOfLayout = new WeakMap<Layout, readonly PageBase[]>();

/** A page's lines, by row and column. The same list as long as the page is the same object. */
export function linesOf(page: Page): readonly PageLine[] {
  let lines = linesOfPage.get(page);
  if (!lines) {
    lines = isTitlePage(page) ? page.titleLines : readLines(page as LaidPage);
    linesOfPage.set(page, lines);
  }
  return lines;
}

/** The base of each page, index for index with `layout.pages`. */
export function basesOf(layout: Layout): readonly PageBase[] {
  let bases = basesOfLayout.get(layout);
  if (!bases) {
    let offset = 0;
    let line = 0;
    bases = (layout.pages as readonly LaidPage[]).map((page) => {
      const base = { offset, line };
      offset += page.length;
      line += page.lines;
      return base;
    });
    basesOfLayout.set(layout, bases);
  }
  return bases;
}

/** The base of the title page: the script's start, where alone a title page stands. */
export function titlePageBase(): PageBase {
  return { offset: 0, line: 0 };
}

function isTitlePage(page: Page): page is LaidTitlePage {
  return 'titleLines' in page;
}

function readLines(page: LaidPage): PageLine[] {
  const lines = page.parts.flatMap(partLines);
  // Dual dialogue is placed half by half. The sort is stable: what shares a row keeps left before right.
  return lines.sort((a, b) => a.row - b.row || a.column - b.column);
}

function partLines(part: Part): PageLine[] {
  const { flow, breaks, added } = part;
  const { element, kind, printed } = flow;
  if (added) {
    const parted = added.in.element;
    const { offset, line } = sourcePlaces(part.block, parted)(sourceOf(added.in.printed, added.at, 'text' in parted ? parted.text : ''));
    const place = part.offset + offset;
    const runs = [plainRun(added.text)];
    return [{ kind, row: part.row, column: columnOf(flow, added.text, 0), runs, from: place, to: place, sourceLine: part.line + line }];
  }
  const places = sourcePlaces(part.block, element);
  const isCue = kind === 'character';
  const text = 'text' in element ? element.text : '';
  const lines: PageLine[] = [];
  for (let index = 0; index < breaks.length; index += 2) {
    const from = breaks[index] ?? 0;
    const to = breaks[index + 1] ?? from;
    const first = places(isCue ? 0 : sourceOf(printed, from, text));
    const end = places(isCue ? 0 : sourceOf(printed, to, text));
    const opens = from === 0 && element.kind === 'sceneHeading' && element.number !== undefined;
    lines.push({
      kind,
      row: part.row + index / 2,
      column: columnOf(flow, printed.text.slice(from, to), index / 2),
      runs: runsOf(flow, from, to),
      ...(opens && { number: element.number }),
      from: part.offset + (isCue ? element.from : first.offset),
      to: part.offset + (isCue ? element.to : Math.max(first.offset, end.offset)),
      sourceLine: part.line + first.line,
    });
  }
  return lines;
}

function columnOf({ measure }: Flow, text: string, line: number): number {
  const { column, width, align, hang } = measure;
  if (align === 'left') {
    return column + (line > 0 ? hang : 0);
  }
  const rest = Math.max(0, width - columnsOf(text));
  return column + (align === 'right' ? rest : rest / 2);
}

function plainRun(text: string): Run {
  return { text, column: 0, width: columnsOf(text), bold: false, italic: false, underline: false };
}

function runsOf({ printed, kind }: Flow, from: number, to: number): Run[] {
  // Sung words are set in italics (Fountain 1.1, Lyrics).
  const always = kind === 'lyrics' ? ITALIC : 0;
  return styledRuns(printed, from, to, always);
}

/** The stretches of one style between two places of a text. */
export function styledRuns({ text, pieces }: Printed, from: number, to: number, always = 0): Run[] {
  const runs: Run[] = [];
  let column = 0;
  let at = pieces ? pieceAt(pieces, from) : 0;
  for (let start = from; start < to; ) {
    const style = pieces?.[at]?.style ?? 0;
    // Pieces of one style are one run: what was hidden between them does not show.
    do {
      at++;
    } while (pieces && at < pieces.length && pieces[at]?.style === style);
    const end = Math.min(to, pieces?.[at]?.from ?? text.length);
    const part = text.slice(start, end);
    const width = columnsOf(part);
    const all = style | always;
    runs.push({ text: part, column, width, bold: (all & BOLD) !== 0, italic: (all & ITALIC) !== 0, underline: (all & UNDERLINE) !== 0 });
    column += width;
    start = end;
  }
  return runs;
}
