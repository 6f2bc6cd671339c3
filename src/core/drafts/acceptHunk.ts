// The writer's yes to a draft, hunk by hunk or to all at once: one exact check and one proof, then one edit.
import { applyEdit, type Edit } from '../edits/edit';
import { reparse } from '../fountain/reparse';
import { sliceOf, textOf, type Script } from '../fountain/script';
import { lineEndOf, withLineEnd } from '../proposals/lineEnd';
import { mapOffset } from '../proposals/mapSpan';
import { outside } from '../proposals/proveInsertion';
import { aroundOf } from './around';
import type { Draft } from './draft';
import { hunksOf, meet, type Hunk } from './hunks';
import { withStep } from './rebase';
import { beginsTitlePage } from './titlePage';
import { withText } from './withText';

/**
 * `lost`: the stretch is not in the script. `stale`: the script or the draft is not what the hunk was read from.
 * `touched`: the writer has changed the script there since; a second, plain yes is needed. `unsafe`: the text would
 * change what stands around it (a cue without its words, a boneyard never closed). `nothing`: there is no hunk to take.
 */
export type NotAccepted = { readonly ok: false; readonly reason: 'lost' | 'stale' | 'touched' | 'unsafe' | 'nothing' };

/** `draft`: as it is once the edit stands. Store it, then apply the edit. */
export type HunkAccepted = { readonly ok: true; readonly edit: Edit; readonly draft: Draft };

export interface Yes {
  /** The writer knows that they have changed the script there, and says yes all the same. */
  readonly overwrite?: boolean;
}

/** The one edit that brings one hunk into the script as it stands. */
export function acceptHunk(draft: Draft, hunk: Hunk, script: Script, yes: Yes = {}): HunkAccepted | NotAccepted {
  if (hunk.touched && yes.overwrite !== true) {
    return { ok: false, reason: draft.anchor.lost ? 'lost' : 'touched' };
  }
  const own = hunksOf(draft).some(({ base, text, removed, inserted }) => {
    return base.from === hunk.base.from && base.to === hunk.base.to && text.from === hunk.text.from && removed === hunk.removed && inserted === hunk.inserted;
  });
  return own || draft.anchor.lost ? accepted(draft, [hunk], script) : { ok: false, reason: 'stale' };
}

/**
 * The one edit that brings all hunks in but those touched by the writer's own hand, unless they say so.
 * @returns `left`: how many hunks stay open
 */
export function acceptAll(draft: Draft, script: Script, yes: Yes = {}): (HunkAccepted & { readonly left: number }) | NotAccepted {
  const hunks = hunksOf(draft);
  const taken = yes.overwrite === true ? hunks : hunks.filter((hunk) => !hunk.touched);
  if (taken.length === 0) {
    return { ok: false, reason: draft.anchor.lost ? 'lost' : hunks.length > 0 ? 'touched' : 'nothing' };
  }
  const all = accepted(draft, taken, script);
  return all.ok ? { ...all, left: hunks.length - taken.length } : all;
}

/** The draft without a hunk: it says there what the script says. A hunk of another state of the draft changes nothing. */
export function refuseHunk(draft: Draft, hunk: Hunk): Draft {
  const { text, base } = draft;
  if (text.slice(hunk.text.from, hunk.text.to) !== hunk.inserted || base.slice(hunk.base.from, hunk.base.to) !== hunk.removed) {
    return draft;
  }
  return withText(draft, text.slice(0, hunk.text.from) + hunk.removed + text.slice(hunk.text.to), draft.touched.filter((span) => !meet(span, hunk.base)));
}

/** The draft with nothing left of its own. */
export function refuseAll(draft: Draft): Draft {
  return withText(draft, draft.base, []);
}

/** Hunks in order, none overlapping. */
function accepted(draft: Draft, hunks: readonly Hunk[], script: Script): HunkAccepted | NotAccepted {
  const { anchor, base } = draft;
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (anchor.lost || !first || !last) {
    return { ok: false, reason: anchor.lost ? 'lost' : 'nothing' };
  }
  if (anchor.to - anchor.from !== base.length || sliceOf(script, anchor.from, anchor.to) !== base) {
    return { ok: false, reason: 'stale' };
  }
  const lineEnd = /\r\n|\r|\n/.exec(base)?.[0] ?? lineEndOf(script, anchor);
  let inserted = '';
  let at = first.base.from;
  for (const hunk of hunks) {
    inserted += base.slice(at, hunk.base.from) + withLineEnd(hunk.inserted, lineEnd);
    at = hunk.base.to;
  }
  const inBase: Edit = { offset: first.base.from, removed: last.base.to - first.base.from, inserted };
  const edit: Edit = { ...inBase, offset: anchor.from + inBase.offset };
  const changed = reparse(script, edit);
  return provesSafe(script, changed, edit) && !makesTitlePage(script, changed, edit) ? { ok: true, edit, draft: standingWith(draft, inBase, changed, hunks.map((hunk) => asEditOf(hunk, lineEnd))) } : { ok: false, reason: 'unsafe' };
}

/** Whether every element outside an edit is and says what it was. */
function provesSafe(script: Script, changed: Script, { offset, removed, inserted }: Edit): boolean {
  const before = outside(script, { from: offset, to: offset + removed });
  const after = outside(changed, { from: offset, to: offset + inserted.length });
  return before.length === after.length && before.every((source, i) => source === after[i]);
}

/** At the very start of a script the proof looks inside too: "SUPER: 1944" would be read as a title page. */
function makesTitlePage(script: Script, changed: Script, { offset }: Edit): boolean {
  return offset === 0 && beginsTitlePage(textOf(changed)) && !beginsTitlePage(textOf(script));
}

function asEditOf({ base, inserted }: Hunk, lineEnd: string): Edit {
  return { offset: base.from, removed: base.to - base.from, inserted: withLineEnd(inserted, lineEnd) };
}

/** The draft once an edit of its base stands, which is made of others in order. */
function standingWith(draft: Draft, edit: Edit, script: Script, parts: readonly Edit[]): Draft {
  const base = applyEdit(draft.base, edit);
  const to = draft.anchor.from + base.length;
  const left = draft.touched.filter((span) => !parts.some(({ offset, removed }) => meet(span, { from: offset, to: offset + removed })));
  const touched = left.map(({ from, to: end }) => {
    // From the end to the start, each part still finds the text before it as it was.
    const at = parts.reduceRight((offset, part) => mapOffset(offset, part, 'right'), from);
    return { from: at, to: at + end - from };
  });
  const anchor = { ...draft.anchor, to, around: aroundOf(script, { from: draft.anchor.from, to }) };
  const removed = draft.base.slice(edit.offset, edit.offset + edit.removed);
  return withStep({ ...draft, base, anchor, touched }, draft, { at: edit.offset, removed, inserted: edit.inserted });
}
