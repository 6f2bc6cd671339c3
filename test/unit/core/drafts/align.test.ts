// The units of very long texts find each other too.
import * as assert from 'node:assert/strict';
import { align } from '../../../../src/core/drafts/align';
import type { Comparable } from '../../../../src/core/drafts/units';

describe('the pairs of two lists of units', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('are found however many there are', () => {
    const unit = (match: string): Comparable => ({ match, words: new Map(), count: 0, heading: false });
    const tail = Array.from({ length: 300_000 }, () => unit('x'));
    assert.equal(align([unit('a'), ...tail], [unit('b'), ...tail]).length, 300_000);
  });
});
