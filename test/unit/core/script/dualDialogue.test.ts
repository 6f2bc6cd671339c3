// Which carets pair: fountain.md, dual-needs-neighbour, lone-caret-is-dropped, dual-is-two.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { dualCues } from '../../../../src/core/script/dualDialogue';

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['two speeches side by side', 'A\nOne.\n\nB ^\nTwo.', ['B']],
  ['nothing before', 'B ^\nTwo.', []],
  ['action between', 'A\nOne.\n\nHe waits.\n\nB ^\nTwo.', []],
  ['a heading between', 'A\nOne.\n\nINT. HOUSE\n\nB ^\nTwo.', []],
  ['a page break between', 'A\nOne.\n===\nB ^\nTwo.', ['B']],
  ['a lyric outside the speech between', 'A\nOne.\n\n~La\n\nB ^\nTwo.', []],
  ['a lyric inside the speech', 'A\n~La\n\nB ^\nTwo.', ['B']],
  ['a note between', 'A\nOne.\n\n[[note]]\n\nB ^\nTwo.', ['B']],
  ['a section, a synopsis and a boneyard between', 'A\nOne.\n\n# Act\n\n= what\n\n/* gone */\n\nB ^\nTwo.', ['B']],
  ['three in a row', 'A\nOne.\n\nB ^\nTwo.\n\nC ^\nThree.', ['B']],
  ['four in a row', 'A\nOne.\n\nB ^\nTwo.\n\nC ^\nThree.\n\nD ^\nFour.', ['B', 'D']],
  ['a caret on the first of two', 'A ^\nOne.\n\nB ^\nTwo.', ['B']],
];

describe('dual dialogue', () => {
  for (const [what, text, expected] of CASES) {
    it(what, () => assert.deepEqual([...dualCues(parse(text))].map((cue) => cue.name), expected));
  }
});
