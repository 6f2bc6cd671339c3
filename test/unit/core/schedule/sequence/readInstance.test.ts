// What may come as an instance: refused with a sentence, never guessed, never thrown over.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readInstance } from '../../../../../src/core/schedule/sequence/readInstance';
import { sequence } from '../../../../../src/core/schedule/sequence/sequence';

const reasonOf = (value: unknown): string | undefined => {
  const read = readInstance(value);
  return read.ok ? undefined : read.reason;
};

describe('an instance', () => {
  it('is taken with its name, without what else stands there', () => {
    const read = readInstance({ name: 'One', durations: [1, 0.5], actors: [{ cost: 10, scenes: [1, 0], agent: 'x' }], holding: 3 });
    assert.deepEqual(read, { ok: true, instance: { name: 'One', durations: [1, 0.5], actors: [{ cost: 10, scenes: [1, 0] }] } });
    assert.deepEqual(readInstance({ name: 7, durations: [], actors: [] }), { ok: true, instance: { durations: [], actors: [] } });
  });

  const actor = (change: object): object => ({ durations: [1, 1], actors: [{ cost: 1, scenes: [0], ...change }] });
  const REFUSED: readonly (readonly [string, unknown, RegExp])[] = [
    ['nothing', undefined, /object/],
    ['an array', [], /object/],
    ['no durations', { actors: [] }, /"durations"/],
    ['no actors', { durations: [1] }, /"actors"/],
    ['a duration of none', { durations: [1, 0], actors: [] }, /scene 1/],
    ['a duration below none', { durations: [-1], actors: [] }, /scene 0/],
    ['a duration in words', { durations: ['1'], actors: [] }, /scene 0/],
    ['a duration without end', { durations: [Infinity], actors: [] }, /scene 0/],
    ['a duration too fine', { durations: [0.00001], actors: [] }, /4 decimals/],
    ['a hole', { durations: Array<number>(2), actors: [] }, /scene 0/],
    ['a negative cost', actor({ cost: -5 }), /cost of actor 0/],
    ['no cost', actor({ cost: undefined }), /cost of actor 0/],
    ['a cost that is no number', actor({ cost: NaN }), /cost of actor 0/],
    ['scenes that are no list', actor({ scenes: '01' }), /scenes of actor 0/],
    ['a scene that is not there', actor({ scenes: [2] }), /scene 2, but scenes are numbered from 0 to 1/],
    ['a scene below 0', actor({ scenes: [-1] }), /scene -1/],
    ['half a scene', actor({ scenes: [0.5] }), /scene 0\.5/],
    ['a scene twice', actor({ scenes: [1, 1] }), /scene 1 twice/],
    ['an actor that is none', { durations: [1], actors: [null] }, /Actor 0/],
    ['an actor of no scenes there are', { durations: [], actors: [{ cost: 1, scenes: [0] }] }, /there are none/],
    ['more than can be counted', { durations: [9e15, 9e15], actors: [{ cost: 9e15, scenes: [0] }] }, /too large/],
    ['too many scenes', { durations: Array<number>(5001).fill(1), actors: [] }, /5001 scenes/],
  ];
  for (const [name, value, reason] of REFUSED) {
    it(`is not ${name}`, () => {
      assert.match(reasonOf(value) ?? 'taken', reason);
      assert.throws(() => sequence(value as never).next(), RangeError);
    });
  }

  it('is read or refused whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ durations: fc.anything(), actors: fc.array(fc.anything()) }), fc.record({ durations: fc.array(fc.double()), actors: fc.array(fc.record({ cost: fc.double(), scenes: fc.array(fc.integer()) })) })), (value) => {
        const reason = reasonOf(value);
        assert.ok(reason === undefined || /^\S.*\.$/s.test(reason));
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
