// What always holds of pages: whatever the text and whatever was edited.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { printedText, plainText } from '../../../../src/core/fountain/inline';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { placedBlocks, type Script } from '../../../../src/core/fountain/script';
import { columnsOf } from '../../../../src/core/page/columns';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout, type PageLine } from '../../../../src/core/page/page';
import { basesOf, linesOf } from '../../../../src/core/page/pageLines';
import { pageAt, sourceAt } from '../../../../src/core/page/places';
import { sceneLengthsOf } from '../../../../src/core/page/sceneLengths';
import { scenesOf } from '../../../../src/core/script/outline';
import { featureScript, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

const ALL = { ...STANDARD_PAGE, notes: true, synopses: true, sections: true };
const wordsOf = ({ runs }: PageLine): string => runs.map(({ text }) => text).join('');

/** Everything a layout says, as plain data. */
function told(layout: Layout): unknown {
  const bases = basesOf(layout);
  return {
    title: layout.titlePage && linesOf(layout.titlePage),
    pages: layout.pages.map((page, at) => ({ base: bases[at], rows: page.rows, lines: linesOf(page) })),
    scenes: sceneLengthsOf(layout),
  };
}

/** Holds for every layout. */
function assertSound(layout: Layout, what: string): void {
  const { length } = layout.script;
  const bases = basesOf(layout);
  layout.pages.forEach((page, at) => {
    const lines = linesOf(page);
    assert.ok(lines.length > 0 && page.rows <= layout.paper.rows, `${what}: page ${at} holds ${page.rows} rows`);
    assert.equal(lines[0]?.row, 0, `${what}: page ${at} opens with a blank row`);
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      const base = bases[at]?.offset ?? 0;
      const end = line.column + columnsOf(wordsOf(line));
      assert.ok(line.row < page.rows && end <= layout.paper.width / 7.2, `${what}: off the page: ${JSON.stringify(line)}`);
      assert.ok(base + line.from >= 0 && line.from <= line.to && base + line.to <= length, `${what}: no place in the source: ${JSON.stringify(line)}`);
      assert.ok(before === undefined || line.row > before.row || line.column >= before.column + columnsOf(wordsOf(before)), `${what}: two lines in one place: ${JSON.stringify([before, line])}`);
    });
    assert.notEqual(lines.at(-1)?.kind, 'character', `${what}: page ${at} ends with a cue`);
  });
  assert.equal(sceneLengthsOf(layout).length, scenesOf(layout.script).length);
}

/** The words that a script prints, in order, found without the layout. */
function printedWords(script: Script): string[] {
  const words: string[] = [];
  for (const { block } of placedBlocks(script)) {
    for (const element of block.elements) {
      if ('text' in element && !['section', 'synopsis', 'note', 'boneyard'].includes(element.kind)) {
        words.push(...plainText(printedText(element.text)).split(/\s+/));
      }
    }
  }
  return words.filter((word) => word !== '');
}

/** Without space, and without marks: where a note between two of them goes, whether they pair is a matter of taste. */
const bare = (text: string): string => text.replace(/[\s*_\\]+/g, '').toUpperCase();

describe('a layout', () => {
  it('after any edit is the layout of a fresh parse', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 150; seed++) {
      const random = randomFrom(seed);
      let text = randomText(random, 60);
      let script = parse(text);
      layoutOf(script, ALL);
      for (let step = 0; step < 12; step++) {
        const edit = randomEdit(random, text);
        script = reparse(script, edit);
        text = applyEdit(text, edit);
        const layout = layoutOf(script, ALL);
        assertSound(layout, `seed ${seed} step ${step}`);
        assert.deepEqual(told(layout), told(layoutOf(parse(text), ALL)), `seed ${seed} step ${step}`);
      }
    }
  });

  it('after any edit of a feature is the layout of a fresh parse, and most of its pages are the same objects', function () {
    this.timeout(60_000);
    const random = randomFrom(7);
    let text = featureScript(60);
    let script = parse(text);
    let pages = new Set(layoutOf(script, STANDARD_PAGE).pages);
    let kept = 0;
    let all = 0;
    for (let step = 0; step < 120; step++) {
      const at = Math.floor(random() * text.length);
      const edit = { offset: at, removed: random() < 0.3 ? 1 : 0, inserted: random() < 0.2 ? '\n\nMARA\nA line of her own.\n\n' : 'x' };
      script = reparse(script, edit);
      text = applyEdit(text, edit);
      const layout = layoutOf(script, STANDARD_PAGE);
      kept += layout.pages.filter((page) => pages.has(page)).length;
      all += layout.pages.length;
      pages = new Set(layout.pages);
      assert.deepEqual(told(layout), told(layoutOf(parse(text), STANDARD_PAGE)), `step ${step}`);
    }
    assert.ok(kept / all > 0.7, `only ${kept} of ${all} pages were kept`);
  });

  it('holds for any text at all', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        assertSound(layoutOf(parse(text), ALL), JSON.stringify(text));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('prints every word that the script prints, once and in order', () => {
    for (let seed = 0; seed < 200; seed++) {
      // Carets would set speeches side by side, out of order; the replaced characters are tested apart.
      const text = randomText(randomFrom(seed), 80).replaceAll('^', '').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
      const script = parse(text);
      const layout = layoutOf(script, STANDARD_PAGE);
      const lines = layout.pages.flatMap((page) => linesOf(page)).filter(({ kind, from, to }) => kind !== 'more' && kind !== 'character' && from <= to);
      assert.equal(bare(lines.map(wordsOf).join('')), bare(printedWords(script).join('')), `seed ${seed}`);
    }
  });

  it('takes each line back to where it came from', () => {
    const layout = layoutOf(parse(featureScript(30)), STANDARD_PAGE);
    const bases = basesOf(layout);
    layout.pages.forEach((page, at) => {
      for (const line of linesOf(page)) {
        if (line.from < line.to) {
          const offset = (bases[at]?.offset ?? 0) + line.from;
          assert.equal(sourceAt(layout, at, line.row, line.column)?.offset, offset);
          assert.deepEqual(pageAt(layout, offset), { page: at, row: line.row });
        }
      }
    });
  });
});
