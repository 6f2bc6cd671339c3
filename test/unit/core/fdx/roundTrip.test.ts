// Fountain to Final Draft and back is the same script: on the fixtures, the sample, generated features and random text.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { parse } from '../../../../src/core/fountain/parse';
import { toFdx } from '../../../../src/core/fdx/toFdx';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';
import { elementsIn, roundTrip } from './sameScript';

const FIXTURES = [...readdirSync('test/fixtures').filter((name) => name.endsWith('.fountain')).map((name) => `test/fixtures/${name}`), 'media/sample/surtitles.fountain'];

/** Throws where the text is no well-formed XML document: a strict parser with no handler for errors. */
function assertWellFormed(xml: string): void {
  new SaxesParser().write(xml).close();
}

describe('Fountain to Final Draft and back', () => {
  for (const file of FIXTURES) {
    it(`is the same script: ${file.replace(/^.*\//, '')}`, () => {
      const text = readFileSync(file, 'utf8');
      assertWellFormed(toFdx(parse(text)).fdx);
      const back = roundTrip(text);
      assert.deepEqual(elementsIn(back), elementsIn(text));
      assert.equal(roundTrip(back), back, 'what comes back is canonical: it comes back to the letter');
    });
  }

  it('gives a script in the usual form back to the letter', () => {
    const text = readFileSync('media/sample/surtitles.fountain', 'utf8');
    assert.equal(roundTrip(text), text);
    for (const seed of [1, 2, 3]) {
      const feature = featureScript(40, seed).replace(/\n{3,}/g, '\n\n').replace(/^(Title.*\n)(Credit.*\n)(Author.*\n)/, '$1$2$3');
      assert.deepEqual(elementsIn(roundTrip(feature)), elementsIn(feature));
      assert.equal(roundTrip(feature), feature);
    }
  });

  it('needs no words of its own in the file for a script in the usual form', () => {
    const { fdx } = toFdx(parse(featureScript(60)));
    assert.ok(!fdx.includes('<?backlot'), 'every text could be read back from Final Draft’s own form');
  });

  it('is the same script for any text at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 40 }), (seed, pieces) => {
        const text = randomText(randomFrom(seed), pieces);
        const { fdx } = toFdx(parse(text));
        assertWellFormed(fdx);
        assert.deepEqual(elementsIn(roundTrip(text)), elementsIn(text));
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  it('is the same script for any letters, those that XML cannot hold included', () => {
    const line = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('<a href="x">&amp;&#0;]]>', '<!--', '?>', '<![CDATA[', '\ud800', '\udfff\ud800', '\u0000\u0008\uFFFE\uFFFF', '&undefined;'));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        for (const text of [`X\n\n${lines.join('\n')}`, `NAME\n${lines.join('')}\n\n[[${lines.join('')}]]`]) {
          const { fdx } = toFdx(parse(text));
          assertWellFormed(fdx);
          assert.deepEqual(elementsIn(roundTrip(text)), elementsIn(text), JSON.stringify(text));
        }
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('takes long lines of marks without slowing down by their square', () => {
    const text = `${'*_'.repeat(20_000)}\n\n${'[[ '.repeat(20_000)}\n\n${'/* '.repeat(20_000)}`;
    assert.deepEqual(elementsIn(roundTrip(text)), elementsIn(text));
  });
});
