// A draft's beginning: on a stretch that was read from the script a moment ago, in the script as it is now.
import { createDraft, rebaseDraft, relocateDraft, type DraftFields } from '../core/drafts/follow';
import type { Draft } from '../core/drafts/draft';
import type { Edit } from '../core/edits/edit';
import type { Span } from '../core/fountain/elements';
import { textOf, type Script } from '../core/fountain/script';

/** The draft on its stretch where that is now; lost where it is not to be found. `fields.script` is the one the span speaks of. */
export function openedDraft(fields: DraftFields, now: Script): Draft {
  const { script: before } = fields;
  const draft = createDraft(fields);
  if (before === now) {
    return draft;
  }
  const edit = changedLines(textOf(before), textOf(now));
  const followed = rebaseDraft(draft, { before, edits: [edit], after: now });
  // Changes above and below, taken for one, look as if all between them had been written anew.
  const found = relocateDraft(draft, now);
  const emptied = found.base.trim() === '' && draft.base.trim() !== '';
  return found.anchor.lost || emptied || (!followed.anchor.lost && followed.base === draft.base) ? followed : found;
}

/** Where a stretch of a script is in a later state of it; undefined where it is not to be found. */
export function spanNow(span: Span, script: Script, now: Script): Span | undefined {
  const { anchor } = openedDraft({ id: '', kind: 'rewrite', uri: '', title: '', createdAt: 0, span, script }, now);
  return anchor.lost ? undefined : { from: anchor.from, to: anchor.to };
}

/** From one text to another: the lines between those that are the same above and below. By letters, two headings would share their "INT.". */
function changedLines(before: string, after: string): Edit {
  const [a, b] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)];
  const most = Math.min(a.length, b.length);
  let above = 0;
  while (above < most && a[above] === b[above]) {
    above++;
  }
  let below = 0;
  while (below < most - above && a[a.length - 1 - below] === b[b.length - 1 - below]) {
    below++;
  }
  const between = (lines: readonly string[]) => lines.slice(above, lines.length - below).join('');
  return { offset: a.slice(0, above).join('').length, removed: between(a).length, inserted: between(b) };
}
