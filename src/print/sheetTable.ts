// A table of a sheet on paper: heads on every page, rows as high as their texts, strips and marks in their tones.
import { columnsOf } from '../core/page/columns';
import type { CellTone, SheetCell, SheetRow, SheetTable, StripTone } from '../core/sheets/sheet';
import type { Pdf, TextStyle } from './pdfDocument';
import { MARGIN, type SheetPage } from './sheetPdf';
import { wrapped } from './sheetText';
import type { Turn } from './turns';

// Light enough to print on, and to read black type on.
const STRIPS: Readonly<Record<StripTone, string>> = {
  intDay: '#ffffff', extDay: '#fff2a8', intNight: '#c9dcf5', extNight: '#c4e5c4', intDawn: '#fde3da', extDawn: '#fbd2c2', intDusk: '#eadff5', extDusk: '#dccaee',
};
const SECTIONS = { dayBreak: '#d5d5d5', dayOff: '#ececec', banner: '#f6edcf', group: '#ffffff' };
const CELLS: Readonly<Partial<Record<CellTone, string>>> = { closed: '#e6e6e6', held: '#f3e3c3', dropped: '#efefef', start: '#d9ecd9', finish: '#f2d9d9' };
const INK = { ink: '#1a1a1a', faint: '#6a6a6a', warning: '#a31515', line: '#9a9a9a', hair: '#cfcfcf' };

const LARGEST = 8;
/** Smaller cannot be read on paper. */
const SMALLEST = 5;
const PAD = 7;

interface Measures {
  readonly size: number;
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
}

/** Draws it from where the page is, turning pages as needed. */
export async function drawTable(pdf: Pdf, page: SheetPage, table: SheetTable, colours: ReadonlyMap<string, string>, turn: Turn): Promise<void> {
  const measures = measure(table, page.width);
  const head = headHeight(table, measures);
  page.need(head + 40);
  drawHead(pdf, page, table, measures, head);
  for (const row of table.rows) {
    await turn();
    const high = heightOf(row, table, measures, page.width);
    if (page.left < high) {
      page.turn();
      drawHead(pdf, page, table, measures, head);
    }
    if (row.kind === 'section') {
      drawSection(pdf, page, row, measures.size, high);
    } else {
      drawCells(pdf, page, row, table, measures, high, colours);
    }
    page.took(high);
  }
  page.took(8);
}

/** Columns share the width as the sheet says; the type is as large as the narrowest column lets its longest word be. */
function measure({ columns, rows }: SheetTable, width: number): Measures {
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => (column.width / Math.max(1, all)) * width);
  const words = columns.map(({ head }, index) => Math.max(1, ...head.map(longestWord), ...rows.map((row) => (row.kind === 'cells' ? longestWord(row.cells[index]?.text ?? '') : 0))));
  const fits = widths.map((wide, index) => (wide - PAD) / (0.6 * Math.min(words[index] ?? 1, 14)));
  const size = Math.max(SMALLEST, Math.min(LARGEST, ...fits));
  let left = MARGIN;
  const lefts = widths.map((wide) => {
    left += wide;
    return left - wide;
  });
  return { size, lefts, widths };
}

const longestWord = (text: string): number => Math.max(0, ...text.split(/\s+/).map(columnsOf));

function linesIn(text: string, wide: number, size: number): string[] {
  return text.split('\n').flatMap((line) => wrapped(line, (wide - PAD) / (size * 0.6)));
}

const leadOf = (size: number): number => size * 1.22;

function headHeight({ columns }: SheetTable, { size, widths }: Measures): number {
  const most = Math.max(1, ...columns.map(({ head }, index) => head.flatMap((line) => linesIn(line, widths[index] ?? 0, size)).length));
  return most * leadOf(size) + 5;
}

function heightOf(row: SheetRow, { columns }: SheetTable, { size, widths }: Measures, width: number): number {
  if (row.kind === 'section') {
    return linesIn(row.text, width, size).length * leadOf(size) + 5;
  }
  const most = Math.max(1, ...columns.map((_, index) => linesIn(row.cells[index]?.text ?? '', widths[index] ?? 0, size).length));
  return (most + belowLines(row, width, size).length) * leadOf(size) + 4;
}

function belowLines(row: Extract<SheetRow, { kind: 'cells' }>, width: number, size: number): string[] {
  return (row.below ?? []).flatMap(({ label, value }) => linesIn(label === '' ? value : `${label}: ${value}`, width - 20, size));
}

function drawHead(pdf: Pdf, page: SheetPage, { columns }: SheetTable, { size, lefts, widths }: Measures, high: number): void {
  columns.forEach((column, index) => {
    const [left, wide] = [lefts[index] ?? 0, widths[index] ?? 0];
    if (column.closed === true) {
      pdf.rect(left, page.y, wide, high, CELLS.closed ?? '#ffffff');
    }
    column.head.flatMap((line) => linesIn(line, wide, size)).forEach((line, at) => writeIn(pdf, line, left, wide, page.y + 2 + at * leadOf(size), column.align, { size, bold: true, color: INK.faint }));
  });
  pdf.line(MARGIN, page.y + high, MARGIN + page.width, page.y + high, { color: INK.line, width: 0.7 });
  page.took(high);
}

function drawSection(pdf: Pdf, page: SheetPage, { text, tone }: Extract<SheetRow, { kind: 'section' }>, size: number, high: number): void {
  pdf.rect(MARGIN, page.y, page.width, high, SECTIONS[tone]);
  linesIn(text, page.width, size).forEach((line, at) => pdf.text(line, { x: MARGIN + 4, y: page.y + 3 + at * leadOf(size) }, { size, bold: true, color: INK.ink }));
  pdf.line(MARGIN, page.y + high, MARGIN + page.width, page.y + high, { color: INK.line, width: 0.5 });
}

function drawCells(pdf: Pdf, page: SheetPage, row: Extract<SheetRow, { kind: 'cells' }>, { columns }: SheetTable, { size, lefts, widths }: Measures, high: number, colours: ReadonlyMap<string, string>): void {
  if (row.strip) {
    pdf.rect(MARGIN, page.y, page.width, high, STRIPS[row.strip]);
  }
  let lines = 1;
  columns.forEach((column, index) => {
    const [left, wide, cell] = [lefts[index] ?? 0, widths[index] ?? 0, row.cells[index] ?? { text: '' }];
    const fill = (cell.tone && CELLS[cell.tone]) ?? (column.closed === true ? CELLS.closed : undefined);
    if (fill !== undefined) {
      pdf.rect(left, page.y, wide, high, fill);
    }
    const colour = cell.category === undefined ? undefined : colours.get(cell.category);
    if (colour !== undefined && !row.strip) {
      pdf.rect(left, page.y + 2, 2, high - 4, colour);
    }
    const inside = linesIn(cell.text, wide, size);
    lines = Math.max(lines, inside.length);
    inside.forEach((line, at) => writeIn(pdf, line, left, wide, page.y + 2.5 + at * leadOf(size), column.align, styleOf(cell, row.total === true, size)));
  });
  belowLines(row, page.width, size).forEach((line, at) => pdf.text(line, { x: MARGIN + 16, y: page.y + 2.5 + (lines + at) * leadOf(size) }, { size, color: INK.ink }));
  pdf.line(MARGIN, page.y + high, MARGIN + page.width, page.y + high, { color: row.total === true ? INK.line : INK.hair, width: row.total === true ? 0.7 : 0.4 });
}

function styleOf({ tone }: SheetCell, isTotal: boolean, size: number): TextStyle {
  const bold = isTotal || tone === 'start' || tone === 'finish' || tone === 'work' || tone === 'strong' || tone === 'warning';
  return { size, bold, color: tone === 'warning' ? INK.warning : tone === 'quiet' || tone === 'dropped' ? INK.faint : INK.ink };
}

function writeIn(pdf: Pdf, text: string, left: number, wide: number, y: number, align: 'left' | 'centre' | 'right', style: TextStyle): void {
  const half = PAD / 2;
  const x = align === 'left' ? left + half : align === 'right' ? left + wide - half : left + wide / 2;
  pdf.text(text, { x, y }, { ...style, align: align === 'centre' ? 'center' : align });
}
