// Draws one sheet: each line at its column and row. An em is a row of the page, six tenths of it a column, whatever the zoom.
import { BOLD, ITALIC, UNDERLINE, type PaperShape, type Piece, type Sheet, type SheetLine } from '../../src/preview/protocol';
import { element } from './elements';

/** Points in an em: a row of the page. */
export const ROW = 12;
const COLUMN = 0.6;

/** An empty sheet of this paper. */
export function emptySheet(shape: PaperShape): HTMLElement {
  const made = element('section', 'sheet');
  made.style.width = `${shape.width / ROW}em`;
  made.style.height = `${shape.height / ROW}em`;
  return made;
}

/** A line that is drawn, and what it was drawn from. */
export interface DrawnLine {
  readonly told: string;
  readonly element: HTMLElement;
  /** The line's element, and the scene numbers beside it. */
  readonly all: readonly HTMLElement[];
}

/**
 * Puts a sheet's lines on it. Lines that are as they were stay the same elements: of a page on which one types, one line is drawn.
 * @param before what was drawn on it, on the same paper
 */
export function drawSheet(on: HTMLElement, { lines }: Sheet, shape: PaperShape, before: readonly DrawnLine[]): DrawnLine[] {
  const known = new Map(before.map((drawn) => [drawn.told, drawn]));
  const drawn = lines.map((line) => {
    const told = JSON.stringify(line);
    const same = known.get(told);
    known.delete(told);
    return same ?? drawLine(line, told, shape);
  });
  const kept = new Set(drawn.flatMap(({ all }) => all));
  // The page number stays: it is the sheet's place, not its content.
  [...on.children].forEach((child) => !kept.has(child as HTMLElement) && !child.classList.contains('pageNumber') && child.remove());
  let next = on.firstElementChild?.classList.contains('pageNumber') ? on.firstElementChild.nextElementSibling : on.firstElementChild;
  for (const each of kept) {
    if (each === next) {
      next = next.nextElementSibling;
    } else {
      on.insertBefore(each, next);
    }
  }
  return drawn;
}

function drawLine(line: SheetLine, told: string, shape: PaperShape): DrawnLine {
  const made = lineElement(line, shape);
  return { told, element: made, all: line.number === undefined ? [made] : withNumber(made, line, line.number, shape) };
}

/** Prints the number of a page, or none. */
export function numberSheet(on: HTMLElement, text: string, label: string, shape: PaperShape): void {
  if (on.getAttribute('aria-label') !== label) {
    on.setAttribute('aria-label', label);
  }
  const known = on.querySelector<HTMLElement>(':scope > .pageNumber');
  if (text === '') {
    known?.remove();
    return;
  }
  const made = known ?? element('div', 'pageNumber');
  if (made.textContent !== text) {
    made.textContent = text;
    // The sheet's own label says it.
    made.setAttribute('aria-hidden', 'true');
  }
  made.style.top = `${shape.headerTop / ROW}em`;
  made.style.width = `${shape.numberEnd * COLUMN}em`;
  if (!known) {
    on.prepend(made);
  }
}

function lineElement(line: SheetLine, shape: PaperShape): HTMLElement {
  const made = element('div', `line ${line.kind}`);
  place(made, line, shape);
  made.style.left = `${round(line.column * COLUMN)}em`;
  made.tabIndex = -1;
  if (line.kind === 'sceneHeading') {
    made.setAttribute('role', 'heading');
    made.setAttribute('aria-level', '2');
  }
  if (line.bidi !== undefined) {
    made.classList.add('bidi');
    made.style.width = `${round(line.bidi * COLUMN)}em`;
  }
  made.append(...line.pieces.map(pieceNode));
  return made;
}

function place(on: HTMLElement, { row }: SheetLine, { top }: PaperShape): void {
  on.style.top = `${top / ROW + row}em`;
}

/** A scene's number in the margins, as far as it is printed there. */
function withNumber(heading: HTMLElement, line: SheetLine, number: string, shape: PaperShape): HTMLElement[] {
  const all = [heading];
  if (shape.leftEnd !== undefined) {
    const left = element('div', 'sceneNumber left', number);
    left.style.width = `${round(shape.leftEnd * COLUMN)}em`;
    all.unshift(left);
  }
  if (shape.right !== undefined) {
    const right = element('div', 'sceneNumber', number);
    right.style.left = `${round(shape.right * COLUMN)}em`;
    // Said once.
    if (shape.leftEnd !== undefined) {
      right.setAttribute('aria-hidden', 'true');
    }
    all.push(right);
  }
  all.filter((each) => each !== heading).forEach((each) => place(each, line, shape));
  return all;
}

function pieceNode(piece: Piece): Node {
  if (typeof piece === 'string') {
    return document.createTextNode(piece);
  }
  const { text, style = 0, columns, gap, wide } = piece;
  const made = element('span', columns === undefined ? '' : wide ? 'cells wide' : 'cells', text);
  made.classList.toggle('bold', (style & BOLD) !== 0);
  made.classList.toggle('italic', (style & ITALIC) !== 0);
  made.classList.toggle('underline', (style & UNDERLINE) !== 0);
  if (columns !== undefined) {
    made.style.width = `${round(columns * COLUMN)}em`;
  }
  if (gap !== undefined) {
    made.style.marginInlineStart = `${round(gap * COLUMN)}em`;
  }
  return made;
}

/** Without the dust of binary fractions: 4.2, not 4.199999999999999. */
function round(em: number): number {
  return Math.round(em * 1e4) / 1e4;
}
