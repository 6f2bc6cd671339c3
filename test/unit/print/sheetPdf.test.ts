// The papers of the shoot as PDF: everything a sheet says stands on paper, within its margins, with heads on every page.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { boardOfScript } from '../../../src/core/board/boardOfScript';
import { breakdownOf } from '../../../src/core/breakdown/breakdownOf';
import { categoriesOf } from '../../../src/core/breakdown/categories';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { PAPERS } from '../../../src/core/page/paper';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import { settle } from '../../../src/core/production/settle';
import { check } from '../../../src/core/schedule/check/check';
import { planOfBoard } from '../../../src/core/schedule/planOfBoard';
import { problemOf } from '../../../src/core/schedule/problemOf';
import { breakdownSheet } from '../../../src/core/sheets/breakdownSheet';
import { callSheet } from '../../../src/core/sheets/callSheet';
import { costSheet } from '../../../src/core/sheets/costSheet';
import { dayOutOfDaysSheet } from '../../../src/core/sheets/dayOutOfDaysSheet';
import { elementListSheet } from '../../../src/core/sheets/elementListSheet';
import type { SheetInput } from '../../../src/core/sheets/input';
import { oneLineSheet, shootingScheduleSheet } from '../../../src/core/sheets/scheduleSheets';
import type { Sheet } from '../../../src/core/sheets/sheet';
import { sheetRows } from '../../../src/core/sheets/sheetRows';
import { MARGIN, sheetPdf } from '../../../src/print/sheetPdf';
import { clipped, wrapped } from '../../../src/print/sheetText';
import { courierPrime } from '../../support/pdfFonts';
import { readPdf, type ReadPdf } from '../../support/pdfText';
import { featureScript } from '../../support/randomScript';

const fonts = { courier: courierPrime(), fallbacks: [] };

function shoot(text: string): SheetInput {
  let count = 0;
  const newId = (): string => `n${(count += 1)}`;
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  const settled = settle(emptyProduction(), layout, newId);
  const cast = Object.fromEntries(Object.entries(settled.elements).map(([id, element], index) => [id, { ...element, dayCost: 400 + index * 10 }]));
  const production = { ...settled, elements: cast, rules: { ...settled.rules, start: '2026-05-11', companyDayCost: 5000 } };
  const breakdown = breakdownOf(layout, production);
  const board = boardOfScript(breakdown.scenes, production.rules, 'Script order', newId);
  const parts = problemOf(production, breakdown, { board });
  const plan = planOfBoard(board, parts);
  return { title: 'A Shoot', production, breakdown, categories: categoriesOf(production), planned: { ...parts, name: board.name, plan, checked: check(parts.problem, plan), board } };
}

const sheetsOf = (input: SheetInput): Sheet[] => [callSheet(input, 0), oneLineSheet(input), shootingScheduleSheet(input), dayOutOfDaysSheet(input), costSheet(input), breakdownSheet(input), elementListSheet(input)];

async function print(sheets: readonly Sheet[], paper = PAPERS.letter): Promise<ReadPdf> {
  const { bytes } = await sheetPdf(sheets, { paper, fonts, created: new Date(0), colours: new Map([['cast', '#884400']]) });
  if (process.env['BACKLOT_SHEETS'] !== undefined) {
    writeFileSync(`${process.env['BACKLOT_SHEETS']}-${sheets[0]?.kind ?? ''}-${sheets.length}.pdf`, bytes);
  }
  return readPdf(bytes);
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** What of a page's words stands outside its margins; the foot stands in the lower one. */
const outside = ({ pages }: ReadPdf): string[] =>
  pages.flatMap(({ width, height, items }) => items.filter(({ x, y }) => x < MARGIN - 1 || x > width - MARGIN + 1 || y < MARGIN - 1 || y > height - MARGIN + 25).map(({ text, x, y }) => `${text} at ${x}, ${y}`));

describe('a sheet on paper', () => {
  const sample = shoot(readFileSync('media/sample/surtitles.fountain', 'utf8'));
  const long = shoot(featureScript(120));

  it('says all that the sheet says, in its order, for every sheet of the sample', async () => {
    for (const sheet of sheetsOf(sample)) {
      const { pages } = await print([sheet]);
      const read = squeezed(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
      const cells = sheet.parts.flatMap((part) => (part.kind === 'table' ? part.table.rows.flatMap((row) => (row.kind === 'section' ? [row.text] : row.cells.map(({ text }) => text))) : []));
      // A cell of several lines is read with its neighbours between: its longest word tells it.
      const missing = cells.flatMap((text) => text.split(/\s+/).filter((word) => word !== '' && word.length < 14 && !read.includes(squeezed(word))));
      assert.deepEqual(missing, [], sheet.kind);
      assert.equal(pages[0] && pages[0].width > pages[0].height, sheet.landscape, sheet.kind);
    }
  });

  it('keeps within the margins on letter and A4, with a long feature too', async () => {
    for (const paper of [PAPERS.letter, PAPERS.a4]) {
      for (const sheet of [oneLineSheet(long), dayOutOfDaysSheet(long), costSheet(long), callSheet(long, 2)]) {
        assert.deepEqual(outside(await print([sheet], paper)), [], `${sheet.kind} on ${paper.name}`);
      }
    }
  });

  it('repeats the heads of a table on every page, and numbers the pages through', async () => {
    const { pages } = await print([oneLineSheet(long)]);
    assert.ok(pages.length > 2);
    const heads = pages.map(({ items }) => items.some(({ text }) => text.includes('Synopsis') || text.includes('Set')));
    assert.ok(heads.every(Boolean));
    assert.ok(pages.every(({ items, height }, index) => items.some(({ text, y }) => y > height - MARGIN && text.trim() === String(index + 1))));
  });

  it('puts several sheets one after the other, each on a page of its own, with a bookmark each', async () => {
    const sheets = [callSheet(sample, 0), callSheet(sample, 1), callSheet(sample, 2)].slice(0, sample.planned?.plan.days.length);
    const { pages, bookmarks } = await print(sheets);
    assert.ok(pages.length >= sheets.length);
    assert.equal(bookmarks.length, sheets.length);
    assert.equal(new Set(bookmarks.map(({ page }) => page)).size, sheets.length);
  });

  it('ends at once when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await assert.rejects(sheetPdf([oneLineSheet(long)], { paper: PAPERS.letter, fonts, created: new Date(0), colours: new Map(), signal: stop.signal }), /enough/);
  });
});

describe('a sheet as rows', () => {
  it('has every cell, figures as figures, and no figure where the trade writes eighths', () => {
    const input = shoot(readFileSync('media/sample/surtitles.fountain', 'utf8'));
    for (const sheet of sheetsOf(input)) {
      const flat = sheetRows(sheet).flat();
      const cells = sheet.parts.flatMap((part) => (part.kind === 'table' ? part.table.rows.flatMap((row) => (row.kind === 'cells' ? row.cells : [])) : []));
      for (const { text, value } of cells) {
        assert.ok(flat.includes(text) || (value !== undefined && flat.includes(value)), `${sheet.kind}: ${text}`);
      }
      assert.ok(flat.every((each) => typeof each === 'string' || Number.isFinite(each)));
    }
  });
});

describe('text in columns', () => {
  it('breaks between words, breaks a word that is too long, and loses nothing', () => {
    assert.deepEqual(wrapped('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrapped('abcdefgh', 3), ['abc', 'def', 'gh']);
    assert.deepEqual(wrapped('', 5), ['']);
    assert.equal(squeezed(wrapped('Donaudampfschifffahrt und so weiter', 6).join('')), squeezed('Donaudampfschifffahrt und so weiter'));
  });

  it('cuts with a mark', () => {
    assert.equal(clipped('abcdef', 4), 'abc…');
    assert.equal(clipped('abcd', 4), 'abcd');
  });
});
