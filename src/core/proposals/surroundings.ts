// What stands around a line, kept to tell it from an equal line elsewhere.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import type { Surroundings } from './proposal';

/** How much is remembered on each side, in UTF-16 units. */
const REACH = 120;
/** The longest cue line looked over; a longer one is no name. */
const CUE_REACH = 200;
/** Stands for the script's own start and end, which witness as well as words do. */
const EDGE = '\u0000'.repeat(24);

/** The text before a speech's cue line and after its last line; white space folded, so that no formatter breaks it. */
export function surroundingsOf(script: Script, speech: Span): Surroundings {
  const start = Math.max(0, speech.from - CUE_REACH - REACH);
  // The cue itself is left out: it is the same wherever this person speaks.
  const head = sliceOf(script, start, speech.from).replace(/[^\r\n]*(\r\n|\r|\n)?$/, '');
  const end = Math.min(script.length, speech.to + REACH);
  const before = (start === 0 ? EDGE : '') + fold(head);
  const after = fold(sliceOf(script, speech.to, end)) + (end === script.length ? EDGE : '');
  return { before: before.slice(-REACH), after: after.slice(0, REACH) };
}

/** How many characters next to a line are the same on both sides together. */
export function matchOf(a: Surroundings, b: Surroundings): number {
  let before = 0;
  while (before < a.before.length && before < b.before.length && a.before.at(-1 - before) === b.before.at(-1 - before)) {
    before++;
  }
  let after = 0;
  while (after < a.after.length && after < b.after.length && a.after[after] === b.after[after]) {
    after++;
  }
  return before + after;
}

/** Whether two texts differ in nothing but the way lines end. */
export function sameText(a: string, b: string): boolean {
  return a === b || (/\r/.test(a + b) && a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n'));
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
