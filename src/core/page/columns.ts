// How wide text is on the page: columns of a fixed-width typewriter, two for wide characters, none for combining ones.
import { eastAsianWidth } from 'get-east-asian-width';

// Letters, marks and punctuation of one column, a code unit each: Latin, Greek, Cyrillic, Armenian, punctuation, currency; no combining marks.
const NARROW = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\n]*$/;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const UNSEEN = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether every UTF-16 unit of the text is one column wide. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Columns that a text takes on the page: wide characters two (Unicode, East Asian Width), combining ones none. */
export function columnsOf(text: string): number {
  if (isNarrow(text)) {
    return text.length;
  }
  let columns = 0;
  for (const cell of cellsOf(text)) {
    columns += cell.columns;
  }
  return columns;
}

/** Columns of one grapheme cluster: 0, 1 or 2. */
export function columnsOfGrapheme(grapheme: string): number {
  if (UNSEEN.test(grapheme)) {
    return 0;
  }
  if (EMOJI.test(grapheme)) {
    return 2;
  }
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0x20);
}

// The segmenter of V8 slows down by the square of a text's length: it is given so much at a time.
const WINDOW = 512;

/** The grapheme clusters of a text, each with its place and columns. */
export function* cellsOf(text: string): Generator<{ readonly at: number; readonly text: string; readonly columns: number }, void, undefined> {
  for (let start = 0; start < text.length; ) {
    const window = text.slice(start, start + WINDOW);
    let next = start;
    let last = '';
    for (const { segment, index } of graphemes.segment(window)) {
      if (index > 0) {
        yield { at: next, text: last, columns: columnsOfGrapheme(last) };
      }
      next = start + index;
      last = segment;
    }
    // The last cluster may go on behind the window; one that fills it alone is cut there.
    if (next === start || start + WINDOW >= text.length) {
      yield { at: next, text: last, columns: columnsOfGrapheme(last) };
      next += last.length;
    }
    start = next;
  }
}
