// The columns of the cast beside the board.
import assert from 'node:assert/strict';
import type { Figures } from '../../../../src/board/protocol';
import { laneDay, laneLabel, lanesShown } from '../../../../media/board/lanes';

const lane = (id: string, number: string, marks: Readonly<Record<string, string>>) => ({ id, number, name: `NAME ${id}`, marks, worked: Object.values(marks).filter((mark) => mark.includes('W')).length, held: Object.values(marks).filter((mark) => mark === 'H').length });
const FIGURES: Figures = {
  total: { value: 0, text: '0' }, parts: [], headline: '', shootingDays: 3, heldDays: 1, moves: 0, days: {}, flags: [], changes: [],
  lanes: [lane('a', '1', { d1: 'SW', d2: 'H', d3: 'WF' }), lane('idle', '2', {}), lane('b', '3', { d2: 'SWF' }), lane('c', '', { d1: 'SWF' })],
};

describe('the cast beside the board', () => {
  it('has a column for each who works at all, as many as there is room for', () => {
    assert.deepEqual(lanesShown(FIGURES).map(({ id }) => id), ['a', 'b', 'c']);
    assert.deepEqual(lanesShown(FIGURES, 2).map(({ id }) => id), ['a', 'b']);
    assert.deepEqual(lanesShown(FIGURES).map(laneLabel), ['1', '3', 'NA']);
  });

  it('marks the days they work and wait, in the columns shown alone', () => {
    assert.deepEqual(laneDay(FIGURES, lanesShown(FIGURES), 'd2'), [['a', 'H'], ['b', 'SWF']]);
    assert.deepEqual(laneDay(FIGURES, lanesShown(FIGURES, 1), 'd2'), [['a', 'H']]);
    assert.deepEqual(laneDay(FIGURES, lanesShown(FIGURES), 'constructor'), []);
  });
});
