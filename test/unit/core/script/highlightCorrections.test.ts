// What semantic tokens say because the grammar cannot know it. That nothing else differs is in test/unit/syntaxes.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { highlightCorrections } from '../../../../src/core/script/highlightCorrections';
import { featureScript } from '../../../support/randomScript';

/** The corrections of a text, each as its kind and the text it covers. */
function corrections(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return highlightCorrections(parse(text)).map(({ line, from, to, kind }) => `${kind}: ${(lines[line] ?? '').slice(from, to)}`);
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['a capital line followed by a blank is action', 'One.\n\nSILENCE.\n\nTwo.', ['action: SILENCE.']],
  ['a capital line at the end is action', 'SILENCE.', ['action: SILENCE.']],
  ['FADE IN: at the head is action', 'FADE IN:\n\nINT. A - DAY\n', ['action: FADE IN:']],
  ['a cue with two spaces and text below is right already', 'BOB\n  \nHello.', []],
  ['two spaces with nothing below make no cue', 'BOB\n  \n\nHello.', ['action: BOB']],
  [
    'a heading in capitals with text below is a cue, and the text its speech',
    'INT. HOUSE\nHello.\n(beat)',
    ['character: INT. HOUSE', 'dialogue: Hello.', 'parenthetical: (beat)'],
  ],
  ['a heading in small letters with text below is action', 'int. house\nHello.', ['action: int. house']],
  ['a forced heading with text below is right already', '.HOUSE\nHello.', []],
  ['a transition with text below is action', 'CUT TO:\nHello.', ['action: CUT TO:']],
  ['a handle with nothing below is action', 'One.\n\n@nobody\n\nTwo.', ['action: @nobody']],
  ['a caret that pairs with nothing is part of the name', 'One.\n\nBOB ^\nHello.', ['character: ^']],
  ['a caret that pairs is right already', 'AL\nHo.\n\nBOB ^\nHello.', []],
  ['a third caret pairs with nothing', 'AL\nHo.\n\nBOB ^\nHello.\n\nCY ^\nHi.', ['character: ^']],
  ['a note that never closes is text', 'One [[two\nthree\n\nFour.', ['action: One [[two', 'action: three']],
  [
    'a boneyard that never closes hides nothing, however far on',
    '/* One\n\nINT. A - DAY #1#\n\nBOB\nHello [[n]].\n',
    ['action: /* One', 'scene-heading: INT. A - DAY ', 'scene-number: #1#', 'character: BOB', 'dialogue: Hello ', 'note: [[n]]', 'dialogue: .'],
  ],
  ['a title page look-alike is body', 'The rule:\n\nOne.', ['action: The rule:']],
  ['a title page that opens in capitals', 'TITLE:\n    A', ['title-page-key: TITLE:', 'title-page-value:     A']],
  ['text beside a note of several lines', 'BOB [[a\nb]]\nHello.', ['character: BOB ', 'note: [[a', 'note: b]]', 'dialogue: Hello.']],
  ['empty text', '', []],
];

describe('highlight corrections', () => {
  for (const [what, text, expected] of CASES) {
    it(what, () => assert.deepEqual(corrections(text), expected));
  }

  it('undo bold where a heading was none, and leave emphasis alone elsewhere', () => {
    const plain = (text: string): boolean[] => highlightCorrections(parse(text)).map((correction) => correction.plain);
    assert.deepEqual(plain('int. house\nHello.'), [true]);
    assert.deepEqual(plain('One.\n\n**SILENCE.**'), [false]);
    assert.deepEqual(plain('/* One.'), [true]);
    assert.deepEqual(plain('/* One.\n\nINT. A'), [true, false]);
  });

  it('are none for a feature that the grammar reads rightly', () => {
    assert.deepEqual(corrections(featureScript(20)), []);
  });

  it('follow edits', () => {
    const before = parse('FADE IN:\n\nOne.\n\nSILENCE.\n\nTwo.\n');
    const after = reparse(before, { offset: 10, removed: 0, inserted: '/* ' });
    assert.equal(highlightCorrections(after).length, 4);
    assert.deepEqual(highlightCorrections(reparse(after, { offset: 10, removed: 3, inserted: '' })), highlightCorrections(before));
  });
});
