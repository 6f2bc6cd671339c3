// Alternatives kept in the script itself, as notes: an edit of its own, which changes nothing but adds the notes.
import type { Edit } from '../edits/edit';
import { reparse } from '../fountain/reparse';
import { sliceOf, type Script } from '../fountain/script';
import { elementsOf, type PlacedElement } from '../script/elements';
import { speechOf } from './follow';
import { lineEndOf } from './lineEnd';
import type { Kept, Proposal } from './proposal';

export type Keeping =
  | { readonly ok: true; readonly edit: Edit; readonly kept: Kept }
  | { readonly ok: false; readonly reason: 'stale' | 'unsafe' };

/**
 * The one edit that writes texts as `[[alt: ...]]` under the speech they were meant for. Proven by parsing: every element
 * of the script stays as it is, and all that is new are notes.
 */
export function keepAsNotes(proposal: Proposal, texts: readonly string[], script: Script): Keeping {
  const speech = speechOf(proposal, script);
  if (!speech) {
    return { ok: false, reason: 'stale' };
  }
  const end = lineEndOf(script, speech);
  for (const between of [end, end + end]) {
    const text = end + end + texts.map((words) => asNote(words, end)).join(between);
    const edit: Edit = { offset: speech.to, removed: 0, inserted: text };
    if (addsOnlyNotes(script, edit)) {
      return { ok: true, edit, kept: { text, gap: 0, stands: true } };
    }
  }
  return { ok: false, reason: 'unsafe' };
}

/** The words in double brackets. The writer's own notes and cuts in them stay where they are in the script: not copied. */
function asNote(words: string, end: string): string {
  const plain = words
    .replace(/\[\[[^]*?\]\]|\/\*[^]*?\*\//gu, '')
    .replace(/\[\[|\]\]|\/\*|\*\//gu, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd())
    .filter((line) => line.length > 0);
  return `[[alt: ${plain.join(end)}]]`;
}

/** Whether all that an edit brings is notes, and every element of the script stays as it is. */
export function addsOnlyNotes(script: Script, edit: Edit): boolean {
  const old = sourcesOf(script);
  const changed = reparse(script, edit);
  const from = edit.offset;
  const to = edit.offset + edit.inserted.length;
  const rest: string[] = [];
  for (const placed of elementsOf(changed)) {
    if (placed.from < from || placed.to > to) {
      rest.push(sourceOf(changed, placed));
    } else if (placed.element.kind !== 'note') {
      return false;
    }
  }
  return rest.length === old.length && rest.every((source, i) => source === old[i]);
}

function sourcesOf(script: Script): string[] {
  return [...elementsOf(script)].map((placed) => sourceOf(script, placed));
}

function sourceOf(script: Script, { element, from, to }: PlacedElement): string {
  return `${element.kind}\n${sliceOf(script, from, to)}`;
}
