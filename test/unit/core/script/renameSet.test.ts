import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits/editList';
import { parse } from '../../../../src/core/fountain/parse';
import { elementsOf } from '../../../../src/core/script/elements';
import { renameSet } from '../../../../src/core/script/renameSet';
import { scenesOf } from '../../../../src/core/script/outline';
import { partsOfSet, setKey } from '../../../../src/core/script/setPlace';
import { featureScript, randomFrom, randomText } from '../../../support/randomScript';

const renamed = (text: string, path: string[], to: string): string => {
  const result = renameSet(parse(text), path, to);
  assert.ok(result.ok, result.ok ? '' : result.reason);
  return applyEdits(text, result.edits);
};
const refused = (text: string, path: string[], to: string): string | undefined => {
  const result = renameSet(parse(text), path, to);
  return result.ok ? undefined : result.reason;
};
const body = (...headings: string[]): string => headings.map((heading) => `${heading}\n\nThe HOUSE is dark.\n\n`).join('');

describe('renameSet', () => {
  it('keeps INT and EXT, times, numbers, notes and emphasis', () => {
    const before = body('INT. HOUSE - DAY #1#', 'EXT.  HOUSE – NIGHT', 'int./ext. House', '.HOUSE', 'INT. [[old]] HOUSE [[blue]] - LATER #4A#', 'INT. **HOUSE** - DAY', 'INT. HOUSEBOAT - DAY');
    const after = body('INT. VILLA - DAY #1#', 'EXT.  VILLA – NIGHT', 'int./ext. Villa', '.VILLA', 'INT. [[old]] VILLA [[blue]] - LATER #4A#', 'INT. **VILLA** - DAY', 'INT. HOUSEBOAT - DAY');
    for (const typed of ['VILLA', ' villa ', 'Villa']) {
      const wanted = typed === ' villa ' ? after.replace('int./ext. Villa', 'int./ext. villa') : after;
      assert.equal(renamed(before, ['HOUSE'], typed), wanted);
      assert.equal(renamed(before.replaceAll('\n', '\r\n'), ['HOUSE'], typed), wanted.replaceAll('\n', '\r\n'));
    }
  });

  it('carries the rooms of a set along, and renames one room alone', () => {
    const before = body('INT. HOUSE - DAY', 'INT. HOUSE - KITCHEN - DAY', 'INT. HOUSE - KITCHEN - PANTRY - NIGHT', 'INT. KITCHEN - DAY');
    assert.equal(renamed(before, ['HOUSE'], 'Villa'), before.replaceAll('INT. HOUSE', 'INT. VILLA'));
    assert.equal(renamed(before, ['HOUSE', 'KITCHEN'], 'CELLAR'), before.replaceAll('HOUSE - KITCHEN', 'HOUSE - CELLAR'));
    assert.equal(renamed(before, ['KITCHEN'], 'CELLAR'), before.replace('INT. KITCHEN', 'INT. CELLAR'));
    assert.equal(renamed(before, ['HOUSE'], 'MARA’S ISLAND - HOUSE'), before.replaceAll('INT. HOUSE', 'INT. MARA’S ISLAND - HOUSE'));
  });

  it('keeps a note that stands within the name', () => {
    assert.equal(renamed(body('INT. HOUSE [[blue]] BOAT - DAY'), ['HOUSE BOAT'], 'FERRY'), body('INT. FERRY [[blue]] - DAY'));
  });

  it('takes names of any script, and names with dots and quotes', () => {
    assert.equal(renamed(body('INT. 東京駅 - 夜'), ['東京駅'], '京都駅'), body('INT. 京都駅 - 夜'));
    assert.equal(renamed(body('INT. ST. MARY’S – DAY'), ['ST. MARY’S'], "Mr. O'Neil's"), body("INT. MR. O'NEIL'S – DAY"));
  });

  it('says whom it joins', () => {
    const result = renameSet(parse(body('INT. HOUSE - DAY', 'INT. PIER - DAY', 'EXT. PIER - END - DAY')), ['HOUSE'], 'pier');
    assert.deepEqual(result.ok && result.joins, { set: 'PIER', scenes: 2 });
    const alone = renameSet(parse(body('INT. HOUSE - DAY', 'INT. HOUSE - ATTIC - DAY')), ['HOUSE'], 'Villa');
    assert.equal(alone.ok && alone.joins, undefined);
  });

  it('refuses what a heading would be read otherwise by', () => {
    const text = body('INT. HOUSE', 'INT. HOUSE - DAY');
    for (const bad of ['', '   ', '...', 'PIER #3#', 'PIER [[x]]', 'PIER /* x */', 'PIER - NIGHT', '**']) {
      assert.equal(refused(text, ['HOUSE'], bad), 'notASet', bad);
    }
    assert.equal(refused(text, ['HOUSE'], 'house'), 'sameName');
    assert.equal(refused(text, ['PIER'], 'QUAY'), 'unknown');
  });

  it('changes the set in its headings and nothing else, and can be taken back, in generated scripts', () => {
    for (let seed = 0; seed < 40; seed++) {
      const text = featureScript(8, seed);
      for (const set of new Set(scenesOf(parse(text)).map(({ item }) => item.set))) {
        const after = renamed(text, [setKey(set)], 'zzyzx road');
        assert.equal(after, text.replaceAll(new RegExp(`^((?:INT|EXT|INT\\./EXT)\\. )${set}(?= - )`, 'gm'), '$1ZZYZX ROAD'));
        assert.equal(renamed(after, ['ZZYZX ROAD'], set), text);
      }
    }
  });

  it('changes no line but headings, and no number of scenes, on any text', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const text = randomText(randomFrom(seed), 40);
        const script = parse(text);
        for (const { item } of scenesOf(script)) {
          const path = partsOfSet(item.set).slice(0, 1).map((part) => setKey(part.text));
          const result = path.length === 0 ? undefined : renameSet(script, path, 'ZZYZX 9');
          if (result?.ok === true) {
            taken += 1;
            const after = applyEdits(text, result.edits);
            assert.deepEqual(scenesOf(parse(after)).map((scene) => [scene.line, scene.item.number, scene.item.time]), scenesOf(script).map((scene) => [scene.line, scene.item.number, scene.item.time]));
            // A note within a heading may go over several lines.
            const heads = [...elementsOf(script)].filter(({ element }) => element.kind === 'sceneHeading');
            const others = (of: string): string[] => of.split(/\r\n|\r|\n/).filter((_, at) => !heads.some(({ line, endLine }) => line <= at && at <= endLine));
            assert.deepEqual(others(after), others(text));
          }
        }
      }),
      { seed: 7, numRuns: 2000 },
    );
    assert.ok(taken > 300, `only ${taken} renames were tried`);
  });
});
