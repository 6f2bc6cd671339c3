// What the view of the production may say, and nothing else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldOf, readFromProduction, windowOf } from '../../../src/production/protocol';

describe('what the form of the production may say', () => {
  it('is understood', () => {
    const said: readonly unknown[] = [
      { kind: 'ready' }, { kind: 'undo' }, { kind: 'redo' }, { kind: 'import' }, { kind: 'export' }, { kind: 'set', key: 'elements/ab/dayCost', text: '1200' }, { kind: 'set', key: 'sets/ab/location', text: 'Mill', make: true },
      { kind: 'window', key: 'crew/ab/away', old: '', text: '12 May' }, { kind: 'window', key: 'rules//holidays', old: '2027-05-12/2027-05-12', text: '' }, { kind: 'add', what: 'pinned', values: { scene: '1', date: '12 May' } },
      { kind: 'remove', key: 'demands/ab/' }, { kind: 'put', sets: ['a', 'b'], location: 'Mill' }, { kind: 'renumber', id: 'ab' }, { kind: 'answer', yes: true }, { kind: 'go', to: 'board' },
    ];
    assert.deepEqual(said.map(readFromProduction), said);
  });

  it('is nothing else, and never throws', () => {
    const wrong: readonly unknown[] = [
      undefined, null, 'undo', [], {}, { kind: 'constructor' }, { kind: 'set', key: 'elements/ab/dayCost' }, { kind: 'set', key: 'boards/ab/name', text: 'x' }, { kind: 'set', key: 'elements/a/b/c', text: 'x' }, { kind: 'set', key: 'elements/ab/x', text: 'x'.repeat(30_000) },
      { kind: 'window', key: 'elements/ab/dayCost', old: '', text: '' }, { kind: 'window', key: 'sets/ab/away', old: '', text: '' }, { kind: 'window', key: 'crew/ab/holidays', old: '', text: '' }, { kind: 'window', key: 'rules//away', old: '', text: '' },
      { kind: 'add', what: 'elements', values: {} }, { kind: 'add', what: 'crew', values: null }, { kind: 'put', sets: 'a', location: 'x' }, { kind: 'put', sets: [1], location: 'x' }, { kind: 'go', to: 'https://x' }, { kind: 'answer', yes: 1 }, { kind: 'renumber' },
    ];
    assert.deepEqual(wrong.filter((said) => readFromProduction(said) !== undefined), []);
    assert.deepEqual(readFromProduction({ kind: 'add', what: 'crew', values: { name: 'Ada', age: 7, __proto__: 'x' } }), { kind: 'add', what: 'crew', values: { name: 'Ada' } });
    fc.assert(fc.property(fc.anything(), (said) => {
      readFromProduction(said);
      return true;
    }), { seed: 3, numRuns: 500 });
    fc.assert(fc.property(fc.string(), (key) => {
      fieldOf(key);
      windowOf(key);
      return true;
    }), { seed: 4, numRuns: 300 });
  });
});
