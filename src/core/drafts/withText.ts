// A draft with another text: what is known of its past, and which hunks still count as touched.
import type { Draft } from './draft';
import { hunksBetween, meet } from './hunks';

/** The draft with another text. What earlier changes of the script did to the old one is no longer known. */
export function withText(draft: Draft, text: string, touched: Draft['touched'] = draft.touched): Draft {
  const unknown = (steps: Draft['past']): Draft['past'] => steps.map((step) => (typeof step.text === 'string' ? step : { ...step, text: 'unknown' as const }));
  const made = { ...draft, text, touched, past: unknown(draft.past), future: unknown(draft.future) };
  return { ...made, touched: stillTouched(made) };
}

/** The touched stretches that a hunk still stands on. While the model writes, hunks come and go. */
export function stillTouched(draft: Draft): Draft['touched'] {
  if (draft.touched.length === 0 || draft.activity.kind === 'writing') {
    return draft.touched;
  }
  const hunks = hunksBetween(draft.base, draft.text);
  const left = draft.touched.filter((span) => hunks.some((hunk) => meet(hunk.base, span)));
  return left.length === draft.touched.length ? draft.touched : left;
}
