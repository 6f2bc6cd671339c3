// Lengths and leave for new people or places, read out of a direction in a writer's words.
import * as assert from 'node:assert/strict';
import { REWRITE_DIRECTIONS, rewriteInstruction } from '../../../../src/core/rewrite/directions';
import { wishIn } from '../../../../src/core/rewrite/wishIn';

const WISHES: readonly (readonly [string, object])[] = [
  ['tighten to 12 lines', { lines: 12 }],
  ['twelve lines at most', { lines: 12 }],
  ['auf 10 Zeilen', { lines: 10 }],
  ['to 6/8', { eighths: 6 }],
  ['to 1 3/8 pages', { eighths: 11 }],
  ['three eighths', { eighths: 3 }],
  ['half a page', { eighths: 4 }],
  ['down to a quarter page', { eighths: 2 }],
  ['three quarters of a page', { eighths: 6 }],
  ['one page', { eighths: 8 }],
  ['two pages, no more', { eighths: 16 }],
  ['a page and a half', { eighths: 12 }],
  ['1.5 pages', { eighths: 12 }],
  ['1 1/2 pages', { eighths: 12 }],
  ['add a new character who wants the map', { newCast: true }],
  ['bring in a witness', { newCast: true }],
  ['split the scene in two', { newHeadings: true }],
  ['move it to the harbour', { newHeadings: true }],
  ['colder, and let them lie', {}],
  ['as in 9/11', {}],
  ['on 3/8/1914', {}],
  ['cut the lines about the boat', {}],
  ['page one problems', {}],
  ['', {}],
  ['down to a page', { eighths: 8 }],
  ['keep it within two pages', { eighths: 16 }],
  ['say it in 8 lines or less', { lines: 8 }],
  ['no more than five lines, colder', { lines: 5 }],
  ['Cut it down to two lines.', { lines: 2 }],
  ['12 lines', { lines: 12 }],
  ['Give MARA a line that only she would say', {}],
  ['a line', {}],
  ['cut to a line', {}],
  ['Cut two lines from the middle', {}],
  ['Cut at most two lines', {}],
  ['Lose up to two lines', {}],
  ['Make the first three lines funnier', {}],
  ['the last two lines at most hint at it', {}],
  ['Lose five lines', {}],
  ['the letter from two pages ago', {}],
  ['go back to two pages ago', {}],
  ['Make it a page longer', {}],
  ['add half a page', {}],
  ['turn to a page of the diary', {}],
  ['Mara has 3 lines too many', {}],
  ['use one line from scene 4', {}],
  ['drop a line or two', {}],
  ['give Dev two lines', {}],
  ['she is 30 lines away', {}],
  ['no more than 1,200 lines', {}],
  ['in 6/8 time, like a waltz', {}],
];

describe('the wish in a direction', () => {
  for (const [direction, wish] of WISHES) {
    it(`"${direction}"`, () => assert.deepEqual(wishIn(direction), wish));
  }

  it('is none in our own directions but the length that was asked for', () => {
    for (const { id, asks } of REWRITE_DIRECTIONS) {
      const instruction = rewriteInstruction(id, asks === 'length' ? '12 lines' : 'MARA and DEV') ?? '';
      assert.deepEqual(wishIn(instruction), asks === 'length' ? { lines: 12 } : {}, id);
      assert.ok(!instruction.includes('{0}'));
    }
  });
});
