// The sample screenplay: clean Fountain, and one of each thing a writer may want to see.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../src/core/fountain/parse';
import { placedBlocks } from '../../../src/core/fountain/script';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { lengthOf } from '../../../src/core/page/sceneLengths';
import { charactersOf } from '../../../src/core/script/characters';
import { dualCues } from '../../../src/core/script/dualDialogue';
import { highlightCorrections } from '../../../src/core/script/highlightCorrections';
import { scenesOf } from '../../../src/core/script/outline';

const script = parse(readFileSync('media/sample/surtitles.fountain', 'utf8'));
const blocks = [...placedBlocks(script)].map(({ block }) => block);

describe('the sample screenplay', () => {
  it('has nothing that looks like a slip, and nothing that the grammar reads wrongly', () => {
    assert.deepEqual(blocks.flatMap((block) => block.problems), []);
    assert.deepEqual(highlightCorrections(script), []);
  });

  it('has twelve scenes in about nine pages, six voices, one dual dialogue', () => {
    const scenes = scenesOf(script);
    assert.equal(scenes.length, 12);
    const { pages } = lengthOf(layoutOf(script, STANDARD_PAGE));
    assert.ok(pages >= 8 && pages <= 10, `${pages} pages`);
    assert.deepEqual(charactersOf(script).map(({ name }) => name).sort(), ['BASIL', 'HARGREAVE', 'INÉS', 'MAGDA', 'MRS. ADEYEMI', 'TEDDY']);
    assert.equal(dualCues(script).size, 1);
  });

  it('shows the elements at work', () => {
    const kinds = new Set(blocks.flatMap((block) => block.elements.map(({ kind }) => kind)));
    for (const kind of ['titlePage', 'section', 'synopsis', 'sceneHeading', 'action', 'character', 'dialogue', 'parenthetical', 'lyrics', 'transition', 'centered', 'note'] as const) {
      assert.ok(kinds.has(kind), kind);
    }
  });
});
