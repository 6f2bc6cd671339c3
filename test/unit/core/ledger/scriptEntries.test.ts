// A script's entries by the names it had; a name that is used again begins anew.
import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/core/ledger/entry';
import { entriesOfScript } from '../../../../src/core/ledger/scriptEntries';
import { offer, stamp } from './support';

let made = 0;
const on = (script: string, from?: string): Entry => {
  made += 1;
  return { version: 1, id: `e${made}`, time: stamp(made), device: 'd', number: made, previous: '', script, ...(from === undefined ? offer([script]) : { kind: 'moved', from }), hash: `h${made}` };
};
const indices = (entries: readonly Entry[], script: string): number[] => entriesOfScript(entries, script).map((entry) => entries.indexOf(entry));

describe('the entries of a script', () => {
  it('under a name that was given away belong to the new name alone', () => {
    const entries = [on('a'), on('b', 'a'), on('b'), on('a')];
    assert.deepEqual([indices(entries, 'a'), indices(entries, 'b')], [[3], [0, 1, 2]]);
  });

  it('come with it through many names, and back to its first', () => {
    const entries = [on('a'), on('b', 'a'), on('b'), on('a', 'b'), on('a'), on('c', 'a'), on('c')];
    assert.deepEqual([indices(entries, 'c'), indices(entries, 'a'), indices(entries, 'b')], [[0, 1, 2, 3, 4, 5, 6], [], []]);
    const back = [on('a'), on('b', 'a'), on('b'), on('a', 'b'), on('a')];
    assert.deepEqual(indices(back, 'a'), [0, 1, 2, 3, 4]);
  });

  it('stay apart where two scripts exchange their names', () => {
    const entries = [on('a'), on('b'), on('t', 'a'), on('a', 'b'), on('b', 't'), on('a'), on('b')];
    assert.deepEqual([indices(entries, 'a'), indices(entries, 'b')], [[1, 3, 5], [0, 2, 4, 6]]);
  });

  it('end, whatever the moves say', () => {
    const entries = [on('a', 'a'), on('b', 'a'), on('a', 'b'), on('b', 'a'), on('a', 'b'), on('a')];
    assert.deepEqual(indices(entries, 'a'), [0, 1, 2, 3, 4, 5]);
  });

  it('are found under a name whose signs are composed in another way', () => {
    const entries = [on('Caf\u00e9'), on('Cafe\u0301')];
    assert.deepEqual(indices(entries, 'Cafe\u0301'), [0, 1]);
  });
});
