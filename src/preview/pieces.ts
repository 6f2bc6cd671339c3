// The runs of a printed line as pieces that a browser sets at their columns, whatever its fonts' own widths are.
import { cellsOf } from '../core/page/columns';
import type { Run } from '../core/page/page';
import { BOLD, ITALIC, UNDERLINE, type Piece, type StyledPiece } from './protocol';

// What Courier Prime has, a column each: Latin with its accents, quotes, dashes, the ellipsis.
const OWN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*$/;
// Letters that every font sets in a full square. Emoji have two columns too, but widths of their own.
const SQUARE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u2067\u202b\u202e]/u;

/** Whether text holds letters that are written from right to left. */
export function isBidi(text: string): boolean {
  return !OWN.test(text) && RIGHT_TO_LEFT.test(text);
}

/** The columns that runs take together. */
export function columnsOfRuns(runs: readonly Run[]): number {
  return runs.reduce((most, { column, width }) => Math.max(most, column + width), 0);
}

/** A line's pieces in order. A line with letters from right to left keeps its runs whole: the browser puts them in order. */
export function piecesOf(runs: readonly Run[]): Piece[] {
  const bidi = runs.some(({ text }) => isBidi(text));
  const pieces: Piece[] = [];
  let column = 0;
  for (const run of runs) {
    const style = (run.bold ? BOLD : 0) | (run.italic ? ITALIC : 0) | (run.underline ? UNDERLINE : 0);
    const gap = run.column - column;
    const parts = bidi || OWN.test(run.text) ? [{ text: run.text }] : partsOf(run.text);
    parts.forEach((part, at) => pieces.push(pieceOf(part, style, at === 0 ? gap : 0)));
    column = run.column + run.width;
  }
  return pieces;
}

function pieceOf(part: StyledPiece, style: number, gap: number): Piece {
  if (style === 0 && gap === 0 && part.columns === undefined) {
    return part.text;
  }
  return { ...part, ...(style !== 0 && { style }), ...(gap !== 0 && { gap }) };
}

type Sort = 'own' | 'square' | 'emoji' | 'other';

function sortOf(cell: string, columns: number): Sort {
  if (OWN.test(cell)) {
    return 'own';
  }
  return columns < 2 ? 'other' : SQUARE.test(cell) ? 'square' : 'emoji';
}

/** Text parted by how it is set. Scripts that join their letters stay whole words, so that the browser can join them. */
function partsOf(text: string): StyledPiece[] {
  const parts: StyledPiece[] = [];
  let open: { sort: Sort; text: string; columns: number } | undefined;
  const close = (): void => {
    if (open) {
      const { text: own, columns } = open;
      parts.push(open.sort === 'own' ? { text: own } : { text: own, columns, ...(open.sort === 'square' && { wide: true as const }) });
    }
    open = undefined;
  };
  for (const cell of cellsOf(text)) {
    const sort = sortOf(cell.text, cell.columns);
    // What takes no column goes with what it stands behind.
    if (open && (cell.columns === 0 || (open.sort === sort && sort !== 'emoji'))) {
      open.text += cell.text;
      open.columns += cell.columns;
      continue;
    }
    close();
    open = { sort, text: cell.text, columns: cell.columns };
  }
  close();
  return parts;
}
