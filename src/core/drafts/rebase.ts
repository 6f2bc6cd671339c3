// Keeps a draft in step with its script: the stretch follows every edit, and undo is known for what it is.
import { applyEdit, type Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { trimmed, type ScriptStep } from '../proposals/follow';
import { freshSpans } from '../proposals/mapSpan';
import { matchOf } from '../proposals/surroundings';
import { aroundOf } from './around';
import type { Draft, DraftStep } from './draft';
import { hunksOf } from './hunks';
import { findStretch } from './findStretch';
import { rebaseSides } from './rebaseText';
import { relocateDraft } from './relocate';
import { MOST_STEPS, retraced, standing } from './retrace';
import { asEdit, replacedBetween } from './steps';
import { followStretch } from './stretchEdits';
import { folded } from './units';
import { stillTouched } from './withText';

/**
 * The draft after a change of its script. Written where draft and script agreed, both have it; where they did not, the
 * script has it and the hunk is marked as touched. What undo takes back comes back as it was, an accepted hunk as an
 * open one. A stretch that goes as a whole is lost until it comes back; one that moves in one step is followed. Gives
 * the same object when nothing about it changed, also where the draft already stands as `after` says: the caller knew.
 */
export function rebaseDraft(draft: Draft, step: ScriptStep): Draft {
  const { anchor } = draft;
  if (!anchor.lost && sliceOf(step.before, anchor.from, anchor.to) !== draft.base) {
    return sliceOf(step.after, anchor.from, anchor.to) === draft.base ? noted(draft, step.after) : relocateDraft(draft, step.after);
  }
  if (isLastStep(draft, step)) {
    return noted(draft, step.after);
  }
  const edits = trimmed(step);
  if (edits.length === 0) {
    return draft;
  }
  return noted(retraced(draft, edits, step.after, 'back') ?? retraced(draft, edits, step.after, 'forth') ?? followed(draft, edits, step), step.after);
}

/** Whether a change is the accepted hunk that the draft already stands with, where blank lines make both sides look alike. */
function isLastStep({ anchor, base, past }: Draft, { edits: [edit, more], after }: ScriptStep): boolean {
  const last = past.at(-1);
  return (
    last?.text === 'none' &&
    edit?.offset === anchor.from + last.base.at &&
    more === undefined &&
    edit.removed === last.base.removed.length &&
    edit.inserted === last.base.inserted &&
    !anchor.lost &&
    sliceOf(after, anchor.from, anchor.to) === base
  );
}

/** With what stands around the stretch now; the same object where that is what it was. */
function noted(draft: Draft, script: Script): Draft {
  const { anchor } = draft;
  if (anchor.lost) {
    return draft;
  }
  const around = aroundOf(script, anchor);
  return around.before === anchor.around.before && around.after === anchor.around.after ? draft : { ...draft, anchor: { ...anchor, around } };
}

/** The draft after edits that are news. */
function followed(draft: Draft, edits: readonly Edit[], { before, after }: ScriptStep): Draft {
  const { anchor } = draft;
  const stretch = followStretch(anchor, standing(draft), edits, (at, inserted) => !anchor.lost && isOpenHunk(draft, at, inserted));
  const base = sliceOf(after, stretch.from, stretch.to);
  if (anchor.lost || (base.trim() === '' && draft.base.trim() !== '' && !isWished(draft, base))) {
    return found(draft, edits, after) ?? gone(draft, stretch, before);
  }
  const at = { ...anchor, from: stretch.from, to: stretch.to };
  const replaced = replacedBetween(draft.base, base);
  if (!replaced) {
    return at.from === anchor.from && at.to === anchor.to ? draft : { ...draft, anchor: at };
  }
  const sides = rebaseSides(draft, stretch.inside, hunksOf(draft));
  const made = withStep({ ...draft, anchor: at, base, text: sides.text, touched: sides.touched }, draft, replaced);
  return { ...made, touched: stillTouched(made) };
}

/** Whether what is left of the stretch is what the draft, or one hunk of it, makes of it. */
function isWished(draft: Draft, base: string): boolean {
  const left = folded(base);
  return left === folded(draft.text) || hunksOf(draft).some((hunk) => left === folded(applyEdit(draft.base, { offset: hunk.base.from, removed: hunk.removed.length, inserted: hunk.inserted })));
}

/** Whether text that comes in at an end of the stretch is what one open hunk has there, or all of them: taken over, or done again. */
function isOpenHunk(draft: Draft, at: 'start' | 'end', inserted: string): boolean {
  const grown = (text: string): string => folded(at === 'start' ? inserted + text : text + inserted);
  return (
    grown(draft.base) === folded(draft.text) ||
    hunksOf(draft).some(({ base, removed, inserted: wanted }) => {
      const there = at === 'start' ? base.from === 0 : base.to === draft.base.length;
      return there && grown(removed) === folded(wanted);
    })
  );
}

/** Notes what a change did, so that its undo is known. `before`: the draft as it was. */
export function withStep(draft: Draft, before: Draft, base: DraftStep['base']): Draft {
  const text = replacedBetween(before.text, draft.text) ?? 'none';
  const step: DraftStep = { shift: draft.anchor.from - before.anchor.from, base, text, touchedBefore: before.touched, touchedAfter: draft.touched };
  return { ...draft, past: [...before.past, step].slice(-MOST_STEPS), future: [] };
}

/** A stretch that left its place, where it has come in elsewhere: with its scene, or from the clipboard. */
function found(draft: Draft, edits: readonly Edit[], after: Script): Draft | undefined {
  const places = freshSpans(edits).flatMap((span) => findStretch(after, draft.base, span));
  places.sort((a, b) => matchOf(draft.anchor.around, aroundOf(after, b)) - matchOf(draft.anchor.around, aroundOf(after, a)));
  const place = places.at(0);
  return place ? movedTo(draft, place, after) : undefined;
}

/** The draft with its stretch at another place, which may have other blank lines behind it. */
function movedTo(draft: Draft, place: Span, script: Script): Draft {
  const base = sliceOf(script, place.from, place.to);
  const replaced = replacedBetween(draft.base, base);
  const sides = replaced ? rebaseSides(draft, [asEdit(replaced)]) : draft;
  const around = aroundOf(script, place);
  // The way here is not one of steps: what was done before cannot be known when it is taken back.
  return { ...draft, ...{ base, text: sides.text, touched: sides.touched }, anchor: { ...place, around, lost: false }, past: [], future: [] };
}

function gone(draft: Draft, place: Span, before: Script): Draft {
  const { anchor } = draft;
  if (anchor.lost) {
    return place.from === anchor.from && place.to === anchor.to ? draft : { ...draft, anchor: { ...anchor, from: place.from, to: place.from } };
  }
  // Remembered in the moment it is lost: what stood around it is what a paste brings back with it.
  const lost = { from: place.from, to: place.from, around: aroundOf(before, anchor), lost: true };
  const step: DraftStep = {
    shift: place.from - anchor.from,
    base: { at: 0, removed: draft.base, inserted: '' },
    text: 'none',
    touchedBefore: draft.touched,
    touchedAfter: draft.touched,
  };
  return { ...draft, anchor: lost, past: [...draft.past, step].slice(-MOST_STEPS), future: [] };
}
