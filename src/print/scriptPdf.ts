// The PDF of a script: the layout's own lines at their places, with everything that belongs on a printed page.
import type { Span } from '../core/fountain/elements';
import { basesOf, linesOf, titlePageBase } from '../core/page/pageLines';
import type { Layout, Page, PageBase, PageLine } from '../core/page/page';
import { COLUMN_POINTS, ROW_POINTS } from '../core/page/paper';
import { bookmarksOf, type Bookmark } from './bookmarks';
import { directionsOf } from './lineDirections';
import { asteriskColumn, drawMargins, type Margins } from './margins';
import { createPdf, type Pdf, type PdfFonts } from './pdfDocument';
import { isRevised } from './revisions';
import { titlePropertiesOf } from './titleProperties';
import { turns } from './turns';
import { drawWatermark } from './watermark';

export interface PdfPrint extends Margins {
  readonly fonts: PdfFonts;
  readonly created: Date;
  /** Across every page, light behind the text. */
  readonly watermark?: string;
  /** Changed places of the source, in order: an asterisk in the right margin of the lines that print them. */
  readonly revised?: readonly Span[];
  readonly signal?: AbortSignal;
  /** Called now and then: pages drawn, pages in all. */
  readonly progress?: (done: number, all: number) => void;
}

/** A character that no font at hand has. */
export interface MissingCharacter {
  readonly character: string;
  readonly count: number;
  /** The line of the script that first prints it, from 0; undefined where it is in a header or the like. */
  readonly line?: number;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** In the order in which they come. In the PDF a box stands for each. */
  readonly missing: readonly MissingCharacter[];
}

// Notes, synopses and sections are no part of what is played: lighter, so that nobody reads them for it.
const ASIDE = '#6b6b6b';
const ASIDES: ReadonlySet<PageLine['kind']> = new Set(['note', 'synopsis', 'section']);

/** Draws all pages. @throws the signal's reason when it is aborted */
export async function writePdf(layout: Layout, print: PdfPrint): Promise<PrintedPdf> {
  const properties = titlePropertiesOf(layout.script);
  const pdf = createPdf({ fonts: print.fonts, info: properties, created: print.created });
  const drawing: Drawing = { pdf, layout, print, firstLines: new Map(), bookmarks: bookmarksOf(layout) };
  const turn = turns(print.signal);
  if (layout.titlePage) {
    drawPage(drawing, layout.titlePage, titlePageBase(), undefined);
  }
  const bases = basesOf(layout);
  for (const [index, page] of layout.pages.entries()) {
    drawPage(drawing, page, bases[index] ?? titlePageBase(), index);
    if (await turn()) {
      print.progress?.(index + 1, layout.pages.length);
    }
  }
  if (!layout.titlePage && layout.pages.length === 0) {
    // A PDF must have a page; an empty script is an empty one.
    pdf.addPage(layout.paper.width, layout.paper.height);
  }
  print.signal?.throwIfAborted();
  const bytes = await pdf.finish();
  print.signal?.throwIfAborted();
  return { bytes, pages: layout.pages.length, missing: missingOf(drawing) };
}

interface Drawing {
  readonly pdf: Pdf;
  readonly layout: Layout;
  readonly print: PdfPrint;
  /** Where each missing character came first. */
  readonly firstLines: Map<string, number>;
  readonly bookmarks: ReadonlyMap<number, readonly Bookmark[]>;
}

/** `index` is the page's in the layout; undefined for the title page. */
function drawPage(drawing: Drawing, page: Page, base: PageBase, index: number | undefined): void {
  const { pdf, layout, print } = drawing;
  const { paper } = layout;
  pdf.addPage(paper.width, paper.height);
  if (print.watermark) {
    drawWatermark(pdf, paper, print.watermark);
  }
  const lines = linesOf(page);
  const directions = directionsOf(lines);
  for (const [at, line] of lines.entries()) {
    const known = pdf.missing.size;
    drawLine(drawing, line, directions[at]);
    if (pdf.missing.size > known) {
      [...pdf.missing.keys()].slice(known).forEach((character) => drawing.firstLines.set(character, base.line + line.sourceLine));
    }
    if (print.revised && isRevised(print.revised, base.offset + line.from, base.offset + line.to)) {
      drawAsterisk(drawing, line);
    }
  }
  if (index !== undefined) {
    drawMargins(pdf, layout, print, index);
    for (const { title, row, depth } of drawing.bookmarks.get(index) ?? []) {
      // A little above the line, so that a reader sees that it begins there.
      pdf.bookmark(title, { y: Math.max(0, paper.top + (row - 1) * ROW_POINTS), depth });
    }
  }
}

function drawLine({ pdf, layout }: Drawing, line: PageLine, direction: 'ltr' | 'rtl' | undefined): void {
  const y = layout.paper.top + line.row * ROW_POINTS;
  const style = ASIDES.has(line.kind) ? { color: ASIDE } : {};
  if (direction !== undefined) {
    // Words that are read from the right may change places with those of another style beside them.
    pdf.texts(line.runs, { x: (line.column + (line.runs[0]?.column ?? 0)) * COLUMN_POINTS, y }, { ...style, direction });
  } else {
    for (const run of line.runs) {
      pdf.texts([run], { x: (line.column + run.column) * COLUMN_POINTS, y }, style);
    }
  }
  const { leftEnd, right } = layout.numberColumns;
  if (line.number !== undefined && leftEnd !== undefined) {
    pdf.text(line.number, { x: leftEnd * COLUMN_POINTS, y }, { align: 'right' });
  }
  if (line.number !== undefined && right !== undefined) {
    pdf.text(line.number, { x: right * COLUMN_POINTS, y });
  }
}

function drawAsterisk({ pdf, layout }: Drawing, line: PageLine): void {
  pdf.text('*', { x: asteriskColumn(layout, line) * COLUMN_POINTS, y: layout.paper.top + line.row * ROW_POINTS });
}

function missingOf({ pdf, firstLines }: Drawing): MissingCharacter[] {
  return [...pdf.missing].map(([character, count]) => {
    const line = firstLines.get(character);
    return { character, count, ...(line !== undefined && { line }) };
  });
}
