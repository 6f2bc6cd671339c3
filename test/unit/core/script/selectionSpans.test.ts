import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { selectionSpans } from '../../../../src/core/script/selectionSpans';
import { sentencesOf } from '../../../../src/core/script/sentences';
import { randomFrom, randomText } from '../../../support/randomScript';

const grown = (marked: string): string[] => {
  const text = marked.replace('|', '');
  return selectionSpans(parse(text), marked.indexOf('|')).map(({ from, to }) => text.slice(from, to));
};

describe('selectionSpans', () => {
  it('grows from the word to the sentence, the line, what is said, the speech, the scene, the section, the script', () => {
    const speech = "MARA (V.O.)\n(low)\nYou came back. I didn't think so.\nNot really.";
    const scene = `INT. FERRY - NIGHT\n\n${speech}`;
    const text = `# One\n\n${scene}\n\nEXT. PIER\n\nRain.\n`;
    assert.deepEqual(grown(text.replace("didn't", "di|dn't")), [
      "didn't",
      "I didn't think so.",
      "You came back. I didn't think so.",
      "You came back. I didn't think so.\nNot really.",
      speech,
      scene,
      `# One\n\n${scene}\n\nEXT. PIER\n\nRain.`,
      text,
    ]);
  });

  it('takes paragraphs of action, and a note from within', () => {
    const text = 'INT. A\n\nRain falls. He goes to the pier\nand waits.\n\nEnd. [[Check this. And that.]] Really.\n';
    assert.deepEqual(grown(text.replace('pier', 'pi|er')).slice(0, 4), ['pier', 'He goes to the pier\nand waits.', 'Rain falls. He goes to the pier\nand waits.', 'INT. A\n\nRain falls. He goes to the pier\nand waits.\n\nEnd. [[Check this. And that.]] Really.']);
    assert.deepEqual(grown(text.replace('And that', 'A|nd that')).slice(0, 4), ['And', 'And that.', 'Check this. And that.', '[[Check this. And that.]]']);
  });

  it('holds the offset, grows with each step, and ends with the script: on any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, pieces, where) => {
        const text = randomText(randomFrom(seed), pieces);
        const offset = Math.round(where * text.length);
        const spans = selectionSpans(parse(text), offset);
        assert.deepEqual(spans.at(-1), { from: 0, to: text.length });
        spans.reduce(
          (inner, outer) => {
            assert.ok(outer.from <= inner.from && outer.to >= inner.to && outer.to - outer.from > inner.to - inner.from, JSON.stringify({ text, offset, spans }));
            return outer;
          },
          { from: offset, to: offset },
        );
      }),
      { seed: 11, numRuns: 3000 },
    );
  });
});

describe('sentencesOf', () => {
  const said = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

  it('ends at a stop, with the quotes and brackets behind it', () => {
    assert.deepEqual(said('One. Two! (Three?) “Four.” Five'), ['One.', 'Two!', '(Three?)', '“Four.”', 'Five']);
    assert.deepEqual(said('*Go.* He goes.'), ['*Go.*', 'He goes.']);
    assert.deepEqual(said('彼は走る。雨が降る！「はい。」終わり'), ['彼は走る。', '雨が降る！', '「はい。」', '終わり']);
  });

  it('goes on behind short forms, initials, and a small letter', () => {
    assert.deepEqual(said('Mr. O’Neil met Dr. J. Ray. Well... yes. At 3.30 p.m. today.'), ['Mr. O’Neil met Dr. J. Ray.', 'Well... yes.', 'At 3.30 p.m. today.']);
    assert.deepEqual(said('  '), []);
    assert.deepEqual(said(' a '), ['a']);
  });
});
