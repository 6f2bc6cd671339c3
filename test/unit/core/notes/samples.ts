// What the tests of notes share: a script, a note on words of it, and a desk on which the note follows what happens to the text.
import assert from 'node:assert/strict';
import { applyEdit, type Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { sliceOf, type Script } from '../../../../src/core/fountain/script';
import { noteSurroundings, rebaseNote } from '../../../../src/core/notes/followNotes';
import type { ReaderNote } from '../../../../src/core/notes/note';

export function noteOn(script: Script, from: number, to: number, more: Partial<ReaderNote> = {}): ReaderNote {
  const anchor = { from, to, standing: 'here' as const, around: noteSurroundings(script, { from, to }) };
  return { id: 'n', uri: 'file:///diner.fountain', kind: 'stakes', anchor, quote: sliceOf(script, from, to), scene: '', text: 'Nobody can lose here.', nextStep: 'Let one of them lose.', state: 'open', createdAt: 0, ...more };
}

export class NoteDesk {
  script: Script;
  constructor(
    public text: string,
    public note: ReaderNote,
  ) {
    this.script = parse(text);
  }

  /** A note on the nth place where `words` stand. */
  static on(text: string, words: string, nth = 0): NoteDesk {
    const at = placeOf(text, words, nth);
    return new NoteDesk(text, noteOn(parse(text), at, at + words.length));
  }

  apply(...edits: Edit[]): this {
    const before = this.script;
    this.script = edits.reduce(reparse, before);
    this.text = edits.reduce(applyEdit, this.text);
    this.note = rebaseNote(this.note, { before, edits, after: this.script });
    return this;
  }

  replace(old: string, by: string, nth = 0): this {
    return this.apply({ offset: placeOf(this.text, old, nth), removed: old.length, inserted: by });
  }

  get anchored(): string {
    return this.text.slice(this.note.anchor.from, this.note.anchor.to);
  }
}

export function placeOf(text: string, words: string, nth = 0): number {
  let at = -1;
  for (let i = 0; i <= nth; i++) {
    at = text.indexOf(words, at + 1);
  }
  assert.ok(at >= 0, `the text does not hold ${words}`);
  return at;
}
