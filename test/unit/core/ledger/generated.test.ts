// Which words of an accepted text are the model's.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generatedRuns } from '../../../../src/core/ledger/generated';
import { ledgerWords } from '../../../../src/core/ledger/words';

const inWords = (text: string, runs: readonly (readonly [number, number])[]) => runs.map(([from, to]) => ledgerWords(text).slice(from, to).join(' '));

describe('the words a model wrote', () => {
  it('are all of a line that was taken as offered', () => {
    assert.deepEqual(generatedRuns('I know that.', 'I know that.', 'You are late.'), [[0, 3]]);
  });

  it('are not those the writer put in before taking it', () => {
    const inserted = 'I have always known that, Dev.';
    assert.deepEqual(inWords(inserted, generatedRuns('I known that.', inserted, '')), ['I', 'known that']);
  });

  it('are not those that stood there: a sentence kept is the writer’s, a word alike is chance', () => {
    const inserted = 'Rain on the windows. She waits by the door, and the phone rings.';
    assert.deepEqual(inWords(inserted, generatedRuns(inserted, inserted, 'Rain on the windows. The clock stops.')), ['She waits by the door and the phone rings']);
    assert.deepEqual(inWords('The end.', generatedRuns('The end.', 'The end.', 'Not the beginning, the middle.')), ['The end']);
  });

  it('are found in a part of a long draft', () => {
    const draft = Array.from({ length: 4000 }, (_, i) => `w${i}`).join(' ');
    const part = ledgerWords(draft).slice(2000, 2100).join(' ');
    assert.deepEqual(generatedRuns(draft, part, ''), [[0, 100]]);
    assert.deepEqual(generatedRuns(draft, part.replace('w2050', 'mine'), ''), [[0, 50], [51, 100]]);
  });

  it('are found in a whole feature that the writer edited before taking it', () => {
    const words = Array.from({ length: 24_000 }, (_, i) => `w${i % 977}x${Math.floor(i / 31)}`);
    const edited = words.map((word, i) => (i % 400 === 200 ? 'mine' : word));
    const runs = generatedRuns(words.join(' '), edited.join(' '), '');
    assert.equal(runs.reduce((sum, [from, to]) => sum + to - from, 0), 24_000 - 60);
  });

  it('are none of an empty text, and none without an offer', () => {
    assert.deepEqual(generatedRuns('', 'Mine alone.', ''), []);
    assert.deepEqual(generatedRuns('Theirs.', '', 'Mine.'), []);
  });

  it('lie in order, apart, within the text, whatever the texts', () => {
    const text = fc.array(fc.constantFrom('the', 'dog', 'Dog', '狗', 'sleeps', '.', '\n', 'under'), { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(fc.property(text, text, text, (offered, inserted, replaced) => {
      const most = ledgerWords(inserted).length;
      let last = -1;
      for (const [from, to] of generatedRuns(offered, inserted, replaced)) {
        assert.ok(from > last && to > from && to <= most);
        last = to;
      }
    }), { seed: 20261122, numRuns: 500 });
  });
});
