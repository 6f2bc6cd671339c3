// Which of the changes that the writer took over still stand in the script: for undo, and for the record.
import type { Edit } from '../core/edits/edit';
import type { Span } from '../core/fountain/elements';
import { sliceOf, type Script } from '../core/fountain/script';
import { mapSpan } from '../core/proposals/mapSpan';

/** One change taken over, as one edit of a script. */
export interface Taken {
  readonly draft: string;
  /** The script's address. */
  readonly uri: string;
  /** The record's id of the yes; empty where there is none, or none yet. */
  readonly accept: string;
  /** Where the inserted text is now, or stood last. */
  readonly span: Span;
  readonly inserted: string;
  readonly removed: string;
  /** False once it was taken back. */
  readonly stands: boolean;
}

/** A change that is about to be made: it does not stand yet, and its own edit brings it in as redo would. `script` as it is before. */
export function expectTaken({ draft, uri }: Pick<Taken, 'draft' | 'uri'>, { offset, removed, inserted }: Edit, script: Script): Taken {
  const span = { from: offset, to: offset + removed };
  return { draft, uri, accept: '', span, inserted, removed: sliceOf(script, span.from, span.to), stands: false };
}

/** A change of the script from which a yes can be followed: see ScriptChange. */
interface Step {
  readonly before?: Script;
  readonly edits: readonly Edit[];
  readonly script: Script;
}

/**
 * A taken change after the script changed. Undo takes it back when exactly what stood there before stands there again, redo
 * brings it in again; anything else written there leaves it as it is. Undefined when the way of the script is not known and
 * its words do not stand where they stood: then nobody can say.
 */
export function followTaken(taken: Taken, { before, edits, script }: Step): Taken | undefined {
  if (before === undefined) {
    return textAt(script, taken.span) === taken.inserted && taken.stands ? taken : undefined;
  }
  const { narrow, wide } = mapSpan(taken.span, edits);
  const wanted = taken.stands ? taken.removed : taken.inserted;
  const lies = taken.stands ? taken.inserted : taken.removed;
  if (textAt(script, wide) === wanted) {
    return { ...taken, span: wide, stands: !taken.stands };
  }
  // Typed at its very ends, words are not the change's own.
  if (textAt(script, narrow) === lies) {
    return { ...taken, span: narrow };
  }
  return { ...taken, span: wide };
}

function textAt(script: Script, { from, to }: Span): string | undefined {
  return from < 0 || to > script.length ? undefined : sliceOf(script, from, to);
}
