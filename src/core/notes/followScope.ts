// Finds a stretch of scenes again in a script whose way here is not known: closed and opened, or read from its file anew.
import type { Span } from '../fountain/elements';
import { sliceOf, textOf, type Script } from '../fountain/script';

/** A stretch with the words it begins with, and those that follow it. */
export interface MarkedSpan extends Span {
  /** The first line in it that says anything: a heading, as a rule. */
  readonly head: string;
  /** The first such line behind it; empty where nothing follows. */
  readonly tail: string;
}

/** How far ahead a line is looked for, in UTF-16 units. */
const REACH = 2000;

export function markSpan(script: Script, { from, to }: Span): MarkedSpan {
  return { from, to, head: lineFrom(script, from, to), tail: lineFrom(script, to, script.length) };
}

/**
 * The stretch in another state of its script: from its first line to the line that followed it, each where it stands nearest
 * to where it stood. Undefined where its first line is not there any more.
 */
export function findMarked({ from, to, head, tail }: MarkedSpan, script: Script): Span | undefined {
  const text = textOf(script);
  const start = head === '' ? undefined : nearestLine(text, head, from, 0);
  if (start === undefined) {
    return undefined;
  }
  const end = start + to - from;
  const behind = tail === '' ? text.length : nearestLine(text, tail, end, start + head.length);
  return { from: start, to: Math.min(behind ?? end, text.length) };
}

function lineFrom(script: Script, from: number, to: number): string {
  return /\S.*/u.exec(sliceOf(script, from, Math.min(to, from + REACH)))?.[0].trimEnd() ?? '';
}

/** Where a line begins with these words, from `least` on, nearest to `to`. */
function nearestLine(text: string, words: string, to: number, least: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(words, least); at >= 0; at = text.indexOf(words, at + 1)) {
    const begins = at === 0 || /\s/u.test(text.charAt(at - 1));
    if (begins && (best === undefined || Math.abs(at - to) < Math.abs(best - to))) {
      best = at;
    }
  }
  return best;
}
