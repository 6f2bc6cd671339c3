// Where a stretch of a script stands again, to the letter but for the blank lines around it.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';

/** More places than this are no help: the stretch is nothing that could be told from another. */
const MOST_PLACES = 50;

/** Every place in a span of the script where the stretch stands, at the start of a line, its blank lines with it as far as they are there. */
export function findStretch(script: Script, stretch: string, span: Span): Span[] {
  const core = stretch.trim();
  if (core === '') {
    return [];
  }
  const head = stretch.slice(0, stretch.indexOf(core));
  const tail = stretch.slice(head.length + core.length);
  const text = sliceOf(script, 0, script.length);
  const places: Span[] = [];
  let tried = 0;
  for (let at = text.indexOf(core, span.from); at >= 0 && at + core.length <= span.to && tried++ < MOST_PLACES; at = text.indexOf(core, at + 1)) {
    const from = at - commonEnd(text.slice(0, at), head);
    const end = at + core.length;
    const to = end + blankLines(text.slice(end, end + tail.length), tail);
    const whole = from === 0 || /[\r\n]/.test(text.charAt(from - 1));
    if (whole) {
      places.push({ from, to });
    }
  }
  return places;
}

/** How long the end is that two texts share, counted in whole lines. */
function commonEnd(text: string, head: string): number {
  return head !== '' && text.endsWith(head) ? head.length : 0;
}

/** How far `text` goes on as `tail` does, line by line. */
function blankLines(text: string, tail: string): number {
  let at = 0;
  for (const line of tail.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []) {
    if (!text.startsWith(line, at)) {
      break;
    }
    at += line.length;
  }
  return at;
}
