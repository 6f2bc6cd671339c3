// backlot sequence: its one object, what it refuses, and that Ctrl+C and the time are obeyed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from '../../../src/cli/run';
import type { Io } from '../../../src/cli/verb';
import { randomOf } from '../../../src/core/schedule/plan/random';
import { holdingByHand, randomInstance } from '../../support/sequenceByHand';

async function call(args: string[], input: string, signal = new AbortController().signal): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: () => Promise.resolve(input),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal,
  };
  return { code: await run(['sequence', ...args], io), out, err };
}

const TRIO = { name: 'Trio', durations: [1, 2, 1], actors: [{ cost: 10, scenes: [0, 2] }, { cost: 4, scenes: [0, 1] }, { cost: 3, scenes: [1, 2] }] };
const PUBLISHED = readFileSync('test/fixtures/talentScheduling/published.json', 'utf8');
const HARD = randomInstance(60, 30, randomOf(1));

describe('backlot sequence', () => {
  it('prints the one object of the contract', async () => {
    const { code, out, err } = await call(['-', '--json'], JSON.stringify(TRIO));
    assert.deepEqual([code, err], [0, '']);
    const told = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual(Object.keys(told), ['order', 'holding', 'proved', 'bound', 'seconds']);
    assert.deepEqual([told['holding'], told['proved'], told['bound'], typeof told['seconds']], [3, true, 3, 'number']);
    assert.equal(holdingByHand(TRIO, told['order'] as number[]), 3);
    assert.deepEqual(Object.keys(JSON.parse((await call(['x.json', '--json'], `\uFEFF${JSON.stringify(TRIO)}`)).out) as object), Object.keys(told));
  });

  it('answers an array of instances with an array', async () => {
    const told = JSON.parse((await call(['-', '--json'], PUBLISHED)).out) as { holding: number; proved: boolean }[];
    const published = JSON.parse(PUBLISHED) as { holding: number }[];
    assert.deepEqual(told.map(({ holding, proved }) => [holding, proved]), published.map(({ holding }) => [holding, true]));
    const one = JSON.parse((await call(['-', '--json'], JSON.stringify([TRIO]))).out) as { holding: number }[];
    assert.deepEqual(one.map(({ holding }) => holding), [3]);
  });

  it('tells a person in words', async () => {
    const { out } = await call(['x.json'], JSON.stringify(TRIO));
    assert.match(out, /^Trio\nHolding 3, proved: no order holds for less\nOrder of scenes, numbered from 0: \d \d \d\n[\d.]+ s\n$/);
    const named = await call(['x.json'], JSON.stringify({ ...TRIO, name: 'a\u001b[31mX' }));
    assert.ok(!named.out.includes('\u001b') && named.out.startsWith('a'));
    const hard = await call(['x.json', '--seconds', '0.05'], JSON.stringify(HARD));
    assert.match(hard.out, /^Holding \d+, the best found; none can hold for less than \d+\n/);
  });

  it('answers with the best so far when the time is over, and on Ctrl+C', async () => {
    const soon = JSON.parse((await call(['-', '--json', '--seconds', '0.05'], JSON.stringify(HARD))).out) as { order: number[]; holding: number; proved: boolean; bound: number };
    assert.deepEqual([soon.proved, holdingByHand(HARD, soon.order)], [false, soon.holding]);
    assert.ok(soon.bound <= soon.holding);
    const interrupted = new AbortController();
    setTimeout(() => interrupted.abort(), 60);
    const { code, out } = await call(['-', '--json'], JSON.stringify(HARD), interrupted.signal);
    const told = JSON.parse(out) as typeof soon;
    assert.deepEqual([code, told.proved, new Set(told.order).size, holdingByHand(HARD, told.order)], [0, false, 60, told.holding]);
  });

  it('refuses what is no instance with a sentence', async () => {
    for (const [input, sentence] of [
      ['{', /it is not JSON/], ['[]', /no instance/], ['7', /object/], ['{"durations":[1],"actors":[{"cost":-1,"scenes":[]}]}', /cost of actor 0/],
      [JSON.stringify([TRIO, { ...TRIO, durations: [1] }]), /instance 1: Actor 0 is in scene 2/],
    ] as const) {
      const { code, out, err } = await call(['-', '--json'], input);
      assert.equal(code, 1);
      assert.match(err, sentence);
      assert.deepEqual(JSON.parse(out), { error: { kind: 'input', message: err.trim() } });
    }
  });

  it('refuses calls that are off', async () => {
    for (const args of [[], ['a', 'b'], ['-', '--seconds', '0'], ['-', '--seconds', 'x'], ['-', '--seconds', ''], ['-', '--paper', 'a4']]) {
      const { code, out } = await call(args, JSON.stringify(TRIO));
      assert.deepEqual([code, out], [2, ''], args.join(' '));
    }
  });
});
