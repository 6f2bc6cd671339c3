// A note stays on its words while the writer writes. The judge of the random part knows nothing of text: every character
// has an identity of its own, and a note that says it is on its words must be on the very characters it was made for.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { rebaseNote, rebaseNotes, refreshNote, relocateNote, relocateNotes } from '../../../../src/core/notes/followNotes';
import { isStale, withState, type ReaderNote } from '../../../../src/core/notes/note';
import { longestUntouched, restoreNotes, serialiseNotes } from '../../../../src/core/notes/serialiseNotes';
import { randomFrom, pick } from '../../../support/randomScript';
import { DINER } from '../proposals/sample';
import { NoteDesk, noteOn, placeOf } from './samples';

const TWICE = 'I drove around the block. Twice.';

describe('a note', () => {
  it('moves with what is written above it, and takes nothing in that is written at its ends', () => {
    const desk = NoteDesk.on(DINER, TWICE).replace('Rain on', 'Heavy rain on').replace(TWICE, `So: ${TWICE} Really.`);
    assert.equal(desk.anchored, TWICE);
    assert.ok(!isStale(desk.note));
  });

  it('says when its words are changed, and when they are gone; undo makes it good', () => {
    const desk = NoteDesk.on(DINER, TWICE).replace('Twice', 'Thrice');
    assert.equal(desk.note.anchor.standing, 'changed');
    assert.equal(desk.replace('Thrice', 'Twice').note.anchor.standing, 'here');
    assert.equal(desk.replace(`MARA\n${TWICE}\n\n`, '').note.anchor.standing, 'gone');
    assert.equal(desk.replace("DEV\nDid you open", `MARA\n${TWICE}\n\nDEV\nDid you open`).anchored, TWICE);
    assert.ok(!isStale(desk.note));
  });

  it('goes with a scene that is moved in one step, and with one cut here and pasted there', () => {
    const lot = DINER.slice(placeOf(DINER, 'EXT. PARKING'));
    const top = placeOf(DINER, 'INT. ALL-NIGHT');
    for (const together of [true, false]) {
      const desk = NoteDesk.on(DINER, 'No.', 1);
      const out = { offset: placeOf(DINER, lot), removed: lot.length, inserted: '' };
      const back = { offset: top, removed: 0, inserted: lot };
      if (together) {
        desk.apply(out, back);
      } else {
        desk.apply(out);
        assert.equal(desk.note.anchor.standing, 'gone');
        desk.apply(back);
      }
      assert.equal(desk.note.anchor.from, placeOf(desk.text, 'No.', 0));
      assert.ok(desk.note.anchor.from < placeOf(desk.text, 'ALL-NIGHT') && !isStale(desk.note));
    }
  });

  it('stays on its own of two equal lines, and is no third one that is typed elsewhere', () => {
    const desk = NoteDesk.on(DINER, 'No.', 1).replace('No.', '', 0);
    assert.equal(desk.note.anchor.from, placeOf(desk.text, 'No.'));
    desk.replace('No.', '').replace('Rain on the windows.', 'Rain on the windows. No.');
    assert.equal(desk.note.anchor.standing, 'gone');
  });

  it('is found again after a tool wrote the whole script anew, with other line ends too', () => {
    const desk = NoteDesk.on(DINER, `MARA\n${TWICE}`);
    desk.apply({ offset: 0, removed: DINER.length, inserted: `NEW\n\n${DINER}`.replace(/\n/g, '\r\n') });
    assert.equal(desk.anchored, `MARA\r\n${TWICE}`);
  });

  it('survives a reload, at its place or where it has gone, and says when it is nowhere', () => {
    const script = parse(DINER);
    const from = placeOf(DINER, 'No.', 1);
    const [kept] = restoreNotes(JSON.parse(JSON.stringify(serialiseNotes([refreshNote(noteOn(script, from, from + 3), script)]))));
    assert.ok(kept);
    assert.deepEqual(relocateNote(kept, script), kept);
    const moved = parse(`A new first line.\n\n${DINER}`);
    assert.equal(relocateNote(kept, moved).anchor.from, from + 19);
    assert.ok(!isStale(relocateNote(kept, moved)));
    assert.ok(isStale(relocateNote(kept, parse('INT. ELSEWHERE - DAY\n\nMARA\nNo.\n'))));
    assert.deepEqual(relocateNote(kept, parse('')).anchor, { ...kept.anchor, from: 0, to: 0, standing: 'gone' });
  });

  it('is followed with all others as it is by itself', () => {
    const script = parse(DINER);
    const notes = [...DINER.matchAll(/[^\n]{3,}/g)].map(({ index, 0: line }) => refreshNote(noteOn(script, index, index + line.length, { id: `${index}` }), script));
    for (const text of [DINER, `A new first line.\n\n${DINER}`, DINER.replaceAll('\n', '\r\n'), DINER.slice(0, DINER.length / 2), `${DINER}\n${DINER}`, '']) {
      const now = parse(text);
      assert.deepEqual(relocateNotes(notes, now), notes.map((note) => relocateNote(note, now)));
      const step = { before: script, edits: [{ offset: 0, removed: DINER.length, inserted: text }], after: now };
      assert.deepEqual(rebaseNotes(notes, step), notes.map((note) => rebaseNote(note, step)));
    }
  });

  it('is the same object where nothing about it changed', () => {
    const desk = NoteDesk.on(DINER, 'You\'re late.');
    const { note } = desk;
    assert.equal(desk.replace('Say it, then.', 'Then say it.').note, note);
    assert.equal(withState(note, 'open'), note);
  });
});

const WRITTEN = ['x', '\n', '\n\n', 'No.', 'MARA\nNo.\n\n', 'DEV\n', 'Rain. ', '(beat)\n', '[[why?]]', '/*', '*/', '\n\nMARA\nNo.\n\nDEV\nSay it, then.\n', '\r\n'];

/** A note and the identities of the characters it was made for. */
interface Watched {
  readonly ids: readonly number[];
  readonly nearby: ReadonlySet<number>;
  desk: NoteDesk;
  /** The characters it was last rightly on: once typed anew in the place of the first ones, others may come back elsewhere. */
  on: readonly number[];
  wasHere: boolean;
}

class Pages {
  ids = Array.from(DINER, (_char, i) => i);
  readonly watched: Watched[];
  private next = DINER.length;
  private done: { edit: Edit; ids: readonly number[]; removed: string; removedIds: readonly number[] }[] = [];
  private cut: { text: string; ids: readonly number[] } = { text: '', ids: [] };

  constructor() {
    const places: [string, number][] = [['No.', 0], ['No.', 1], [TWICE, 0], ['Rain on the windows.', 0], ['Say it', 0]];
    this.watched = places.map(([words, nth]) => {
      const from = placeOf(DINER, words, nth);
      const to = from + words.length;
      return { ids: this.ids.slice(from, to), nearby: new Set([...this.ids.slice(Math.max(0, from - 40), from), ...this.ids.slice(to, to + 40)]), desk: NoteDesk.on(DINER, words, nth), on: this.ids.slice(from, to), wasHere: true };
    });
  }

  get text(): string {
    return this.watched[0]?.desk.text ?? '';
  }

  write(offset: number, removed: number, inserted: string, ids: readonly number[] = Array.from(inserted, () => this.next++), remember = true): void {
    const edit = { offset, removed, inserted };
    const entry = { edit, ids, removed: this.text.slice(offset, offset + removed), removedIds: this.ids.slice(offset, offset + removed) };
    this.ids.splice(offset, removed, ...ids);
    this.watched.forEach(({ desk }) => desk.apply(edit));
    if (remember) {
      this.done.push(entry);
    }
  }

  undo(): void {
    const last = this.done.pop();
    if (last) {
      this.write(last.edit.offset, last.edit.inserted.length, last.removed, last.removedIds, false);
    }
  }

  cutOut(from: number, to: number): void {
    this.cut = { text: this.text.slice(from, to), ids: this.ids.slice(from, to) };
    this.write(from, to - from, '');
  }

  paste(offset: number): void {
    this.write(offset, 0, this.cut.text, this.cut.ids);
    this.cut = { text: '', ids: [] };
  }
}

describe('notes under 3,000 random histories of writing, undo, cut and paste', function () {
  this.timeout(120_000);
  it('are on the very characters they were made for, or say that they are not', () => {
    let checked = 0;
    let lost = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 30 }), (seed) => {
        const random = randomFrom(seed);
        const pages = new Pages();
        for (let step = 0; step < 14; step++) {
          const at = Math.floor(random() * (pages.text.length + 1));
          const to = Math.min(pages.text.length, at + Math.floor(random() * (random() < 0.2 ? 200 : 15)));
          const what = random();
          if (what < 0.4) {
            pages.write(at, random() < 0.5 ? 0 : to - at, pick(random, WRITTEN));
          } else if (what < 0.6) {
            pages.cutOut(at, to);
          } else if (what < 0.75) {
            pages.paste(at);
          } else {
            pages.undo();
          }
          for (const watched of pages.watched) {
            const { ids, nearby, desk } = watched;
            const { from, to: end, standing } = desk.note.anchor;
            assert.ok(from >= 0 && from <= end && end <= desk.text.length);
            const here = pages.ids.slice(from, end);
            const whole = pages.ids.indexOf(ids[0] ?? -1);
            const together = whole >= 0 && ids.every((id, i) => pages.ids[whole + i] === id);
            if (standing === 'here') {
              checked += 1;
              assert.equal(desk.anchored, desk.note.quote);
              // Typed anew between the old neighbours they are as good, where the old ones are gone or were lost before.
              const retyped = (!together || !watched.wasHere) && [...pages.ids.slice(Math.max(0, from - 40), from), ...pages.ids.slice(end, end + 40)].some((id) => nearby.has(id));
              const right = retyped || ids.every((id, i) => here[i] === id) || watched.on.every((id, i) => here[i] === id);
              assert.ok(right, `on the wrong ${desk.anchored}`);
              watched.on = here;
            } else if (together && standing !== 'changed') {
              lost += 1;
            }
            watched.wasHere = standing === 'here';
          }
        }
      }),
      { seed: 4, numRuns: 3000 },
    );
    assert.ok(checked > 100_000 && lost < checked / 20, `${checked} on their words, ${lost} not found though they were there`);
  });
});

describe('notes in a store', () => {
  const script = parse(DINER);
  const note = noteOn(script, 30, 40, { record: 'r', kept: { text: '[[x]]', from: 1, to: 6, stands: true }, state: 'kept' });

  it('come back as they were, and rubbish does not', () => {
    assert.deepEqual(restoreNotes(JSON.parse(JSON.stringify(serialiseNotes([note])))), [note]);
    const bad = [{ ...note, id: 'b', kind: 'praise' }, { ...note, id: 'c', anchor: { from: 5, to: 1 } }, { ...note, id: '' }, { ...note, id: 'd', createdAt: -1 }, { ...note, id: 'e', state: 'kept', kept: 3 }, note];
    assert.deepEqual(restoreNotes({ version: 1, notes: [note, ...bad] }).map(({ id, state }) => `${id} ${state}`), ['n kept', 'e open']);
    for (const data of [undefined, null, 3, 'x', [], {}, { version: 2, notes: [note] }, { version: 1, notes: {} }]) {
      assert.deepEqual(restoreNotes(data), []);
    }
    fc.assert(fc.property(fc.anything(), (data) => void restoreNotes({ version: 1, notes: [data, { ...note, anchor: data }] })), { seed: 4, numRuns: 300 });
  });

  it('are let go of script by script, the longest untouched first', () => {
    const kept = [5, 1, 9, 3].map((createdAt) => ({ key: createdAt, notes: [{ ...note, createdAt: 0 }, { ...note, createdAt }] }));
    assert.deepEqual(longestUntouched(kept, 2).map(({ key }) => key), [1, 3]);
    assert.deepEqual(longestUntouched(kept, -3), []);
  });

  it('keep the newest where there are thousands', () => {
    const many = Array.from({ length: 1500 }, (_, i): ReaderNote => ({ ...note, id: `n${i}` }));
    assert.deepEqual(restoreNotes(serialiseNotes(many)).map(({ id }) => id), many.slice(-1000).map(({ id }) => id));
  });
});
