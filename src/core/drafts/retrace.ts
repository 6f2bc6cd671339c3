// The writer's undo and redo in the script, known for what they are: the draft goes back, or forth, the steps it came.
import type { Edit } from '../edits/edit';
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { freshSpans, mapOffset } from '../proposals/mapSpan';
import type { Draft, DraftStep } from './draft';
import { rebaseSides } from './rebaseText';
import { asEdit, redo, replacedBetween, undo } from './steps';
import { stillTouched } from './withText';

/** As many changes are known again when they are taken back. */
export const MOST_STEPS = 200;
/** So many numbers of steps are tried to the letter, which costs a look at the stretch for each step. */
const MOST_TRIED = 8;
/** Of many edits at once so many are looked at before anything is tried. */
const MOST_PROBES = 4;

type Way = 'back' | 'forth';

/** What the script says where the draft's stretch is. */
export function standing(draft: Draft): string {
  return draft.anchor.lost ? '' : draft.base;
}

/** Where a stretch's two ends may be after edits: from the left of what was written at them to its right. */
function endsAfter(span: Span, edits: readonly Edit[]): { from: Span; to: Span; met: boolean } {
  const ends = { from: { from: span.from, to: span.from }, to: { from: span.to, to: span.to } };
  let met = false;
  for (const edit of edits) {
    met ||= edit.offset <= ends.to.to && edit.offset + edit.removed >= ends.from.from;
    for (const end of [ends.from, ends.to]) {
      end.from = mapOffset(end.from, edit, 'left');
      end.to = mapOffset(end.to, edit, 'right');
    }
  }
  return { ...ends, met };
}

function within(at: number, { from, to }: Span): boolean {
  return at >= from && at <= to;
}

/** The draft some steps back or forth, if that is what the edits are: the stretch then says again what it said. */
export function retraced(draft: Draft, edits: readonly Edit[], after: Script, way: Way): Draft | undefined {
  const kept = way === 'back' ? draft.past : draft.future;
  const ends = kept.length > 0 ? endsAfter(draft.anchor, edits) : undefined;
  if (!ends?.met) {
    return undefined;
  }
  const now = standing(draft);
  const there = sliceOf(after, ends.from.from, Math.min(ends.to.to, after.length));
  const fresh = freshSpans(edits).slice(0, MOST_PROBES);
  // Nothing stands everywhere: where nothing is to be left, nothing must have come.
  const emptied = edits.every((edit) => edit.inserted === '');
  const steps: DraftStep[] = [];
  let { from } = draft.anchor;
  let { length } = now;
  let tried = 0;
  for (let at = kept.length - 1; at >= 0 && tried < MOST_TRIED; at--) {
    const step = kept[at];
    if (!step) {
      return undefined;
    }
    const { came, went, shift } = inWay(step, way);
    steps.push(step);
    from += shift;
    length += came.length - went.length;
    if (!within(from, ends.from) || !within(from + length, ends.to)) {
      continue;
    }
    const text = there.slice(from - ends.from.from, from - ends.from.from + length);
    const places = [step.base.at, ...fresh.flatMap((span) => [span.from - from, span.to - 1 - from])].filter((place) => place >= 0 && place < length);
    if (places.every((place) => text[place] === letterAt(now, steps, way, place))) {
      tried++;
      const base = steps.reduce((made, { base: replaced }) => (way === 'back' ? undo(made, replaced) : redo(made, replaced)), now);
      if (text === base && base !== now && (base !== '' || emptied)) {
        return stepped(draft, { steps, back: way === 'back' }, { from, base });
      }
    }
  }
  return undefined;
}

/** What a step brings and takes, gone through one way or the other. */
function inWay({ base, shift }: DraftStep, way: Way): { came: string; went: string; shift: number } {
  return way === 'back' ? { came: base.removed, went: base.inserted, shift: -shift } : { came: base.inserted, went: base.removed, shift };
}

/** The letter that steps would have put at a place, without putting the text together: most are told apart by one. */
function letterAt(now: string, steps: readonly DraftStep[], way: Way, place: number): string | undefined {
  let at = place;
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    if (step && at >= step.base.at) {
      const { came, went } = inWay(step, way);
      if (at < step.base.at + came.length) {
        return came[at - step.base.at];
      }
      at += went.length - came.length;
    }
  }
  return now[at];
}

/** The draft some steps back or forth. `steps` in the order in which they are gone through. */
function stepped(draft: Draft, { steps, back }: { steps: readonly DraftStep[]; back: boolean }, place: { from: number; base: string }): Draft {
  let sides = { base: standing(draft), text: draft.text, touched: draft.touched };
  for (const step of steps) {
    const { base, touched } = sides;
    const changed = back ? undo(base, step.base) : redo(base, step.base);
    const [known, left] = back ? [step.touchedAfter, step.touchedBefore] : [step.touchedBefore, step.touchedAfter];
    if (step.text === 'unknown') {
      const replaced = replacedBetween(base, changed);
      sides = replaced ? rebaseSides(sides, [asEdit(replaced)]) : sides;
    } else {
      const text = step.text === 'none' ? sides.text : back ? undo(sides.text, step.text) : redo(sides.text, step.text);
      sides = { base: changed, text, touched: sameSpans(known, touched) ? left : [] };
    }
  }
  const lost = place.base === '' && draft.base !== '' && !back && sides.text !== '';
  const made: Draft = {
    ...draft,
    anchor: { ...draft.anchor, from: place.from, to: place.from + place.base.length, lost },
    base: lost ? draft.base : place.base,
    text: sides.text,
    touched: sides.touched,
    past: back ? draft.past.slice(0, -steps.length) : [...draft.past, ...steps].slice(-MOST_STEPS),
    future: back ? [...draft.future, ...steps] : draft.future.slice(0, -steps.length),
  };
  return { ...made, touched: stillTouched(made) };
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a === b || (a.length === b.length && a.every((span, i) => span.from === b[i]?.from && span.to === b[i].to));
}
