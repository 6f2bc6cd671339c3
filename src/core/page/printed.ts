// An element's text as it prints: marks gone, their styles kept, and where each character stands in the source.
import { markSpans } from '../fountain/inline';
import { lastAtOrBefore } from '../fountain/search';
import { isNarrow } from './columns';

export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 4;

/** A stretch of printed text that stands so in the element's text, in one style. */
export interface Piece {
  /** Where it begins in the printed text. It goes on to the next one. */
  readonly from: number;
  /** Where it begins in the element's text. */
  readonly source: number;
  /** BOLD, ITALIC, UNDERLINE, added up. */
  readonly style: number;
}

/** Printed text. Without pieces it is the element's own text, plain. */
export interface Printed {
  readonly text: string;
  /** Whether each UTF-16 unit is one column wide. */
  readonly narrow: boolean;
  readonly pieces?: readonly Piece[];
}

// Most lines: nothing to take out of them, every character a column wide.
const PLAIN = /^[ -)+-.0-Z\]^`-~\n\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
// Whatever needs more than a look: emphasis, escapes, notes, boneyards, tabs, control characters and lone surrogates.
const MARKED = /[*_\\\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff]|\[\[|\/\*/;
// Tabs, and what no font has: control characters, noncharacters, halves of surrogate pairs.
const REPLACED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPE = /\\(?=[*_])/g;
const STYLES = { bold: BOLD, italic: ITALIC, underline: UNDERLINE } as const;
// Fountain 1.1, Action: a tab prints as four spaces.
const TAB = '    ';

/**
 * The text as it prints. Control characters and halves of surrogate pairs, which no font has, become U+FFFD: never silently nothing.
 * @param notes whether notes are printed too, their brackets with them
 */
export function printedOf(text: string, notes: boolean): Printed {
  if (PLAIN.test(text)) {
    return { text, narrow: true };
  }
  return MARKED.test(text) ? readMarked(text, notes) : { text, narrow: isNarrow(text) };
}

/** Something that does not print as it stands. */
interface Cut {
  readonly at: number;
  readonly length: number;
  /** Goes on or off here. */
  readonly style: number;
  /** What is printed instead. */
  readonly instead: string;
  readonly hides: boolean;
}

function readMarked(text: string, notes: boolean): Printed {
  const cuts: Cut[] = [];
  for (const { type, from, to } of markSpans(text)) {
    if (type === 'note' || type === 'boneyard') {
      if (type === 'boneyard' || !notes) {
        cuts.push({ at: from, length: to - from, style: 0, instead: '', hides: true });
      }
    } else {
      const length = type === 'bold' ? 2 : 1;
      const style = STYLES[type];
      cuts.push({ at: from, length, style, instead: '', hides: false }, { at: to - length, length, style, instead: '', hides: false });
    }
  }
  for (const { index } of text.matchAll(ESCAPE)) {
    cuts.push({ at: index, length: 1, style: 0, instead: '', hides: false });
  }
  for (const { index, 0: char } of text.matchAll(REPLACED)) {
    cuts.push({ at: index, length: 1, style: 0, instead: char === '\t' ? TAB : '\ufffd', hides: false });
  }
  return gather(text, cuts.sort((a, b) => a.at - b.at || b.length - a.length));
}

/** Puts together what prints. Space on both sides of something hidden counts once, and a line that held nothing else leaves no blank one. */
function gather(text: string, cuts: readonly Cut[]): Printed {
  const hides = cuts.some((cut) => cut.hides);
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  let source = 0;
  let style = 0;
  let last = '\n';
  let afterHidden = hides;
  const print = (part: string, from: number): void => {
    if (part !== '') {
      parts.push(part);
      pieces.push({ from: length, source: from, style });
      length += part.length;
      last = part.charAt(part.length - 1);
    }
  };
  const printTo = (end: number): void => {
    if (afterHidden && isGap(last)) {
      while (source < end && /[ \t]/.test(text.charAt(source))) {
        source++;
      }
      if (source < end && last === '\n' && length > 0 && text.charAt(source) === '\n') {
        source++;
      }
    }
    afterHidden &&= source >= end;
    print(text.slice(source, end), source);
  };
  for (const cut of cuts) {
    if (cut.at < source) {
      continue;
    }
    printTo(cut.at);
    print(cut.instead, cut.at);
    afterHidden = cut.hides || (afterHidden && cut.instead === '');
    style ^= cut.style;
    source = cut.at + cut.length;
  }
  printTo(text.length);
  const whole = parts.join('');
  const printed = hides ? whole.trimEnd() : whole;
  return { text: printed, narrow: isNarrow(printed), pieces };
}

function isGap(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\t';
}

/** Where a place of the printed text stands in the element's text; its end is the element's end. */
export function sourceOf({ text, pieces }: Printed, place: number, element: string): number {
  if (!pieces) {
    return place;
  }
  if (place >= text.length) {
    return element.length;
  }
  const piece = pieces[pieceAt(pieces, place)];
  return piece ? piece.source + place - piece.from : 0;
}

/** The index of the piece that holds a place. */
export function pieceAt(pieces: readonly Piece[], place: number): number {
  return lastAtOrBefore(pieces.length, (index) => pieces[index]?.from, place);
}
