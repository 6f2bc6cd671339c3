import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renumbered } from '../../../media/preview/numbering';

describe('numbers of the preview’s sheets', () => {
  it('are all anew where a title page takes the place of a page, and of the one sheet that changed otherwise', () => {
    assert.deepEqual(renumbered({ from: 0, removed: 1, inserted: [7], titled: true }, false, 40), { from: 0, to: 40 });
    assert.deepEqual(renumbered({ from: 0, removed: 2, inserted: [7, 8], titled: false }, true, 40), { from: 0, to: 40 });
    assert.deepEqual(renumbered({ from: 12, removed: 1, inserted: [7], titled: true }, true, 40), { from: 12, to: 13 });
    assert.deepEqual(renumbered({ from: 12, removed: 1, inserted: [7, 8], titled: true }, true, 41), { from: 12, to: 41 });
  });

  it('are right after any changes', () => {
    const change = fc.record({ at: fc.nat(12), removed: fc.nat(4), inserted: fc.nat(4), titled: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let sheets: { number: number }[] = [];
        let wasTitled = false;
        for (const { at, removed: wanted, inserted: count, titled } of changes) {
          // A title page that comes or goes is a change of the first sheet.
          const from = titled === wasTitled ? Math.min(at, sheets.length) : 0;
          const removed = Math.min(wanted, sheets.length - from);
          const inserted = Array.from({ length: count }, (_each, index) => index);
          sheets = sheets.toSpliced(from, removed, ...inserted.map(() => ({ number: -1 })));
          const anew = renumbered({ from, removed, inserted, titled }, wasTitled, sheets.length);
          sheets.slice(anew.from, anew.to).forEach((sheet, index) => (sheet.number = anew.from + index + (titled ? 0 : 1)));
          wasTitled = titled;
          assert.deepEqual(sheets.map(({ number }) => number), sheets.map((_sheet, index) => index + (titled ? 0 : 1)));
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
