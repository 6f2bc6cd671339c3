// Which of the words that were taken in are a model's.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignWords } from '../../../../src/core/ledger/align';
import { acceptedWords, generatedRuns } from '../../../../src/core/ledger/generated';
import { fingerprintsOf, ledgerWords } from '../../../../src/core/ledger/words';

/** The generated words in brackets. */
function told(offered: string, inserted: string, replaced = ''): string {
  const words = ledgerWords(inserted);
  const runs = generatedRuns(offered, inserted, replaced);
  return words.map((word, at) => (runs.some(([from, to]) => at >= from && at < to) ? `[${word}]` : word)).join(' ');
}

describe('generated words', () => {
  it('are all that was offered and taken as it was', () => {
    assert.equal(told('I know you.', 'I know you.', 'Who are you?'), '[I] [know] [you]');
    assert.equal(told('I know you well.', 'I know you well.', 'You know you well.'), '[I] know you well');
    assert.equal(told('No. Never.', 'No. Never.', 'No.'), 'No [Never]');
    assert.equal(told('I know you!', 'I know you!', 'Go away.'), '[I] [know] [you]');
    assert.equal(told('', 'Mine.'), 'Mine');
    assert.equal(told('Theirs.', ''), '');
  });

  it('are not what the writer put in or what stood there before', () => {
    assert.equal(told('I know you were there.', 'I know they were right there.'), '[I] [know] they [were] right [there]');
    assert.equal(told('The rain falls softly on the old roof tonight.', 'The rain falls softly on the old roof tonight.', 'The rain falls hard on the old roof.'), 'The rain falls [softly] on the old roof [tonight]');
    // A word that both have by chance is the model's.
    assert.equal(told('Then you lied and left.', 'Then you lied and left.', 'Nobody saw you here.'), '[Then] [you] [lied] [and] [left]');
  });

  it('come with their fingerprints, lines and neighbours', () => {
    const script = 'One two three.\r\n\r\nMARA\r\nFour five.\r\nSix!\r\n\r\nSeven.';
    const from = script.indexOf('Four');
    const { inserted, around, generated, replaced } = acceptedWords({ script, span: { from, to: script.indexOf('!') + 1 }, offered: 'Four five. Six!', replaced: 'Gone', salt: 's', keepText: false });
    assert.deepEqual(inserted.fingerprints, fingerprintsOf('four five six', 's'));
    assert.deepEqual([inserted.lines, inserted.words, inserted.text, generated, replaced.words], [[2, 1], 3, undefined, [[0, 3]], 1]);
    assert.deepEqual(around, { before: fingerprintsOf('one two three mara', 's'), after: fingerprintsOf('seven', 's') });
  });

  it('leaves the writer the cues and paragraphs that stand as they stood', () => {
    const before = 'MAGDA\nYou said noon.\n\nHe listens.\n\nBASIL\nI lied.';
    const after = 'MAGDA\nThe train has gone without us.\n\nHe listens.\n\nBASIL\nThen we walk, all night if we must.';
    // The two speeches are the model's: six words and eight.
    assert.deepEqual(generatedRuns(after, after, before), [[1, 7], [10, 18]]);
    // A cue put elsewhere in another order is matched once.
    assert.deepEqual(generatedRuns('BASIL\nWalk.\n\nMAGDA\nNow.', 'BASIL\nWalk.\n\nMAGDA\nNow.', 'MAGDA\nNo.').reduce((sum, [from, to]) => sum + to - from, 0), 3);
  });
});

describe('the alignment of words', () => {
  it('finds a longest common row, as the plain table does', () => {
    const list = fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 14 });
    fc.assert(fc.property(list, list, (a, b) => {
      const pairs = alignWords(a, b);
      assert.ok(pairs.every(([x, y], at) => a[x] === b[y] && (a[x] ?? -1) >= 0 && (at === 0 || (x > (pairs[at - 1]?.[0] ?? 0) && y > (pairs[at - 1]?.[1] ?? 0)))));
      // Together with a preference for neighbours the length may be less, by a fifth at most.
      assert.ok(pairs.length * 5 >= longest(a, b) * 4);
    }), { seed: 20260501, numRuns: 500 });
  });

  it('keeps to a bounded time where long texts have little in common', () => {
    const a = Array.from({ length: 30_000 }, (_, at) => at);
    const b = a.map((id) => (id % 3 === 0 ? id : id + 100_000));
    assert.equal(alignWords(a, b).length, 10_000);
    assert.deepEqual(alignWords(new Array<number>(3000).fill(1), new Array<number>(3000).fill(2)), []);
  });
});

function longest(a: readonly number[], b: readonly number[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let x = a.length - 1; x >= 0; x--) {
    for (let y = b.length - 1; y >= 0; y--) {
      const row = table[x] as number[];
      row[y] = a[x] === b[y] && (a[x] ?? -1) >= 0 ? 1 + (table[x + 1]?.[y + 1] ?? 0) : Math.max(table[x + 1]?.[y] ?? 0, row[y + 1] ?? 0);
    }
  }
  return table[0]?.[0] ?? 0;
}
