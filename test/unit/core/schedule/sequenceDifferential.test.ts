import assert from 'node:assert/strict';
import type { SequenceInstance, SequenceProgress } from '../../../../src/core/schedule/instance';
import { sequence } from '../../../../src/core/schedule/sequence/sequence';
import { permutations } from '../../../support/bruteForcePlan';
import { randomFrom } from '../../../support/randomScript';

const CASES = Number(process.env['BACKLOT_DIFFERENTIAL'] ?? 1000);

/** Up to six scenes, some without cast, some with the same; actors without scenes or without cost. */
function instanceOf(seed: number): SequenceInstance {
  const random = randomFrom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const scenes = whole(0, seed % 10 === 0 ? 6 : 5);
  return {
    durations: Array.from({ length: scenes }, () => whole(1, 3)),
    actors: Array.from({ length: whole(0, 5) }, () => ({ cost: whole(0, 20), scenes: Array.from({ length: scenes }, (_, scene) => scene).filter(() => random() < 0.45) })),
  };
}

/** From the definition: an actor is paid from the first to the last of its scenes, and waits in those between that are not its own. */
function holdingOf({ durations, actors }: SequenceInstance, order: readonly number[]): number {
  return actors.reduce((all, { cost, scenes }) => {
    const places = scenes.map((scene) => order.indexOf(scene));
    const between = order.slice(Math.min(...places), Math.max(...places) + 1).filter((scene) => !scenes.includes(scene));
    return all + cost * (scenes.length === 0 ? 0 : between.reduce((days, scene) => days + (durations[scene] ?? 0), 0));
  }, 0);
}

describe('the sequencing engine against brute force', () => {
  it('finds and proves the least holding cost of every small instance', () => {
    for (let seed = 0; seed < CASES; seed++) {
      const instance = instanceOf(seed);
      let least = Infinity;
      for (const order of permutations(instance.durations.map((_, scene) => scene))) {
        least = Math.min(least, holdingOf(instance, order));
      }
      const name = `case ${seed}: ${JSON.stringify(instance)}`;
      let last: SequenceProgress | undefined;
      for (const engine = sequence(instance, { seed }); ; ) {
        const { value, done } = engine.next();
        last = value;
        assert.ok(value.bound <= least, `${name}: the bound ${value.bound} is above ${least}`);
        assert.equal(value.holding, holdingOf(instance, value.order), `${name}: the holding cost of its order`);
        assert.deepEqual([...value.order].sort((one, other) => one - other), instance.durations.map((_, scene) => scene), `${name}: every scene once`);
        if (done === true) {
          break;
        }
      }
      assert.deepEqual([last.holding, last.proved, last.bound], [least, true, least], name);
    }
  }).timeout(CASES * 50);
});
