// The trade's rules of the page: what keeps together, what is parted and how.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { layoutOf } from '../../../../src/core/page/layout';
import { linesOf } from '../../../../src/core/page/pageLines';
import { actionOf, layoutOfText, rowsDrawn } from './drawn';

/** Short paragraphs, two rows each with the blank one above. */
const paragraphs = (count: number): string => Array.from({ length: count }, (_, at) => `Beat ${at + 1}.`).join('\n\n');
const sentences = (count: number): string => Array.from({ length: count }, (_, at) => `This is what she says at last, number ${at + 1}.`).join(' ');

describe('pagination', () => {
  it('sets each kind in its columns', () => {
    const [page] = layoutOfText('INT. HOUSE - DAY\n\nShe waits.\n\nMARA (V.O.)\n(low)\nYes.\n~La la\n\nCUT TO:\n\n> THE END <').pages;
    assert.deepEqual(page && linesOf(page).map(({ kind, row, column }) => [kind, row, column]), [
      ['sceneHeading', 0, 15],
      ['action', 2, 15],
      ['character', 4, 34],
      ['parenthetical', 5, 28],
      ['dialogue', 6, 24],
      ['lyrics', 7, 24],
      ['transition', 9, 68],
      ['centered', 11, 42.5],
    ]);
  });

  it('fills 54 rows of Letter and 58 of A4', () => {
    const many = paragraphs(60);
    assert.equal(rowsDrawn(layoutOfText(many).pages[0]).length, 53);
    assert.equal(rowsDrawn(layoutOfText(many, { paper: 'a4' }).pages[0]).length, 57);
  });

  it('opens no page with a blank row', () => {
    assert.equal(rowsDrawn(layoutOfText(paragraphs(60)).pages[1])[0], 'Beat 28.');
  });

  it('leaves no heading at the foot', () => {
    const { pages } = layoutOfText(`${paragraphs(26)}\n\nINT. HOUSE - DAY\n\nShe waits.`);
    assert.equal(rowsDrawn(pages[0]).at(-1), 'Beat 26.');
    assert.deepEqual(rowsDrawn(pages[1]), ['INT. HOUSE - DAY', '', 'She waits.']);
  });

  it('leaves a heading where one line of what follows fits', () => {
    const { pages } = layoutOfText(`${paragraphs(25)}\n\nINT. HOUSE - DAY\n\nShe waits.`);
    assert.equal(pages.length, 1);
  });

  it('takes a run of headings overleaf together', () => {
    const { pages } = layoutOfText(`${paragraphs(25)}\n\nINT. HOUSE - DAY\n\nINT. KITCHEN - DAY\n\nShe waits.`);
    assert.equal(rowsDrawn(pages[1])[0], 'INT. HOUSE - DAY');
  });

  it('begins no page with a transition', () => {
    const { pages } = layoutOfText(`${paragraphs(27)}\n\nCUT TO:`);
    assert.equal(rowsDrawn(pages[1])[0], 'Beat 27.');
    assert.match(rowsDrawn(pages[1])[2] ?? '', /CUT TO:$/);
  });

  it('keeps three lines of action whole', () => {
    const { pages } = layoutOfText(`${paragraphs(26)}\n\n${actionOf(3)}`);
    assert.equal(rowsDrawn(pages[0]).at(-1), 'Beat 26.');
    assert.equal(rowsDrawn(pages[1]).length, 3);
  });

  it('parts longer action at a sentence, two lines at least on each side', () => {
    const { pages } = layoutOfText(`${paragraphs(25)}\n\n${actionOf(6)}`);
    const [first, second] = [rowsDrawn(pages[0]), rowsDrawn(pages[1])];
    assert.match(first.at(-1) ?? '', /\.$/);
    assert.match(second[0] ?? '', /^Line 0\d of/);
    assert.ok(second.length >= 2);
    assert.equal(`${first.slice(50).join(' ')} ${second.join(' ')}`, actionOf(6));
  });

  it('does not part a paragraph that is one sentence', () => {
    const { pages } = layoutOfText(`${paragraphs(25)}\n\n${actionOf(6).replaceAll('.', ',')}`);
    assert.equal(rowsDrawn(pages[0]).at(-1), 'Beat 25.');
    assert.equal(rowsDrawn(pages[1]).length, 6);
  });

  it('parts a speech between sentences, with (MORE) and the cue again', () => {
    const { pages } = layoutOfText(`${paragraphs(24)}\n\nMARA (V.O.)\n${sentences(8)}`);
    const [first, second] = [rowsDrawn(pages[0]), rowsDrawn(pages[1])];
    assert.equal(first.at(-1)?.trim(), '(MORE)');
    assert.match(first.at(-2) ?? '', /number \d\.$|\.$/);
    assert.equal(second[0]?.trim(), "MARA (V.O.) (CONT'D)");
    const spoken = [...first.slice(49, -1), ...second.slice(1)].map((row) => row.trim()).join(' ');
    assert.equal(spoken, sentences(8));
  });

  it('repeats a cue that says already that it goes on as it is', () => {
    const { pages } = layoutOfText(`${paragraphs(24)}\n\nMARA (CONT'D)\n${sentences(8)}`);
    assert.equal(rowsDrawn(pages[1])[0]?.trim(), "MARA (CONT'D)");
  });

  it('parts a speech before a parenthetical that is not its first', () => {
    const { pages } = layoutOfText(`${paragraphs(24)}\n\nMARA\n(low)\nYes.\n(louder)\nNo, never, not in a hundred years and whatever he may say to you\n(softer)\nNot.`);
    assert.deepEqual(rowsDrawn(pages[0]).slice(-2).map((row) => row.trim()), ['Yes.', '(MORE)']);
    assert.deepEqual(rowsDrawn(pages[1]).slice(0, 2).map((row) => row.trim()), ["MARA (CONT'D)", '(louder)']);
  });

  it('leaves no cue at the foot', () => {
    const { pages } = layoutOfText(`${paragraphs(26)}\n\nMARA\nShort.\n\nShe goes.`);
    assert.equal(rowsDrawn(pages[0]).at(-1)?.trim(), 'Short.');
    const overleaf = layoutOfText(`${paragraphs(26)}\n\nA.\n\nMARA\nShort.`);
    assert.equal(rowsDrawn(overleaf.pages[1])[0]?.trim(), 'MARA');
  });

  it('begins a page at ===, and no empty one for two of them', () => {
    const { pages } = layoutOfText('One.\n\n===\n\n===\n\nTwo.');
    assert.deepEqual(pages.map(rowsDrawn), [['One.'], ['Two.']]);
  });

  it('sets dual dialogue side by side', () => {
    const [page] = layoutOfText('MARA\nYes.\n\nTOM ^\nNo, and I say it twice because you do not listen.\n\nThey go.').pages;
    assert.deepEqual(rowsDrawn(page), [
      '        MARA                              TOM',
      'Yes.                              No, and I say it twice',
      '                                  because you do not listen.',
      '',
      'They go.',
    ]);
  });

  it('takes a pair overleaf together', () => {
    const { pages } = layoutOfText(`${paragraphs(26)}\n\nMARA\nYes.\n\nTOM ^\nOne thing. Another thing and a third one. And more.`);
    assert.equal(rowsDrawn(pages[0]).at(-1), 'Beat 26.');
    assert.match(rowsDrawn(pages[1])[0] ?? '', /MARA +TOM/);
  });

  it('parts a speech of many pages and loses no word', () => {
    const { pages } = layoutOfText(`MARA\n${sentences(200)}`);
    const spoken = pages.flatMap((page) => linesOf(page).filter(({ kind }) => kind === 'dialogue')).map(({ runs }) => runs.map(({ text }) => text).join(''));
    assert.ok(pages.length > 4);
    assert.equal(spoken.join(' '), sentences(200));
  });

  it('cuts what no rule parts and no page holds', () => {
    const { pages } = layoutOfText(`${'word '.repeat(2000)}\n\nThe end.`);
    const words = pages.flatMap((page) => linesOf(page)).flatMap(({ runs }) => runs.map(({ text }) => text)).join(' ').split(' ');
    assert.equal(words.filter((word) => word === 'word').length, 2000);
    assert.ok(pages.slice(0, -1).every(({ rows }) => rows === 54));
  });

  it('prints notes, synopses and sections where asked', () => {
    const text = '# Act One\n\n= It begins.\n\nShe waits.[[why?]]\n\n[[A note.]]';
    assert.deepEqual(layoutOfText(text).pages.map(rowsDrawn), [['She waits.']]);
    const shown = layoutOfText(text, { notes: true, synopses: true, sections: true });
    assert.deepEqual(shown.pages.map(rowsDrawn), [['Act One', '', 'It begins.', '', 'She waits.[[why?]]', '', '[[A note.]]']]);
  });

  it('has no pages where nothing prints', () => {
    assert.deepEqual(layoutOfText('# Act\n\n[[only a note]]\n\n/* gone */').pages, []);
    assert.deepEqual(layoutOfText('').pages, []);
  });

  it('gives the same layout for the same script and equal options', () => {
    const script = parse('She waits.');
    assert.equal(layoutOf(script, STANDARD_PAGE), layoutOf(script, { ...STANDARD_PAGE }));
    assert.notEqual(layoutOf(script, STANDARD_PAGE), layoutOf(script, { ...STANDARD_PAGE, paper: 'a4' }));
  });
});
