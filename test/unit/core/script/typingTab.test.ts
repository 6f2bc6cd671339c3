import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { backTabAt, tabAt } from '../../../../src/core/script/typingTab';
import { pick, randomFrom, randomText } from '../../../support/randomScript';

/** What a key makes of a text at `|`; undefined where it is the editor's own. */
function press(marked: string, key: typeof tabAt): string | undefined {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const typing = key(parse(text), at);
  if (typing === undefined) {
    return undefined;
  }
  const after = applyEdit(text, typing.edit);
  return `${after.slice(0, typing.cursor)}|${after.slice(typing.cursor)}`;
}

const TAB: readonly (readonly [string, string, string | undefined])[] = [
  ['begins a cue on an empty line', 'INT. A\n\n|', 'INT. A\n\n@|'],
  ['begins a cue in an empty script', '|', '@|'],
  ['begins a cue between paragraphs', 'One.\n\n|\n\nTwo.', 'One.\n\n@|\n\nTwo.'],
  ['keeps the cue apart from what stands right below', 'One.\n\n|\nTwo.', 'One.\n\n@|\n\nTwo.'],
  ['goes on to a transition', 'One.\n\n@|', 'One.\n\n> |'],
  ['goes on to a heading', 'One.\n\n> |', 'One.\n\n.|'],
  ['goes on to action', 'One.\n\n.|', 'One.\n\n|'],
  ['begins a new paragraph under action', 'One.\n|', 'One.\n\n@|'],
  ['begins a new paragraph under a heading', 'INT. A\n|', 'INT. A\n\n@|'],
  ['keeps two paragraphs apart', 'One.\n|\nTwo.', 'One.\n\n@|\n\nTwo.'],
  ['makes a parenthetical under a cue', 'One.\n\nMARA\n|', 'One.\n\nMARA\n(|)'],
  ['makes a parenthetical under a cue that has words below', 'One.\n\nMARA\n|\nHi.', 'One.\n\nMARA\n(|)\nHi.'],
  ['makes a parenthetical in a speech', 'MARA\nHi.\n|', 'MARA\nHi.\n(|)'],
  ['makes a parenthetical below a cue', 'One.\n\nMARA|', 'One.\n\nMARA\n(|)'],
  ['makes a parenthetical between a cue and its speech', 'One.\n\nMARA|\nHi.', 'One.\n\nMARA\n(|)\nHi.'],
  ['takes empty brackets away', 'MARA\n(|)', 'MARA\n|'],
  ['goes out of a parenthetical to a new line', 'MARA\n(beat|)', 'MARA\n(beat)\n|'],
  ['goes out of a parenthetical to what is said', 'MARA\n(be|at)\nHi.', 'MARA\n(beat)\n|Hi.'],
  ['keeps the line ends of the script', 'MARA\r\n(be|at)\r\nHi.\r\n', 'MARA\r\n(beat)\r\n|Hi.\r\n'],
  ['writes the line ends of the script', 'One.\r\n\r\nMARA|', 'One.\r\n\r\nMARA\r\n(|)'],
  ['begins a cue behind action', 'One.|', 'One.\n\n@|'],
  ['begins a cue behind what is said', 'MARA\nHi.|\n\nDEV\nHo.', 'MARA\nHi.\n\n@|\n\nDEV\nHo.'],
  ['asks for the time behind a set', 'INT. A|', 'INT. A - |'],
  ['leaves a finished heading', 'INT. A - DAY|', 'INT. A - DAY\n\n|'],
  ['is the editor’s in the middle of a line', 'One| two.', undefined],
  ['is the editor’s inside a paragraph', 'One.|\nTwo.', undefined],
  ['is the editor’s at the beginning of a line', '|One.', undefined],
  ['is the editor’s on a line of spaces', 'One.\n\n  |', undefined],
  ['is the editor’s on the title page', 'Title: A|\nAuthor: B', undefined],
  ['is the editor’s on a line under the title page', 'Title:\n|', undefined],
  ['is the editor’s in a note', 'One. [[a\n|b]]', undefined],
  ['is the editor’s in a boneyard', '/*\n|\n*/', undefined],
  ['is the editor’s behind a section', '# One|', undefined],
  ['is the editor’s behind a lyric', '~la|', undefined],
];

const BACK: readonly (readonly [string, string, string | undefined])[] = [
  ['goes from a cue to action', 'One.\n\n@|', 'One.\n\n|'],
  ['goes from a transition to a cue', 'One.\n\n> |', 'One.\n\n@|'],
  ['goes from a heading to a transition', 'One.\n\n.|', 'One.\n\n> |'],
  ['goes from action round to a heading', 'One.\n\n|', 'One.\n\n.|'],
  ['takes empty brackets away', 'MARA\n(|)', 'MARA\n|'],
  ['is the editor’s elsewhere', 'One.|', undefined],
  ['is the editor’s on the title page', 'Title: A|', undefined],
];

describe('Tab', () => {
  for (const [what, before, after] of TAB) {
    it(`${what}: ${JSON.stringify(before)}`, () => assert.equal(press(before, tabAt), after));
  }

  it('offers what may stand there where it begins something', () => {
    assert.deepEqual(['A.\n\n', 'A.\n\n@', 'A.\n\n>', 'A.\n\n.', 'INT. A', 'MARA\nHi.', 'MARA'].map((text) => tabAt(parse(text), text.length)?.offers), [true, true, true, false, true, true, false]);
  });

  it('is back where it began after going round', () => {
    let text = 'One.\n\n|';
    for (let times = 0; times < 4; times++) {
      text = press(text, tabAt) ?? '';
    }
    assert.equal(text, 'One.\n\n|');
  });
});

describe('Shift+Tab', () => {
  for (const [what, before, after] of BACK) {
    it(`${what}: ${JSON.stringify(before)}`, () => assert.equal(press(before, backTabAt), after));
  }
});

describe('Tab and Shift+Tab', () => {
  it('take an offset outside the script to its ends', () => {
    let typed = 0;
    for (const text of ['', 'INT. A', 'INT. A - DAY', 'MARA', 'One.', 'MARA\nHi.', 'MARA\n(beat)', 'One.\n\n', 'One.\n\n@', 'One.\r\n']) {
      const script = parse(text);
      for (const key of [tabAt, backTabAt]) {
        assert.deepEqual(key(script, text.length + 50), key(script, text.length), text);
        assert.deepEqual(key(script, -3), key(script, 0), text);
        typed += key(script, text.length + 50) === undefined ? 0 : 1;
      }
    }
    assert.ok(typed > 10, String(typed));
  });

  it('take nothing of the writer’s away and leave what stood before as it was, in any text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), fc.boolean(), (seed, pieces, back) => {
        const random = randomFrom(seed);
        const text = randomText(random, pieces);
        const ends = [...text.matchAll(/$/gm)].map(({ index }) => index).filter((index) => text[index - 1] !== '\r' || text[index] !== '\n');
        const at = pick(random, [...ends, Math.floor(random() * (text.length + 1))]);
        const script = parse(text);
        const typing = (back ? backTabAt : tabAt)(script, at);
        if (typing === undefined) {
          return;
        }
        const { offset, removed, inserted } = typing.edit;
        // Only marks and empty brackets go: nothing with a word in it.
        assert.match(text.slice(offset, offset + removed), /^[ \t@>.()]*$/);
        assert.ok(typing.cursor >= offset && typing.cursor <= offset + inserted.length);
        const after = parse(applyEdit(text, typing.edit));
        // The last element before may turn with what comes to stand under it.
        const before = [...elementsOf(script)].filter(({ to }) => to < offset).slice(0, -1);
        assert.deepEqual([...elementsOf(after)].slice(0, before.length).map(({ element, from }) => [element.kind, from]), before.map(({ element, from }) => [element.kind, from]));
      }),
      { seed: 42, numRuns: 1000 },
    );
  });
});
