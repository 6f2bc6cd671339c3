import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromStatistics } from '../../../src/statistics/protocol';

describe('what the view of the statistics may say', () => {
  it('is understood', () => {
    const said: readonly unknown[] = [{ kind: 'width', width: 612.5 }, { kind: 'goTo', target: 0 }, { kind: 'goTo', target: 120_000 }, { kind: 'export' }];
    assert.deepEqual(said.map(readFromStatistics), said);
  });

  it('is nothing else', () => {
    const wrong: readonly unknown[] = [
      undefined, null, 'export', 7, [], {}, { kind: 'open' }, { kind: 'constructor' }, { kind: ['export'] }, { kind: 'width' }, { kind: 'width', width: '600' }, { kind: 'width', width: NaN },
      { kind: 'width', width: -1 }, { kind: 'width', width: Infinity }, { kind: 'goTo' }, { kind: 'goTo', target: -1 }, { kind: 'goTo', target: 0.5 }, { kind: 'goTo', target: 1e300 },
      { kind: 'goTo', target: { valueOf: 3 } }, { kind: 'goTo', target: '3' },
    ];
    assert.deepEqual(wrong.filter((said) => readFromStatistics(said) !== undefined), []);
  });

  it('is taken without what else stands there, and never throws, whatever comes', () => {
    assert.deepEqual(readFromStatistics({ kind: 'export', uri: 'file:///etc/passwd' }), { kind: 'export' });
    fc.assert(
      fc.property(fc.anything(), (said) => {
        readFromStatistics(said);
        return true;
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
