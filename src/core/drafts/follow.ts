// The life of a draft: opened on a stretch of the script, written by a model, edited by the writer, kept in step with the script.
import type { Span } from '../fountain/elements';
import { sliceOf, type Script } from '../fountain/script';
import { lineEndOf, withLineEnd } from '../proposals/lineEnd';
import { aroundOf } from './around';
import type { Draft, Wish } from './draft';
import { settleWritten } from './settleWritten';
import { beginsTitlePage } from './titlePage';
import { withText } from './withText';

export { rebaseDraft } from './rebase';
export { relocateDraft } from './relocate';

/** Everything that a draft begins with. */
export type DraftFields = Pick<Draft, 'id' | 'kind' | 'uri' | 'title' | 'direction' | 'origin' | 'createdAt'> & {
  /** The stretch of the script as it stands; empty, at a line's start, for what is to be inserted there. */
  readonly span: Span;
  readonly script: Script;
  readonly wish?: Wish;
};

/** A draft that is being written and says what the script says until something is. */
export function createDraft({ span, script, wish = {}, ...fields }: DraftFields): Draft {
  const base = sliceOf(script, span.from, span.to);
  return {
    ...fields,
    wish,
    anchor: { from: span.from, to: span.to, around: aroundOf(script, span), lost: false },
    base,
    text: base,
    written: '',
    touched: [],
    frame: frameOf(script, span, base),
    past: [],
    future: [],
    activity: { kind: 'writing' },
  };
}

/**
 * The draft with what the model has written so far, all of it: in the stretch's own line ends and marks, between the
 * blank lines that the stretch has, with the notes and boneyards that no model was shown.
 */
export function writeDraft(draft: Draft, written: string): Draft {
  const { before, after } = draft.frame;
  const text = written.trim() === '' ? draft.base : before + settleWritten(draft.base, written, lineEndIn(draft)) + after;
  return { ...withText(draft, draft.anchor.from === 0 ? noTitlePage(draft.base, text) : text), written };
}

/** At the very start of a script "Super: 1944" would become a title page: forced to be the action it is meant as. */
function noTitlePage(base: string, text: string): string {
  return beginsTitlePage(text) && !beginsTitlePage(base) ? text.replace(/\S/, '!$&') : text;
}

/** The draft with the text that the writer made of it, taken as it is. */
export function editDraft(draft: Draft, text: string): Draft {
  return text === draft.text ? draft : withText(draft, text);
}

/** The line end of the stretch; of what stands before it where it has none. */
function lineEndIn(draft: Pick<Draft, 'base' | 'frame'>): string {
  return /\r\n|\r|\n/.exec(draft.base + draft.frame.before + draft.frame.after)?.[0] ?? '\n';
}

function frameOf(script: Script, span: Span, base: string): Draft['frame'] {
  if (base.trim() !== '') {
    const before = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(base)?.[0] ?? '';
    const behind = base.slice(base.trimEnd().length);
    const end = behind.search(/[\r\n]/);
    return { before, after: end < 0 ? '' : behind.slice(end) };
  }
  const lineEnd = lineEndOf(script, span);
  const above = withLineEnd(sliceOf(script, Math.max(0, span.from - 8), span.from), '\n');
  const below = withLineEnd(sliceOf(script, span.to, Math.min(script.length, span.to + 8)), '\n');
  const before = above === '' || /\n[^\S\n]*\n$/.test(above) ? '' : above.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
  return { before, after: below === '' || /^[^\S\n]*\n/.test(below) ? lineEnd : lineEnd + lineEnd };
}
