// The columns of the cast beside the board.
import assert from 'node:assert/strict';
import type { Figures } from '../../../../src/board/protocol';
import { laneDay, laneLabel, lanesShown } from '../../../../media/board/lanes';

const lane = (id: string, number: string, marks: Readonly<Record<string, string>>) => ({ id, number, name: `NAME ${id}`, marks, worked: Object.values(marks).filter((mark) => mark.includes('W')).length, held: Object.values(marks).filter((mark) => mark === 'H').length });
const FIGURES: Figures = {
  total: { value: 0, text: '0' }, parts: [], headline: '', shootingDays: 3, heldDays: 1, moves: 0, days: {}, flags: [], changes: [],
  lanes: [lane('a', '1', { d1: 'SW', d2: 'H', d3: 'WF' }), lane('idle', '2', {}), lane('b', '3', { d2: 'SWF' }), lane('c', '', { d1: 'SWF' })],
};
const ALL = lanesShown(FIGURES).lanes;

describe('the cast beside the board', () => {
  it('has a column for each who works at all, as many as there is room for', () => {
    assert.deepEqual(ALL.map(({ id }) => id), ['a', 'b', 'c']);
    assert.deepEqual(ALL.map(laneLabel), ['1', '3', 'NA']);
    const large = { ...FIGURES, lanes: Array.from({ length: 40 }, (_, at) => lane(`x${at}`, String(at + 1), { d1: 'SWF' })) };
    const shown = (width?: number): readonly [number, boolean, boolean] => {
      const { lanes, inWords, rest } = lanesShown(large, width);
      return [lanes.length, inWords, rest];
    };
    assert.deepEqual([shown(), shown(2000), shown(800), shown(650)], [[16, false, true], [16, false, true], [10, false, true], [40, true, false]]);
  });

  it('gives way to the names of the sets', () => {
    assert.deepEqual([300, 490, 564].map((width) => lanesShown(FIGURES, width).inWords), [true, true, true]);
    assert.deepEqual(lanesShown(FIGURES, 568), { lanes: ALL, inWords: false, rest: false });
    assert.deepEqual(lanesShown({ ...FIGURES, lanes: [] }, 300), { lanes: [], inWords: false, rest: false });
  });

  it('marks the days they work and wait, in the columns shown alone', () => {
    assert.deepEqual(laneDay(FIGURES, ALL, 'd2'), [['a', 'H'], ['b', 'SWF']]);
    assert.deepEqual(laneDay(FIGURES, ALL.slice(0, 1), 'd2'), [['a', 'H']]);
    assert.deepEqual(laneDay(FIGURES, ALL, 'constructor'), []);
  });
});
