// Keeping a note adds a note and changes nothing else; the list of notes and its Markdown.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { keepNote } from '../../../../src/core/notes/keepNote';
import { markNoteKept } from '../../../../src/core/notes/note';
import { notesByScene, notesMarkdown, type NoteWords } from '../../../../src/core/notes/noteList';
import { elementsOf } from '../../../../src/core/script/elements';
import { randomFrom, randomText, featureScript } from '../../../support/randomScript';
import { DINER } from '../proposals/sample';
import { NoteDesk, noteOn, placeOf } from './samples';

const TWICE = 'I drove around the block. Twice.';

function kept(desk: NoteDesk, words: string): NoteDesk {
  const keeping = keepNote(desk.note, words, desk.script);
  assert.ok(keeping.ok);
  desk.note = markNoteKept(desk.note, keeping.kept);
  desk.apply(keeping.edit);
  assert.equal(desk.text.slice(desk.note.kept?.from, desk.note.kept?.to), keeping.kept.text);
  return desk;
}

describe('a note kept in the script', () => {
  it('stands under the speech or the paragraph it is on, on a line of its own', () => {
    assert.equal(kept(NoteDesk.on(DINER, 'drove'), 'Stakes: Who loses?').text, DINER.replace(TWICE, `${TWICE}\n\n[[Stakes: Who loses?]]`));
    assert.equal(kept(NoteDesk.on(DINER, 'Rain'), 'Rain again?').text, DINER.replace('into the booth.', 'into the booth.\n\n[[Rain again?]]'));
    assert.equal(kept(NoteDesk.on(DINER, 'real in March'), 'x').text, DINER.replace('real in March.', 'real in March.\n\n[[x]]'));
    assert.equal(kept(NoteDesk.on(DINER, 'ALL-NIGHT'), 'x').text, DINER.replace('NIGHT DINER - NIGHT', 'NIGHT DINER - NIGHT\n\n[[x]]'));
  });

  it('stands at the end of a script without a last line end, and in one with other line ends', () => {
    const desk = kept(NoteDesk.on(DINER.replace(/\n/g, '\r\n').trimEnd(), 'March to me'), 'Two\nlines.\r\n\r\nThree.');
    assert.ok(desk.text.endsWith('together.\r\n\r\n[[Two lines. Three.]]'));
  });

  it('can be ended by nothing in its words', () => {
    const text = kept(NoteDesk.on(DINER, 'drove'), 'a ]] b [[ c /* d */ e]').text;
    assert.ok(text.includes('[[a )) b (( c / * d * / e)]]'));
  });

  it('is open again when undo takes it out, kept again with redo, and stays kept when the writer writes in it', () => {
    const desk = kept(NoteDesk.on(DINER, 'drove'), 'Who loses?');
    assert.equal(desk.note.state, 'kept');
    assert.equal(desk.replace('\n\n[[Who loses?]]', '').note.state, 'open');
    assert.equal(desk.replace(TWICE, `${TWICE}\n\n[[Who loses?]]`).note.state, 'kept');
    assert.equal(desk.replace('Who loses', 'Who loses what').note.state, 'kept');
    assert.equal(desk.replace('[[Who loses what?]]', '').note.kept?.stands, false);
  });

  it('is not written where its words are gone', () => {
    const desk = NoteDesk.on(DINER, TWICE).replace(`MARA\n${TWICE}\n\n`, '');
    assert.deepEqual(keepNote(desk.note, 'x', desk.script), { ok: false, reason: 'gone' });
  });

  it('changes no other element, on any text', function () {
    this.timeout(60_000);
    let written = 0;
    const sources = (text: string, but: number): string[] => [...elementsOf(parse(text))].filter(({ from }) => from !== but).map(({ element, from, to }) => `${element.kind} ${text.slice(from, to)}`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1 << 30 }), (seed) => {
        const random = randomFrom(seed);
        const text = random() < 0.7 ? randomText(random, 40) : featureScript(3, seed);
        const [a, b] = [Math.floor(random() * text.length), Math.floor(random() * text.length)];
        const script = parse(text);
        const keeping = keepNote(noteOn(script, Math.min(a, b), Math.max(a, b)), 'Who loses ]] what? */', script);
        if (keeping.ok) {
          written += 1;
          const after = applyEdit(text, keeping.edit);
          const at = after.indexOf('[[Who loses )) what? * /]]', keeping.edit.offset);
          assert.ok(at >= keeping.edit.offset && keeping.edit.removed === 0);
          assert.deepEqual(sources(after, at), sources(text, -1));
        }
      }),
      { seed: 4, numRuns: 600 },
    );
    assert.ok(written > 300, `${written} of 600 written`);
  });
});

describe('a list of notes', () => {
  const WORDS: NoteWords = {
    title: 'Notes on diner.fountain', beforeScenes: 'Before the first scene', next: 'Next step:', resolved: 'resolved', kept: 'kept', stale: 'the line has changed since',
    kinds: { clarity: 'Clarity', stakes: 'Stakes', voice: 'Voice', sameVoice: 'Any voice', continuity: 'Continuity', setUp: 'Set-up', pace: 'Pace' },
  };
  const script = parse(DINER);
  const note = (words: string, nth = 0, more = {}): ReturnType<typeof noteOn> => noteOn(script, placeOf(DINER, words, nth), placeOf(DINER, words, nth) + words.length, more);

  it('goes by scene, in the order of the script as it stands', () => {
    const scenes = notesByScene([note('Say it, then.'), note('No.', 1), note('Long Way'), note(TWICE)], script);
    assert.deepEqual(scenes.map(({ number, heading, notes }) => [number, heading, notes.map(({ quote }) => quote)]), [
      [0, '', ['Long Way']],
      [1, 'INT. ALL-NIGHT DINER - NIGHT', [TWICE]],
      [2, 'EXT. PARKING LOT - LATER', ['No.', 'Say it, then.']],
    ]);
  });

  it('is Markdown in which nothing of a model or a script is more than words', () => {
    const hostile = note('No.', 0, { text: '[x](command:evil) ![i](http://a.b/c) <img src=x> # no', nextStep: '1. www.a.b', state: 'resolved' });
    const text = notesMarkdown(notesByScene([{ ...hostile, quote: 'No.\n<b>' }], script), WORDS);
    assert.equal(text, [
      '# Notes on diner.fountain', '', '## 1. INT. ALL-NIGHT DINER - NIGHT', '', '**Stakes \\(resolved\\)**', '', '> No.', '> \\<b\\>', '',
      '\\[x\\]\\(command:evil\\) \\!\\[i\\]\\(http:\u200b//a.b/c\\) \\<img src=x\\> \\# no', '', '*Next step:* 1\\. www\u200b.a.b', '',
    ].join('\n'));
  });
});
