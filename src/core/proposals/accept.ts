// The writer's yes: one exact check, then one edit.
import type { Edit } from '../edits/edit';
import { sliceOf, type Script } from '../fountain/script';
import { speechOf } from './follow';
import { proveInsertion } from './proveInsertion';
import { lineEndOf, withLineEnd } from './lineEnd';
import type { Proposal } from './proposal';
import { sameText } from './surroundings';

/** `stale`: the original is not at its place, to the letter. `unsafe`: the text would change what stands around it. */
export type Acceptance =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: 'stale' | 'unsafe' };

/**
 * The one edit that puts a text in the original's place, in the script as it stands now. What is offered was checked when
 * it came; it is checked again here, for the neighbourhood may have changed since.
 * @param text the exact source to put in; its line ends become the script's own.
 */
export function acceptEdit(proposal: Proposal, text: string, script: Script): Acceptance {
  const speech = speechOf(proposal, script);
  if (!speech || !sameText(sliceOf(script, speech.from, speech.to), proposal.original)) {
    return { ok: false, reason: 'stale' };
  }
  const inserted = withLineEnd(text, lineEndOf(script, speech));
  if (!proveInsertion(script, speech, inserted)) {
    return { ok: false, reason: 'unsafe' };
  }
  return { ok: true, edit: { offset: speech.from, removed: speech.to - speech.from, inserted } };
}
