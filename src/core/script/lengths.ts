// How long a stretch of script is on the page and on the screen, estimated by lines until core/page lays pages out.
import type { Element } from '../fountain/elements';

// page.md: about 55 lines a page; widths in characters of 61 for action and headings, 36 for dialogue, 26 for parentheticals.
const LINES_A_PAGE = 55;
const WIDE = 61;
const DIALOGUE = 36;
const PARENTHETICAL = 26;

/** Lines that an element takes on the page, the blank line above it included; 0 for what does not print. */
export function printedLines(element: Element): number {
  switch (element.kind) {
    case 'dialogue':
      return wrapped(element.text, DIALOGUE);
    case 'lyrics':
      return wrapped(element.text, DIALOGUE);
    case 'parenthetical':
      return wrapped(element.text, PARENTHETICAL);
    case 'character':
    case 'sceneHeading':
    case 'transition':
    case 'centered':
      return 2;
    case 'action':
      return 1 + wrapped(element.text, WIDE);
    default:
      return 0;
  }
}

function wrapped(text: string, width: number): number {
  let lines = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    lines += Math.max(1, Math.ceil((to - from) / width));
    from = to + 1;
  }
  return lines;
}

/** Eighths of a page, at least one: the trade writes no scene shorter. */
export function eighthsOf(lines: number): number {
  return Math.max(1, Math.round((lines * 8) / LINES_A_PAGE));
}

/** Seconds on the screen, at a page a minute. */
export function secondsOf(lines: number): number {
  return Math.round((lines * 60) / LINES_A_PAGE);
}
