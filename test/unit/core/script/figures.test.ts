import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { sceneLengthsOf } from '../../../../src/core/page/sceneLengths';
import { characterSummary, outlineLengths, setSummary } from '../../../../src/core/script/figures';
import { outlineOf, scenesOf } from '../../../../src/core/script/outline';
import { featureScript } from '../../../support/randomScript';

const TEXT = 'MARA\nBefore.\n\n# One\n\nINT. HOUSE - DAY\n\nMARA\nOne two.\n\nDEV\nThree.\n\nINT. House - Kitchen - day\n\nDEV\nFour five six.\n\n# Two\n\nEXT. HOUSE - NIGHT\n\nMARA\nSeven.\n\nDEV\nEight.\n\nINÉS\nNine.\n\nEXT. PIER\n\nRain.\n';

describe('figures', () => {
  const script = parse(TEXT);
  const lengths = scenesOf(script).map((_, index) => ({ page: 1, row: 0, eighths: index + 1, seconds: 10 * (index + 1) }));

  it('sums up a character: rank, scenes, company', () => {
    const mara = characterSummary(script, 'MARA');
    assert.ok(mara);
    assert.deepEqual([mara.speeches, mara.words, mara.rank, mara.of, mara.firstScene, mara.lastScene], [3, 4, 2, 3, 0, 2]);
    assert.deepEqual(mara.company, [{ name: 'DEV', scenes: 2 }, { name: 'INÉS', scenes: 1 }]);
    assert.equal(characterSummary(script, 'NOBODY'), undefined);
    assert.equal('firstScene' in (characterSummary(parse('MARA\nBefore.\n'), 'MARA') ?? {}), false);
  });

  it('sums up a set with its rooms, and a room alone', () => {
    assert.deepEqual(setSummary(script, ['HOUSE'], lengths), { set: 'HOUSE', scenes: [0, 1, 2], eighths: 6, seconds: 60, times: [{ time: 'DAY', scenes: 2 }, { time: 'NIGHT', scenes: 1 }], rooms: ['Kitchen'] });
    assert.deepEqual(setSummary(script, ['HOUSE', 'KITCHEN'], lengths), { set: 'House - Kitchen', scenes: [1], eighths: 2, seconds: 20, times: [{ time: 'DAY', scenes: 1 }], rooms: [] });
    assert.equal(setSummary(script, ['NOWHERE'], lengths), undefined);
  });

  it('adds scenes up to sections', () => {
    assert.deepEqual(outlineLengths(script, lengths).map(({ eighths, seconds, scenes }) => [eighths, seconds, scenes]), [[3, 30, 2], [1, 10, 1], [2, 20, 1], [7, 70, 2], [3, 30, 1], [4, 40, 1]]);
  });

  it('gives a feature’s sections the sum of their scenes as laid out', () => {
    const feature = parse(featureScript(60));
    const real = sceneLengthsOf(layoutOf(feature, STANDARD_PAGE));
    const sum = outlineLengths(feature, real).filter((_, index) => outlineOf(feature)[index]?.item.kind === 'section').reduce((all, { eighths }) => all + eighths, 0);
    assert.equal(sum, real.reduce((all, { eighths }) => all + eighths, 0));
  });
});
