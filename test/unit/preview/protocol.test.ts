import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromPreview, readKept } from '../../../src/preview/protocol';

describe('what the preview’s page may say', () => {
  it('is understood', () => {
    const said: readonly unknown[] = [
      { kind: 'ready' },
      { kind: 'drawn', stamp: 3 },
      { kind: 'want', ids: [1, 2] },
      { kind: 'inView', first: 0, last: 2 },
      { kind: 'scrolled', sheet: 4, row: -3.5 },
      { kind: 'jump', sheet: 1, line: 2, column: 25.4, focus: true },
      { kind: 'show', what: 'notes', on: false },
      { kind: 'paper', paper: 'theme' },
      { kind: 'syncScroll', on: true },
      { kind: 'lock', on: false },
      { kind: 'start', what: 'sample' },
    ];
    assert.deepEqual(said.map(readFromPreview), said);
  });

  it('is nothing else', () => {
    const wrong: readonly unknown[] = [
      undefined, null, 'ready', 7, [], {}, { kind: 'open' }, { kind: 'constructor' }, { kind: 'drawn' }, { kind: 'drawn', stamp: -1 }, { kind: 'drawn', stamp: '3' },
      { kind: 'want', ids: '12' }, { kind: 'want', ids: [1, 'x'] }, { kind: 'want', ids: Array<number>(10_001).fill(1) }, { kind: 'inView', first: 0 },
      { kind: 'scrolled', sheet: 0, row: NaN }, { kind: 'jump', sheet: 0, line: 0.5, column: 0, focus: true }, { kind: 'jump', sheet: 0, line: 0, column: Infinity, focus: true },
      { kind: 'jump', sheet: 0, line: 0, column: 0, focus: 'yes' }, { kind: 'show', what: 'model.address', on: true }, { kind: 'show', what: 'toString', on: true },
      { kind: 'paper', paper: '#fff' }, { kind: 'lock', on: 1 }, { kind: 'start', what: 'workbench.action.quit' },
    ];
    assert.deepEqual(wrong.filter((said) => readFromPreview(said) !== undefined), []);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        const read = readFromPreview(said);
        assert.ok(read === undefined || read === said);
        assert.ok(Object.values(readKept(said)).every((value) => typeof value === 'string' || typeof value === 'boolean'));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('is kept over a reload as far as it makes sense', () => {
    assert.deepEqual(readKept({ uri: 'file:///a.fountain', locked: true, zoom: 2 }), { uri: 'file:///a.fountain', locked: true });
    assert.deepEqual(readKept({ uri: 5, locked: 'no' }), {});
    assert.deepEqual(readKept(undefined), {});
  });
});
