// What a hand does to a board: each operation by itself, and any number of them one after the other.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boardOfScript } from '../../../../src/core/board/boardOfScript';
import { addBanner, addDay, editBanner, joinDays, moveDay, moveStrips, moveToNewDay, noteDay, removeBanner, removeDay, splitDay, toBoneyard, uniqueDays } from '../../../../src/core/board/operations';
import { keysOf, scenesOfDays } from '../../../../src/core/board/strips';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Board, BoardDay, Strip } from '../../../../src/core/production/board';
import { counter, scene } from './scenes';

const day = (id: string, ...strips: string[]): BoardDay => ({ id, kind: 'shoot', strips: strips.map((each): Strip => (each.startsWith('!') ? { banner: each.slice(1) } : { scene: each })) });
const off = (id: string): BoardDay => ({ id, kind: 'off', strips: [] });
const board = (days: readonly BoardDay[], boneyard: readonly string[] = []): Board => ({ name: 'Mine', days, boneyard, seen: {}, made: { by: 'engine', proved: true, bound: 9 } });
/** "a: 1 2 | b: !Lunch 3 | ~ 4": days, and the boneyard. */
const told = ({ days, boneyard }: Board): string =>
  [...days.map(({ id, kind, strips }) => `${kind === 'off' ? `(${id})` : `${id}:`}${strips.map((strip) => ` ${'scene' in strip ? strip.scene : `!${strip.banner}`}`).join('')}`), ...(boneyard.length > 0 ? [`~ ${boneyard.join(' ')}`] : [])].join(' | ');

const MINE = board([day('a', '1', '2', '!Lunch', '3'), off('o'), day('b', '4', '5'), day('c', '6')], ['7']);

describe('a hand on the board', () => {
  it('moves strips together, in the order they have on the board', () => {
    assert.equal(told(moveStrips(MINE, ['s:5', 's:7', 's:1'], 'c', 's:6')), 'a: 2 !Lunch 3 | (o) | b: 4 | c: 1 5 7 6');
    assert.equal(told(moveStrips(MINE, ['b:a:1', 's:3'], 'b')), 'a: 1 2 | (o) | b: 4 5 !Lunch 3 | c: 6 | ~ 7');
    assert.equal(told(moveStrips(MINE, ['s:1'], 'a', 's:3')), 'a: 2 !Lunch 1 3 | (o) | b: 4 5 | c: 6 | ~ 7');
    assert.equal(told(moveStrips(MINE, ['s:new'], 'c')), 'a: 1 2 !Lunch 3 | (o) | b: 4 5 | c: 6 new | ~ 7');
  });

  it('moves strips before one of themselves: before what stands behind it', () => {
    assert.equal(told(moveStrips(MINE, ['s:1', 's:2'], 'a', 's:2')), told(MINE));
    assert.equal(told(moveStrips(MINE, ['s:4', 's:2'], 'a', 's:2')), 'a: 1 2 4 !Lunch 3 | (o) | b: 5 | c: 6 | ~ 7');
  });

  it('gives the same board back where there is nothing to do', () => {
    for (const same of [moveStrips(MINE, ['s:1'], 'a', 's:1'), moveStrips(MINE, ['s:1'], 'a', 's:2'), moveStrips(MINE, ['s:1'], 'o'), moveStrips(MINE, ['s:1'], 'gone'), moveStrips(MINE, ['b:a:9'], 'b'), moveStrips(MINE, [], 'b'),
      moveDay(MINE, 'a', 'a'), moveDay(MINE, 'a', 'o'), moveDay(MINE, 'gone'), moveDay(MINE, 'c'), addDay(MINE, 'off', counter(), 'gone'), removeDay(MINE, 'gone', 'before'), splitDay(MINE, 'a', 's:1', counter()),
      splitDay(MINE, 'b', 's:1', counter()), joinDays(MINE, 'c'), joinDays(MINE, 'o'), editBanner(MINE, 's:1', 'x'), removeBanner(MINE, 'b:b:1'), toBoneyard(MINE, []), uniqueDays(MINE)]) {
      assert.equal(same, MINE);
    }
  });

  it('is no proof any more once a hand has moved something; a banner and a note move nothing', () => {
    assert.deepEqual(moveStrips(MINE, ['s:1'], 'b').made, { by: 'hand' });
    assert.deepEqual(noteDay(addBanner(MINE, 'a', 'Sunset'), 'a', 'Bring coats').made, MINE.made);
  });

  it('moves, adds, splits and joins days', () => {
    assert.equal(told(moveDay(MINE, 'c', 'a')), 'c: 6 | a: 1 2 !Lunch 3 | (o) | b: 4 5 | ~ 7');
    assert.equal(told(moveDay(MINE, 'a')), '(o) | b: 4 5 | c: 6 | a: 1 2 !Lunch 3 | ~ 7');
    assert.equal(told(addDay(addDay(MINE, 'shoot', counter()), 'off', () => 'z', 'c')), 'a: 1 2 !Lunch 3 | (o) | b: 4 5 | (z) | c: 6 | n1: | ~ 7');
    assert.equal(told(splitDay(MINE, 'a', 'b:a:1', counter())), 'a: 1 2 | n1: !Lunch 3 | (o) | b: 4 5 | c: 6 | ~ 7');
    assert.equal(told(joinDays(MINE, 'a')), 'a: 1 2 !Lunch 3 4 5 | (o) | c: 6 | ~ 7');
    assert.equal(told(moveToNewDay(MINE, ['s:7', 's:2'], counter(), 'b')), 'a: 1 !Lunch 3 | (o) | n1: 2 7 | b: 4 5 | c: 6');
  });

  it('never loses the scenes of a day that goes', () => {
    assert.equal(told(removeDay(MINE, 'b', 'before')), 'a: 1 2 !Lunch 3 4 5 | (o) | c: 6 | ~ 7');
    assert.equal(told(removeDay(MINE, 'a', 'after')), '(o) | b: 1 2 !Lunch 3 4 5 | c: 6 | ~ 7');
    assert.equal(told(removeDay(MINE, 'a', 'before')), '(o) | b: 4 5 | c: 6 | ~ 7 1 2 3');
    assert.equal(told(removeDay(MINE, 'c', 'boneyard')), 'a: 1 2 !Lunch 3 | (o) | b: 4 5 | ~ 7 6');
    assert.equal(told(removeDay(board([day('a', '1')]), 'a', 'after')), '~ 1');
  });

  it('puts banners, and puts scenes that a merge left twice in one place', () => {
    assert.equal(told(editBanner(addBanner(MINE, 'b', 'Move', 's:5'), 'b:b:1', 'Company move')), 'a: 1 2 !Lunch 3 | (o) | b: 4 !Company move 5 | c: 6 | ~ 7');
    assert.equal(told(removeBanner(MINE, 'b:a:1')), 'a: 1 2 3 | (o) | b: 4 5 | c: 6 | ~ 7');
    const merged = uniqueDays(board([day('a', '1', '2'), day('a', '1')], ['1']));
    assert.deepEqual(keysOf(merged.days), [['s:1', 's:2'], ['s:1#2']]);
    assert.equal(told(moveStrips(merged, ['s:1#2'], 'a')), 'a: 2 1 | a-2:');
  });

  it('packs the script into days by the rules: pages, hours, light', () => {
    const rules = { ...emptyProduction().rules, dayEighths: 16, dayHours: 3, moveMinutes: 30, setMoveMinutes: 0, mayMix: false };
    const scenes = [scene('1', { set: 'X' }), scene('2', { set: 'X' }), scene('3', { eighths: 40 }), scene('4', { light: 'night', eighths: 1 }), scene('5', { eighths: 1, light: 'night', minutes: 100 }), scene('6', { eighths: 1, minutes: 1 })];
    assert.equal(told(boardOfScript(scenes, rules, 'Script', counter())), 'n1: 1 2 | n2: 3 | n3: 4 | n4: 5 | n5: 6');
    assert.equal(told(boardOfScript([], rules, 'Script', counter())), '');
  });

  it('has each scene exactly once after whatever was done', () => {
    const pick = fc.nat({ max: 60 });
    const step = fc.record({ what: fc.nat({ max: 11 }), strips: fc.array(pick, { maxLength: 4 }), one: pick, other: pick });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const newId = counter();
        const start = boardOfScript(Array.from({ length: 30 }, (_, at) => scene(`x${at}`)), emptyProduction().rules, 'Script', newId);
        const scenes = [...scenesOfDays(start.days)].sort();
        let now = start;
        for (const { what, strips, one, other } of steps) {
          const keys = [...keysOf(now.days).flat(), ...now.boneyard.map((id) => `s:${id}`), 'b:none:1'];
          const key = (at: number): string => keys[at % keys.length] ?? '';
          const dayAt = (at: number): string => now.days[at % (now.days.length + 1)]?.id ?? 'gone';
          const moved = strips.map(key);
          const apply: readonly (() => Board)[] = [
            () => moveStrips(now, moved, dayAt(one), key(other)), () => moveStrips(now, moved, dayAt(one)), () => toBoneyard(now, moved), () => moveDay(now, dayAt(one), dayAt(other)),
            () => addDay(now, other % 3 === 0 ? 'off' : 'shoot', newId, dayAt(one)), () => removeDay(now, dayAt(one), (['before', 'after', 'boneyard'] as const)[other % 3] ?? 'after'),
            () => splitDay(now, dayAt(one), key(other), newId), () => joinDays(now, dayAt(one)), () => moveToNewDay(now, moved, newId, dayAt(one)), () => addBanner(now, dayAt(one), 'Banner', key(other)),
            () => removeBanner(now, key(one)), () => editBanner(now, key(one), 'Other'),
          ];
          now = apply[what]?.() ?? now;
          assert.deepEqual([...scenesOfDays(now.days), ...now.boneyard].sort(), scenes);
          assert.equal(new Set(now.days.map(({ id }) => id)).size, now.days.length);
          assert.ok(now.days.every(({ kind, strips: its }) => kind === 'shoot' || its.every((strip) => 'banner' in strip)));
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
