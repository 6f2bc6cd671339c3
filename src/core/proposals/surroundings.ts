// What stands around a line, kept to tell it from an equal line elsewhere.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import type { Surroundings } from './proposal';

/** How much is remembered on each side, in UTF-16 units. */
const REACH = 120;
/** The longest cue line looked over; a longer one is no name. */
const CUE_REACH = 200;
/**
 * How many characters around a line must be as they were for it to be the same line: more than one short speech beside it
 * and the next name, which a writer may well type again elsewhere.
 */
export const WITNESS = 32;
/** Stands for the script's own start and end, which witness as well as words do. */
const EDGE = '\u0000'.repeat(WITNESS);

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
  return sharedBy([...a.before].reverse(), [...b.before].reverse()) + sharedBy([...a.after], [...b.after]);
}

/** The longest word that two texts may begin alike by chance. */
const CHANCE = 12;

/** How many characters two texts begin with alike. Half a word is chance and counts for nothing: "MARA" and "March" share none. */
function sharedBy(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) {
    shared++;
  }
  if (shared === a.length || shared === b.length) {
    return shared;
  }
  let whole = shared;
  while (whole > 0 && a[whole - 1] !== ' ' && shared - whole < CHANCE) {
    whole--;
  }
  return whole;
}

/** Whether two texts differ in nothing but the way lines end. */
export function sameText(a: string, b: string): boolean {
  return a === b || (/\r/.test(a + b) && a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n'));
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
