// A script's PDF against its layout: every line, letter for letter and column for column, as a PDF reader finds it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { linesOf } from '../../../src/core/page/pageLines';
import { STANDARD_PAGE, type Layout, type Page, type PageOptions } from '../../../src/core/page/page';
import { charactersBeyond } from '../../../src/print/needed';
import { openCourier, openFaces } from '../../../src/print/face';
import { changesSince } from '../../../src/print/revisions';
import { writePdf, type PdfPrint, type PrintedPdf } from '../../../src/print/scriptPdf';
import { hasRightToLeft } from '../../../src/print/visualOrder';
import { courierPrime, liberationSans } from '../../support/pdfFonts';
import { Grid, gridOf, readPdf, type ReadPdf } from '../../support/pdfText';
import { featureScript, randomFrom, randomText } from '../../support/randomScript';

const courier = courierPrime();
const fallbacks = openFaces(liberationSans());

function layOut(text: string, options: Partial<PageOptions> = {}): Layout {
  return layoutOf(parse(text), { ...STANDARD_PAGE, ...options });
}

function print(layout: Layout, more: Partial<PdfPrint> = {}): Promise<PrintedPdf> {
  return writePdf(layout, { fonts: { courier, fallbacks }, created: new Date(0), ...more });
}

/** What the layout says should stand on a page, with its numbers. */
function expected(layout: Layout, page: Page, index: number | undefined): string[] {
  const grid = new Grid();
  for (const { row, column, runs, number } of linesOf(page)) {
    runs.forEach((run) => grid.put(row, Math.floor(column + run.column + 0.02), run.text));
    if (number !== undefined) {
      const { leftEnd, right } = layout.numberColumns;
      [leftEnd === undefined ? undefined : leftEnd - number.length, right].forEach((at) => at !== undefined && grid.put(row, at, number));
    }
  }
  if (index !== undefined && index > 0) {
    // The page number stands three rows above the body.
    grid.put((layout.paper.headerTop - layout.paper.top) / 12, layout.paper.numberEnd - `${index + 1}.`.length, `${index + 1}.`);
  }
  return grid.lines();
}

function assertSame(layout: Layout, { pages }: ReadPdf, message: string): void {
  const all = [...(layout.titlePage ? [{ page: layout.titlePage, index: undefined }] : []), ...layout.pages.map((page, index) => ({ page, index }))];
  assert.equal(pages.length, Math.max(1, all.length), message);
  for (const [at, { page, index }] of all.entries()) {
    const read = pages[at];
    assert.ok(read);
    assert.deepEqual([read.width, read.height].map(Math.round), [layout.paper.width, layout.paper.height].map(Math.round));
    assert.deepEqual(gridOf(read, layout.paper.top), expected(layout, page, index), `${message}, page ${at + 1}`);
  }
}

describe('the PDF of a script', function () {
  // pdf.js takes its time to read what was written.
  this.timeout(60_000);

  const fixtures = readdirSync('test/fixtures').filter((file) => file.endsWith('.fountain'));
  const texts = [...fixtures.map((file): [string, string] => [file, readFileSync(`test/fixtures/${file}`, 'utf8')]), ['the sample', readFileSync('media/sample/surtitles.fountain', 'utf8')] as const, ['a feature', featureScript(40)] as const];

  for (const paper of ['letter', 'a4'] as const) {
    for (const [name, text] of texts) {
      it(`says what the layout says: ${name} on ${paper}`, async () => {
        // What is read from the right has its own test: in the file it stands as it is seen.
        const layout = layOut(text.split('\n').filter((line) => !hasRightToLeft(line)).join('\n'), { paper, notes: paper === 'a4', synopses: paper === 'a4', sections: paper === 'a4' });
        assertSame(layout, await readPdf((await print(layout)).bytes), name);
      });
    }
  }

  it('says it for text made of everything that decides anything in Fountain', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const layout = layOut(randomText(randomFrom(seed), 60), { paper: seed % 2 === 0 ? 'letter' : 'a4' });
      assertSame(layout, await readPdf((await print(layout)).bytes), `seed ${seed}`);
    }
  });

  it('says it for any characters: what no font has is a box, and still its own character to whoever copies it', async () => {
    const character = fc.oneof(fc.constantFrom('a', 'É', 'ж', 'Ω', '日', '本', '한', '😀', '👩‍👩‍👧', 'e\u0301', '〒', 'ﬁ', '\u{1d11e}', '“', 'ę', '✓'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));
    const line = fc.array(character, { minLength: 1, maxLength: 70 }).map((all) => `!${all.filter((each) => !hasRightToLeft(each)).join('').replace(/[\r\n]/g, ' ')}`);
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const layout = layOut(text);
        assertSame(layout, await readPdf((await print(layout)).bytes), JSON.stringify(text));
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('has bookmarks for sections and scenes, nested, each where its heading is printed', async () => {
    const layout = layOut('INT. COLD OPEN - DAY\n\nHello.\n\n# Act *One*\n\n## Sequence\n\nINT. HOUSE - DAY #7#\n\nHello.\n\n===\n\nEXT. YARD - DAY #8#\n\nBye.\n\n# Act Two\n\n.STREET\n\nGone.\n');
    const { bookmarks } = await readPdf((await print(layout)).bytes);
    const shape = (items: ReadPdf['bookmarks']): unknown[] => items.map(({ title, page, items: inner }) => (inner.length > 0 ? [title, page, shape(inner)] : [title, page]));
    assert.deepEqual(shape(bookmarks), [
      ['INT. COLD OPEN - DAY', 0],
      ['Act One', 0, [['Sequence', 0, [['7  INT. HOUSE - DAY', 0], ['8  EXT. YARD - DAY', 1]]]]],
      ['Act Two', 1, [['STREET', 1]]],
    ]);
    assert.equal(bookmarks[0]?.top, 60, 'a row above the first line');
  });

  it('says in its properties whose it is', async () => {
    const { info } = await readPdf((await print(layOut('Title: **Big** _Fish_\n    & Chips [[really]]\nAuthors: Ana Ñandú\n    Żółć\n\nINT. X - DAY\n'))).bytes);
    assert.deepEqual([info['Title'], info['Author'], info['Creator'], info['CreationDate']], ['Big Fish & Chips', 'Ana Ñandú, Żółć', 'Backlot', 'D:19700101000000Z']);
  });

  it('prints header and footer with what their names stand for, cut where they would run into the page number, not on the title page', async () => {
    const layout = layOut('Title: Фильм\nDraft date: 1 May\n\nINT. X - DAY\n\n===\n\nBye.\n');
    const { pages } = await readPdf((await print(layout, { header: '{title}, {date}: {page}/{pages}', footer: 'x'.repeat(200) })).bytes);
    const words = pages.map(({ items }) => items.map(({ text }) => text).join(''));
    assert.ok(!words[0]?.includes('xxx') && !words[0]?.includes('1/2'));
    assert.match(words[1] ?? '', /Фильм, 1 May: 1\/2/);
    assert.match(words[2] ?? '', /Фильм, 1 May: 2\/2/);
    assert.match(words[2] ?? '', /x…/);
    for (const { items, width } of pages) {
      items.forEach(({ text, x }) => assert.ok(x >= 15 * 7.2 - 1 && x + text.length * 7.2 < width - 36, text));
    }
  });

  it('draws a watermark that is not part of the text', async () => {
    const layout = layOut('INT. X - DAY\n');
    const plain = await print(layout);
    const marked = await print(layout, { watermark: 'CONFIDENTIAL Ж' });
    assert.ok(marked.bytes.length > plain.bytes.length + 500, 'it is drawn');
    assertSame(layout, await readPdf(marked.bytes), 'watermark');
  });

  it('puts an asterisk beside the printed lines that changed, and beside no other', async () => {
    const long = 'one two three four five six seven eight nine ten '.repeat(6).trim();
    const before = `INT. X - DAY #1#\n\n${long}\n\nStays.\n\nGoes.\n\nEXT. Y - DAY\n`;
    const after = before.replace('nine ten one', 'nine TEN one').replace('Goes.\n\n', '').replace('EXT. Y', 'EXT. Z');
    const layout = layOut(after);
    const { pages } = await readPdf((await print(layout, { revised: changesSince(before, after) })).bytes);
    const page = pages[0];
    assert.ok(page);
    const marked = gridOf(page, layout.paper.top).filter((line) => line.endsWith('*'));
    assert.equal(marked.length, 2, marked.join('\n'));
    assert.match(marked[0] ?? '', /TEN/);
    assert.match(marked[1] ?? '', /EXT\. Z/);
  });

  it('lists what no font has, in order, with its first line', async () => {
    const { missing } = await print(layOut('!Ж 日本\n\nplain\n\n!本 😀\n'), { header: '語' });
    assert.deepEqual(missing, [
      { character: '日', count: 1, line: 0 },
      { character: '本', count: 2, line: 0 },
      { character: '😀', count: 1, line: 4 },
      { character: '語', count: 1 },
    ]);
    assert.deepEqual([...charactersBeyond(layOut('!Ж 日 a\u0301e\n'), openCourier(courier).of({ bold: false, italic: false }))], ['Ж', '日']);
  });

  it('keeps Hebrew in its columns, read from the right, with brackets turned and numbers from the left', async () => {
    const layout = layOut('!אבג (דה) 12\n');
    const { pages } = await readPdf((await print(layout)).bytes);
    const items = [...(pages[0]?.items ?? [])].sort((a, b) => a.x - b.x);
    const seen = items.map(({ text }) => text.replace(/\s/g, '')).join(' ');
    assert.match(seen, /^12/);
    assert.deepEqual(items.map(({ x }) => x).filter((x) => x < 15 * 7.2 - 1 || x > (15 + 12) * 7.2), []);
    const letters = items.flatMap(({ text }) => [...text].filter((letter) => /\p{Script=Hebrew}/u.test(letter)));
    assert.deepEqual(letters.sort(), ['א', 'ב', 'ג', 'ד', 'ה']);
  });

  it('is one blank page for an empty script', async () => {
    const { pages, bookmarks } = await readPdf((await print(layOut(''))).bytes);
    assert.deepEqual([pages.length, pages[0]?.items.length, bookmarks.length], [1, 0, 0]);
  });

  it('comes out the same every time', async () => {
    const layout = layOut(featureScript(5));
    assert.deepEqual((await print(layout)).bytes, (await print(layout)).bytes);
  });

  it('can be cancelled, and lets others have a turn while it draws', async () => {
    const layout = layOut(featureScript(150));
    const stop = new AbortController();
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    let reported = 0;
    await print(layout, { progress: (done, all) => assert.ok((reported = done) <= all) });
    clearInterval(ticking);
    assert.ok(turns > 0, 'nobody else had a turn');
    assert.ok(reported > 0);
    await assert.rejects(print(layout, { signal: stop.signal, progress: () => stop.abort() }), { name: 'AbortError' });
    await assert.rejects(print(layout, { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });
});
