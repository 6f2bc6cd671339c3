import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromScenarios } from '../../../src/scenarios/protocol';

describe('what the view of the scenarios may say', () => {
  it('is understood', () => {
    const said: readonly unknown[] = [
      { kind: 'ready' }, { kind: 'deleteDiscarded' }, { kind: 'saveNow' }, { kind: 'whatIf', where: 'toEnd' }, { kind: 'keep', id: 'a' }, { kind: 'develop', id: 'a' },
      { kind: 'consequence', id: 'a', index: 0 }, { kind: 'scene', id: 'a', index: 3 }, { kind: 'stop', key: 'k' }, { kind: 'others', key: 'k', steer: 'nobody dies' }, { kind: 'openFile', file: 'x.json' },
    ];
    assert.deepEqual(said.map(readFromScenarios), said);
  });

  it('is nothing else', () => {
    const wrong: readonly unknown[] = [
      undefined, null, 'keep', 7, [], {}, { kind: 'constructor' }, { kind: ['ready'] }, { kind: 'whatIf' }, { kind: 'whatIf', where: 'all' }, { kind: 'keep' }, { kind: 'keep', id: 7 },
      { kind: 'keep', id: 'x'.repeat(5000) }, { kind: 'consequence', id: 'a' }, { kind: 'consequence', id: 'a', index: -1 }, { kind: 'consequence', id: 'a', index: 0.5 }, { kind: 'scene', index: 1 },
      { kind: 'others', key: 'k' }, { kind: 'others', steer: '' }, { kind: 'others', key: 'k', steer: 'x'.repeat(5000) }, { kind: 'stop', id: 'a' }, { kind: 'openFile' }, { kind: 'show', groups: [] },
    ];
    assert.deepEqual(wrong.filter((said) => readFromScenarios(said) !== undefined), []);
  });

  it('is taken without what else stands there, and never throws, whatever comes', () => {
    assert.deepEqual(readFromScenarios({ kind: 'keep', id: 'a', uri: 'file:///etc/passwd' }), { kind: 'keep', id: 'a' });
    fc.assert(
      fc.property(fc.anything(), (said) => {
        readFromScenarios(said);
        return true;
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
