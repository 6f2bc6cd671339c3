import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { enterMakesGap } from '../../../../src/core/script/typingEnter';
import { pick, randomFrom, randomText } from '../../../support/randomScript';

/** What Enter makes of a text at `|`. */
function enter(marked: string): string {
  const at = marked.indexOf('|');
  const [before, after] = [marked.slice(0, at), marked.slice(at + 1)];
  const lines = before.split(/\r\n|\n|\r/);
  const gap = enterMakesGap(lines.at(-1) ?? '', after.split(/[\r\n]/, 1)[0] ?? '', lines.at(-2) ?? '');
  return `${before}${gap ? '\n\n' : '\n'}|${after}`;
}

const TABLE: readonly (readonly [string, string, string])[] = [
  ['a heading', 'INT. KITCHEN - DAY|', 'INT. KITCHEN - DAY\n\n|'],
  ['a heading in small letters', 'A.\n\next. street|', 'A.\n\next. street\n\n|'],
  ['a forced heading', '.FLASHBACK|', '.FLASHBACK\n\n|'],
  ['a heading with a number', 'INT. A - DAY #12A#|', 'INT. A - DAY #12A#\n\n|'],
  ['a heading under a section', '# One\nINT. A|', '# One\nINT. A\n\n|'],
  ['action', 'INT. A\n\nMara walks.|', 'INT. A\n\nMara walks.\n\n|'],
  ['action of two lines', 'One.\nTwo.|', 'One.\nTwo.\n\n|'],
  ['a cue', 'INT. A\n\nMARA|', 'INT. A\n\nMARA\n|'],
  ['a cue with an extension', 'A.\n\nMARA (V.O.)|', 'A.\n\nMARA (V.O.)\n|'],
  ['a cue with a small extension and a caret', 'A.\n\nMARA (on the phone) ^|', 'A.\n\nMARA (on the phone) ^\n|'],
  ['a name of several words', 'A.\n\nTHE OLD MAN|', 'A.\n\nTHE OLD MAN\n|'],
  ['a name that ends in a dot', 'A.\n\nSAM JR.|', 'A.\n\nSAM JR.\n|'],
  ['a name with an initial', 'A.\n\nMARA P.|', 'A.\n\nMARA P.\n|'],
  ['a forced cue', 'A.\n\n@McCLANE|', 'A.\n\n@McCLANE\n|'],
  ['a forced cue of another script', 'A.\n\n@李明|', 'A.\n\n@李明\n|'],
  ['a Cyrillic cue', 'A.\n\nЖАННА|', 'A.\n\nЖАННА\n|'],
  ['a cue under a synopsis', '= She comes.\nMARA|', '= She comes.\nMARA\n|'],
  ['an outcry', 'A.\n\nBANG!|', 'A.\n\nBANG!\n\n|'],
  ['a sentence in capitals', 'A.\n\nSILENCE.|', 'A.\n\nSILENCE.\n\n|'],
  ['capitals in a speech', 'MARA\nNO|', 'MARA\nNO\n\n|'],
  ['a speech', 'MARA\nHello.|', 'MARA\nHello.\n\n|'],
  ['a speech behind a parenthetical', 'MARA\n(beat)\nHello.|', 'MARA\n(beat)\nHello.\n\n|'],
  ['a parenthetical', 'MARA\n(beat)|', 'MARA\n(beat)\n|'],
  ['a transition', 'A.\n\nCUT TO:|', 'A.\n\nCUT TO:\n\n|'],
  ['a forced transition', 'A.\n\n> FADE OUT.|', 'A.\n\n> FADE OUT.\n\n|'],
  ['centred text', 'A.\n\n> THE END <|', 'A.\n\n> THE END <\n|'],
  ['a lyric', 'A.\n\n~la la|', 'A.\n\n~la la\n|'],
  ['a section', '# One|', '# One\n|'],
  ['a synopsis', '= One|', '= One\n|'],
  ['forced action', 'A.\n\n!BANG|', 'A.\n\n!BANG\n|'],
  ['a note', 'A.\n\n[[check]]|', 'A.\n\n[[check]]\n|'],
  ['a note that goes on', 'A.\n\nHe goes [[check|', 'A.\n\nHe goes [[check\n|'],
  ['the second line of a note', 'A.\n\nHe goes [[check\nthis|', 'A.\n\nHe goes [[check\nthis\n|'],
  ['a note the editor has closed', 'A.\n\n[[check|]]', 'A.\n\n[[check\n|]]'],
  ['a title', 'Title: Surtitles|', 'Title: Surtitles\n|'],
  ['a key under another', 'Title: A\nPhone: 12|', 'Title: A\nPhone: 12\n|'],
  ['an indented value', 'Title:\n    Surtitles|', 'Title:\n    Surtitles\n|'],
  ['action with a colon', 'A.\n\nThe sign reads: CLOSED.|', 'A.\n\nThe sign reads: CLOSED.\n\n|'],
  ['an empty line', 'A.\n\n|', 'A.\n\n\n|'],
  ['an empty line behind a speech', 'MARA\nHi.\n|', 'MARA\nHi.\n\n|'],
  ['the middle of a line', 'A.\n\nMara| walks.', 'A.\n\nMara\n| walks.'],
  ['spaces behind the cursor', 'A.\n\nMara walks.| ', 'A.\n\nMara walks.\n\n| '],
];

describe('Enter', () => {
  for (const [what, before, after] of TABLE) {
    it(`at the end of ${what}: ${JSON.stringify(before)}`, () => {
      assert.equal(enter(before), after);
    });
  }

  it('leaves what stood before the line as it was, wherever it is pressed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, pieces) => {
        const random = randomFrom(seed);
        const text = randomText(random, pieces).replace(/\[\[|\]\]|\/\*|\*\//g, '');
        const at = pick(random, [...text.matchAll(/$/gm)]).index;
        const marked = `${text.slice(0, at)}|${text.slice(at)}`;
        if (/\r$/.test(text.slice(0, at)) || text.includes('|')) {
          return;
        }
        const pressed = enter(marked);
        // No letter is taken away or changed.
        assert.equal(pressed.replace(/[\r\n|]/g, ''), text.replace(/[\r\n]/g, ''));
        const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
        const before = (source: string): string[] => [...elementsOf(parse(source))].filter(({ to }) => to < lineStart - 1).map(({ element }) => element.kind);
        const was = before(text);
        // The element next to the line may turn with what is under it, as it does with every line end typed there.
        assert.deepEqual(before(pressed.replace('|', '')).slice(0, Math.max(0, was.length - 1)), was.slice(0, -1));
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
