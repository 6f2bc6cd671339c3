// Writes pieces of text into a page's content: every cluster in its columns, whatever the font's own widths.
import type { Boxes } from './boxFont';
import type { Face } from './face';
import type { PdfFace, PdfInside, Shaped } from './pdfFace';
import type { Cell, Piece } from './pieces';

/** Where and how a piece is written: points from the page's upper left corner to its first column on the baseline. */
export interface Pen {
  readonly x: number;
  readonly baseline: number;
  /** Points. A column is six tenths of it, as in Courier. */
  readonly size: number;
}

/** A column's width in thousandths of the size. */
export const COLUMN = 600;
// Slanted as far as Courier Prime's own italics.
const SLANT = 0.2126;
const THICKEN = 0.03;

export const brief = (value: number): string => String(Math.round(value * 1000) / 1000);

export interface Inks {
  readonly document: PdfInside;
  readonly boxes: Boxes;
  readonly faceIn: (face: Face) => PdfFace;
}

/** The operators that show a piece. They stand between BT and ET. */
export function textOperators(piece: Piece, pen: Pen, inks: Inks): string[] {
  const { face } = piece;
  if (!face) {
    return boxOperators(piece, pen, inks);
  }
  const used = inks.faceIn(face);
  inks.document.page.fonts[used.id] ??= used.resource();
  const operators: string[] = [`/${used.id} ${brief(pen.size)} Tf`];
  // Fonts that stand in have one face: bold is a thicker outline there, italic a slant.
  const thick = !piece.own && piece.style.bold;
  const slant = !piece.own && piece.style.italic ? SLANT : 0;
  if (thick) {
    operators.push(`2 Tr ${brief(pen.size * THICKEN)} w`);
  }
  for (const stretch of stretchesOf(piece, used, pen.size)) {
    const x = pen.x + (stretch.column * COLUMN * pen.size) / 1000;
    operators.push(`${brief(stretch.scale)} 0 ${brief(slant)} -1 ${brief(x)} ${brief(pen.baseline)} Tm`, ...stretch.shows);
  }
  if (thick) {
    operators.push('0 Tr');
  }
  return operators;
}

interface Stretch {
  readonly column: number;
  /** Narrowed to fit, or 1. */
  readonly scale: number;
  readonly shows: readonly string[];
}

function stretchesOf(piece: Piece, face: PdfFace, size: number): Stretch[] {
  if (piece.word !== undefined) {
    const shaped = face.shape(piece.word);
    const room = piece.columns * COLUMN;
    // A word of a proportional font: narrowed to its columns, or widened a little, as far as it can still be read well.
    const scale = Math.min(1.25, room / shaped.width);
    return shaped.width === 0 ? [] : [{ column: piece.column, scale, shows: shows([{ shaped, room: room / scale }], size) }];
  }
  const stretches: { column: number; scale: number; clusters: Cluster[] }[] = [];
  let column = piece.column;
  for (const cell of clustersOf(piece)) {
    const room = cell.columns * COLUMN;
    const shaped = face.shape(cell.text, room);
    const scale = shaped.width > room * 1.005 && room > 0 ? room / shaped.width : 1;
    const last = stretches.at(-1);
    if (last?.scale === scale) {
      last.clusters.push({ shaped, room: room / scale });
    } else if (shaped.glyphs.length > 0) {
      stretches.push({ column, scale, clusters: [{ shaped, room: room / scale }] });
    }
    column += cell.columns;
  }
  return stretches.map(({ clusters, ...stretch }) => ({ ...stretch, shows: shows(clusters, size) }));
}

function clustersOf({ cells, plain }: Piece): Iterable<Cell> {
  return plain === undefined ? cells : Array.from(plain, (text) => ({ text, columns: 1 }));
}

interface Cluster {
  readonly shaped: Shaped;
  /** In thousandths of the size: the cluster is centred in it. */
  readonly room: number;
}

// Courier Prime's own width is four ten-thousandths of the size under a column: put right before it can be seen, not at every letter.
const LEEWAY = 5;
// Readers of PDF take a gap of a tenth of the size for a space: narrow letters come to their column's middle by smaller steps.
const MOST_GAP = 95;

/** Glyphs one after another, each centred in its room, as TJ; marks that sit higher or lower with a rise of their own. */
function shows(clusters: readonly Cluster[], size: number): string[] {
  const operators: string[] = [];
  let array = '';
  let hex = '';
  // Where the pen is, and where the next cluster begins.
  let pen = 0;
  let begins = 0;
  let lead = 0;
  const flush = (): void => {
    array += hex === '' ? '' : `<${hex}>`;
    if (array !== '') {
      operators.push(`[${array}] TJ`);
    }
    array = hex = '';
  };
  for (const { shaped, room } of clusters) {
    const left = begins + (lead = Math.min((room - shaped.width) / 2, lead + MOST_GAP));
    for (const { hex: code, x, y, moves } of shaped.glyphs) {
      const gap = left + x - pen;
      if (Math.abs(gap) >= LEEWAY) {
        // TJ counts leftwards.
        array += `${hex === '' ? '' : `<${hex}>`}${brief(-gap)}`;
        hex = '';
        pen += gap;
      }
      if (y === 0) {
        hex += code;
      } else {
        flush();
        operators.push(`${brief((y / 1000) * size)} Ts <${code}> Tj 0 Ts`);
      }
      pen += moves;
    }
    begins += room;
  }
  flush();
  return operators;
}

function boxOperators(piece: Piece, pen: Pen, { document, boxes }: Inks): string[] {
  const operators: string[] = [];
  let column = piece.column;
  for (const cell of piece.cells) {
    if (cell.columns > 0) {
      const box = boxes.boxFor(cell.text, cell.columns > 1);
      document.page.fonts[box.id] ??= box.resource;
      const x = pen.x + (column * COLUMN * pen.size) / 1000;
      operators.push(`/${box.id} ${brief(pen.size)} Tf`, `1 0 0 -1 ${brief(x)} ${brief(pen.baseline)} Tm <${box.hex}> Tj`);
      column += cell.columns;
    }
  }
  return operators;
}
