// A paper of the shoot as a PDF: what core/sheets says, set in Courier Prime on letter or A4, upright or turned.
import type { Paper } from '../core/page/paper';
import type { Sheet, SheetFact, SheetPart } from '../core/sheets/sheet';
import { createPdf, type Pdf, type PdfFonts } from './pdfDocument';
import { drawTable } from './sheetTable';
import { clipped, wrapped } from './sheetText';
import { turns } from './turns';

export interface SheetPdfOptions {
  readonly paper: Paper;
  readonly fonts: PdfFonts;
  readonly created: Date;
  /** Colours of categories by id, `#rrggbb`. */
  readonly colours: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
}

export interface SheetPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no font had, as often as they came. */
  readonly missing: ReadonlyMap<string, number>;
}

export const MARGIN = 40;
const SIZE = 9;
const INK = { ink: '#1a1a1a', faint: '#5f5f5f', line: '#8a8a8a' };

/**
 * The sheets one after the other, each on a page of its own.
 * @throws the signal's reason when it is aborted
 */
export async function sheetPdf(sheets: readonly Sheet[], { paper, fonts, created, colours, signal }: SheetPdfOptions): Promise<SheetPdf> {
  const title = sheets[0]?.title ?? '';
  const pdf = createPdf({ fonts, info: { title: [title, ...(sheets[0]?.subtitles ?? [])].join(' – ') }, created });
  const turn = turns(signal);
  let pages = 0;
  for (const sheet of sheets) {
    const page = new SheetPage(pdf, paper, sheet, pages);
    page.opening();
    for (const [index, part] of sheet.parts.entries()) {
      await turn();
      switch (part.kind) {
        case 'heading':
          page.heading(part.text);
          break;
        case 'paragraph':
          page.paragraph(part.text);
          break;
        case 'facts':
          page.facts(part.facts);
          break;
        case 'table':
          page.caption(part.table.caption, sheet.parts[index - 1]);
          await drawTable(pdf, page, part.table, colours, turn);
          break;
        case 'pageBreak':
          page.turn();
          break;
      }
    }
    pages = page.number;
  }
  const bytes = await pdf.finish();
  signal?.throwIfAborted();
  return { bytes, pages, missing: pdf.missing };
}

/** A page being filled, from the top down. */
export class SheetPage {
  y = MARGIN;
  readonly width: number;
  private readonly height: number;
  private isFresh = true;

  /** @param number pages before this one */
  constructor(
    private readonly pdf: Pdf,
    paper: Paper,
    private readonly sheet: Sheet,
    public number: number,
  ) {
    const [wide, high] = sheet.landscape ? [paper.height, paper.width] : [paper.width, paper.height];
    this.width = wide - 2 * MARGIN;
    this.height = high;
    this.begin();
    pdf.bookmark([sheet.title, ...sheet.subtitles].join(' – '), { y: MARGIN, depth: 1 });
  }

  get left(): number {
    return this.height - MARGIN - this.y;
  }

  /** The next page, unless nothing stands on this one yet. */
  turn(): void {
    if (!this.isFresh) {
      this.begin();
    }
  }

  need(points: number): void {
    if (this.left < points) {
      this.turn();
    }
  }

  /** Something was drawn, so high. */
  took(points: number): void {
    this.y += points;
    this.isFresh = false;
  }

  opening(): void {
    this.line(this.sheet.title, 15, true);
    this.sheet.subtitles.forEach((text) => this.line(text, 10, false, INK.faint));
    this.took(4);
    this.facts(this.sheet.facts);
  }

  heading(text: string): void {
    this.need(60);
    this.took(this.isFresh ? 0 : 12);
    this.pdf.bookmark(text, { y: this.y, depth: 2 });
    this.line(text, 11, true);
    this.took(2);
  }

  /** Above a table, where neither the sheet's title nor the heading before says it already. */
  caption(text: string, before: SheetPart | undefined): void {
    if (text !== this.sheet.title && !(before?.kind === 'heading' && before.text === text)) {
      this.need(60);
      this.took(4);
      this.line(text, 9, true);
      this.took(1);
    }
  }

  paragraph(text: string): void {
    for (const given of text.split('\n')) {
      wrapped(given, this.width / (SIZE * 0.6)).forEach((each) => this.line(each, SIZE));
    }
    this.took(3);
  }

  /** Label and value, in as many columns as there is room for. */
  facts(facts: readonly SheetFact[]): void {
    const beside = this.width > 620 ? 3 : 2;
    const wide = this.width / beside;
    const room = Math.floor(wide / (SIZE * 0.6)) - 2;
    for (let at = 0; at < facts.length; at += beside) {
      const row = facts.slice(at, at + beside).map(({ label, value }) => ({ label, lines: value.split('\n').flatMap((each) => wrapped(each, room)) }));
      const high = SIZE + Math.max(1, ...row.map(({ lines }) => lines.length)) * SIZE * 1.25 + 5;
      this.need(high);
      row.forEach(({ label, lines }, index) => {
        const x = MARGIN + index * wide;
        this.pdf.text(clipped(label, room * 1.2), { x, y: this.y }, { size: SIZE - 2, color: INK.faint });
        lines.forEach((line, below) => this.pdf.text(line, { x, y: this.y + SIZE + below * SIZE * 1.25 }, { size: SIZE }));
      });
      this.took(high);
    }
    if (facts.length > 0) {
      this.took(4);
    }
  }

  private line(text: string, size: number, bold = false, color = INK.ink): void {
    this.need(size * 1.4);
    this.pdf.text(clipped(text, this.width / (size * 0.6)), { x: MARGIN, y: this.y }, { size, bold, color });
    this.took(size * 1.35);
  }

  private begin(): void {
    this.number++;
    this.pdf.addPage(this.width + 2 * MARGIN, this.height);
    this.y = MARGIN;
    this.isFresh = true;
    const foot = this.height - MARGIN + 14;
    this.pdf.text(clipped([this.sheet.title, ...this.sheet.subtitles].join(' – '), (this.width - 60) / 4.2), { x: MARGIN, y: foot }, { size: 7, color: INK.faint });
    this.pdf.text(String(this.number), { x: MARGIN + this.width, y: foot }, { size: 7, align: 'right', color: INK.faint });
  }
}
