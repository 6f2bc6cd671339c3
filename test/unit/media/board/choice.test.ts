// Selecting strips: one, one more, a stretch, and what a drag takes along.
import assert from 'node:assert/strict';
import { choose, NOTHING, stillThere, taken } from '../../../../media/board/choice';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const ONE = { more: false, stretch: false };
const MORE = { more: true, stretch: false };
const STRETCH = { more: false, stretch: true };
const keys = (choice: { readonly keys: ReadonlySet<string> }) => [...choice.keys].sort();

describe('selecting strips', () => {
  it('takes one, one more and one fewer', () => {
    const two = choose(choose(NOTHING, ORDER, 'b', ONE), ORDER, 'd', MORE);
    assert.deepEqual(keys(two), ['b', 'd']);
    assert.deepEqual(keys(choose(two, ORDER, 'b', MORE)), ['d']);
    assert.deepEqual(keys(choose(two, ORDER, 'e', ONE)), ['e']);
  });

  it('takes a stretch from where it began, either way, and changes its length', () => {
    const from = choose(NOTHING, ORDER, 'c', ONE);
    const down = choose(from, ORDER, 'e', STRETCH);
    assert.deepEqual(keys(down), ['c', 'd', 'e']);
    assert.deepEqual(keys(choose(down, ORDER, 'b', STRETCH)), ['b', 'c']);
    assert.deepEqual(keys(choose(NOTHING, ORDER, 'c', STRETCH)), ['c']);
  });

  it('drags all that is selected in the order of the board, or the one under the pointer alone', () => {
    const two = choose(choose(NOTHING, ORDER, 'd', ONE), ORDER, 'b', MORE);
    assert.deepEqual(taken(two, 'd', ORDER), ['b', 'd']);
    assert.deepEqual(taken(two, 'a', ORDER), ['a']);
  });

  it('forgets what is gone and stays the same where nothing is', () => {
    const two = choose(choose(NOTHING, ORDER, 'd', ONE), ORDER, 'b', MORE);
    assert.equal(stillThere(two, ORDER), two);
    assert.deepEqual(stillThere(two, ['a', 'd']), { keys: new Set(['d']) });
  });
});
