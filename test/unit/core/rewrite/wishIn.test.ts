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
