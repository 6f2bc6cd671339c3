import assert from 'node:assert/strict';
import { sheetText } from '../../../src/cli/sheetText';
import type { Sheet } from '../../../src/core/sheets/sheet';

const SHEET: Sheet = {
  kind: 'call',
  title: 'Call sheet',
  subtitles: ['Closing Time'],
  facts: [{ label: 'Address', value: '1 Road\n  Town' }],
  landscape: false,
  parts: [
    { kind: 'heading', text: 'Crew' },
    {
      kind: 'table',
      table: {
        caption: 'Cast',
        columns: [{ head: ['No.'], align: 'right', width: 1 }, { head: ['Name'], align: 'left', width: 9 }, { head: ['1', 'Mon'], align: 'centre', width: 2 }],
        rows: [
          { kind: 'section', text: 'Leads', tone: 'group' },
          { kind: 'cells', cells: [{ text: '1' }, { text: 'ÉLÉONORE' }, { text: 'W' }], below: [{ label: 'Notes', value: 'Late' }] },
          { kind: 'cells', cells: [{ text: '10' }, { text: 'x'.repeat(40) }, { text: '' }] },
        ],
      },
    },
    { kind: 'pageBreak' },
    { kind: 'facts', facts: [{ label: 'Parking', value: 'Behind' }] },
    { kind: 'paragraph', text: 'The end.' },
  ],
};

describe('a sheet in a terminal', () => {
  it('stands in columns, with long names cut and nothing hanging over', () => {
    assert.equal(
      sheetText(SHEET),
      [
        'Call sheet', 'Closing Time', 'Address: 1 Road, Town', '', 'Crew', '', 'Cast',
        `No. Name${' '.repeat(30)}1`, `${' '.repeat(37)}Mon`, '-- Leads',
        `  1 ÉLÉONORE${' '.repeat(26)}W`, '      Notes: Late', ` 10 ${'x'.repeat(31)}…`,
        '', 'Parking: Behind', '', 'The end.', '',
      ].join('\n'),
    );
  });
});
