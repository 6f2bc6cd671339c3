// From anywhere in the last line of a speech or paragraph it goes on behind it, and from nowhere else.
import assert from 'node:assert/strict';
import { continuationPlace } from '../../../../src/core/continuation/place';
import { lineEndBehind } from '../../../../src/core/continuation/lineEndBehind';
import { parse } from '../../../../src/core/fountain/parse';

const TEXT = 'INT. DINER - NIGHT\n\nMARA slides in.\nThe door swings.\n\nDEV\n(low)\nYou are late. I have been here since four.\n\nMARA\nI drove\naround  \n\nCUT TO:\n\n# Act\n';

describe('where to go on from inside a line', () => {
  it('is the end of its words, from everywhere in the last line of a speech or of action', () => {
    for (const [lineEnd, text] of [['\n', TEXT], ['\r\n', TEXT.replaceAll('\n', '\r\n')]] as const) {
      const script = parse(text);
      for (const line of ['The door swings.', 'You are late. I have been here since four.', 'around']) {
        const from = text.indexOf(line);
        for (let at = from; at < from + line.length; at++) {
          assert.equal(lineEndBehind(script, at), from + line.length, `${JSON.stringify(lineEnd)} ${text.slice(from, at)}`);
        }
        assert.equal(lineEndBehind(script, from + line.length), undefined);
        const place = continuationPlace(script, from + line.length);
        assert.ok(typeof place === 'object' && place.wants === (line === 'around' ? 'rest' : 'next'));
      }
    }
  });

  it('is nowhere where more lines of it follow, nor in what nothing goes on with', () => {
    const script = parse(TEXT);
    for (const line of ['INT. DINER', 'MARA slides', 'DEV', '(low)', 'I drove', 'CUT TO', '# Act']) {
      assert.equal(lineEndBehind(script, TEXT.indexOf(line) + 2), undefined, line);
    }
  });
});
