// Hunks as a writer reads them: paragraph by paragraph, the same every time, quick whatever the text.
import * as assert from 'node:assert/strict';
import { hunksBetween } from '../../../../src/core/drafts/hunks';
import { featureScript, randomFrom } from '../../../support/randomScript';

const told = (base: string, text: string): string[][] => hunksBetween(base, text).map(({ removed, inserted }) => [removed, inserted]);

const SCENE = 'INT. DINER - NIGHT\n\nMara folds the map along the old crease and puts it away.\n\nMARA\nYou came back.\n\nDEV\nFor the map.\n\nThe rain has stopped. Nobody notices.\n\nMARA\nThen take it.\n\n';

describe('the hunks of a draft', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('are none where nothing differs, line ends aside', () => {
    assert.deepEqual(told(SCENE, SCENE), []);
    assert.deepEqual(told(SCENE.replace(/\n/g, '\r\n'), SCENE), []);
  });

  it('are one for a rewritten paragraph, however much of it is new', () => {
    const text = SCENE.replace('Mara folds the map along the old crease and puts it away.', 'Along the old crease, Mara folds the map. Once. Twice. It will not go into the bag.');
    assert.deepEqual(told(SCENE, text), [['Mara folds the map along the old crease and puts it away.\n\n', 'Along the old crease, Mara folds the map. Once. Twice. It will not go into the bag.\n\n']]);
  });

  it('are one for each of two rewritten neighbours', () => {
    const text = SCENE.replace('You came back.', 'Back, then.').replace('For the map.', 'For what is on the map.');
    assert.deepEqual(told(SCENE, text).map(([removed]) => removed), ['MARA\nYou came back.\n\n', 'DEV\nFor the map.\n\n']);
  });

  it('pair the speeches of one person also where no word is left', () => {
    const text = SCENE.replace('You came back.', 'Rain again?').replace('For the map.', 'It never ends here.').replace('Then take it.', 'Well.');
    assert.deepEqual(told(SCENE, text).map(([removed, inserted]) => [removed?.split('\n')[0], inserted?.split('\n')[0]]), [['MARA', 'MARA'], ['DEV', 'DEV'], ['MARA', 'MARA']]);
  });

  it('hold a passage that came, or went, as one', () => {
    const exchange = 'DEV\nAnd the boat?\n\nMARA\nGone.\n\n';
    const text = SCENE.replace('The rain', `${exchange}The rain`);
    assert.deepEqual(told(SCENE, text), [['', exchange]]);
    assert.deepEqual(told(text, SCENE), [[exchange, '']]);
  });

  it('hold a paragraph broken in two as one', () => {
    const text = SCENE.replace('The rain has stopped. Nobody notices.', 'The rain has stopped.\n\nNobody notices.');
    assert.deepEqual(told(SCENE, text), [['The rain has stopped. Nobody notices.\n\n', 'The rain has stopped.\n\nNobody notices.\n\n']]);
  });

  it('never part a speech from its cue, nor a note over several paragraphs', () => {
    const text = SCENE.replace('DEV\nFor', 'DEV\n(low)\nFor');
    assert.deepEqual(told(SCENE, text), [['DEV\nFor the map.\n\n', 'DEV\n(low)\nFor the map.\n\n']]);
    const note = `${SCENE}[[one\ntwo]]\n\nEnd.\n`;
    assert.deepEqual(told(note, note.replace('two', 'three')), [['[[one\ntwo]]\n\n', '[[one\nthree]]\n\n']]);
  });

  it('lean on each other where one could not stand alone: at a stretch\'s end without a blank line', () => {
    assert.deepEqual(told('A man.\n\nA door.', 'A man.\n\nA door.\n\nA dog.'), [['A door.', 'A door.\n\nA dog.']]);
    assert.deepEqual(told('A man.\n\nA door.\n\nA dog.', 'A man.\n\nA door.'), [['A door.\n\nA dog.', 'A door.']]);
  });

  it('rewrite a heading in its place', () => {
    assert.deepEqual(told(SCENE, SCENE.replace('INT. DINER - NIGHT', 'EXT. HARBOUR - DAWN')), [['INT. DINER - NIGHT\n\n', 'EXT. HARBOUR - DAWN\n\n']]);
  });

  it('are found on a whole feature and on hostile text without ado, and cover both sides', function () {
    this.timeout(60_000); // a busy machine is no failure
    const feature = featureScript(190, 2);
    const equal = 'A\n\n'.repeat(10_000);
    const random = randomFrom(9);
    const distinct = (seed: number): string => Array.from({ length: 10_000 }, (_, i) => `${seed} ${i}`).join('\n\n');
    const shuffled = Array.from({ length: 10_000 }, () => (random() < 0.5 ? 'A' : 'B')).join('\n\n');
    const others = Array.from({ length: 10_000 }, () => (random() < 0.5 ? 'A' : 'B')).join('\n\n');
    const line = 'word '.repeat(200_000);
    for (const [base, text] of [
      [feature, feature.replace(/\b(the|water|slowly)\b/g, 'x')],
      [feature, ''],
      ['', feature],
      [equal, equal.slice(0, -3)],
      [equal, equal.replace(/^A/, 'B')],
      [distinct(1), distinct(2)],
      [shuffled, others],
      [line, `${line}x`],
      ['A\n'.repeat(10_000), 'A\n'.repeat(9_999)],
      ['[['.repeat(5_000), ']]'.repeat(5_000)],
    ] as const) {
      const hunks = hunksBetween(base, text);
      assert.ok(hunks.length > 0);
      let [a, b] = [0, 0];
      for (const hunk of hunks) {
        assert.equal(base.slice(a, hunk.base.from), text.slice(b, hunk.text.from));
        [a, b] = [hunk.base.to, hunk.text.to];
      }
      assert.equal(base.slice(a), text.slice(b));
    }
  });
});
