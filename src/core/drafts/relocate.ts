// A draft in a script whose way here is not known: reopened after a reload, or changed outside the editor.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { withLineEnd } from '../proposals/lineEnd';
import { matchOf, WITNESS } from '../proposals/surroundings';
import { aroundOf } from './around';
import type { Draft } from './draft';
import { findStretch } from './findStretch';
import { changedStretch } from './changedStretch';
import { hunksBetween } from './hunks';
import { rebaseSides } from './rebaseText';

/** From this length on a stretch that is there once speaks for itself. */
const LONG = 40;

/**
 * The draft where its stretch stands now: at its old place, else where it stands to the letter and plainly is the same,
 * else between what stood around it, with what has changed in it taken over as if it had just been written. Lost where
 * none of this is plain.
 */
export function relocateDraft(draft: Draft, script: Script): Draft {
  const place = unmoved(draft, script) ?? (draft.base.trim() === '' ? undefined : moved(draft, script)) ?? changedStretch(draft, script);
  if (!place) {
    const at = Math.min(draft.anchor.from, script.length);
    const steps = draft.anchor.lost && at === draft.anchor.from ? {} : { past: [], future: [] };
    return { ...draft, anchor: { ...draft.anchor, from: at, to: at, lost: true }, ...steps };
  }
  const base = sliceOf(script, place.from, place.to);
  const same = base === draft.base;
  const edits = hunksBetween(draft.base, base).map((hunk) => ({ offset: hunk.base.from, removed: hunk.removed.length, inserted: hunk.inserted }));
  const sides = same ? draft : rebaseSides(draft, edits.reverse());
  const around = aroundOf(script, place);
  const steps = same && place.from === draft.anchor.from && !draft.anchor.lost ? {} : { past: [], future: [] };
  // Line ends alone may differ: the left side is always the script's, to the letter.
  return { ...draft, base, text: sides.text, touched: sides.touched, anchor: { ...place, around, lost: false }, ...steps };
}

/** The old place, where all is as it was there and around it. */
function unmoved({ anchor, base }: Draft, script: Script): Span | undefined {
  const place = { from: anchor.from, to: anchor.from + base.length };
  if (place.to > script.length || sliceOf(script, place.from, place.to) !== base) {
    return undefined;
  }
  const match = matchOf(anchor.around, aroundOf(script, place));
  return match === fullMatch(anchor.around) || (match >= WITNESS && findStretch(script, base, { from: 0, to: script.length }).length === 1) ? place : undefined;
}

function fullMatch(around: Draft['anchor']['around']): number {
  return matchOf(around, around);
}

/** The one place where the stretch stands to the letter and plainly is the same. */
function moved({ anchor, base }: Draft, script: Script): Span | undefined {
  const whole = { from: 0, to: script.length };
  // A tool may have changed all line ends.
  const forms = [...new Set([base, withLineEnd(base, '\n'), withLineEnd(base, '\r\n')])];
  const standing = forms.map((form) => findStretch(script, form, whole)).find((found) => found.length > 0) ?? [];
  const places = standing.map((place) => ({ place, match: matchOf(anchor.around, aroundOf(script, place)) }));
  places.sort((a, b) => b.match - a.match);
  const [best, second] = places;
  if (!best || (second && second.match === best.match)) {
    return undefined;
  }
  return best.match >= WITNESS || (places.length === 1 && base.trim().length >= LONG) ? best.place : undefined;
}
