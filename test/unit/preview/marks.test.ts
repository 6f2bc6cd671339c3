import assert from 'node:assert/strict';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout } from '../../../src/core/page/page';
import { lineAtRow, markAt, sourceOf } from '../../../src/preview/marks';
import type { Mark } from '../../../src/preview/protocol';
import { readLines } from '../../../src/preview/sheetLines';
import { sheetsOf } from '../../../src/preview/sheets';
import { featureScript } from '../../support/randomScript';

const TEXT = 'Title: Tides\nAuthor: A. Writer\nDraft date: today\n\nINT. A - DAY\n\nRain on the pier.\n\n[[a note]]\n\nMARA\nOne.\n\nDEV ^\nTwo.\n\nThey stop.\n';

function printed(layout: Layout, mark: Mark | undefined): string | undefined {
  const page = mark && sheetsOf(layout)[mark.sheet];
  return page && readLines(page)[mark.line]?.runs.map(({ text }) => text).join('');
}

describe('places of the preview', () => {
  const layout = layoutOf(parse(TEXT), STANDARD_PAGE);
  const at = (text: string): string | undefined => printed(layout, markAt(layout, TEXT.indexOf(text)));

  it('finds the printed line of a place in the source: on the title page, on either side of a dual, before a note', () => {
    assert.deepEqual(['Tides', 'A. Writer', 'today', 'Rain', 'One.', 'DEV', 'Two.', 'They stop.'].map(at), ['Tides', 'A. Writer', 'today', 'Rain on the pier.', 'One.', 'DEV', 'Two.', 'They stop.']);
    assert.equal(at('a note'), 'Rain on the pier.');
    assert.equal(printed(layout, markAt(layout, TEXT.length)), 'They stop.');
  });

  it('finds the source of a printed line, to the letter', () => {
    for (const text of ['Tides', 'Rain', 'One.', 'Two.', 'They stop.']) {
      const mark = markAt(layout, TEXT.indexOf(text));
      assert.ok(mark);
      assert.equal(sourceOf(layout, mark)?.offset, TEXT.indexOf(text), text);
      assert.equal(sourceOf(layout, mark)?.line, TEXT.slice(0, TEXT.indexOf(text)).split('\n').length - 1);
    }
    const rain = markAt(layout, TEXT.indexOf('Rain'));
    assert.ok(rain);
    assert.equal(sourceOf(layout, rain, 15 + 'Rain on '.length)?.offset, TEXT.indexOf('the pier'));
    assert.equal(sourceOf(layout, rain, 0)?.offset, TEXT.indexOf('Rain'), 'left of the line');
    assert.equal(sourceOf(layout, { sheet: 9, line: 9 }), undefined);
  });

  it('goes from every printed line of a feature to its source and back', () => {
    const feature = layoutOf(parse(featureScript(60)), STANDARD_PAGE);
    sheetsOf(feature).forEach((page, sheet) => {
      readLines(page).forEach((line, index) => {
        const source = sourceOf(feature, { sheet, line: index });
        const back = source && markAt(feature, source.offset);
        // A cue that is repeated overleaf and (MORE) stand for a place that is printed on the other page too.
        if (line.from < line.to) {
          assert.deepEqual(back, { sheet, line: index });
        } else {
          assert.ok(back && Math.abs(back.sheet - sheet) <= 1);
        }
      });
    });
  });

  it('finds the line nearest to a row, and nothing where nothing prints', () => {
    const mark = lineAtRow(layout, 1, 100);
    assert.equal(printed(layout, mark), 'They stop.');
    assert.equal(lineAtRow(layout, 5, 0), undefined);
    const nothing = layoutOf(parse('\n'), STANDARD_PAGE);
    assert.equal(markAt(nothing, 0), undefined);
  });
});
