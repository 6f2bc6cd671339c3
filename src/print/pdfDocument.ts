// A PDF of typewriter text and simple drawings, for whatever is printed: scripts, reports, call sheets.
//
//   const pdf = createPdf({ fonts: { courier, fallbacks: [] }, info: { title: 'Statistics' }, created: new Date() });
//   pdf.addPage(612, 792);                                            // points (1/72 inch); everything below goes on this page
//   pdf.text('MARA', { x: 72, y: 72 }, { bold: true });               // y: the top of a row as high as 'size' (12 unless told)
//   pdf.text('12', { x: 540, y: 72 }, { align: 'right', color: '#666666' });
//   pdf.rect(72, 90, 200, 10, '#3b6ea5');  pdf.line(72, 110, 540, 110, { color: '#cccccc', width: 0.5 });
//   pdf.path('M 72 120 L 90 140 Z', { fill: '#dddddd' });              // SVG path data, in the page's points
//   pdf.bookmark('Characters', { y: 72, depth: 1 });
//   const bytes = await pdf.finish();                                 // pdf.missing: what no font had, drawn as boxes
//
// Coordinates run from the page's upper left corner. Text is set in Courier Prime: a column is 0.6 times the size (7.2 points at
// 12); what Courier Prime lacks comes from the fallbacks, in the same columns. The four faces are in dist/fonts; print reads no files.
import PDFDocument from 'pdfkit';
import { boxesIn } from './boxFont';
import { openCourier, type CourierPrime, type Face } from './face';
import { takeIn, type PdfFace, type PdfInside } from './pdfFace';
import { outlinesOf } from './outlines';
import { brief, COLUMN, textOperators } from './pdfText';
import { piecesOf, type Faces, type Styled } from './pieces';

export interface PdfFonts {
  readonly courier: CourierPrime;
  /** What stands in for characters that Courier Prime lacks, in order of preference. */
  readonly fallbacks: readonly Face[];
}

export interface PdfOptions {
  readonly fonts: PdfFonts;
  /** The document's properties. */
  readonly info: { readonly title?: string; readonly author?: string; readonly subject?: string };
  readonly created: Date;
}

export interface TextStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; 12 unless told. */
  readonly size?: number;
  /** #rrggbb; black unless told. */
  readonly color?: string;
  /** Which end of the text stands at x. */
  readonly align?: 'left' | 'center' | 'right';
  /** Of the text's paragraph; by its first letter unless told. */
  readonly direction?: 'ltr' | 'rtl' | 'auto';
}

export interface Pdf {
  /** Begins a page of so many points. */
  addPage(width: number, height: number): void;
  /** One line of text. */
  text(text: string, at: { readonly x: number; readonly y: number }, style?: TextStyle): void;
  /** The same for text of several styles; `size`, `color`, `align` and `direction` hold for all of it. */
  texts(texts: readonly Styled[], at: { readonly x: number; readonly y: number }, style?: TextStyle): void;
  rect(x: number, y: number, width: number, height: number, color: string): void;
  line(fromX: number, fromY: number, toX: number, toY: number, stroke: { readonly color: string; readonly width: number }): void;
  /** Bold text as outlines, turned about its middle at (x, y) by an angle in radians: a picture of words, which is not read as text. */
  outlines(text: string, at: { readonly x: number; readonly y: number; readonly size: number; readonly angle: number; readonly color: string }): void;
  /** SVG path data, filled. */
  path(data: string, style: { readonly fill: string }): void;
  /** A bookmark to a place on this page, below the last one of a smaller depth; depths count from 1. */
  bookmark(title: string, at: { readonly y: number; readonly depth: number }): void;
  /** Characters that no font had, as often as they came. Boxes stand in their place. */
  readonly missing: ReadonlyMap<string, number>;
  /** Ends the document: its bytes. */
  finish(): Promise<Uint8Array>;
}

// Where the baseline lies in a row as high as the size: Courier Prime's own height, from its highest to its deepest letter, is centred in the row, as browsers do it.
const BASELINE = 0.5 + (1600 - 700) / 2 / 2048;
const UNDERLINE = { below: 0.09, thick: 0.055 };

/** Begins a PDF. */
export function createPdf({ fonts, info, created }: PdfOptions): Pdf {
  const document = new PDFDocument({
    autoFirstPage: false,
    // pdfkit would look for Helvetica on disk.
    font: null as unknown as string,
    pdfVersion: '1.7',
    displayTitle: info.title !== undefined,
    info: { Creator: 'Backlot', Producer: 'Backlot', CreationDate: created, ...(info.title !== undefined && { Title: info.title }), ...(info.author !== undefined && { Author: info.author }), ...(info.subject !== undefined && { Subject: info.subject }) },
  }) as PDFKit.PDFDocument & PdfInside;
  const bytes = collect(document);
  return new Pages(document, { courier: openCourier(fonts.courier), fallbacks: fonts.fallbacks }, bytes);
}

class Pages implements Pdf {
  readonly missing = new Map<string, number>();
  private readonly boxes;
  private readonly taken = new Map<Face, PdfFace>();
  /** What is drawn on the page, until the next one. */
  private content: string[] = [];
  private inText = false;
  private color = '';
  private readonly open: { depth: number; item: PDFKit.PDFOutline }[] = [];

  constructor(
    private readonly document: PDFKit.PDFDocument & PdfInside,
    private readonly faces: Faces,
    private readonly bytes: Promise<Uint8Array>,
  ) {
    this.boxes = boxesIn(document);
  }

  addPage(width: number, height: number): void {
    this.flush();
    this.color = '';
    this.document.addPage({ size: [width, height], margin: 0 });
  }

  text(text: string, at: { readonly x: number; readonly y: number }, style: TextStyle = {}): void {
    this.texts([{ text, bold: style.bold ?? false, italic: style.italic ?? false, underline: style.underline ?? false }], at, style);
  }

  texts(texts: readonly Styled[], { x, y }: { readonly x: number; readonly y: number }, { size = 12, color = '#000000', align = 'left', direction = 'auto' }: TextStyle = {}): void {
    const pieces = piecesOf(texts, this.faces, direction);
    const column = (COLUMN * size) / 1000;
    const columns = pieces.reduce((most, piece) => Math.max(most, piece.column + piece.columns), 0);
    const left = x - (align === 'left' ? 0 : columns * column * (align === 'right' ? 1 : 0.5));
    const baseline = y + size * BASELINE;
    this.ink(color);
    const inks = { document: this.document, boxes: this.boxes, faceIn: (face: Face) => this.faceIn(face) };
    for (const piece of pieces) {
      if (!piece.face) {
        piece.cells.forEach(({ text }) => this.missing.set(text, (this.missing.get(text) ?? 0) + 1));
      }
      this.write(true, textOperators(piece, { x: left, baseline, size }, inks));
    }
    for (const piece of pieces.filter(({ style }) => style.underline)) {
      this.rect(left + piece.column * column, baseline + size * UNDERLINE.below, piece.columns * column, size * UNDERLINE.thick, color);
    }
  }

  outlines(text: string, { color, ...at }: { readonly x: number; readonly y: number; readonly size: number; readonly angle: number; readonly color: string }): void {
    this.path(outlinesOf(piecesOf([{ text, bold: true, italic: false, underline: false }], this.faces), at), { fill: color });
  }

  rect(x: number, y: number, width: number, height: number, color: string): void {
    this.ink(color);
    this.write(false, [`${brief(x)} ${brief(y)} ${brief(width)} ${brief(height)} re f`]);
  }

  line(fromX: number, fromY: number, toX: number, toY: number, { color, width }: { readonly color: string; readonly width: number }): void {
    this.ink(color);
    this.write(false, [`${brief(width)} w ${brief(fromX)} ${brief(fromY)} m ${brief(toX)} ${brief(toY)} l S`]);
  }

  path(data: string, { fill }: { readonly fill: string }): void {
    if (data === '') {
      return;
    }
    this.flush();
    this.document.save().path(data).fill(fill).restore();
  }

  bookmark(title: string, { y, depth }: { readonly y: number; readonly depth: number }): void {
    while ((this.open.at(-1)?.depth ?? 0) >= depth) {
      this.open.pop();
    }
    const parent = this.open.at(-1)?.item ?? this.document.outline;
    // pdfkit counts `left` from the page's right edge.
    const place: { expanded?: boolean; top: number; left: number } = { top: y, left: this.document.page.width };
    this.open.push({ depth, item: parent.addItem(title, place) });
  }

  finish(): Promise<Uint8Array> {
    this.flush();
    this.boxes.finish();
    this.document.end();
    return this.bytes;
  }

  private faceIn(face: Face): PdfFace {
    let taken = this.taken.get(face);
    if (!taken) {
      taken = takeIn(this.document, face);
      this.taken.set(face, taken);
    }
    return taken;
  }

  private ink(color: string): void {
    if (color !== this.color) {
      this.color = color;
      const [red, green, blue] = [1, 3, 5].map((at) => brief(parseInt(color.slice(at, at + 2), 16) / 255));
      this.content.push(`${red} ${green} ${blue} rg ${red} ${green} ${blue} RG`);
    }
  }

  /** Text stands between BT and ET, everything else outside. */
  private write(text: boolean, operators: readonly string[]): void {
    if (text !== this.inText) {
      this.content.push(text ? 'BT' : 'ET');
      this.inText = text;
    }
    this.content.push(...operators);
  }

  private flush(): void {
    this.write(false, []);
    if (this.content.length > 0) {
      this.document.addContent(this.content.join('\n'));
      this.content = [];
    }
  }
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on('data', (part: Uint8Array) => void parts.push(part));
    document.on('error', reject);
    document.on('end', () => {
      const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
      parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
      resolve(whole);
    });
  });
}
