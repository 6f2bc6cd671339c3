// What PDF and HTML have in common around the text: asterisks stand, and watermarks are as large, in both alike.
import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { columnsOf } from '../../../src/core/page/columns';
import { linesOf } from '../../../src/core/page/pageLines';
import { STANDARD_PAGE, type Layout, type PageLine } from '../../../src/core/page/page';
import { COLUMN_POINTS, PAPERS } from '../../../src/core/page/paper';
import { writeHtml } from '../../../src/print/html';
import { asteriskColumn, marginText, watermarkOf } from '../../../src/print/margins';
import { writePdf } from '../../../src/print/scriptPdf';
import { courierPrime } from '../../support/pdfFonts';
import { readPdf } from '../../support/pdfText';

const layOut = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);
const firstLine = (layout: Layout): PageLine => {
  const [line] = layout.pages[0] ? linesOf(layout.pages[0]) : [];
  assert.ok(line);
  return line;
};

/** Where they stand, in tenths of points from the left edge. */
const asterisksIn = (html: string): number[] => [...html.matchAll(/left:([\d.]+)pt;[^>]*>\*</g)].map(([, x]) => Math.round(Number(x) * 10));

describe('around the text', () => {
  it('asterisks stand in the outer margin, behind scene numbers however long and wide', () => {
    const column = (text: string): number => {
      const layout = layOut(text);
      return asteriskColumn(layout, firstLine(layout));
    };
    const right = STANDARD_PAGE.sceneNumbers === 'both' ? PAPERS.letter.left + PAPERS.letter.wide + 1 : NaN;
    assert.equal(column('A net.\n'), PAPERS.letter.numberEnd + 6);
    assert.equal(column('INT. HARBOUR #1#\n'), PAPERS.letter.numberEnd + 6);
    assert.equal(column('INT. HARBOUR #1234AB#\n'), right + 6.5);
  });

  it('asterisks stand in the PDF where they stand in the HTML', async () => {
    const text = 'INT. HARBOUR #1#\n\nA net.\n';
    const revised = [{ from: 0, to: text.length }];
    // Without the number at the right: a reader of PDFs takes what stands so near for one word.
    const layout = layoutOf(parse(text), { ...STANDARD_PAGE, sceneNumbers: 'left' });
    const { bytes } = await writePdf(layout, { fonts: { courier: courierPrime(), fallbacks: [] }, created: new Date(0), revised });
    const inPdf = (await readPdf(bytes)).pages.flatMap(({ items }) => items.filter((item) => item.text === '*').map(({ x }) => Math.round(x * 10)));
    assert.equal(inPdf.length, 2);
    assert.deepEqual(asterisksIn(writeHtml(layout, { name: 'x', revised })), inPdf);
    const long = layOut(text.replace('#1#', '#1234AB#'));
    assert.equal(asterisksIn(writeHtml(long, { name: 'x', revised }))[0], Math.round(asteriskColumn(long, firstLine(long)) * COLUMN_POINTS * 10));
  });

  it('headers are cut to their room in columns, between clusters, however long they are', () => {
    const layout = layOut('A net.\n');
    const room = PAPERS.letter.numberEnd - PAPERS.letter.left - 12;
    const cut = (text: string): string => marginText(text, layout, 0);
    assert.equal(cut('x'.repeat(room)), 'x'.repeat(room));
    assert.equal(cut('x'.repeat(room + 1)), `${'x'.repeat(room - 1)}…`);
    assert.equal(cut(`${'x'.repeat(room - 2)} yyy`), `${'x'.repeat(room - 2)}…`);
    assert.equal(cut('草'.repeat(room)), `${'草'.repeat(Math.floor((room - 1) / 2))}…`);
    assert.equal(columnsOf(cut('e\u0301'.repeat(room + 1))), room);
    assert.equal(cut(`${'x'.repeat(room - 2)}👩‍👩‍👧 here`), `${'x'.repeat(room - 2)}…`);
    assert.equal(cut('草'.repeat(2_000_000)).length, Math.floor((room - 1) / 2) + 1);
  });

  it('watermarks are measured in columns: wide letters take two, combining ones none', () => {
    const size = (text: string): number | undefined => watermarkOf(text, PAPERS.letter)?.size;
    assert.equal(size('草稿草稿草稿草稿'), size('CONFIDENTIAL DRA'));
    assert.equal(size('É'.normalize('NFD').repeat(12)), size('CONFIDENTIAL'));
    assert.equal(size('A'), 120);
    assert.deepEqual(watermarkOf(' FIRST \n DRAFT ', PAPERS.a4)?.text, 'FIRST DRAFT');
    assert.equal(watermarkOf(' \n', PAPERS.a4), undefined);
    assert.equal(watermarkOf(undefined, PAPERS.a4), undefined);
    const html = writeHtml(layOut('A net.\n'), { name: 'x', watermark: ' 草稿草稿\n草稿草稿 ' });
    assert.match(html, new RegExp(`font-size:${String(Math.round((watermarkOf('草稿草稿 草稿草稿', PAPERS.letter)?.size ?? 0) * 100) / 100)}pt">草稿草稿 草稿草稿<`));
  });
});
