import assert from 'node:assert/strict';
import { linesOf } from '../../../src/review/draftLines';

describe('the lines of a stretch', () => {
  const text = 'one\ntwo\r\nthree\n\nfive';

  it('are those it has characters on', () => {
    assert.deepEqual(linesOf(text, { from: 0, to: 3 }), { first: 0, last: 0 });
    assert.deepEqual(linesOf(text, { from: 0, to: 4 }), { first: 0, last: 0 });
    assert.deepEqual(linesOf(text, { from: 4, to: 12 }), { first: 1, last: 2 });
    assert.deepEqual(linesOf(text, { from: 0, to: text.length }), { first: 0, last: 4 });
  });

  it('are the one before which an empty stretch stands', () => {
    assert.deepEqual(linesOf(text, { from: 9, to: 9 }), { first: 2, last: 2 });
    assert.deepEqual(linesOf(text, { from: text.length, to: text.length }), { first: 4, last: 4 });
    assert.deepEqual(linesOf('', { from: 0, to: 0 }), { first: 0, last: 0 });
  });
});
