// What the breakdown view may say: nothing of a browser's is taken on trust.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromBreakdown, scriptSaid, type FromBreakdown } from '../../../src/breakdown/protocol';

const GOOD: readonly FromBreakdown[] = [
  { kind: 'ready' }, { kind: 'undo' }, { kind: 'openFile' }, { kind: 'askScene', scene: 's' }, { kind: 'rename', element: 'e' }, { kind: 'remove', scene: 's', element: 'e' },
  { kind: 'findLost', scene: 's', element: 'e', at: 0 }, { kind: 'letGo', orphan: 'o' }, { kind: 'accept', keys: ['a', 'b'] }, { kind: 'goTo', scene: 's', at: 2 }, { kind: 'goTo', scene: 's', element: 'e', at: 0 },
  { kind: 'goToSuggestion', key: 'k' }, { kind: 'set', scene: 's', field: 'minutes', value: '7' }, { kind: 'add', scene: 's' }, { kind: 'add', scene: 's', category: 'props' }, { kind: 'sheets', sheet: 'elements' }, { kind: 'go', to: 'board' }, { kind: 'removeElement', element: 'e' },
];

describe('what the breakdown view may say', () => {
  it('is read as it was said, without what does not belong to it', () => {
    for (const message of GOOD) {
      assert.deepEqual(readFromBreakdown({ ...message, more: 'x' }), message);
    }
  });

  it('is nothing else', () => {
    for (const said of [null, 7, 'ready', [], {}, { kind: 'shout' }, { kind: 'remove', scene: 's' }, { kind: 'set', scene: 's', field: 'heading', value: 'x' }, { kind: 'accept', keys: [1] }, { kind: 'accept', keys: 'a' }, { kind: 'goTo', scene: 's', at: -1 }, { kind: 'goTo', scene: 's', at: 0.5 }, { kind: 'sheets', sheet: 'call' }, { kind: 'go', to: 'sheets' }, { kind: 'set', scene: 's', field: 'notes', value: 'x'.repeat(9000) }]) {
      assert.equal(readFromBreakdown(said), undefined, JSON.stringify(said));
    }
    assert.deepEqual([null, 'x', {}, { uri: 7 }, { uri: 'x'.repeat(9000) }, { kind: 'undo', uri: 'file:///a' }].map(scriptSaid), [undefined, undefined, undefined, undefined, undefined, 'file:///a']);
    fc.assert(fc.property(fc.anything(), (said) => void readFromBreakdown(said)), { seed: 11, numRuns: 300 });
  });
});
