// A draft whose writing ended too early: what was never written is no change, and half a line is no line.
import type { Draft } from './draft';
import { writeDraft } from './follow';
import { align } from './align';
import { visibleOf } from './settleWritten';
import { folded, unitsOf } from './units';

/**
 * The draft of an answer that was stopped or broke off: up to its last whole paragraph or speech as the model wrote it, from there on
 * as the script has it. The place is that behind the last unit which both have; what stands in the draft behind that one is
 * taken for new versions of as many units. Gives the script's own text where not one unit came whole.
 */
export function endEarly(draft: Draft): Draft {
  const whole = wholeUnits(draft.written);
  const seen = unitsOf(draft.base, visibleOf).filter(({ match }) => match !== '');
  const came = unitsOf(whole, visibleOf).filter(({ match }) => match !== '');
  if (came.length === 0) {
    return { ...writeDraft(draft, ''), written: draft.written };
  }
  // Only what both have to the letter says how far the writing came: of few speeches, the last of a person looks like any other.
  const same = align(seen, came).filter(({ a, b }) => seen[a]?.match === came[b]?.match);
  const last = same.reduce((furthest, pair) => (pair.b > furthest.b ? pair : furthest), { a: -1, b: -1 });
  const rest = seen.slice(last.a + came.length - last.b);
  const text = [whole.trimEnd(), ...rest.map((unit) => folded(unit.text).trimEnd())].join('\n\n');
  return { ...writeDraft(draft, text), written: draft.written };
}

/** What was written, up to the last blank line: nobody knows whether what stands behind it was to go on. */
function wholeUnits(written: string): string {
  const text = folded(written);
  const end = [...text.matchAll(/\n[^\S\n]*\n/g)].at(-1)?.index ?? 0;
  return text.slice(0, end);
}
