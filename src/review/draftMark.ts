// A draft while one of its changes is on its way into the script: as it will be then, and as it is should nothing come of it.
import type { Draft } from '../core/drafts/draft';
import { editDraft, rebaseDraft, relocateDraft } from '../core/drafts/follow';
import type { Edit } from '../core/edits/edit';
import type { Script } from '../core/fountain/script';

/** What the script went through meanwhile; `before` is missing where its way is not known. */
interface Step {
  readonly before?: Script;
  readonly edits: readonly Edit[];
  readonly script: Script;
}

export interface DraftMark {
  /** The script changed: the draft that was goes along. */
  follow(step: Step): void;
  /** The draft as it is without the change: what the script and the writer did meanwhile is kept. */
  withdrawn(now: Draft): Draft;
}

/**
 * The draft marked as `planned` speaks of a script that is still to come. What changes the script before that would find
 * the marked one in no place; so the one that was is followed beside it.
 */
export function markDraft(before: Draft, planned: Draft): DraftMark {
  let honest = before;
  return {
    follow({ before: was, edits, script }) {
      honest = was ? rebaseDraft(honest, { before: was, edits, after: script }) : relocateDraft(honest, script);
    },
    withdrawn(now) {
      const typed = honest === before && now.text !== planned.text;
      return { ...(typed ? editDraft(before, now.text) : honest), uri: now.uri };
    },
  };
}
