import assert from 'node:assert/strict';
import { applyEdits, tidyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import type { Block, Script } from '../../../../src/core/fountain/script';
import { editedScript } from '../../../../src/core/script/edited';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

const blocks = ({ chunks }: Script): Block[] => chunks.flatMap((chunk) => [...chunk.blocks]);

describe('editedScript', () => {
  it('property: is the parse of the edited text, for few edits and for many', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const text = seed % 6 === 0 ? featureScript(8, seed) : randomText(random, 40);
      const wanted = Array.from({ length: seed % 3 === 0 ? 90 : 4 }, () => Math.floor(random() * text.length)).sort((a, b) => a - b);
      const edits = tidyEdits(text, wanted.filter((offset, index) => offset > (wanted[index - 1] ?? -1)).map((offset) => ({ offset, removed: Math.floor(random() * 2), inserted: randomText(random, 1) })));
      const made = editedScript(parse(text), edits);
      assert.deepEqual(blocks(made), blocks(parse(applyEdits(text, edits))), `seed ${seed}`);
    }
  });

  it('reads again only what a few edits touch', () => {
    const script = parse(featureScript(60));
    const known = new Set(blocks(script));
    const fresh = blocks(editedScript(script, [{ offset: script.length - 1, removed: 0, inserted: 'x' }, { offset: 100, removed: 0, inserted: 'y' }])).filter((block) => !known.has(block));
    assert.ok(fresh.length >= 1 && fresh.length <= 6, String(fresh.length));
  });
});
