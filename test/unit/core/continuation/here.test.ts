// The scene with the cursor in it keeps to its size, whatever its heading is.
import * as assert from 'node:assert/strict';
import { describeHere } from '../../../../src/core/continuation/here';
import { parse } from '../../../../src/core/fountain/parse';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';

describe('the scene with the cursor in it', () => {
  it('is no longer than asked, also where a line without end is its heading', () => {
    const text = `INT. ${'the kitchen of the lighthouse '.repeat(400)}- NIGHT\n\nMara waits.\n\nMARA\nThursday.\n\n`;
    const script = parse(text);
    for (const tokens of [120, 300, 1000, 3000]) {
      const told = describeHere(script, { from: 0, to: script.length }, script.length, tokens);
      assert.ok(estimateTokens(told) <= tokens, `${estimateTokens(told)} of ${tokens}`);
      assert.match(told, /^INT\. the kitchen[^]*Thursday\.[^]*here/);
    }
  });
});
