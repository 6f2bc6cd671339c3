import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { foldsOf } from '../../../../src/core/script/folding';
import { outlineOf } from '../../../../src/core/script/outline';
import { featureScript, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

const folds = (text: string): string[] => foldsOf(parse(text)).map(({ kind, start, end }) => `${kind} ${start}-${end}`);

describe('foldsOf', () => {
  it('folds the title page, sections, and scenes, and leaves a blank line between folded headings', () => {
    const text = ['Title: A', 'Author: B', '', '# One', '', 'INT. A - DAY', '', 'Rain.', '', 'EXT. B', '', 'Snow.', '', '# Two', '', 'INT. C', '', 'End.', ''].join('\n');
    const wanted = ['titlePage 0-1', 'section 3-11', 'scene 5-7', 'scene 9-11', 'section 13-17', 'scene 15-17'];
    assert.deepEqual(folds(text), wanted);
    assert.deepEqual(folds(text.replaceAll('\n', '\r\n')), wanted);
    assert.deepEqual(folds(text.replaceAll('\n', '\r')), wanted);
  });

  it('folds to the next heading where no blank line stands between, and not a heading alone', () => {
    assert.deepEqual(folds('# One\n# Two\nINT. A\n\nRain.\n= synopsis\n# Three'), ['section 1-5', 'scene 2-5']);
    assert.deepEqual(folds('INT. A\n\nINT. B\n'), []);
    assert.deepEqual(folds(''), []);
    assert.deepEqual(folds('Only action.\n\nMore.\n'), []);
  });

  it('folds notes and boneyards of more than one line, and never text behind them', () => {
    assert.deepEqual(folds('Rain.\n\n[[one\ntwo\nthree]]\n\n/* gone\n\nINT. NOT A SCENE\n\n*/\n\nEnd. [[one line]]\n'), ['note 2-4', 'boneyard 6-10']);
    assert.deepEqual(folds('Rain /* a\nb\nc */ goes on.\n'), ['boneyard 0-1']);
    assert.deepEqual(folds('Rain /* a\nb */ goes on.\n'), []);
  });

  it('never crosses, never leaves the script, has one fold a line: on any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 60 }), (seed, pieces) => {
        const text = randomText(randomFrom(seed), pieces);
        const script = parse(text);
        const found = foldsOf(script);
        const open: number[] = [];
        let before = -1;
        for (const { start, end } of found) {
          assert.ok(start > before && end > start && end <= script.lines, JSON.stringify(text));
          before = start;
          while ((open.at(-1) ?? Infinity) < start) {
            open.pop();
          }
          assert.ok(end <= (open.at(-1) ?? Infinity), `crosses: ${JSON.stringify(text)} ${JSON.stringify(found)}`);
          open.push(end);
        }
      }),
      { seed: 3, numRuns: 3000 },
    );
  });

  it('leaves one blank line below every scene of a long script, wherever its pieces part', () => {
    const script = parse(featureScript(190));
    const scenes = foldsOf(script).filter(({ kind }) => kind === 'scene');
    const heads = outlineOf(script).map(({ line }) => line);
    assert.ok(scenes.length > 180 && script.chunks.length > 5);
    for (const { start, end } of scenes) {
      assert.equal(end + 2, heads.find((line) => line > start) ?? script.lines + 1);
    }
  });

  it('is the same after edits as on a fresh parse', () => {
    for (let seed = 0; seed < 6; seed++) {
      const random = randomFrom(seed);
      let text = featureScript(30, seed);
      let script = parse(text);
      for (let step = 0; step < 60; step++) {
        const edit = randomEdit(random, text);
        script = reparse(script, edit);
        text = applyEdit(text, edit);
        assert.deepEqual(foldsOf(script), foldsOf(parse(text)));
      }
    }
  });
});
