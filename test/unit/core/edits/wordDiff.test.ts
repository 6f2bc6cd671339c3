// Differences by words: they rebuild both texts, and read well.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordDiff } from '../../../../src/core/edits/wordDiff';

/** [-removed-]{+added+}, as people write it. */
function marked(before: string, after: string): string {
  return wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('wordDiff', function () {
  this.timeout(60_000); // a busy machine is no failure

  const cases: readonly (readonly [before: string, after: string, expected: string])[] = [
    ['', '', ''],
    ['Same.', 'Same.', 'Same.'],
    ['', 'New.', '{+New.+}'],
    ['Old.', '', '[-Old.-]'],
    ['You said Thursday.', 'You said Friday.', 'You said [-Thursday-]{+Friday+}.'],
    ['I told the harbour.', 'I told the whole harbour.', 'I told the {+whole +}harbour.'],
    ['I never, ever said so.', 'I said so.', 'I [-never, ever -]said so.'],
    ["Don't go.", "Don't stay.", "Don't [-go-]{+stay+}."],
    ['Go home now, please.', 'Sit down, now.', '[-Go home now, please-]{+Sit down, now+}.'],
    ['你答应过我们会一起走的。', '你答应过我会一起走的。', '你答应过我[-们-]会一起走的。'],
    ['Был туман.', 'Была ночь.', '[-Был туман-]{+Была ночь+}.'],
    ['One.\nTwo.', 'One.\nThree.', 'One.\n[-Two-]{+Three+}.'],
    ['👨‍👩‍👧 home', '👨‍👩‍👦 home', '[-👨‍👩‍👧-]{+👨‍👩‍👦+} home'],
  ];
  for (const [before, after, expected] of cases) {
    it(`${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
      assert.equal(marked(before, after), expected);
    });
  }

  const words = fc.array(fc.constantFrom('you', 'said', 'Thursday', 'the', 'harbour', '你', '们', "don't", ',', '.', '?', '\n', '\r\n', '  ', 'é'), { maxLength: 40 });
  const text = fc.oneof(words.map((list) => list.join(' ')), words.map((list) => list.join('')), fc.string({ unit: 'binary', maxLength: 60 }));

  it('holds both texts whole, with no two neighbours of a kind', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        assert.equal(pieces.filter(({ kind }) => kind !== 'added').map((piece) => piece.text).join(''), before);
        assert.equal(pieces.filter(({ kind }) => kind !== 'removed').map((piece) => piece.text).join(''), after);
        assert.ok(pieces.every((piece, index) => piece.text !== '' && piece.kind !== pieces[index + 1]?.kind));
      }),
      { numRuns: 3000 },
    );
  });

  it('is bounded where nothing is alike', () => {
    const many = (word: string): string => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ');
    const pieces = wordDiff(many('a'), many('b'));
    assert.deepEqual(pieces.map(({ kind }) => kind), ['removed', 'added']);
  });
});
