import assert from 'node:assert/strict';
import { applyEdit } from '../../../src/core/edits/edit';
import { parse } from '../../../src/core/fountain/parse';
import { reparse } from '../../../src/core/fountain/reparse';
import { textOf, type Script } from '../../../src/core/fountain/script';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { sceneLengthsOf, type SceneLength } from '../../../src/core/page/sceneLengths';
import { OutlineNodes, type OutlineNode } from '../../../src/outline/outlineNodes';
import { testFor } from '../../../src/outline/sceneFilter';
import { lightOf } from '../../../src/core/script/timeOfDay';
import { featureScript, randomEdit, randomFrom } from '../../support/randomScript';

const name = ({ item }: OutlineNode): string => (item.kind === 'scene' ? item.heading : item.text);
const TEXT = '# One\n\nINT. A - DAY\n\nWords.\n\n## Deep\n\nINT. A - DAY\n\nMARA\nHi.\n\n# Two\n\nEXT. B - CONTINUOUS\n\nThree.\n';

/** A change of the first occurrence of some text. */
function change(script: Script, from: string, to: string): Script {
  return reparse(script, { offset: textOf(script).indexOf(from), removed: from.length, inserted: to });
}

const lengthsOf = (script: Script): readonly SceneLength[] => sceneLengthsOf(layoutOf(script, STANDARD_PAGE));

describe('OutlineNodes', () => {
  it('nests by depth and sums up lengths', () => {
    const nodes = new OutlineNodes();
    const script = parse(TEXT);
    assert.equal(nodes.update(script, undefined, lengthsOf(script)), 'all');
    assert.deepEqual(nodes.roots.map(name), ['One', 'Two']);
    const [one] = nodes.roots;
    assert.ok(one);
    // Rows: heading, blank, words, blank; the second with cue and speech. 54 rows are 8 eighths.
    assert.deepEqual(nodes.all.map(({ page, eighths, item }) => [item.kind, page, eighths]), [
      ['section', undefined, 2],
      ['scene', 1, 1],
      ['section', undefined, 1],
      ['scene', 1, 1],
      ['section', undefined, 1],
      ['scene', 1, 1],
    ]);
    assert.deepEqual(one.children.map(name), ['INT. A - DAY', 'Deep']);
    assert.equal(one.scenes, 2);
    assert.equal(one.eighths, one.children.reduce((sum, child) => sum + child.eighths, 0));
    assert.deepEqual(nodes.all.map(({ light }) => light), [undefined, 'day', undefined, 'day', undefined, 'day']);
  });

  it('says what changed, and nothing else', () => {
    const nodes = new OutlineNodes();
    const script = parse(TEXT);
    nodes.update(script);
    assert.equal(nodes.update(change(script, 'Words', 'Other')), 'none', 'an edit that no row shows');
  });

  it('redraws one row for a change in it, the section for a new scene, all for a new section at the top', () => {
    const nodes = new OutlineNodes();
    let script = parse(TEXT);
    nodes.update(script);
    script = change(script, 'EXT. B', 'EXT. C');
    const changed = nodes.update(script);
    assert.deepEqual(changed === 'all' || changed === 'none' ? changed : changed.map(name), ['EXT. C - CONTINUOUS']);
    script = change(script, '# Two', 'INT. NEW - DAY\n\n# Two');
    const grown = nodes.update(script);
    assert.deepEqual(grown === 'all' || grown === 'none' ? grown : grown.map(name), ['One', 'Deep']);
    assert.equal(nodes.update(change(script, '# One', '# Zero\n\n# One')), 'all');
  });

  it('keeps rows when one of two equal headings goes, and when a scene moves', () => {
    const nodes = new OutlineNodes();
    const script = parse(TEXT);
    nodes.update(script);
    const [, , , second, two, b] = nodes.all.map(({ id }) => id);
    const without = change(script, 'INT. A - DAY\n\nWords.\n\n', '');
    nodes.update(without);
    assert.deepEqual(nodes.all.map(({ id }) => id).slice(2), [second, two, b]);
    const moved = change(change(without, 'EXT. B - CONTINUOUS\n\nThree.\n', ''), '# One', 'EXT. B - CONTINUOUS\n\nThree.\n\n# One');
    nodes.update(moved);
    assert.equal(nodes.all[0]?.id, b);
  });

  it('filters scenes, keeping the sections around them', () => {
    const nodes = new OutlineNodes();
    nodes.update(parse(TEXT), testFor({ by: 'character', value: 'MARA' }));
    assert.deepEqual(nodes.roots.map(name), ['One']);
    assert.deepEqual(nodes.roots[0]?.children.map(name), ['Deep']);
  });

  it('always equals rows made afresh, ids apart, each id once', () => {
    const random = randomFrom(7);
    let text = featureScript(12, 3);
    let script = parse(text);
    const nodes = new OutlineNodes();
    for (let round = 0; round < 300; round += 1) {
      const edit = randomEdit(random, text);
      text = applyEdit(text, edit);
      script = reparse(script, edit);
      nodes.update(script, undefined, lengthsOf(script));
      const fresh = new OutlineNodes();
      const again = parse(text);
      fresh.update(again, undefined, lengthsOf(again));
      assert.deepEqual(nodes.all.map(drawn), fresh.all.map(drawn));
      assert.equal(new Set(nodes.all.map(({ id }) => id)).size, nodes.all.length);
      if (text.length < 2000) {
        text = featureScript(12, round);
        script = parse(text);
      }
    }
  }).timeout(60_000);
});

function drawn(node: OutlineNode): unknown {
  return [node.item, node.index, node.light, node.page, node.eighths, node.scenes, node.parent?.index, node.children.map(({ index }) => index)];
}

describe('lightOf', () => {
  it('reads the time of day in several languages, and carries it on', () => {
    assert.equal(lightOf('NIGHT', undefined), 'night');
    assert.equal(lightOf('late night', undefined), 'night');
    assert.equal(lightOf('DAWN', 'night'), 'dusk');
    assert.equal(lightOf('NACHT', undefined), 'night');
    assert.equal(lightOf('ДЕНЬ', undefined), 'day');
    assert.equal(lightOf('CONTINUOUS', 'night'), 'night');
    assert.equal(lightOf('MOMENTS LATER', 'dusk'), 'dusk');
    assert.equal(lightOf('1984', 'night'), undefined);
    assert.equal(lightOf(undefined, 'night'), undefined);
  });
});
