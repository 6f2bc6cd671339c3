// The board by keys: steps, moves by one and by a day, days themselves.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nudge, nudgeDay, stepFrom, toNextDay, walkOrder, type WalkDay } from '../../../../media/board/walk';

const BOARD: readonly WalkDay[] = [
  { id: 'd1', takes: true, keys: ['a', 'b', 'c'] },
  { id: 'off', takes: false, keys: [] },
  { id: 'd2', takes: true, keys: ['d', 'e'] },
  { id: '#boneyard', takes: false, keys: ['x'] },
];
const of = (...keys: string[]) => new Set(keys);

describe('walking the board by keys', () => {
  it('goes over days and strips in order, and stops at the ends', () => {
    assert.equal(stepFrom(BOARD, 'c', 'next'), 'day:off');
    assert.equal(stepFrom(BOARD, 'day:d1', 'before'), 'day:d1');
    assert.equal(stepFrom(BOARD, 'x', 'next'), 'x');
    assert.equal(stepFrom(BOARD, 'b', 'nextDay'), 'day:off');
    assert.equal(stepFrom(BOARD, 'd', 'dayBefore'), 'day:d2');
    assert.equal(stepFrom(BOARD, 'day:d2', 'dayBefore'), 'day:off');
    assert.equal(stepFrom(BOARD, 'a', 'last'), 'x');
    assert.equal(stepFrom(BOARD, 'x', 'first'), 'day:d1');
    assert.equal(stepFrom(BOARD, 'gone', 'next'), 'day:d1');
    assert.equal(stepFrom([], undefined, 'next'), undefined);
  });

  it('moves a strip by one place', () => {
    assert.deepEqual(nudge(BOARD, of('a'), true), { day: 'd1', before: 'c' });
    assert.deepEqual(nudge(BOARD, of('b'), true), { day: 'd1' });
    assert.deepEqual(nudge(BOARD, of('b'), false), { day: 'd1', before: 'a' });
  });

  it('moves a strip over the edge of a day into the next that takes it, not onto a day off or into the boneyard', () => {
    assert.deepEqual(nudge(BOARD, of('c'), true), { day: 'd2', before: 'd' });
    assert.deepEqual(nudge(BOARD, of('d'), false), { day: 'd1' });
    assert.equal(nudge(BOARD, of('e'), true), undefined);
    assert.equal(nudge(BOARD, of('a'), false), undefined);
    assert.deepEqual(nudge(BOARD, of('x'), false), { day: 'd2' });
  });

  it('moves several together, and to the next day', () => {
    assert.deepEqual(nudge(BOARD, of('a', 'b'), true), { day: 'd1' });
    assert.deepEqual(nudge(BOARD, of('b', 'c'), true), { day: 'd2', before: 'd' });
    assert.deepEqual(toNextDay(BOARD, of('a'), true), { day: 'd2' });
    assert.deepEqual(toNextDay(BOARD, of('d', 'e'), false), { day: 'd1' });
    assert.equal(toNextDay(BOARD, of('d'), true), undefined);
  });

  it('moves days', () => {
    const ids = ['1', '2', '3'];
    assert.deepEqual(nudgeDay(ids, '1', true), { before: '3' });
    assert.deepEqual(nudgeDay(ids, '2', true), {});
    assert.deepEqual(nudgeDay(ids, '3', false), { before: '2' });
    assert.equal(nudgeDay(ids, '3', true), undefined);
    assert.equal(nudgeDay(ids, '1', false), undefined);
    assert.equal(nudgeDay(ids, 'gone', true), undefined);
  });

  it('a strip walked down from the top comes by every place of every day, and back', () => {
    const boards = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }).map((sizes) => sizes.map((size, day) => ({ id: `d${day}`, takes: true, keys: Array.from({ length: size }, (_, at) => `${day}.${at}`) })));
    fc.assert(fc.property(boards, (days) => {
      const own = { id: days[0]?.id ?? '', takes: true, keys: ['me', ...(days[0]?.keys ?? [])] };
      let now: WalkDay[] = [own, ...days.slice(1)];
      const seen = new Set<string>();
      const put = (down: boolean): boolean => {
        const to = nudge(now, of('me'), down);
        if (!to) {
          return false;
        }
        now = now.map((day) => {
          const keys = day.keys.filter((key) => key !== 'me');
          const at = to.before === undefined ? keys.length : keys.indexOf(to.before);
          return { ...day, keys: day.id === to.day ? [...keys.slice(0, at), 'me', ...keys.slice(at)] : keys };
        });
        return true;
      };
      const note = () => seen.add(walkOrder(now).join());
      note();
      for (let steps = 0; put(true); steps += 1) {
        note();
        assert.ok(steps < 100);
      }
      assert.equal(seen.size, days.reduce((sum, { keys }) => sum + keys.length + 1, 0));
      for (let steps = 0; put(false); steps += 1) {
        assert.ok(steps < 100);
      }
      assert.deepEqual(now[0]?.keys, own.keys);
    }), { seed: 20_260_728, numRuns: 200 });
  });
});
