// Text with marks taken apart into what Final Draft knows: runs of one style, and notes between them.
import { inlineMarks } from '../fountain/inline';
import { trim, trimEnd } from '../fountain/space';

export interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** A stretch of text in one style. It may hold line ends (LF). */
export interface StyledRun extends Style {
  readonly kind: 'run';
  readonly text: string;
  /** Its number among a production's tags. */
  readonly tag?: number;
}

/** A note or boneyard inside a text, at its place among the runs. */
export interface HiddenPiece {
  readonly kind: 'note' | 'boneyard';
  readonly text: string;
}

export type Piece = StyledRun | HiddenPiece;

export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 4;
const BITS = { bold: BOLD, italic: ITALIC, underline: UNDERLINE } as const;

// inlineMarks slows down by the square of nested marks: a line with more than these is taken as written.
const MOST_MARKS = 400;

export function runOf(text: string, bits = 0): StyledRun {
  return { kind: 'run', text, bold: (bits & BOLD) !== 0, italic: (bits & ITALIC) !== 0, underline: (bits & UNDERLINE) !== 0 };
}

export function bitsOf(style: Style): number {
  return (style.bold ? BOLD : 0) | (style.italic ? ITALIC : 0) | (style.underline ? UNDERLINE : 0);
}

/** The text of the runs: what is seen. */
export function seenText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'run' ? piece.text : '')).join('');
}

/** A Fountain element's text as pieces: marks become styles, escapes letters, and of the spaces around a note one stays. */
export function piecesOf(text: string): Piece[] {
  const pieces = new PieceList();
  const asWritten = (text.match(/[*_]|\[\[|\/\*/g)?.length ?? 0) > MOST_MARKS;
  const marks = asWritten ? [] : inlineMarks(text);
  const bits = new Uint8Array(text.length);
  const dropped = new Uint8Array(text.length);
  const hidden = [];
  for (const { type, from, to } of marks) {
    if (type === 'note' || type === 'boneyard') {
      hidden.push({ type, from, to });
      continue;
    }
    const length = type === 'bold' ? 2 : 1;
    dropped.fill(1, from, from + length).fill(1, to - length, to);
    for (let at = from; at < to; at++) {
      bits[at] = (bits[at] ?? 0) | BITS[type];
    }
  }
  let next = 0;
  let from = 0;
  // Letters of one style go over together; `from` is where those begin that have not gone yet.
  const flush = (to: number): void => {
    if (to > from) {
      pieces.add(text.slice(from, to), bits[from] ?? 0);
    }
  };
  for (let at = 0; at < text.length; at++) {
    const here = hidden[next];
    if (here?.from === at) {
      flush(at);
      pieces.hide({ kind: here.type, text: text.slice(at + 2, here.to - 2).replace(/\r\n?/g, '\n').trim() });
      at = here.to - 1;
      from = here.to;
      next++;
    } else if (!asWritten && text[at] === '\\' && (text[at + 1] === '*' || text[at + 1] === '_')) {
      flush(at);
      at++;
      pieces.add(text.charAt(at), bits[at] ?? 0);
      from = at + 1;
    } else if (dropped[at] === 1) {
      flush(at);
      from = at + 1;
    } else if (at > from && bits[at] !== bits[from]) {
      flush(at);
      from = at;
    }
  }
  flush(text.length);
  return pieces.done();
}

/** Pieces being gathered, neighbouring runs of one style joined. */
export class PieceList {
  private readonly pieces: Piece[] = [];
  private text = '';
  private bits = 0;
  private afterSpace = true;
  private afterHidden = false;

  add(given: string, bits: number): void {
    const text = this.afterHidden && this.afterSpace ? given.replace(/^[ \t]+/, '') : given;
    if (text === '') {
      return;
    }
    this.afterHidden = false;
    this.afterSpace = /[ \t\n]$/.test(text);
    if (bits !== this.bits) {
      this.flush();
      this.bits = bits;
    }
    this.text += text;
  }

  hide(piece: HiddenPiece): void {
    this.flush();
    this.pieces.push(piece);
    this.afterHidden = true;
  }

  private flush(): void {
    if (this.text !== '') {
      this.pieces.push(runOf(this.text, this.bits));
      this.text = '';
    }
  }

  done(): Piece[] {
    this.flush();
    const { pieces } = this;
    // The space that stood before a note at the end.
    for (let at = pieces.length - 1, hidden = false; at >= 0; at--) {
      const piece = pieces[at];
      if (piece?.kind === 'run') {
        if (hidden) {
          pieces[at] = runOf(piece.text.replace(/[ \t]+$/, ''), bitsOf(piece));
        }
        break;
      }
      hidden = true;
    }
    return pieces.filter((piece) => piece.kind !== 'run' || piece.text !== '');
  }
}

/**
 * Pieces in one form, so that what is seen alike compares alike: the style of white space does not count, outer white
 * space of lines only where `indent` says so, and what XML cannot hold is U+FFFD on both sides.
 */
export function signatureOf(pieces: readonly Piece[], indent: boolean): string {
  const words: string[] = [];
  for (const piece of joined(pieces)) {
    if (piece.kind !== 'run') {
      words.push(`\u0001${piece.kind}:${xmlText(piece.text)}\u0002`);
      continue;
    }
    const style = `\u0003${bitsOf(piece)}`;
    words.push(xmlText(piece.text).replace(/\S+/g, (word) => word + style));
  }
  const lines = words.join('').split('\n').map((line) => (indent ? trimEnd(line.replace(/^[ \t]+/, (space) => space.replaceAll('\t', '    '))) : trim(line)));
  return lines.join('\n').replace(/[ \t\n]+$/, '');
}

/** Neighbouring runs of one style as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  for (const piece of pieces) {
    const last = list.at(-1);
    if (piece.kind === 'run' && last?.kind === 'run' && bitsOf(piece) === bitsOf(last)) {
      list[list.length - 1] = runOf(last.text + piece.text, bitsOf(piece));
    } else {
      list.push(piece);
    }
  }
  return list;
}

// What XML 1.0 can hold (section 2.2); lone surrogates match as units of their own and so fall out.
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text as XML can hold it: everything else as U+FFFD. Line ends LF, for XML knows no other. */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(NOT_XML, '\uFFFD');
}
