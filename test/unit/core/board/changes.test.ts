// What changed in the script since a board was looked over, and the writer's yes to it.
import assert from 'node:assert/strict';
import { boardOfScript } from '../../../../src/core/board/boardOfScript';
import { acceptChanges, changesOf, markSeen, toPlace } from '../../../../src/core/board/changes';
import { moveStrips, toBoneyard } from '../../../../src/core/board/operations';
import { scenesOfDays } from '../../../../src/core/board/strips';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { breakdown, counter, scene } from './scenes';

const rules = emptyProduction().rules;
const BEFORE = [scene('a', { cast: ['m', 'b'] }), scene('b'), scene('c'), scene('d')];
const BOARD = boardOfScript(BEFORE, rules, 'Script', counter());
// b is gone, c is longer and at night with another head, a has another cast, e is new, d as it was.
const AFTER = breakdown(scene('a', { cast: ['b', 'z'] }), scene('e'), scene('c', { eighths: 12, light: 'night', heading: 'EXT. C - NIGHT' }), scene('d'));

describe('changes of the script', () => {
  it('says nothing where nothing changed', () => {
    assert.equal(changesOf(BOARD, breakdown(...BEFORE)).size, 0);
    assert.equal(acceptChanges(BOARD, breakdown(...BEFORE)), BOARD);
  });

  it('finds changed, new and dropped scenes', () => {
    const changes = changesOf(BOARD, AFTER);
    assert.deepEqual([...changes.keys()], ['a', 'e', 'c', 'b']);
    assert.deepEqual(changes.get('a'), { kind: 'changed', was: BOARD.seen['a'], heading: false, eighths: false, light: false, joined: ['z'], left: ['m'] });
    assert.deepEqual(changes.get('c'), { kind: 'changed', was: BOARD.seen['c'], heading: true, eighths: true, light: true, joined: [], left: [] });
    assert.deepEqual(changes.get('e'), { kind: 'new' });
    assert.deepEqual(changes.get('b'), { kind: 'dropped', was: BOARD.seen['b'] });
    assert.deepEqual(toPlace(BOARD, AFTER).map(({ id }) => id), ['e']);
  });

  it('reschedules nothing by a yes: changed ones are remembered, dropped ones leave, new ones wait', () => {
    const accepted = acceptChanges(BOARD, AFTER);
    assert.deepEqual([...changesOf(accepted, AFTER).keys()], ['e']);
    assert.deepEqual(scenesOfDays(accepted.days), ['a', 'c', 'd']);
    assert.ok(!Object.hasOwn(accepted.seen, 'b'));
    assert.deepEqual([...changesOf(acceptChanges(BOARD, AFTER, ['c', 'e', 'none']), AFTER).keys()], ['a', 'e', 'b']);
  });

  it('says a plan is proved only as long as it is of the scenes that are shot', () => {
    const proved = { ...BOARD, made: { by: 'engine', proved: true, bound: 500 } } as const;
    assert.deepEqual(acceptChanges(proved, AFTER).made, { by: 'hand' });
    assert.deepEqual(acceptChanges(proved, AFTER, ['c']).made, { by: 'engine' });
    assert.deepEqual(acceptChanges(proved, breakdown(...BEFORE.with(0, scene('a', { cast: ['m', 'b'], heading: 'INT. A, AGAIN' })))).made, proved.made);
    assert.deepEqual(acceptChanges(toBoneyard(proved, ['s:b']), AFTER, ['b']).made, { by: 'hand' });
    const aside = { ...toBoneyard(proved, ['s:b']), made: proved.made };
    assert.deepEqual(acceptChanges(aside, AFTER, ['b']).made, proved.made);
  });

  it('sees a scene as placed once it is on a day or in the boneyard', () => {
    const placed = markSeen(moveStrips(BOARD, ['s:e'], BOARD.days[0]?.id ?? ''), AFTER, ['e', 'none']);
    assert.ok(!changesOf(placed, AFTER).has('e'));
    const longer = breakdown(...AFTER.scenes.filter(({ id }) => id !== 'e'), scene('e', { eighths: 3 }));
    assert.equal(changesOf(placed, longer).get('e')?.kind, 'changed');
    assert.deepEqual(toPlace(toBoneyard(BOARD, ['s:e']), AFTER), []);
  });

  it('takes ids for nothing but ids', () => {
    const hostile = [scene('constructor'), scene('__proto__'), scene('toString')];
    const board = boardOfScript([], rules, 'Empty', counter());
    const placed = { ...board, days: [{ id: 'x', kind: 'shoot', strips: hostile.map(({ id }) => ({ scene: id })) }] } as const;
    assert.equal(changesOf(placed, breakdown(...hostile)).size, 0);
    const kept = boardOfScript(hostile, rules, 'Hostile', counter());
    assert.deepEqual(Object.keys(kept.seen).sort(), ['__proto__', 'constructor', 'toString']);
    assert.equal(changesOf(kept, breakdown(scene('__proto__', { eighths: 1 }), scene('constructor'))).get('__proto__')?.kind, 'changed');
    assert.deepEqual(Object.keys(acceptChanges(kept, breakdown(scene('__proto__'))).seen), ['__proto__']);
  });
});
