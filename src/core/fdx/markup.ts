// Pieces to Fountain text: styles become marks, and what would be read as a mark is escaped. Checked by reading it back.
import { BOLD, ITALIC, UNDERLINE, bitsOf, piecesOf, runOf, signatureOf, type Piece } from './pieces';

/** A text and what could not be said in it. */
export interface Markup {
  readonly text: string;
  /** It does not read back as the pieces. */
  readonly lost: boolean;
}

/** What stands in one style within a line, or a note in it. */
interface Stretch {
  readonly text: string;
  readonly bits: number;
  readonly hidden: boolean;
}

const MARKS: readonly (readonly [number, string])[] = [
  [UNDERLINE, '_'],
  [BOLD, '**'],
  [ITALIC, '*'],
];

/** Pieces as Fountain: with as few escapes as read back the same; styles are given up before text is. */
export function markupOf(pieces: readonly Piece[]): Markup {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'run' && bitsOf(only) === 0 && !/[*_\\]|\[\[|\/\*/.test(only.text)) {
    return { text: only.text, lost: false };
  }
  const wanted = signatureOf(pieces, true);
  for (const escape of [keepMarks, escapeUnderscores, escapeStars, escapeMarks]) {
    const text = render(pieces, escape);
    if (signatureOf(piecesOf(text), true) === wanted) {
      return { text, lost: false };
    }
  }
  const plain = pieces.map((piece) => (piece.kind === 'run' ? runOf(piece.text) : piece));
  return { text: render(plain, escapeMarks), lost: true };
}

/** Pieces as Fountain can say them, and what that takes: brackets that would open a note parted, then styles given up. */
export function sayable(pieces: readonly Piece[]): { readonly pieces: readonly Piece[]; readonly loss?: 'bracketsParted' | 'stylesLost' } {
  if (!markupOf(pieces).lost) {
    return { pieces };
  }
  const parted = pieces.map((piece) => (piece.kind === 'run' ? runOf(piece.text.replace(/\[(?=\[)/g, '[ '), bitsOf(piece)) : piece));
  return markupOf(parted).lost ? { pieces: parted.map((piece) => (piece.kind === 'run' ? runOf(piece.text) : piece)), loss: 'stylesLost' } : { pieces: parted, loss: 'bracketsParted' };
}

// An opening of a boneyard is never left as it is: an end of one anywhere behind it would hide all between.
function keepMarks(text: string): string {
  return text.replaceAll('/*', '/\\*');
}

function escapeUnderscores(text: string): string {
  return keepMarks(text).replaceAll('_', '\\_');
}

function escapeStars(text: string): string {
  return text.replaceAll('*', '\\*');
}

function escapeMarks(text: string): string {
  return text.replace(/[*_]/g, '\\$&');
}

// Notes and boneyards as nearly as an expression tells them; what is written is read back anyway.
const HIDDEN = /(\/\*[^]*?\*\/|\[\[[^]*?\]\])/;

/** A text in which only what stands outside notes and boneyards is changed. @param change is told whether a line begins there */
export function outsideNotes(text: string, change: (part: string, atLineStart: boolean) => string): string {
  return text
    .split(HIDDEN)
    .map((part, at) => (at % 2 === 1 ? part : change(part, at === 0)))
    .join('');
}

/** A note in Fountain: nothing in it ends it early, and its empty lines are two spaces wide. */
export function noteMarkup(text: string): string {
  const lines = text.replaceAll(']]', '] ]').replaceAll('/*', '/ *').split('\n');
  const inner = lines.map((line, at) => (line.trim() === '' && line.length < 2 && at > 0 && at < lines.length - 1 ? '  ' : line)).join('\n');
  return `[[${inner.endsWith(']') ? `${inner} ` : inner}]]`;
}

/** A boneyard in Fountain. */
export function boneyardMarkup(text: string): string {
  const inner = text.replaceAll('*/', '* /');
  return text === '' ? '/* */' : `/* ${inner.endsWith('*') ? `${inner} ` : inner} */`;
}

function render(pieces: readonly Piece[], escape: (text: string) => string): string {
  return linesOf(pieces)
    .map((line) => renderLine(withEvenSpaces(line), escape))
    .join('\n');
}

function linesOf(pieces: readonly Piece[]): Stretch[][] {
  let line: Stretch[] = [];
  const lines = [line];
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind !== 'run') {
      line.push({ text: spaced(piece.kind === 'note' ? noteMarkup(piece.text) : boneyardMarkup(piece.text), pieces, at), bits: 0, hidden: true });
      continue;
    }
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) {
        line = [];
        lines.push(line);
      }
      if (text !== '') {
        line.push({ text, bits: bitsOf(piece), hidden: false });
      }
    }
  }
  return lines;
}

/** A note with the space beside it that reading takes away: one before it at the end, one behind it behind a space. */
function spaced(note: string, pieces: readonly Piece[], at: number): string {
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  const open = before === undefined || (before.kind === 'run' ? /\s$/.test(before.text) : true);
  const lead = after === undefined && !open ? ' ' : '';
  return lead + note + (after !== undefined && open && !(after.kind === 'run' && after.text.startsWith('\n')) ? ' ' : '');
}

// What Fountain counts as a gap beside a mark.
const GAP = /[ \t\u00a0\u3000]+/g;

/** White space and notes take the style that both sides have, so that no mark stands beside a space on its inner side. */
function withEvenSpaces(line: readonly Stretch[]): Stretch[] {
  const parts = line.flatMap((stretch) => (stretch.hidden ? [stretch] : partsOf(stretch)));
  const solid = (part: Stretch): boolean => !part.hidden && part.text.replace(GAP, '') !== '';
  const before: number[] = [];
  let bits = 0;
  for (const part of parts) {
    before.push(bits);
    bits = solid(part) ? part.bits : bits;
  }
  bits = 0;
  const even: Stretch[] = [];
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    if (part) {
      even.push(solid(part) ? part : { ...part, bits: bits & (before[at] ?? 0) });
      bits = solid(part) ? part.bits : bits;
    }
  }
  return even.reverse();
}

function partsOf({ text, bits }: Stretch): Stretch[] {
  return text
    .split(/([ \t\u00a0\u3000]+)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, bits, hidden: false }));
}

/** One line: marks open and close as styles do, the one that lasts longest outermost. */
function renderLine(line: readonly Stretch[], escape: (text: string) => string): string {
  const open: (readonly [number, string])[] = [];
  let out = '';
  let literal = '';
  const flush = (): void => {
    out += escape(literal);
    literal = '';
  };
  const lasting = (bit: number, from: number): number => {
    let at = from;
    while (at < line.length && ((line[at]?.bits ?? 0) & bit) !== 0) {
      at++;
    }
    return at;
  };
  for (const [at, { text, bits, hidden }] of line.entries()) {
    const keep = open.findIndex(([bit]) => (bits & bit) === 0);
    if (keep >= 0) {
      flush();
      for (const [, mark] of open.splice(keep).reverse()) {
        out += mark;
      }
    }
    // No mark opens before a space or a note: what must open anew waits for the next letter.
    const missing = (hidden || text.replace(GAP, '') === '' ? [] : MARKS).filter(([bit]) => (bits & bit) !== 0 && !open.some(([already]) => already === bit));
    if (missing.length > 0) {
      flush();
      for (const mark of [...missing].sort(([a], [b]) => lasting(b, at) - lasting(a, at))) {
        open.push(mark);
        out += mark[1];
      }
    }
    if (hidden) {
      flush();
      out += text;
    } else {
      literal += text;
    }
  }
  flush();
  return out + open.reverse().map(([, mark]) => mark).join('');
}
