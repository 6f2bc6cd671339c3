// The report as a PDF: figures, pictures and tables on letter or A4, in Courier Prime.
import { columnsOf } from '../core/page/columns';
import type { Paper } from '../core/page/paper';
import { createPdf, type Pdf, type PdfFonts } from '../print/pdfDocument';
import { turns, type Turn } from '../print/turns';
import { clipColumns } from './charts/canvas';
import { drawOn, INK } from './pdfDrawing';
import type { Cell, Figure, Part, Report, Table } from './protocol';

export interface PdfReport {
  readonly bytes: Uint8Array;
  /** Characters that no font had, as often as they came. */
  readonly missing: ReadonlyMap<string, number>;
}

const MARGIN = 54;
const SIZE = 8;
const ROW = 11.5;
const COLUMN = SIZE * 0.6;
/** Below this many points left, a heading or a picture begins overleaf. */
const ROOM = 60;
/** What every script has hundreds of is not printed whole: the CSV has all. */
const MOST_ROWS: Readonly<Record<string, number>> = { pairs: 30, pages: 0 };

/** What a picture may take on this paper, in points, and the height of its letters. */
export function pictureRoom(paper: Paper): { readonly width: number; readonly text: number } {
  return { width: paper.width - 2 * MARGIN, text: 7.5 };
}

/**
 * @param more "and {0} more", in the writer's language
 * @throws the signal's reason when it is aborted
 */
export async function reportPdf(report: Report, paper: Paper, fonts: PdfFonts, created: Date, more: string, signal?: AbortSignal): Promise<PdfReport> {
  const pdf = createPdf({ fonts, info: { title: report.title }, created });
  const sheet = new Sheet(pdf, paper, report.title);
  sheet.text(report.title, 16, true);
  sheet.y += 8;
  drawFigures(sheet, report.figures);
  const turn = turns(signal);
  for (const part of report.parts) {
    await turn();
    await drawPart(sheet, part, more, turn);
  }
  const bytes = await pdf.finish();
  signal?.throwIfAborted();
  return { bytes, missing: pdf.missing };
}

/** A page being filled, from the top down. */
class Sheet {
  y = 0;
  private page = 0;

  constructor(
    readonly pdf: Pdf,
    readonly paper: Paper,
    private readonly title: string,
  ) {
    this.turn();
  }

  get width(): number {
    return this.paper.width - 2 * MARGIN;
  }

  get left(): number {
    return this.paper.height - MARGIN - this.y;
  }

  turn(): void {
    this.page++;
    this.pdf.addPage(this.paper.width, this.paper.height);
    this.y = MARGIN;
    if (this.page > 1) {
      this.pdf.text(clipColumns(this.title, (this.width - 60) / COLUMN), { x: MARGIN, y: MARGIN / 2 }, { size: SIZE, color: INK.faint });
      this.pdf.text(`${this.page}.`, { x: this.paper.width - MARGIN, y: MARGIN / 2 }, { size: SIZE, align: 'right', color: INK.faint });
    }
  }

  /** Turns the page where less than this is left of it. */
  need(points: number): void {
    if (this.left < points) {
      this.turn();
    }
  }

  /** A line of text, as much of it as fits. */
  text(text: string, size: number, bold = false, color = INK.ink): void {
    this.need(size * 1.5);
    this.pdf.text(clipColumns(text, this.width / (size * 0.6)), { x: MARGIN, y: this.y }, { size, bold, color });
    this.y += size * 1.4;
  }

  /** A paragraph, broken between words. */
  paragraph(text: string, size: number, color: string): void {
    const room = Math.floor(this.width / (size * 0.6));
    let line = '';
    for (const word of text.split(' ')) {
      if (line !== '' && columnsOf(`${line} ${word}`) > room) {
        this.text(line, size, false, color);
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    if (line !== '') {
      this.text(line, size, false, color);
    }
  }
}

const FIGURES_A_ROW = 3;

function drawFigures(sheet: Sheet, figures: readonly Figure[]): void {
  const wide = sheet.width / FIGURES_A_ROW;
  for (const [index, { label, value, detail }] of figures.entries()) {
    const x = MARGIN + (index % FIGURES_A_ROW) * wide;
    const y = sheet.y + Math.floor(index / FIGURES_A_ROW) * 44;
    sheet.pdf.text(value, { x, y }, { size: 16, color: INK.dialogue });
    sheet.pdf.text(clipColumns(label, wide / COLUMN - 2), { x, y: y + 18 }, { size: SIZE, bold: true });
    sheet.pdf.text(clipColumns(detail ?? '', wide / COLUMN - 2), { x, y: y + 28 }, { size: SIZE - 1, color: INK.faint });
  }
  sheet.y += Math.ceil(figures.length / FIGURES_A_ROW) * 44;
}

async function drawPart(sheet: Sheet, { heading, lead, drawing, tables, note }: Part, more: string, turn: Turn): Promise<void> {
  sheet.need(ROOM + (drawing ? Math.min(drawing.height, 300) : 0));
  sheet.y += 14;
  sheet.pdf.bookmark(heading, { y: sheet.y, depth: 1 });
  sheet.text(heading, 12, true);
  sheet.y += 2;
  sheet.paragraph(lead, SIZE, INK.faint);
  if (drawing) {
    sheet.y += 6;
    sheet.need(drawing.height);
    drawOn(sheet.pdf, drawing, MARGIN, sheet.y);
    sheet.y += drawing.height + 6;
  }
  for (const table of tables) {
    await drawTable(sheet, table, table.caption === heading ? undefined : table.caption, more, turn);
  }
  if (note !== undefined) {
    sheet.y += 4;
    sheet.paragraph(note, SIZE, INK.faint);
  }
}

interface Measure {
  /** Where the column begins, and its columns of text; `bar` points stand before those. */
  readonly x: number;
  readonly columns: number;
  readonly bar: number;
}

const BAR = 34;
const GAP = 10;

async function drawTable(sheet: Sheet, table: Table, caption: string | undefined, more: string, turn: Turn): Promise<void> {
  const rows = table.rows.slice(0, MOST_ROWS[table.id] ?? table.rows.length);
  if (rows.length === 0) {
    return;
  }
  sheet.need(ROW * 5);
  if (caption !== undefined) {
    sheet.y += 8;
    sheet.text(caption, 9, true);
  }
  const measures = measuresOf(table, rows, sheet.width);
  const head = (): void => {
    drawRow(sheet, table, measures, table.columns.map(({ label }) => ({ text: label })), true);
    sheet.pdf.line(MARGIN, sheet.y - 1.5, MARGIN + sheet.width, sheet.y - 1.5, { color: INK.axis, width: 0.5 });
  };
  sheet.y += 3;
  head();
  for (const row of rows) {
    await turn();
    if (sheet.left < ROW) {
      sheet.turn();
      head();
    }
    drawRow(sheet, table, measures, row, false);
  }
  if (rows.length < table.rows.length) {
    sheet.text(more.replace('{0}', String(table.rows.length - rows.length)), SIZE, false, INK.faint);
  }
}

/** Figures take what they need; what is left is shared by the columns of words, the first of them the widest. */
function measuresOf({ columns }: Table, rows: readonly (readonly Cell[])[], width: number): Measure[] {
  const needed = columns.map(({ label }, index) => Math.max(columnsOf(label), ...rows.map((row) => columnsOf(textOf(row[index])))));
  const bars = columns.map((_, index) => (rows.some((row) => row[index]?.bar !== undefined) ? BAR : 0));
  const fixed = columns.reduce((sum, { numeric }, index) => sum + GAP + (bars[index] ?? 0) + (numeric ? (needed[index] ?? 0) * COLUMN : 0), 0);
  const words = columns.reduce((sum, { numeric }, index) => sum + (numeric ? 0 : Math.min(needed[index] ?? 0, 60)), 0);
  const scale = Math.min(1, (width - fixed) / COLUMN / Math.max(1, words));
  let x = MARGIN;
  return columns.map(({ numeric }, index) => {
    const taken = numeric ? (needed[index] ?? 0) : Math.max(4, Math.floor(Math.min(needed[index] ?? 0, 60) * scale));
    const measure = { x, columns: taken, bar: bars[index] ?? 0 };
    x += GAP + measure.bar + taken * COLUMN;
    return measure;
  });
}

function textOf(cell: Cell | undefined): string {
  return [cell?.text ?? '', ...(cell?.places ?? []).map(({ label }) => label)].filter((text) => text !== '').join(', ').replaceAll('\u2003', '  ');
}

function drawRow(sheet: Sheet, { columns }: Table, measures: readonly Measure[], cells: readonly Cell[], bold: boolean): void {
  for (const [index, cell] of cells.entries()) {
    const measure = measures[index];
    if (!measure) {
      continue;
    }
    const { x, columns: room, bar } = measure;
    const text = clipColumns(textOf(cell), room);
    const numeric = columns[index]?.numeric === true;
    if (cell.bar !== undefined && cell.bar > 0) {
      sheet.pdf.rect(x, sheet.y + 2, Math.max(0.5, cell.bar * (bar - 6)), SIZE - 3, INK.dialogue);
    }
    const style = { size: SIZE, bold, color: bold ? INK.faint : INK.ink };
    if (numeric) {
      sheet.pdf.text(text, { x: x + bar + room * COLUMN, y: sheet.y }, { ...style, align: 'right' });
    } else {
      sheet.pdf.text(text, { x, y: sheet.y }, style);
    }
  }
  sheet.y += ROW;
}
