// The line ends that part a new element from its neighbours, on an empty line.
import { sliceOf, type Script } from '../fountain/script';
import { afterLineEnd, trim } from '../fountain/space';
import type { TypingPlace } from '../script/typingPlace';

const REACH = 4000;

/** What must stand before and behind a new element on the blank line of `at`, so that a blank line is on both sides. */
export function blankAround(script: Script, at: TypingPlace, lineEnd: string): { readonly lead: string; readonly trail: string } {
  const above = sliceOf(script, Math.max(0, at.from - REACH), at.from).replace(/(?:\r\n|\r|\n)$/, '');
  const lineAbove = /[^\r\n]*$/.exec(above)?.[0] ?? '';
  const rest = sliceOf(script, at.to, Math.min(script.length, at.to + REACH));
  const lineBelow = /^[^\r\n]*/.exec(rest.slice(afterLineEnd(rest, 0)))?.[0] ?? '';
  return { lead: at.from === 0 || trim(lineAbove) === '' ? '' : lineEnd, trail: trim(lineBelow) === '' ? '' : lineEnd };
}
