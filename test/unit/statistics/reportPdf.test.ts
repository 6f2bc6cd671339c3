// The report as PDF: its words on its pages, tables whole, long ones overleaf with their heads, and what no font has is told.
import assert from 'node:assert/strict';
import { PAPERS } from '../../../src/core/page/paper';
import { openFaces } from '../../../src/print/face';
import type { Cell, Report, Table } from '../../../src/statistics/protocol';
import { pictureRoom, reportPdf } from '../../../src/statistics/reportPdf';
import { courierPrime, liberationSans } from '../../support/pdfFonts';
import { readPdf } from '../../support/pdfText';

const courier = courierPrime();
const created = new Date(0);
const words = { showAll: '', showFewer: '', asTable: '', goTo: '', export: '', contents: '', keys: '' };

function tableOf(count: number, name = (index: number): string => `PERSON ${index}`, id = 'characters'): Table {
  const rows = Array.from({ length: count }, (_, index): Cell[] => [{ text: name(index), target: 0 }, { text: String(index * 7), sort: index * 7, bar: index / count }]);
  return { id, caption: 'Characters', columns: [{ label: 'Character', numeric: false }, { label: 'Words', numeric: true }], rows, shown: 10 };
}

const reportOf = (table: Table): Report => ({
  title: 'The Long Way Down',
  figures: [{ label: 'pages', value: '118', detail: '117 2/8 exactly' }],
  parts: [
    { id: 'rhythm', heading: 'Rhythm', lead: 'Page by page.', tables: [], drawing: { width: 400, height: 100, label: 'x', shapes: [{ kind: 'rect', x: 0, y: 0, width: 9, height: 9, role: 'action' }, { kind: 'text', x: 20, y: 20, text: 'Axis', role: 'ink', anchor: 'start', size: 8 }] } },
    { id: 'characters', heading: 'Characters', lead: '', tables: [table], note: 'Grade: by Flesch.' },
  ],
  words,
});

const linesOf = (page: { items: readonly { text: string; x: number; y: number }[] } | undefined): string[] => {
  const rows = new Map<number, { text: string; x: number }[]>();
  for (const { text, x, y } of page?.items ?? []) {
    rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), { text, x }]);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, items]) => items.sort((a, b) => a.x - b.x).map(({ text }) => text.trim()).join(' | '));
};

describe('statistics: the report as PDF', () => {
  it('says what the report says, in order, with bookmarks', async () => {
    const { bytes, missing } = await reportPdf(reportOf(tableOf(3)), PAPERS.letter, { courier, fallbacks: [] }, created, 'and {0} more');
    const { pages, bookmarks, info } = await readPdf(bytes);
    assert.equal(missing.size, 0);
    assert.equal(pages.length, 1);
    assert.equal(info['Title'], 'The Long Way Down');
    assert.deepEqual(bookmarks.map(({ title }) => title), ['Rhythm', 'Characters']);
    assert.deepEqual(linesOf(pages[0]).map((line) => line.replaceAll(' | ', ' ')), ['The Long Way Down', '118', 'pages', '117 2/8 exactly', 'Rhythm', 'Page by page.', 'Axis', 'Characters', 'Character Words', 'PERSON 0 0', 'PERSON 1 7', 'PERSON 2 14', 'Grade: by Flesch.']);
  });

  it('goes on overleaf under the table’s head, losing no row, on both papers', async () => {
    for (const paper of [PAPERS.letter, PAPERS.a4]) {
      const { bytes } = await reportPdf(reportOf(tableOf(150)), paper, { courier, fallbacks: [] }, created, 'and {0} more');
      const { pages } = await readPdf(bytes);
      const lines = pages.map(linesOf);
      assert.ok(pages.length > 2);
      assert.deepEqual(lines.flat().filter((line) => line.startsWith('PERSON')), Array.from({ length: 150 }, (_, index) => `PERSON ${index} | ${index * 7}`));
      assert.ok(lines.every((page) => page.includes('Character | Words')));
      assert.ok(pages.every(({ items, width, height }) => items.every(({ x, y }) => x > 20 && x < width - 20 && y > 20 && y < height - 20)));
    }
  });

  it('prints of endless tables the first rows, and says how many more there are', async () => {
    const { bytes } = await reportPdf(reportOf(tableOf(200, undefined, 'pairs')), PAPERS.letter, { courier, fallbacks: [] }, created, 'and {0} more');
    const lines = (await readPdf(bytes)).pages.flatMap(linesOf);
    assert.equal(lines.filter((line) => line.startsWith('PERSON')).length, 30);
    assert.ok(lines.includes('and 170 more'));
  });

  it('cuts names that are too long, shows other alphabets through other fonts, and tells what none has', async () => {
    const long = await reportPdf(reportOf(tableOf(1, () => 'A'.repeat(300))), PAPERS.letter, { courier, fallbacks: [] }, created, '');
    assert.match((await readPdf(long.bytes)).pages.flatMap(linesOf).find((line) => line.startsWith('AAA')) ?? '', /^A+… \| 0$/);
    const greek = reportOf(tableOf(1, () => 'ΜΑΡΙΑ'));
    assert.deepEqual([...(await reportPdf(greek, PAPERS.letter, { courier, fallbacks: [] }, created, '')).missing.keys()].sort(), ['Α', 'Ι', 'Μ', 'Ρ']);
    const shown = await reportPdf(greek, PAPERS.letter, { courier, fallbacks: openFaces(liberationSans()) }, created, '');
    assert.equal(shown.missing.size, 0);
    assert.ok((await readPdf(shown.bytes)).pages.flatMap(linesOf).some((line) => line.replaceAll(' | ', '').includes('ΜΑΡΙΑ')));
  });

  it('stops when the writer cancels, before the first row and between two of them', async () => {
    const stopped = new DOMException('The writer cancelled', 'AbortError');
    const write = (report: Report, signal: AbortSignal): Promise<unknown> => reportPdf(report, PAPERS.letter, { courier, fallbacks: [] }, created, '', signal);
    await assert.rejects(write(reportOf(tableOf(3)), AbortSignal.abort(stopped)), stopped);
    const stop = new AbortController();
    let read = 0;
    const cell: Cell = {
      get text() {
        read += 1;
        // Every cell is read once to be measured. Cancelled while the eleventh is drawn, the others are not any more.
        if (read === 50 + 11) {
          stop.abort(stopped);
        }
        return 'PERSON';
      },
    };
    const table: Table = { id: 'characters', caption: '', columns: [{ label: 'Character', numeric: false }], rows: Array.from({ length: 50 }, () => [cell]), shown: 10 };
    await assert.rejects(write(reportOf(table), stop.signal), stopped);
    assert.equal(read, 50 + 11);
  });

  it('leaves pictures the width of the text', () => {
    assert.deepEqual(pictureRoom(PAPERS.letter), { width: 504, text: 7.5 });
  });
});
