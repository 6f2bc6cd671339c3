// What stands in a line: styles, widths, scene numbers, and where it comes from.
import assert from 'node:assert/strict';
import { sliceOf } from '../../../../src/core/fountain/script';
import { columnsOf } from '../../../../src/core/page/columns';
import { basesOf, linesOf, titlePageBase } from '../../../../src/core/page/pageLines';
import { pageAt, sourceAt } from '../../../../src/core/page/places';
import type { Layout, PageLine } from '../../../../src/core/page/page';
import { layoutOfText, rowsDrawn } from './drawn';

/** Each line's words and the source it says it prints. */
function sources(layout: Layout): [string, string][] {
  const bases = basesOf(layout);
  return layout.pages.flatMap((page, at) =>
    linesOf(page).map((line): [string, string] => {
      const base = bases[at]?.offset ?? 0;
      return [wordsOf(line), sliceOf(layout.script, base + line.from, base + line.to)];
    }),
  );
}

const wordsOf = ({ runs }: PageLine): string => runs.map(({ text }) => text).join('');

describe('the lines of a page', () => {
  it('carries bold, italic and underline over line ends and drops the marks', () => {
    const [page] = layoutOfText('She is **very _very_** *late*.').pages;
    assert.deepEqual(
      page && linesOf(page)[0]?.runs.map(({ text, column, bold, italic, underline }) => [text, column, bold, italic, underline]),
      [
        ['She is ', 0, false, false, false],
        ['very ', 7, true, false, false],
        ['very', 12, true, false, true],
        [' ', 16, false, false, false],
        ['late', 17, false, true, false],
        ['.', 21, false, false, false],
      ],
    );
  });

  it('tells the source of every line, forced or indented, with marks or notes in it', () => {
    const text = '.the shore #7A#\r\n\r\n!MARA\r\nwalks.\r\n\r\n@McCoy ^ [[who?]]\r\n(low)\r\nOne [[a note]] two.\r\n**Three**.\r\n\r\n> Burn out.';
    assert.deepEqual(sources(layoutOfText(text)), [
      ['THE SHORE', 'the shore'],
      ['MARA', 'MARA'],
      ['walks.', 'walks.'],
      ['McCoy', '@McCoy ^ [[who?]]'],
      ['(low)', '(low)'],
      ['One two.', 'One [[a note]] two.'],
      ['Three.', 'Three**.'],
      ['BURN OUT.', 'Burn out.'],
    ]);
  });

  it('tells the line of the source', () => {
    const layout = layoutOfText('INT. A - DAY\n\nOne\ntwo\nthree.\n\nMARA\nFour.');
    const [page] = layout.pages;
    assert.deepEqual(page && linesOf(page).map(({ sourceLine }) => sourceLine), [0, 2, 3, 4, 6, 7]);
  });

  it('numbers the first line of a heading', () => {
    const layout = layoutOfText('INT. A VERY LONG CORRIDOR THAT NEVER ENDS AND THEN DOES NOT END - NIGHT #12A#\n\nShe runs.');
    assert.deepEqual(layout.pages[0] && linesOf(layout.pages[0]).map(({ number }) => number), ['12A', undefined, undefined]);
    assert.deepEqual(layout.numberColumns, { leftEnd: 12, right: 78 });
    assert.deepEqual(layoutOfText('', { sceneNumbers: 'left' }).numberColumns, { leftEnd: 12 });
  });

  it('gives wide characters two columns, combining ones none', () => {
    assert.equal(columnsOf('日本'), 4);
    assert.equal(columnsOf('e\u0301'), 1);
    assert.equal(columnsOf('🙂'), 2);
    assert.equal(columnsOf('Ελλάδα'), 6);
    const [page] = layoutOfText(`.屋外\n\n${'彼女は長い間そこで待っていた。'.repeat(6)}`).pages;
    const lines = page ? linesOf(page).slice(1) : [];
    assert.ok(lines.length >= 3);
    assert.ok(lines.every((line) => columnsOf(wordsOf(line)) <= 62));
    assert.ok(lines.every((line) => !wordsOf(line).startsWith('。')), 'a line begins with a full stop');
  });

  it('prints what no font has as a replacement, never as nothing', () => {
    const rows = rowsDrawn(layoutOfText('A\u0007B \ud800C').pages[0]);
    assert.deepEqual(rows, ['A\ufffdB \ufffdC']);
  });

  it('lays out a title page: the title in the middle, contact and date at the foot', () => {
    const layout = layoutOfText('Title: _**BIG**_\nCredit: written by\nAuthor: A. Nn\nContact:\n    Street 1\n    Town\nDraft date: 1 May\nMood: dark\n\nShe waits.');
    const { titlePage } = layout;
    assert.ok(titlePage);
    const lines = linesOf(titlePage);
    assert.deepEqual(lines.map((line) => [line.row, wordsOf(line)]), [
      [18, 'BIG'],
      [20, 'written by'],
      [22, 'A. Nn'],
      [50, 'Street 1'],
      [51, 'Town'],
      [53, '1 May'],
    ]);
    assert.deepEqual(lines[0]?.runs[0], { text: 'BIG', column: 0, width: 3, bold: true, italic: false, underline: true });
    assert.deepEqual(lines.map(({ from, to }) => sliceOf(layout.script, titlePageBase().offset + from, to)), ['BIG**_', 'written by', 'A. Nn', 'Street 1', 'Town', '1 May']);
    assert.equal(layout.pages.length, 1);
  });
});

describe('places', () => {
  const text = `INT. A - DAY\n\n${Array.from({ length: 40 }, (_, at) => `Beat ${at}.`).join('\n\n')}\n\nMARA\nYes.\n\nTOM ^\nNo.`;
  const layout = layoutOfText(text);

  it('finds the page of an offset, and the offset of a page', () => {
    for (const word of ['INT. A', 'Beat 3.', 'Beat 30.', 'MARA', 'Yes.', 'TOM', 'No.']) {
      const offset = text.indexOf(word);
      const place = pageAt(layout, offset);
      assert.ok(place, word);
      const line = linesOf(layout.pages[place.page] ?? assert.fail()).find((each) => each.row === place.row && wordsOf(each) === word.trim().replace('INT. A', 'INT. A - DAY'));
      assert.ok(line, word);
      assert.deepEqual(sourceAt(layout, place.page, place.row, line.column), { offset, line: text.slice(0, offset).split('\n').length - 1 }, word);
    }
  });

  it('takes what does not print to what is printed before it', () => {
    const noted = layoutOfText('One.\n\n[[note]]\n\nTwo.');
    assert.deepEqual(pageAt(noted, 8), { page: 0, row: 0 });
    assert.deepEqual(pageAt(layoutOfText('\n\n[[note]]\n\nTwo.'), 3), { page: 0, row: 0 });
    assert.equal(pageAt(layoutOfText('[[note]]'), 3), undefined);
  });

  it('takes an empty row to the line above it', () => {
    assert.equal(sourceAt(layout, 0, 1)?.offset, 0);
    assert.equal(sourceAt(layout, 99, 0), undefined);
  });
});
