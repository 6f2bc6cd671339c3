import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { reparse } from '../../../src/core/fountain/reparse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE, type Page } from '../../../src/core/page/page';
import { linesOf } from '../../../src/core/page/pageLines';
import { readLines, sheetLinesOf } from '../../../src/preview/sheetLines';
import { changeOf, idOf, shapeOf, sheetsOf, toldSheets, type SheetChange } from '../../../src/preview/sheets';
import { featureScript, randomEdit, randomFrom } from '../../support/randomScript';
import { textOf } from '../../../src/core/fountain/script';

const page = (): Page => ({ rows: 1 });
const applied = (before: readonly Page[], { from, removed, inserted }: SheetChange): Page[] => [...before.slice(0, from), ...inserted, ...before.slice(from + removed)];

describe('the sheets of a preview', () => {
  it('change in one place', () => {
    const [a, b, c, d, e] = [page(), page(), page(), page(), page()];
    assert.deepEqual(changeOf([], [a, b]), { from: 0, removed: 0, inserted: [a, b] });
    assert.deepEqual(changeOf([a, b, c], [a, d, c]), { from: 1, removed: 1, inserted: [d] });
    assert.deepEqual(changeOf([a, b, c], [a, b, d, e, c]), { from: 2, removed: 0, inserted: [d, e] });
    assert.deepEqual(changeOf([a, b, c], [a, b, c]), { from: 3, removed: 0, inserted: [] });
    assert.deepEqual(changeOf([a, b, c], []), { from: 0, removed: 3, inserted: [] });
  });

  it('keep their ids, and are told whole where they are in sight', () => {
    const pages = layoutOf(parse(featureScript(30)), STANDARD_PAGE);
    const sheets = sheetsOf(pages);
    assert.equal(sheets.length, pages.pages.length + 1, 'the title page comes first');
    const told = toldSheets(changeOf([], sheets), 8, 9);
    assert.deepEqual(told.map((each, at) => (typeof each === 'number' ? undefined : at)).filter((at) => at !== undefined), [7, 8, 9, 10]);
    assert.deepEqual(told.map((each) => (typeof each === 'number' ? each : each.id)), sheets.map(idOf));
    const [other] = layoutOf(parse('INT. ELSEWHERE - DAY\n'), STANDARD_PAGE).pages;
    assert.ok(other);
    const few = toldSheets(changeOf(sheets, [...sheets.slice(0, 3), other, ...sheets.slice(4)]), 8, 9);
    assert.deepEqual(few, [{ id: idOf(other), lines: sheetLinesOf(other) }], 'one sheet is told whole also out of sight');
  });

  it('after any edit say with one change what a new look would', () => {
    const random = randomFrom(11);
    let script = parse(featureScript(8));
    let shown: readonly Page[] = [];
    for (let step = 0; step < 60; step++) {
      const sheets = sheetsOf(layoutOf(script, STANDARD_PAGE));
      const change = changeOf(shown, sheets);
      shown = applied(shown, change);
      assert.deepEqual(shown.map(idOf), sheets.map(idOf));
      // What is kept by identity is what a fresh layout prints.
      const fresh = sheetsOf(layoutOf(parse(textOf(script)), STANDARD_PAGE));
      assert.deepEqual(shown.map(sheetLinesOf), fresh.map(sheetLinesOf));
      script = reparse(script, randomEdit(random, textOf(script)));
    }
  });

  it('one letter changes one sheet, and few others at most', () => {
    const script = parse(featureScript(100));
    const before = sheetsOf(layoutOf(script, STANDARD_PAGE));
    const at = textOf(script).indexOf('slowly', script.length / 2);
    const after = sheetsOf(layoutOf(reparse(script, { offset: at, removed: 1, inserted: 'z' }), STANDARD_PAGE));
    assert.equal(changeOf(before, after).inserted.length, 1);
  });

  it('have the lines of the layout, all of them, the halves of dual dialogue one after the other', () => {
    const text = 'INT. A - DAY #7#\n\nRain.\n\nMARA\nOne.\nMore of it, and so long that it goes on for another line.\n\nDEV ^\nTwo.\n\nThey stop.\n';
    const layout = layoutOf(parse(text), STANDARD_PAGE);
    const [first] = layout.pages;
    assert.ok(first);
    const lines = readLines(first);
    assert.deepEqual([...lines].sort((a, b) => a.row - b.row || a.column - b.column), linesOf(first));
    const printed = lines.map(({ runs }) => runs.map((each) => each.text).join(''));
    assert.deepEqual([printed.indexOf('MARA') < printed.indexOf('One.'), printed.indexOf('DEV') > printed.findIndex((each) => each.includes('line.')), printed.at(-1)], [true, true, 'They stop.']);
    assert.equal(printed[printed.indexOf('DEV') + 1], 'Two.');
    assert.equal(sheetLinesOf(first)[0]?.number, '7');
    assert.equal(sheetLinesOf(first), sheetLinesOf(first), 'made once');
    const shape = shapeOf(layout);
    assert.ok((shape.leftEnd ?? 99) < 15 && (shape.right ?? 0) > 70);
  });
});
