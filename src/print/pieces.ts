// From the words of a line to pieces that can be drawn: which font shows them, and in which columns they stand.
import { cellsOf } from '../core/page/columns';
import type { CourierFaces, Face } from './face';
import { hasRightToLeft, visualOrder } from './visualOrder';

/** Text of one style, in reading order. */
export interface Styled {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** A grapheme cluster, in the form its font shows, and the columns it takes. */
export interface Cell {
  readonly text: string;
  readonly columns: number;
}

/** Neighbouring clusters that one font shows in one style. */
export interface Piece {
  /** Undefined where no font has it: a box is drawn in its place. */
  readonly face: Face | undefined;
  /** Courier Prime's own face for the style, so that nothing need be imitated. */
  readonly own: boolean;
  readonly style: Styled;
  /** Columns from the line's beginning. */
  readonly column: number;
  readonly columns: number;
  /** From left to right. Empty where `plain` says it all. */
  readonly cells: readonly Cell[];
  /** Text of one column a UTF-16 unit, as most is. */
  readonly plain?: string;
  /** Letters that change with their neighbours: shaped together, in reading order, and fitted to the columns as a whole. */
  readonly word?: string;
}

/** The fonts of a document, the writer's first. */
export interface Faces {
  readonly courier: CourierFaces;
  readonly fallbacks: readonly Face[];
}

// Scripts whose letters join or regroup: cut into single letters they could not be read.
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const GREEK = /\p{Script=Greek}/u;
// What Courier Prime has as it stands, one column each; no capital lies beyond U+017F in it that a script would use.
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]*$/;

// Alone, these have nothing to steer.
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]*$/u;

/** The pieces of a line, from left to right. `direction` is that of its paragraph. */
export function piecesOf(texts: readonly Styled[], faces: Faces, direction: 'ltr' | 'rtl' | 'auto' = 'auto'): Piece[] {
  if (texts.some(({ text }) => hasRightToLeft(text))) {
    return joinCells(visualCells(texts, direction), faces);
  }
  const pieces: Piece[] = [];
  let column = 0;
  for (const style of texts) {
    const face = faces.courier.of(style);
    if (PLAIN.test(style.text) && [...style.text].every((character) => face.formOf(character) !== undefined)) {
      pieces.push({ face, own: true, style, column, columns: style.text.length, cells: [], plain: style.text });
      column += style.text.length;
    } else {
      for (const piece of joinCells(cellsIn(style), faces)) {
        pieces.push({ ...piece, column: column + piece.column });
      }
      column = (pieces.at(-1)?.column ?? column) + (pieces.at(-1)?.columns ?? 0);
    }
  }
  return pieces;
}

interface StyledCell extends Cell {
  readonly style: Styled;
  readonly rightToLeft: boolean;
}

function cellsIn(style: Styled): StyledCell[] {
  return Array.from(cellsOf(style.text), ({ text, columns }) => ({ text, columns, style, rightToLeft: false }));
}

function visualCells(texts: readonly Styled[], direction: 'ltr' | 'rtl' | 'auto'): StyledCell[] {
  return visualOrder(texts.flatMap(cellsIn), direction).map(({ cluster, text, rightToLeft }) => ({ ...cluster, text, rightToLeft }));
}

interface Growing {
  face: Face | undefined;
  own: boolean;
  style: Styled;
  column: number;
  columns: number;
  cells: Cell[];
  word?: string;
}

/** Puts neighbours together that one font shows; letters that join as words. */
function joinCells(cells: readonly StyledCell[], faces: Faces): Piece[] {
  const pieces: Growing[] = [];
  let column = 0;
  for (const cell of cells) {
    if (cell.columns === 0 && UNSEEN.test(cell.text)) {
      continue;
    }
    const { face, own, text } = faceFor(cell, faces);
    const joins = face !== undefined && JOINING.test(cell.text);
    const last = pieces.at(-1);
    if (last && last.face === face && last.style === cell.style && (last.word !== undefined) === joins) {
      last.cells.push({ text, columns: cell.columns });
      last.columns += cell.columns;
      if (last.word !== undefined) {
        last.word = cell.rightToLeft ? text + last.word : last.word + text;
      }
    } else {
      pieces.push({ face, own, style: cell.style, column, columns: cell.columns, cells: [{ text, columns: cell.columns }], ...(joins && { word: text }) });
    }
    column += cell.columns;
  }
  return pieces;
}

/** The first font that really has a cluster: Courier Prime in its style, then those that stand in. */
function faceFor(cell: StyledCell, { courier, fallbacks }: Faces): { face: Face | undefined; own: boolean; text: string } {
  const own = courier.of(cell.style);
  const form = own.formOf(cell.text);
  // Of Greek Courier Prime has the few letters that formulas need: among another font's they would stick out.
  const stray = form !== undefined && GREEK.test(cell.text) && own.formOf('α') === undefined;
  if (form !== undefined && !stray) {
    return { face: own, own: true, text: form };
  }
  for (const face of fallbacks) {
    const shown = face.formOf(cell.text);
    if (shown !== undefined) {
      return { face, own: false, text: shown };
    }
  }
  return { face: stray ? own : undefined, own: stray, text: form ?? cell.text };
}
