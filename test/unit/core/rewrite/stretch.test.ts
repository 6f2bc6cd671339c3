// A selection grows to whole speeches, paragraphs and notes.
import * as assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf } from '../../../../src/core/fountain/script';
import { stretchOf } from '../../../../src/core/rewrite/stretch';
import { randomFrom, randomText } from '../../../support/randomScript';

const TEXT = 'Title: A\n\nINT. DINER - NIGHT\n\nRain.\n\nMARA\n(low)\nYou came back.\n  \nFor what?\n\n[[a note\nover lines]]\n\nDEV\nThe map.\n';
const script = parse(TEXT);
const at = (words: string): number => TEXT.indexOf(words);
const grown = (from: number, to: number): string => {
  const span = stretchOf(script, { from, to });
  return TEXT.slice(span.from, span.to);
};

describe('the stretch of a rewrite', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('is the whole speech, cue, two-space lines and blank line behind it included', () => {
    for (const words of ['MARA', '(low)', 'came', 'what']) {
      assert.equal(grown(at(words), at(words) + 2), 'MARA\n(low)\nYou came back.\n  \nFor what?\n\n');
    }
    assert.equal(grown(at('came'), at('came')), 'MARA\n(low)\nYou came back.\n  \nFor what?\n\n');
  });

  it('does not take in a paragraph of which only blank lines are selected', () => {
    assert.equal(grown(at('Rain.') + 5, at('(low)')), 'MARA\n(low)\nYou came back.\n  \nFor what?\n\n');
  });

  it('goes over several blocks, never into the title page', () => {
    assert.equal(grown(0, at('Rain')), 'INT. DINER - NIGHT\n\n');
    assert.equal(grown(at('Rain'), at('The map')), TEXT.slice(at('Rain')));
    assert.equal(grown(0, 3), '');
  });

  it('is made of whole blocks in any script', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = randomFrom(seed);
      const text = randomText(random, 60);
      const parsed = parse(text);
      const [from, to] = [random(), random()].map((share) => Math.floor(share * text.length)).sort((a, b) => a - b) as [number, number];
      const span = stretchOf(parsed, { from, to });
      assert.ok(span.from <= span.to && span.to <= parsed.length);
      const starts = new Set([parsed.length]);
      let offset = 0;
      for (const block of parsed.chunks.flatMap((chunk) => chunk.blocks)) {
        starts.add(offset);
        offset += block.text.length;
      }
      assert.ok(span.from === span.to || (starts.has(span.from) && starts.has(span.to)), `seed ${seed}`);
      assert.equal(textOf(parsed), text);
    }
  });
});
