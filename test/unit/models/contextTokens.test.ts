import assert from 'node:assert/strict';
import { pagesIn } from '../../../src/models/contextTokens';

describe('models: how much one reads', () => {
  it('is told in pages, as exactly as anyone can know it', () => {
    assert.deepEqual([1, 2_048, 4_096, 16_384, 32_768, 64_000, 131_072, 1_000_000].map(pagesIn), [1, 6, 13, 50, 100, 200, 400, 3_000]);
  });
});
