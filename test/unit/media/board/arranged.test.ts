// The board as it is shown while a move is on its way: nothing lost, nothing twice, the order kept.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DayView, SceneStrip } from '../../../../src/board/protocol';
import { arranged, sameOrder, type Arrangement } from '../../../../media/board/arranged';
import { matches } from '../../../../media/board/matching';

const strip = (key: string): SceneStrip => ({ kind: 'scene', key, scene: key, number: key, place: 'I', light: 'D', colour: { place: 'int', light: 'day' }, set: `SET ${key}`, heading: `INT. SET ${key}`, synopsis: '', eighths: 1, length: '1/8', cast: '1', people: [{ id: 'anna', number: '1', name: 'ÁNNA' }], location: '', storyDay: '', spoken: '' });
const day = (id: string, ...keys: string[]): DayView => ({ id, kind: 'shoot', name: id, strips: keys.map(strip) });
const BOARD: Arrangement = { days: [day('d1', 'a', 'b', 'c'), day('d2', 'd'), day('d3')], boneyard: [strip('x')], toPlace: [strip('n')] };
const lies = ({ days, boneyard, toPlace }: Arrangement) => [...days.map(({ strips }) => strips.map(({ key }) => key).join('')), boneyard.map(({ key }) => key).join(''), toPlace.map(({ key }) => key).join('')].join('|');

describe('a move on its way', () => {
  it('puts strips before another or at the end, from wherever they are, in the order of the board', () => {
    assert.equal(lies(arranged(BOARD, { op: 'moveStrips', strips: ['c', 'a'], day: 'd2', before: 'd' })), 'b|acd||x|n');
    assert.equal(lies(arranged(BOARD, { op: 'moveStrips', strips: ['n', 'x'], day: 'd3' })), 'abc|d|xn||');
    assert.equal(lies(arranged(BOARD, { op: 'moveStrips', strips: ['a'], day: 'd1' })), 'bca|d||x|n');
    assert.equal(lies(arranged(BOARD, { op: 'toBoneyard', strips: ['b', 'd'] })), 'ac|||xbd|n');
  });

  it('moves days, and leaves alone what is not there', () => {
    assert.equal(lies(arranged(BOARD, { op: 'moveDay', day: 'd1', before: 'd3' })), 'd|abc||x|n');
    assert.equal(lies(arranged(BOARD, { op: 'moveDay', day: 'd1' })), 'd||abc|x|n');
    assert.equal(arranged(BOARD, { op: 'moveDay', day: 'gone' }), BOARD);
    assert.equal(arranged(BOARD, { op: 'moveStrips', strips: ['gone'], day: 'd1' }), BOARD);
    assert.equal(arranged(BOARD, { op: 'addDay' }), BOARD);
  });

  it('knows a move that leads back', () => {
    assert.ok(sameOrder(BOARD, arranged(BOARD, { op: 'moveStrips', strips: ['b'], day: 'd1', before: 'c' })));
    assert.ok(!sameOrder(BOARD, arranged(BOARD, { op: 'moveStrips', strips: ['b'], day: 'd1' })));
  });

  it('loses no strip and has none twice', () => {
    const all = ['a', 'b', 'c', 'd', 'x', 'n'];
    fc.assert(fc.property(fc.subarray(all), fc.constantFrom('d1', 'd2', 'd3'), fc.option(fc.constantFrom(...all), { nil: undefined }), (strips, to, before) => {
      const after = arranged(BOARD, { op: 'moveStrips', strips, day: to, ...(before === undefined || strips.includes(before) ? {} : { before }) });
      assert.deepEqual(lies(after).replaceAll('|', '').split('').sort(), [...all].sort());
    }), { seed: 20_260_728, numRuns: 300 });
  });

  it('finds strips by number, set, and cast in any spelling of accents', () => {
    assert.ok(matches(strip('12'), '12', undefined));
    assert.ok(!matches(strip('12'), '2', undefined));
    assert.ok(matches(strip('12'), '1', undefined), 'cast number 1');
    assert.ok(matches(strip('12'), 'anna', undefined));
    assert.ok(matches(strip('12'), 'set', 'anna'));
    assert.ok(!matches(strip('12'), '', 'ben'));
    assert.ok(!matches({ kind: 'banner', key: 'b', text: 'Lunch' }, '', 'anna'));
    assert.ok(matches({ kind: 'banner', key: 'b', text: 'Lunch' }, 'LUN', undefined));
  });
});
