// Where a drag would end, from where things lie.
import assert from 'node:assert/strict';
import { dayTarget, edgeScroll, stripTarget, type DayBox } from '../../../../media/board/dropTarget';

/** Two days of strips, each 20 high under a heading of 10, a day off between. */
const DAYS: readonly DayBox[] = [
  { id: 'd1', top: 0, bottom: 50, first: 10, takes: true, strips: [{ key: 'a', top: 10, bottom: 30 }, { key: 'b', top: 30, bottom: 50 }] },
  { id: 'off', top: 50, bottom: 60, first: 60, takes: false, strips: [] },
  { id: 'd2', top: 60, bottom: 90, first: 70, takes: true, strips: [{ key: 'c', top: 70, bottom: 90 }] },
  { id: 'd3', top: 90, bottom: 110, first: 100, takes: true, strips: [] },
];
const NONE = new Set<string>();

describe('where a drag ends', () => {
  it('is before the strip whose upper half is under the pointer', () => {
    assert.deepEqual(stripTarget(DAYS, 15, NONE), { day: 'd1', before: 'a', line: 10 });
    assert.deepEqual(stripTarget(DAYS, 25, NONE), { day: 'd1', before: 'b', line: 30 });
    assert.deepEqual(stripTarget(DAYS, 45, NONE), { day: 'd1', line: 50 });
    assert.deepEqual(stripTarget(DAYS, 72, NONE), { day: 'd2', before: 'c', line: 70 });
  });

  it('is never before what is dragged: its place is where the next one is', () => {
    assert.deepEqual(stripTarget(DAYS, 12, new Set(['a'])), { day: 'd1', before: 'b', line: 10 });
    assert.deepEqual(stripTarget(DAYS, 12, new Set(['a', 'b'])), { day: 'd1', line: 10 });
  });

  it('is in an empty day, above the first for what is above all, and on no day off', () => {
    assert.deepEqual(stripTarget(DAYS, 105, NONE), { day: 'd3', line: 100 });
    assert.deepEqual(stripTarget(DAYS, -40, NONE), { day: 'd1', before: 'a', line: 10 });
    assert.deepEqual(stripTarget(DAYS, 55, NONE), { day: 'd1', line: 50 });
    assert.equal(stripTarget([], 5, NONE), undefined);
  });

  it('is between days for a day', () => {
    assert.deepEqual(dayTarget(DAYS, 10, 'd3'), { before: 'd1', line: 0 });
    assert.deepEqual(dayTarget(DAYS, 57, 'd1'), { before: 'd2', line: 60 });
    assert.deepEqual(dayTarget(DAYS, 200, 'd1'), { line: 110 });
    assert.deepEqual(dayTarget(DAYS, 62, 'd2'), { before: 'd3', line: 60 });
    assert.equal(dayTarget([], 5, 'd1'), undefined);
  });

  it('scrolls at the edges, the nearer the faster, and not between', () => {
    assert.equal(edgeScroll(300, 0, 600), 0);
    assert.ok(edgeScroll(2, 0, 600) < edgeScroll(40, 0, 600));
    assert.ok(edgeScroll(40, 0, 600) < 0);
    assert.ok(edgeScroll(598, 0, 600) > 0);
    assert.equal(edgeScroll(-5000, 0, 600), edgeScroll(-100, 0, 600));
    assert.equal(edgeScroll(0, 0, 0), 0);
  });
});
