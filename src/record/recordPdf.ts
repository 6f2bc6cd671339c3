// The AI Use Report as a PDF: shares with their bars, tables, accepted suggestions and drafts of a disclosure, in Courier Prime.
import type * as vscode from 'vscode';
import { parse } from '../core/fountain/parse';
import { cellsOf, columnsOf } from '../core/page/columns';
import { layoutOf } from '../core/page/layout';
import type { Paper } from '../core/page/paper';
import { readCourier } from '../host/courier';
import { countedPageOptions, printSettings } from '../host/settings';
import { systemFonts } from '../host/systemFonts';
import { openCourier } from '../print/face';
import { findFallbacks } from '../print/fallbackFonts';
import { fontFolders } from '../print/fontFolders';
import { charactersBeyond } from '../print/needed';
import { createPdf, type Pdf } from '../print/pdfDocument';
import { turns, type Turn } from '../print/turns';
import type { PlainTable, ReportShown, ToldShares, Words } from './protocol';

export interface RecordPdf {
  readonly bytes: Uint8Array;
  /** Characters that no font had. */
  readonly missing: ReadonlyMap<string, number>;
}

const MARGIN = 54;
const SIZE = 9;
const ROW = 12.5;
const COLUMN = SIZE * 0.6;
const INK = { ink: '#1a1a1a', faint: '#5f5f5f', human: '#d0d0d0', offered: '#6d5192', edited: '#2f7fbf', axis: '#8a8a8a' };

/** @throws the signal's reason when it is aborted */
export async function makeRecordPdf(extension: vscode.Uri, scope: vscode.Uri, report: ReportShown, words: Words, signal: AbortSignal): Promise<RecordPdf> {
  const courier = await readCourier(extension);
  const empty = layoutOf(parse(''), countedPageOptions(scope));
  const needed = charactersBeyond(empty, openCourier(courier).of({ bold: false, italic: false }), [JSON.stringify([report, words])]);
  const fallbacks = await findFallbacks(needed, { source: systemFonts(fontFolders), chosen: printSettings(scope).fallbackFonts, signal });
  const pdf = createPdf({ fonts: { courier, fallbacks }, info: { title: report.title }, created: new Date() });
  const sheet = new Sheet(pdf, empty.paper, report.title);
  const turn = turns(signal);
  sheet.line(report.title, { size: 16, bold: true });
  sheet.paragraph(report.summary, INK.faint);
  sheet.gap(6);
  sheet.shares(report.total, words);
  sheet.heading(words.scenes);
  if (report.allScenes.length > 0) {
    await sheet.table(sceneTable(report, words), turn);
  }
  if (report.taken.length > 0) {
    sheet.heading(words.taken);
    for (const { when, where, model, state, words: said } of report.taken) {
      await turn();
      if (said !== '') {
        sheet.paragraph(said, INK.ink);
      }
      sheet.paragraph([state, where, when, model].join(' · '), INK.faint);
      sheet.gap(5);
    }
  }
  sheet.heading(words.models);
  await sheet.table(report.models, turn);
  sheet.heading(words.refused);
  sheet.paragraph(report.refused, INK.ink);
  sheet.heading(words.chain);
  [report.chain.summary, ...report.chain.findings].forEach((text) => sheet.paragraph(text, INK.ink));
  if (report.disclosures.length > 0) {
    sheet.heading(words.disclosures);
    sheet.paragraph(report.disclaimer, INK.faint);
  }
  for (const { name, text } of report.disclosures) {
    sheet.gap(8);
    sheet.line(name, { bold: true });
    text.split('\n').forEach((each) => sheet.paragraph(each, INK.ink));
  }
  const bytes = await pdf.finish();
  signal.throwIfAborted();
  return { bytes, missing: pdf.missing };
}

function sceneTable({ allScenes }: ReportShown, words: Words): PlainTable {
  const figures = (label: string) => ({ label, numeric: true });
  return {
    columns: [{ label: words.scene, numeric: false }, figures(words.words), figures(words.human), figures(words.offered), figures(words.edited)],
    rows: allScenes.map(({ label, shares: { told } }) => [label, told.words, told.human, told.offered, told.edited]),
  };
}

/** A page being filled, from the top down. */
class Sheet {
  private y = 0;
  private page = 0;

  constructor(
    private readonly pdf: Pdf,
    private readonly paper: Paper,
    private readonly title: string,
  ) {
    this.turn();
  }

  private get width(): number {
    return this.paper.width - 2 * MARGIN;
  }

  gap(points: number): void {
    this.y += points;
  }

  heading(text: string): void {
    this.need(70);
    this.gap(16);
    this.pdf.bookmark(text, { y: this.y, depth: 1 });
    this.line(text, { size: 12, bold: true });
    this.gap(2);
  }

  line(text: string, { size = SIZE, bold = false, color = INK.ink }: { readonly size?: number; readonly bold?: boolean; readonly color?: string } = {}): void {
    this.need(size * 1.4);
    this.pdf.text(clipped(text, this.width / (size * 0.6)), { x: MARGIN, y: this.y }, { size, bold, color });
    this.y += size * 1.4;
  }

  /** Broken between words. */
  paragraph(text: string, color: string): void {
    const room = Math.floor(this.width / COLUMN);
    let line = '';
    for (const word of text.split(' ')) {
      if (line !== '' && columnsOf(`${line} ${word}`) > room) {
        this.line(line, { color });
        line = word;
      } else {
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    this.line(line, { color });
  }

  /** The bar of the whole script, and what its parts are. */
  shares(total: ToldShares, words: Words): void {
    this.need(60);
    let x = MARGIN;
    for (const role of ['human', 'offered', 'edited'] as const) {
      const wide = (total[role] / Math.max(1, total.words)) * this.width;
      this.pdf.rect(x, this.y, wide, 14, INK[role]);
      x += wide;
    }
    this.y += 22;
    for (const role of ['human', 'offered', 'edited'] as const) {
      this.pdf.rect(MARGIN, this.y + 1, 8, 8, INK[role]);
      this.pdf.text(`${words[role]}: ${total.told[role]}`, { x: MARGIN + 14, y: this.y }, { size: SIZE });
      this.y += ROW;
    }
  }

  async table({ columns, rows }: PlainTable, turn: Turn): Promise<void> {
    const needed = columns.map(({ label }, index) => Math.max(columnsOf(label), ...rows.map((row) => columnsOf(row[index] ?? ''))) + 2);
    const room = Math.floor(this.width / COLUMN);
    // What is too wide is taken from the widest.
    while (needed.reduce((sum, each) => sum + each, 0) > room) {
      const widest = needed.indexOf(Math.max(...needed));
      needed[widest] = (needed[widest] ?? 1) - 1;
    }
    const head = columns.map(({ label }) => label);
    this.row(head, columns, needed, true);
    for (const row of rows) {
      await turn();
      if (this.left < ROW) {
        this.turn();
        this.row(head, columns, needed, true);
      }
      this.row(row, columns, needed, false);
    }
  }

  private get left(): number {
    return this.paper.height - MARGIN - this.y;
  }

  private row(cells: readonly string[], columns: PlainTable['columns'], widths: readonly number[], bold: boolean): void {
    let x = MARGIN;
    cells.forEach((cell, index) => {
      const wide = widths[index] ?? 0;
      const numeric = columns[index]?.numeric === true;
      const style = { size: SIZE, bold, color: bold ? INK.faint : INK.ink, align: numeric ? ('right' as const) : ('left' as const) };
      this.pdf.text(clipped(cell, wide - 1), { x: numeric ? x + (wide - 1) * COLUMN : x, y: this.y }, style);
      x += wide * COLUMN;
    });
    this.y += ROW;
  }

  private need(points: number): void {
    if (this.left < points) {
      this.turn();
    }
  }

  private turn(): void {
    this.page++;
    this.pdf.addPage(this.paper.width, this.paper.height);
    this.y = MARGIN;
    if (this.page > 1) {
      this.pdf.text(clipped(this.title, (this.width - 60) / COLUMN), { x: MARGIN, y: MARGIN / 2 }, { size: 8, color: INK.faint });
      this.pdf.text(`${this.page}.`, { x: this.paper.width - MARGIN, y: MARGIN / 2 }, { size: 8, align: 'right', color: INK.faint });
    }
  }
}

/** As much of a text as fits into so many columns. */
function clipped(text: string, room: number): string {
  if (columnsOf(text) <= room) {
    return text;
  }
  let columns = 1;
  let kept = '';
  for (const cell of cellsOf(text)) {
    columns += cell.columns;
    if (columns > room) {
      break;
    }
    kept += cell.text;
  }
  return `${kept}…`;
}
