// Inline marks: Fountain's emphasis rules, and linear time on any text.
import assert from 'node:assert/strict';
import { inlineMarks, plainText, printedText } from '../../../../src/core/fountain/inline';
import { randomFrom, randomText } from '../../../support/randomScript';

describe('emphasis', () => {
  const rows: readonly (readonly [string, ...string[]])[] = [
    ['*a*', 'italic a'],
    ['**a**', 'bold a'],
    ['***a***', 'italic a', 'bold a'],
    ['_a_', 'underline a'],
    ['_**a** b_', 'underline a b', 'bold a'],
    ['**a *b* c**', 'bold a b c', 'italic b'],
    ['a*b*c', 'italic b'],
    ['* a *'],
    ['*a *'],
    ['a* b*'],
    ['a * b * c'],
    ['\\*a\\*'],
    ['*a\\*b*', 'italic a*b'],
    ['*a\nb*'],
    ['*a'],
    ['**a*', 'italic a'],
    ['*a _b* c_', 'italic a _b'],
    ['[[*a*]]', 'note *a*'],
    ['x [[n]] /* b */ y', 'note n', 'boneyard b'],
    ['a [[n /* ]] */ m]] b', 'note n /* ]] */ m'],
    ['a [[n /* ]] */ b', 'boneyard ]]'],
    ['a /* [[ */ b ]]', 'boneyard [['],
    ['a [[n /* ]] b', 'note n /*'],
    ['*a [[*]] b*', 'italic a [[*]] b', 'note *'],
  ];
  for (const [text, ...expected] of rows) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(inlineMarks(text).map(({ type, text: enclosed }) => `${type} ${enclosed}`), expected);
    });
  }

  it('leaves the words when marks are taken away', () => {
    assert.equal(plainText('**Bold** and \\*not\\* _this *nested*_ *open'), 'Bold and *not* this nested *open');
    assert.equal(printedText('He [[who?]] runs /* slowly */.'), 'He runs .');
  });

  it('spans slice to their source and nest, on 3,000 random texts', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const text = randomText(randomFrom(seed), 12);
      const open: number[] = [];
      for (const { type, from, to } of inlineMarks(text)) {
        const source = text.slice(from, to);
        assert.match(source, { bold: /^\*\*[^]+\*\*$/, italic: /^\*[^]+\*$/, underline: /^_[^]+_$/, note: /^\[\[[^]*\]\]$/, boneyard: /^\/\*[^]*\*\/$/ }[type]);
        while (open.length > 0 && (open.at(-1) ?? 0) <= from) {
          open.pop();
        }
        assert.ok(to <= (open.at(-1) ?? text.length), `seed ${seed}: marks cross`);
        open.push(to);
      }
    }
  });

  it('is linear on lines of marks', function () {
    // At quadratic cost these take minutes.
    this.timeout(10_000);
    for (const piece of ['*', '_a ', 'a* ', '*a', '**a_', '[[', '/*', '\\*', '_a x* ', '*a b_ ']) {
      inlineMarks(piece.repeat(300_000 / piece.length));
    }
  });

  it('leaves the space before or behind what does not print, not both', () => {
    assert.equal(printedText('a [[n]] b'), 'a b');
    assert.equal(printedText('a [[n]][[m]] b /* x */'), 'a b');
    assert.equal(printedText('a[[n]] [[m]] b'), 'a b');
    assert.equal(printedText('a\t[[n]]  \nb'), 'a\t\nb');
  });

  it('is linear on lines of notes and boneyards', function () {
    this.timeout(10_000);
    for (const piece of ['a[[n]]', 'a /* x */ ', '[[n]]', 'a [[n]] b\n', '[[', '/*', ']]', '*/', '[[/*]]*/', '[[ /* x */']) {
      printedText(piece.repeat(200_000));
    }
  });
});
