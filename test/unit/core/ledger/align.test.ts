// The words of very long texts find each other too.
import * as assert from 'node:assert/strict';
import { alignWords } from '../../../../src/core/ledger/align';

describe('the same words of two lists', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('are found however many there are', () => {
    const tail = new Array<number>(300_000).fill(1);
    assert.equal(alignWords([2, ...tail], [3, ...tail]).length, 300_000);
  });
});
