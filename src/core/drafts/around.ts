// What stands around a stretch, kept to find it again: as core/proposals keeps it for a line, but to the stretch's very edge.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import type { Surroundings } from '../proposals/proposal';
import { WITNESS } from '../proposals/surroundings';

/** How much is remembered on each side, in UTF-16 units. */
const REACH = 120;
/** Blank lines and indentation do not count: so much is looked at for it. */
const LOOK = 3 * REACH;
/** Stands for the script's own start and end, which witness as well as words do. */
const EDGE = '\u0000'.repeat(WITNESS);

/** The text before and behind a stretch, white space folded, none at the stretch itself. */
export function aroundOf(script: Script, span: Span): Surroundings {
  const start = Math.max(0, span.from - LOOK);
  const end = Math.min(script.length, span.to + LOOK);
  return { before: beforeOf(sliceOf(script, start, span.from), start === 0), after: afterOf(sliceOf(script, span.to, end), end === script.length) };
}

/** The same for a place in a text. */
export function aroundIn(text: string, at: number): Surroundings {
  const start = Math.max(0, at - LOOK);
  const end = Math.min(text.length, at + LOOK);
  return { before: beforeOf(text.slice(start, at), start === 0), after: afterOf(text.slice(at, end), end === text.length) };
}

function beforeOf(text: string, first: boolean): string {
  return ((first ? EDGE : '') + text.replace(/\s+/gu, ' ').trimEnd()).slice(-REACH);
}

function afterOf(text: string, last: boolean): string {
  return (text.replace(/\s+/gu, ' ').trimStart() + (last ? EDGE : '')).slice(0, REACH);
}
