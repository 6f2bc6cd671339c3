// An element's text as it prints: marks gone, their styles kept, and where each character stands in the source.
import { inlineMarks } from '../fountain/inline';
import { isNarrow } from './columns';

export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 4;

/** Printed text. Without `at` and `styles` it is the element's own text, plain. */
export interface Printed {
  readonly text: string;
  /** Whether each UTF-16 unit is one column wide. */
  readonly narrow: boolean;
  /** The place of each UTF-16 unit in the element's text, and of the end. */
  readonly at?: readonly number[];
  /** BOLD, ITALIC, UNDERLINE of each UTF-16 unit, added up. */
  readonly styles?: Uint8Array;
}

// Most lines: nothing to take out of them, every character a column wide.
const PLAIN = /^[ -)+-.0-Z\]^`-~\n\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]*$/;
// Whatever needs more than a look: emphasis, escapes, notes, boneyards, tabs, control characters and lone surrogates.
const MARKED = /[*_\\\u0000-\u0009\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufeff\ufffe\uffff]|\[\[|\/\*/;
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;
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

function readMarked(text: string, notes: boolean): Printed {
  const dropped = new Uint8Array(text.length + 1);
  const styles = new Uint8Array(text.length);
  for (const mark of inlineMarks(text)) {
    if (mark.type === 'note' || mark.type === 'boneyard') {
      if (mark.type === 'boneyard' || !notes) {
        dropped.fill(1, mark.from, mark.to);
      }
      continue;
    }
    const length = mark.type === 'bold' ? 2 : 1;
    for (let at = 0; at < length; at++) {
      dropped[mark.from + at] = 2;
      dropped[mark.to - 1 - at] = 2;
    }
    const style = STYLES[mark.type];
    for (let at = mark.from; at < mark.to; at++) {
      styles[at] = (styles[at] ?? 0) | style;
    }
  }
  return gather(text, dropped, styles);
}

/** Puts together what is not dropped. Space on both sides of a hidden note counts once, at the ends not at all. */
function gather(text: string, dropped: Uint8Array, styles: Uint8Array): Printed {
  const parts: string[] = [];
  const at: number[] = [];
  const kept: number[] = [];
  const hides = dropped.includes(1);
  let afterHidden = hides;
  let space = true;
  let lineBegin = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (dropped[index] === 1) {
      afterHidden = true;
      continue;
    }
    const escapes = char === '\\' && /[*_]/.test(text.charAt(index + 1)) && dropped[index + 1] === 0;
    if (char === '\n') {
      // A line that held nothing but what is hidden leaves no blank line behind.
      const hidden = parts.length === lineBegin && afterHidden;
      lineBegin = parts.length + (hidden ? 0 : 1);
      if (hidden) {
        continue;
      }
    }
    const isSpace = char === ' ' || char === '\t';
    if (dropped[index] === 2 || escapes || (isSpace && afterHidden && space)) {
      continue;
    }
    const printed = char === '\t' ? TAB : isPrintable(text, index) ? char : '\ufffd';
    for (const each of printed) {
      parts.push(each);
    }
    for (let each = 0; each < printed.length; each++) {
      at.push(index);
      kept.push(styles[index] ?? 0);
    }
    space = isSpace || char === '\n';
    afterHidden &&= isSpace;
  }
  const whole = parts.join('');
  const length = hides ? whole.trimEnd().length : whole.length;
  at.length = length;
  at.push(text.length);
  const printed = whole.slice(0, length);
  return { text: printed, narrow: isNarrow(printed), at, styles: Uint8Array.from(kept.slice(0, length)) };
}

function isPrintable(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdbff) {
    const next = text.charCodeAt(index + 1);
    return next >= 0xdc00 && next <= 0xdfff;
  }
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = text.charCodeAt(index - 1);
    return before >= 0xd800 && before <= 0xdbff;
  }
  return !UNPRINTABLE.test(text.charAt(index));
}
