// A reader's note kept in the script itself, as a `[[note]]`: one edit, which changes nothing but adds the note.
import type { Edit } from '../edits/edit';
import { sliceOf, type Script } from '../fountain/script';
import { addsOnlyNotes } from '../proposals/keepNotes';
import { lineEndOf as lineEndOfText } from '../script/seams';
import { elementsOf, type PlacedElement } from '../script/elements';
import { speechAt } from '../script/speeches';
import { plainLine } from './checkNote';
import type { KeptNote, ReaderNote } from './note';

export type NoteKeeping =
  | { readonly ok: true; readonly edit: Edit; /** Not standing yet: it stands once the edit is followed. */ readonly kept: KeptNote }
  | { readonly ok: false; readonly reason: 'gone' | 'unsafe' };

const LONGEST = 1200;

/**
 * The one edit that writes `words` as a note on a line of its own under the paragraph or speech a reader's note is on.
 * Proven by parsing: every element of the script stays as it is, and all that is new is a note.
 * @param words what the note says; made safe here: one line, no brackets that would end it
 */
export function keepNote(note: ReaderNote, words: string, script: Script): NoteKeeping {
  const { anchor } = note;
  if (anchor.standing === 'gone' || anchor.to > script.length) {
    return { ok: false, reason: 'gone' };
  }
  const text = `[[${safeWords(words)}]]`;
  const end = lineEndOfText(sliceOf(script, 0, Math.min(script.length, anchor.to + 2000)));
  for (const at of placesFor(script, anchor.to)) {
    for (const [lead, trail] of [[end + end, ''], [end + end, end], [end, ''], [end + end, end + end]] as const) {
      const edit: Edit = { offset: at, removed: 0, inserted: lead + text + trail };
      if (addsOnlyNotes(script, edit)) {
        return { ok: true, edit, kept: { text, from: at, to: at, stands: false } };
      }
    }
  }
  return { ok: false, reason: 'unsafe' };
}

/** One line that no bracket in it can end, and no boneyard can swallow. */
function safeWords(words: string): string {
  return plainLine(words, LONGEST).replace(/\[/g, '(').replace(/\]/g, ')').replace(/\/\*/g, '/ *').replace(/\*\//g, '* /').trim();
}

/** Behind the speech or element that holds an offset; failing that, behind those that follow, as far as the next few. */
function placesFor(script: Script, offset: number): readonly number[] {
  const speech = speechAt(script, offset);
  const ends: number[] = speech ? [speech.to] : [];
  let behind: PlacedElement[] = [];
  for (const placed of elementsOf(script, Math.max(0, offset - 1))) {
    if (placed.to >= offset) {
      behind = [...behind, placed];
    }
    if (behind.length === 6) {
      break;
    }
  }
  return [...new Set([...ends, ...behind.map(({ to }) => to).filter((to) => to >= (speech?.to ?? offset))])];
}
