// reparse is parse, only less of it: after any edit the same Script, and the blocks outside the edit the same objects.
import assert from 'node:assert/strict';
import { applyEdit, type Edit } from '../../../../src/core/edits/edit';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import { textOf, type Block, type Script } from '../../../../src/core/fountain/script';
import { featureScript, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

function blocksOf(script: Script): Block[] {
  return script.chunks.flatMap((chunk) => chunk.blocks);
}

function assertSame(actual: Script, text: string, seed: string): void {
  const expected = parse(text);
  assert.equal(textOf(actual), text, seed);
  assert.deepEqual(blocksOf(actual), blocksOf(expected), seed);
  assert.equal(actual.length, expected.length, seed);
  assert.equal(actual.lines, expected.lines, seed);
}

/** From both ends inwards: blocks wholly outside the edit that came out the same must be the very objects they were. */
function assertKept(before: Script, after: Script, edit: Edit, seed: string): void {
  const old = blocksOf(before);
  const made = blocksOf(after);
  for (let at = 0, end = 0; at < old.length; at++) {
    end += old[at]?.text.length ?? 0;
    if (end > edit.offset || old[at]?.text !== made[at]?.text) {
      break;
    }
    assert.equal(made[at], old[at], `${seed}: block ${at} before the edit was made anew`);
  }
  for (let back = 1, start = before.length; back <= old.length; back++) {
    const block = old.at(-back);
    start -= block?.text.length ?? 0;
    if (start <= edit.offset + edit.removed || block?.text !== made.at(-back)?.text || back === made.length) {
      break;
    }
    assert.equal(made.at(-back), block, `${seed}: block ${back} from the end was made anew`);
  }
}

describe('reparse', () => {
  it('equals parse through 10,000 random edits on random texts', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 500; seed++) {
      const random = randomFrom(seed);
      let text = randomText(random, 30);
      let script = parse(text);
      for (let step = 0; step < 20; step++) {
        const edit = randomEdit(random, text);
        const before = script;
        script = reparse(script, edit);
        text = applyEdit(text, edit);
        assertSame(script, text, `seed ${seed} step ${step}`);
        assertKept(before, script, edit, `seed ${seed} step ${step}`);
      }
    }
  });

  it('equals parse through 10,000 random edits on real-looking scripts', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 100; seed++) {
      const random = randomFrom(seed + 10_000);
      let text = featureScript(3, seed);
      let script = parse(text);
      for (let step = 0; step < 100; step++) {
        const edit = randomEdit(random, text);
        const before = script;
        script = reparse(script, edit);
        text = applyEdit(text, edit);
        assertSame(script, text, `seed ${seed} step ${step}`);
        assertKept(before, script, edit, `seed ${seed} step ${step}`);
      }
    }
  });

  it('keeps every block but the one typed in, on a feature', () => {
    const text = featureScript(190);
    const script = parse(text);
    const offset = text.indexOf('turns', text.length / 2);
    const after = reparse(script, { offset, removed: 0, inserted: 'x' });
    const kept = new Set(blocksOf(script));
    const made = blocksOf(after).filter((block) => !kept.has(block));
    assert.equal(made.length, 1);
    assert.ok(made[0]?.text.includes('xturns'));
  });

  it('closes an open boneyard pages above, and opens it again', () => {
    const text = `${featureScript(2)}\n\n/* cut\n\n${featureScript(3, 2)}`;
    const script = parse(text);
    const end = { offset: text.length, removed: 0, inserted: '*/' };
    const closed = reparse(script, end);
    assertSame(closed, applyEdit(text, end), 'closed');
    const open = reparse(closed, { offset: text.length, removed: 1, inserted: '' });
    assertSame(open, `${text}/`, 'opened again');
  });

  it('closes a boneyard that opened inside a note pages above', () => {
    const text = `[[\n/*\n[[note]]\n\n${featureScript(2)}`;
    const end = { offset: text.length, removed: 0, inserted: '*/' };
    assertSame(reparse(parse(text), end), `${text}*/`, 'closed');
  });

  it('closes a note paragraphs above, over blank lines of two spaces, and opens it again', () => {
    const texts = ['[[ a\n  \nb\n  \nc\n  \nd\n\ne', 'Title: [[ a\nb\n\t\nc\n\t\nd\n\ne', '[[ a\n\t\n/* b\n\nc\n\t\nd'];
    for (const text of texts) {
      for (const inserted of [']]', '*/ x ]]', '  ', '\n', '[[']) {
        for (let offset = 0; offset <= text.length; offset++) {
          const edit = { offset, removed: 0, inserted };
          const changed = applyEdit(text, edit);
          const seed = JSON.stringify({ text, edit });
          const there = reparse(parse(text), edit);
          assertSame(there, changed, seed);
          assertSame(reparse(there, { offset, removed: inserted.length, inserted: '' }), text, `${seed} and back`);
        }
      }
    }
  });

  it('refuses an edit outside the script', () => {
    assert.throws(() => reparse(parse('abc'), { offset: 2, removed: 5, inserted: '' }), RangeError);
  });
});
