// What the board's view may say, and that nothing else is heard.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFromBoard } from '../../../src/board/readFromBoard';
import type { FromBoard } from '../../../src/board/protocol';

const SAID: readonly FromBoard[] = [
  { kind: 'ready' }, { kind: 'undo' }, { kind: 'redo' }, { kind: 'leave' }, { kind: 'explain' }, { kind: 'closeReasons' }, { kind: 'closeComparison' }, { kind: 'newBoard' }, { kind: 'compare' }, { kind: 'compare', boards: ['a', 'b'] },
  { kind: 'selected', strips: ['s:a'], day: 'd' }, { kind: 'selected', strips: [] }, { kind: 'optimise', scope: { from: 'all' }, seconds: 10 }, { kind: 'optimise', scope: { from: 'day', day: 'd' }, seconds: 1 }, { kind: 'optimise', scope: { from: 'days', days: ['d'] }, seconds: 60 },
  { kind: 'cancel', what: 'run' }, { kind: 'cancel', what: 'reasons' }, { kind: 'take', as: 'new' }, { kind: 'take', as: 'replace' }, { kind: 'board', what: 'choose', board: 'x' }, { kind: 'board', what: 'duplicate', board: 'x' }, { kind: 'board', what: 'delete', board: 'x' },
  { kind: 'rename', board: 'x' }, { kind: 'rename', board: 'x', name: 'y' }, { kind: 'goTo', scene: 'a' }, { kind: 'open', target: { label: 'Open', what: 'element', id: 'a' } }, { kind: 'open', target: { label: 'Open', what: 'rules' } }, { kind: 'sheets' }, { kind: 'sheets', sheet: 'call', day: 'd' },
  { kind: 'preview', seq: 3, edit: { op: 'moveDay', day: 'd' } },
  ...([
    { op: 'moveStrips', strips: ['s:a', 'b:d:1'], day: 'd', before: 's:b' }, { op: 'moveStrips', strips: ['s:a'], day: 'd' }, { op: 'toBoneyard', strips: ['s:a'] }, { op: 'moveToNewDay', strips: ['s:a'], before: 'd' }, { op: 'moveDay', day: 'd', before: 'e' },
    { op: 'addDay' }, { op: 'addOff', before: 'd' }, { op: 'removeDay', day: 'd', strips: 'boneyard' }, { op: 'splitDay', day: 'd', at: 's:a' }, { op: 'joinDays', day: 'd' }, { op: 'addBanner', day: 'd', before: 's:a', text: 'Lunch' }, { op: 'addBanner', day: 'd' },
    { op: 'editBanner', strip: 'b:d:1', text: 'x' }, { op: 'removeBanner', strip: 'b:d:1' }, { op: 'note', day: 'd', text: '' }, { op: 'acceptChanges' }, { op: 'acceptChanges', scenes: ['a'] },
  ] as const).map((edit): FromBoard => ({ kind: 'edit', edit })),
];

describe('what the board’s view says', () => {
  it('hears all that it may say', () => {
    for (const said of SAID) {
      assert.deepEqual(readFromBoard(structuredClone(said)), said);
    }
  });

  it('hears nothing else', () => {
    for (const said of [undefined, null, 7, 'ready', [], {}, { kind: 'constructor' }, { kind: '__proto__' }, { kind: 'edit' }, { kind: 'edit', edit: { op: 'moveStrips', strips: 'all', day: 'd' } }, { kind: 'edit', edit: { op: 'drop', day: 'd' } }, { kind: 'edit', edit: { op: 'removeDay', day: 'd', strips: ['s:a'] } },
      { kind: 'preview', edit: { op: 'addDay' } }, { kind: 'preview', seq: -1, edit: { op: 'addDay' } }, { kind: 'optimise', scope: { from: 'all' }, seconds: Number.NaN }, { kind: 'optimise', scope: { from: 'all' }, seconds: 1e9 }, { kind: 'optimise', scope: {}, seconds: 5 }, { kind: 'take' }, { kind: 'board', what: 'burn', board: 'x' },
      { kind: 'open', target: { label: 'x', what: 'shell' } }, { kind: 'sheets', sheet: '../etc' }, { kind: 'goTo', scene: 'x'.repeat(5000) }, { kind: 'selected', strips: Array.from({ length: 9000 }, () => 'a') }]) {
      assert.equal(readFromBoard(said), undefined);
    }
    fc.assert(fc.property(fc.anything(), (said) => void readFromBoard(said)), { numRuns: 500, seed: 1 });
  });
});
