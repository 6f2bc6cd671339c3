// The outline and the other questions asked of a script.
import assert from 'node:assert/strict';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { charactersOf } from '../../../../src/core/script/characters';
import { headingParts } from '../../../../src/core/script/heading';
import { locationsOf } from '../../../../src/core/script/locations';
import { outlineOf, sceneAt, scenesOf } from '../../../../src/core/script/outline';
import { countWords, findAgain, speechAt, speechesOf } from '../../../../src/core/script/speeches';
import { sliceOf } from '../../../../src/core/fountain/script';
import { featureScript, randomEdit, randomFrom } from '../../../support/randomScript';

const SCRIPT = [
  '# Act One', '= It begins.', '', '## Arrivals', '', 'INT. DINER - NIGHT #3#', '= They meet.', '',
  'MARA', "I'm late.", '', 'Dev (V.O.)', 'x', '', 'DEV (V.O.)', 'You are.', '', 'EXT. CAR PARK - DAWN', '', 'Mara runs.', '',
  '# Act Two', '', 'INT. DINER - LATER', '', "MARA (CONT'D)", '(low)', 'Sorry. [[why?]]', '',
].join('\n');

describe('outline', () => {
  it('nests scenes in sections by their spans, with synopses and speakers', () => {
    const outline = outlineOf(parse(SCRIPT)).map(({ item, from, to, line, endLine }) => ({
      name: item.kind === 'scene' ? item.heading : `${item.depth} ${item.text}`,
      synopsis: item.synopsis,
      people: item.kind === 'scene' ? item.characters : undefined,
      text: SCRIPT.slice(from, to).split('\n')[0],
      lines: [line, endLine],
    }));
    assert.deepEqual(outline, [
      { name: '1 Act One', synopsis: 'It begins.', people: undefined, text: '# Act One', lines: [0, 20] },
      { name: '2 Arrivals', synopsis: undefined, people: undefined, text: '## Arrivals', lines: [3, 20] },
      { name: 'INT. DINER - NIGHT', synopsis: 'They meet.', people: ['MARA', 'DEV'], text: 'INT. DINER - NIGHT #3#', lines: [5, 16] },
      { name: 'EXT. CAR PARK - DAWN', synopsis: undefined, people: [], text: 'EXT. CAR PARK - DAWN', lines: [17, 20] },
      { name: '1 Act Two', synopsis: undefined, people: undefined, text: '# Act Two', lines: [21, 28] },
      { name: 'INT. DINER - LATER', synopsis: undefined, people: ['MARA'], text: 'INT. DINER - LATER', lines: [23, 28] },
    ]);
  });

  it('finds the scene around an offset, and none before the first', () => {
    const script = parse(SCRIPT);
    assert.equal(sceneAt(script, 0), undefined);
    assert.equal(sceneAt(script, SCRIPT.indexOf('You are'))?.item.heading, 'INT. DINER - NIGHT');
    assert.equal(sceneAt(script, SCRIPT.indexOf('# Act Two')), undefined);
    assert.equal(sceneAt(script, SCRIPT.length)?.item.heading, 'INT. DINER - LATER');
  });

  it('is the same after random edits as on a fresh parse, and keeps the items that were left alone', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 12; seed++) {
      const random = randomFrom(seed);
      let text = featureScript(40, seed);
      let script = parse(text);
      outlineOf(script);
      for (let step = 0; step < 60; step++) {
        const edit = randomEdit(random, text);
        script = reparse(script, edit);
        text = applyEdit(text, edit);
        assert.deepEqual(outlineOf(script), outlineOf(parse(text)), `seed ${seed} step ${step}`);
      }
    }
  });

  it('keeps every item but the scene typed in', () => {
    const text = featureScript(190);
    const script = parse(text);
    const before = new Set(outlineOf(script).map(({ item }) => item));
    const after = reparse(script, { offset: text.indexOf('turns', text.length / 2), removed: 0, inserted: ' and a good many words more than the line could hold before' });
    assert.equal(outlineOf(after).filter(({ item }) => !before.has(item)).length, 1);
  });
});

describe('heading parts', () => {
  const rows: readonly (readonly [string, string | undefined, string, string | undefined])[] = [
    ['INT. DINER - NIGHT', 'INT', 'DINER', 'NIGHT'],
    ['ext house - kitchen - moments later', 'EXT', 'house - kitchen', 'moments later'],
    ['EXT. NEW YORK - BROOKLYN', 'EXT', 'NEW YORK - BROOKLYN', undefined],
    ['INT./EXT. CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['I/E VAN — DUSK', 'INT/EXT', 'VAN', 'DUSK'],
    ['EST. HARBOUR', 'EST', 'HARBOUR', undefined],
    ['THE BLUE ROOM', undefined, 'THE BLUE ROOM', undefined],
    ['INT. CUISINE – NUIT', 'INT', 'CUISINE', 'NUIT'],
    ['INT. SUN-DAY CLUB', 'INT', 'SUN-DAY CLUB', undefined],
    ['INT. _DINER_ [[cold]] - NIGHT', 'INT', 'DINER', 'NIGHT'],
    ['INT.', 'INT', '', undefined],
  ];
  for (const [heading, place, set, time] of rows) {
    it(heading, () => {
      const parts = headingParts(heading);
      assert.deepEqual([parts.place, parts.set, parts.time], [place, set, time]);
    });
  }
});

describe('speeches and characters', () => {
  it('finds the speech at the cue, in the text and at its end, and none beside it', () => {
    const script = parse(SCRIPT);
    const cue = SCRIPT.indexOf('DEV (V.O.)');
    for (const offset of [cue, cue + 3, SCRIPT.indexOf('You are'), SCRIPT.indexOf('You are') + 8]) {
      const speech = speechAt(script, offset);
      assert.ok(speech);
      assert.equal(speech.name, 'DEV');
      assert.equal(sliceOf(script, speech.from, speech.to), 'You are.');
      assert.deepEqual([speech.cueLine, speech.line, speech.endLine], [14, 15, 15]);
    }
    assert.equal(speechAt(script, cue - 1), undefined);
    assert.equal(speechAt(parse(''), 0), undefined);
  });

  it('merges names across extensions and case, and counts words said', () => {
    const figures = charactersOf(parse('MARA\nOne two.\n\nMARA (V.O.)\n(to herself)\nThree [[not this]] *four*.\n\n@Mara\nFive.\n\nDEV\nOne.'));
    assert.deepEqual(figures.map(({ name, speeches, words }) => [name, speeches, words]), [['MARA', 3, 5], ['DEV', 1, 1]]);
    assert.equal(figures[0]?.share, 5 / 6);
  });

  it('tells a character’s scenes and the first speech in each', () => {
    const script = parse(SCRIPT);
    const mara = charactersOf(script).find(({ name }) => name === 'MARA');
    assert.deepEqual(mara?.scenes.map(({ scene, speeches, first }) => [scene, speeches, sliceOf(script, first.from, first.to)]), [
      [0, 1, "I'm late."],
      [2, 1, '(low)\nSorry. [[why?]]'],
    ]);
  });

  it('gives the speeches of a span', () => {
    const script = parse(SCRIPT);
    const [first] = scenesOf(script);
    assert.deepEqual(speechesOf(script, first).map(({ name }) => name), ['MARA', 'DEV']);
    assert.equal(speechesOf(script).length, 3);
  });

  it('finds a speech again wherever edits around it took it, and none whose lines changed', () => {
    const script = parse(SCRIPT);
    const speech = speechAt(script, SCRIPT.indexOf('You are'));
    assert.ok(speech);
    const moved = reparse(script, { offset: 0, removed: 0, inserted: 'FADE IN:\n\nDEV (V.O.)\nYou are.\n\n' });
    const found = findAgain(moved, speech);
    assert.deepEqual([found?.from, found?.line], [speech.from + 31, speech.line + 5]);
    assert.equal(findAgain(reparse(script, { offset: speech.from, removed: 0, inserted: 'Well, ' }), speech), undefined);
  });

  it('counts words in any script', () => {
    assert.equal(countWords("I'm *not* a well-known man."), 5);
    assert.equal(countWords('你好吗'), 3);
    assert.equal(countWords('Привет, Жанна'), 2);
    assert.equal(countWords('… — !'), 0);
  });
});

describe('locations', () => {
  it('gathers scenes by set', () => {
    assert.deepEqual(locationsOf(parse(SCRIPT)), [
      { set: 'DINER', scenes: [0, 2] },
      { set: 'CAR PARK', scenes: [1] },
    ]);
  });
});
