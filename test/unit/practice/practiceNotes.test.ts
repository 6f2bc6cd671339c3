// The practice model's notes: notes that the house lets in, on words of the sample, and not twice.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../src/core/fountain/parse';
import { checkNote } from '../../../src/core/notes/checkNote';
import { notesRequest, planNotes } from '../../../src/core/notes/notesRequest';
import { scenesOf } from '../../../src/core/script/outline';
import { createItemReader } from '../../../src/core/suggest/itemReader';
import { composeAnswer } from '../../practice/server.mjs';
import type { NoteKind, ReaderNote } from '../../../src/core/notes/note';
import { noteOn } from '../core/notes/samples';

const script = parse(readFileSync('media/sample/surtitles.fountain', 'utf8'));

function ask(span: { from: number; to: number }, kinds: NoteKind[] = [], already: ReaderNote[] = []): { given: number; notes: ReaderNote[] } {
  const question = { script, span, contextTokens: 32_000, kinds };
  let given = 0;
  const notes: ReaderNote[] = [];
  for (const part of planNotes(question)) {
    const reader = createItemReader();
    for (const raw of reader.push(composeAnswer({ messages: notesRequest(question, part, already.map(({ text }) => text)).messages }))) {
      given += 1;
      const checked = checkNote(raw, script, { span: part, kinds, already: [...already, ...notes] });
      if (checked.ok) {
        const { span: place, ...said } = checked.note;
        notes.push(noteOn(script, place.from, place.to, said));
      }
    }
  }
  return { given, notes };
}

describe('the practice model as a reader', () => {
  it('gives notes on every scene of the sample and on all of it, nearly all of them on words of the page', () => {
    for (const span of [...scenesOf(script), { from: 0, to: script.length }]) {
      const { given, notes } = ask(span);
      assert.ok(notes.length > 0 && notes.length >= given * 0.8, `${notes.length} of ${given}`);
      assert.ok(notes.every(({ nextStep, quote }) => nextStep !== '' && quote !== ''));
      assert.ok(!/undefined|\[object/.test(JSON.stringify(notes)));
    }
    assert.ok(new Set(ask({ from: 0, to: script.length }).notes.map(({ kind }) => kind)).size >= 3);
  });

  it('looks for what it is asked for alone, and does not say the same again', () => {
    const all = { from: 0, to: script.length };
    const { notes } = ask(all, ['stakes']);
    assert.ok(notes.length > 0 && notes.every(({ kind }) => kind === 'stakes'));
    const again = ask(all, [], ask(all).notes);
    assert.equal(again.notes.some(({ text }) => ask(all).notes.some((note) => note.text === text)), false);
  });

  it('is no reader of anything else', () => {
    assert.ok(!composeAnswer({ messages: [{ role: 'user', content: 'Hello' }] }).includes('"notes"'));
  });
});
