// The order in which actors wait least: the published optima, brute force on small instances, and what holds of every answer.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { SequenceInstance, SequenceProgress } from '../../../../../src/core/schedule/instance';
import { randomOf } from '../../../../../src/core/schedule/plan/random';
import { reduce } from '../../../../../src/core/schedule/sequence/reduce';
import { masksOf } from '../../../../../src/core/schedule/sequence/remaining';
import { Search } from '../../../../../src/core/schedule/sequence/search';
import { sequence, type SequenceOptions } from '../../../../../src/core/schedule/sequence/sequence';
import { holdingByHand, leastByHand, randomInstance } from '../../../../support/sequenceByHand';

type Published = SequenceInstance & { readonly name: string; readonly holding: number; readonly total: number };
const PUBLISHED = JSON.parse(readFileSync('test/fixtures/talentScheduling/published.json', 'utf8')) as Published[];

/** All that is told, the last last. */
function allOf(instance: SequenceInstance, options?: SequenceOptions, most = Infinity): SequenceProgress[] {
  const told: SequenceProgress[] = [];
  const run = sequence(instance, options);
  for (let next = run.next(); ; next = run.next()) {
    told.push(next.value);
    if (next.done === true || told.length >= most) {
      return told;
    }
  }
}

const lastOf = (instance: SequenceInstance, options?: SequenceOptions): SequenceProgress => allOf(instance, options).at(-1) as SequenceProgress;

const small = (scenes: number): fc.Arbitrary<SequenceInstance> =>
  fc.integer({ min: 0, max: scenes }).chain((many) =>
    fc.record({
      durations: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: many, maxLength: many }),
      actors: fc.array(fc.record({ cost: fc.integer({ min: 0, max: 30 }), scenes: fc.subarray(Array.from({ length: many }, (_, scene) => scene)) }), { maxLength: 8 }),
    }),
  );

describe('sequencing', () => {
  it('proves the eight published instances, each with the published value', () => {
    assert.equal(PUBLISHED.length, 8);
    for (const instance of PUBLISHED) {
      const { order, holding, proved, bound } = lastOf(instance);
      assert.deepEqual({ holding, proved, bound }, { holding: instance.holding, proved: true, bound: instance.holding }, instance.name);
      assert.equal(holdingByHand(instance, order), instance.holding, instance.name);
      const worked = instance.actors.reduce((sum, { cost, scenes }) => sum + cost * scenes.reduce((days, scene) => days + (instance.durations[scene] ?? NaN), 0), 0);
      assert.equal(holding + worked, instance.total, instance.name);
    }
  });

  it('has the figures as the data beside the project has them', function () {
    const data = path.resolve('../shared/data/talent-scheduling/instances.json');
    if (!existsSync(data)) {
      // The data lies beside the project where it is developed.
      this.skip();
    }
    assert.deepEqual(PUBLISHED, JSON.parse(readFileSync(data, 'utf8')));
  });

  it('is brute force’s answer on small instances', () => {
    fc.assert(
      fc.property(small(6), fc.nat(), (instance, seed) => {
        const { order, holding, proved } = lastOf(instance, { seed });
        assert.deepEqual([...order].sort((a, b) => a - b), [...instance.durations.keys()]);
        assert.equal(proved, true);
        assert.equal(holding, leastByHand(instance));
        assert.equal(holdingByHand(instance, order), holding);
      }),
      { seed: 5, numRuns: 200 },
    );
    const random = randomOf(8);
    for (const actors of [4, 5, 6]) {
      const instance = randomInstance(7, actors, random);
      assert.equal(lastOf(instance).holding, leastByHand(instance));
    }
  });

  it('finds the best order by itself where annealing gave none, also when it may keep next to nothing', () => {
    const random = randomOf(3);
    let otherwise = 0;
    for (const instance of [...PUBLISHED.slice(1, 4), randomInstance(20, 6, random)]) {
      const [part] = reduce(instance).parts;
      assert.ok(part);
      const { holding } = lastOf(instance);
      const [roomy, tight] = [undefined, 0].map((room) => {
        const search = new Search(masksOf(part), 1.2 * holding, room);
        for (const run = search.run(); run.next().done !== true;) {
          assert.ok(search.bound <= search.best);
        }
        assert.ok(search.order);
        assert.equal(search.bound, search.best);
        assert.equal(holdingByHand({ durations: part.durations, actors: part.costs.map((cost, actor) => ({ cost, scenes: [...part.casts.keys()].filter((scene) => part.casts[scene]?.includes(actor)) })) }, search.order), search.best);
        return search;
      });
      assert.ok(roomy && tight);
      assert.deepEqual([tight.best, roomy.best], [holding, holding]);
      otherwise += tight.nodes === roomy.nodes ? 0 : 1;
    }
    // Otherwise none was large enough to fill the little there is.
    assert.ok(otherwise > 0);
  });

  it('tells ever better orders and ever higher bounds, and none is above the best', () => {
    const random = randomOf(11);
    const told = allOf(randomInstance(34, 8, random));
    const best = told.at(-1)?.holding ?? NaN;
    assert.ok(told.length > 5);
    told.forEach(({ holding, bound, proved, order }, index) => {
      const before = told[index - 1];
      assert.ok(holding <= (before?.holding ?? Infinity) && bound >= (before?.bound ?? 0));
      assert.ok(bound <= best && holding >= best);
      assert.equal(proved, bound === holding);
      assert.equal(new Set(order).size, 34);
    });
    assert.equal(told.at(-1)?.proved, true);
  });

  it('tells the same for the same seed', () => {
    const instance = randomInstance(24, 6, randomOf(2));
    assert.deepEqual(allOf(instance, { seed: 7 }), allOf(instance, { seed: 7 }));
  });

  it('costs the same whatever the names of scenes and actors, the side one looks from, and who changes nothing', () => {
    const random = randomOf(21);
    for (let round = 0; round < 6; round++) {
      const { durations, actors } = randomInstance(14, 6, random);
      const { holding } = lastOf({ durations, actors });
      const turned = durations.map((_, scene) => durations.length - 1 - scene);
      const renamed = { durations: turned.map((scene) => durations[scene] ?? NaN), actors: [...actors].reverse().map(({ cost, scenes }) => ({ cost, scenes: scenes.map((scene) => turned[scene] ?? NaN) })) };
      assert.equal(lastOf(renamed).holding, holding);
      const extra = [{ cost: 0, scenes: [0, 5, 9] }, { cost: 500, scenes: [3] }, { cost: 70, scenes: [] }];
      assert.equal(lastOf({ durations: [...durations, 4, 2], actors: [...actors, ...extra] }).holding, holding);
      assert.equal(lastOf({ durations, actors: actors.map(({ cost, scenes }) => ({ cost: cost * 3, scenes })) }).holding, holding * 3);
    }
  });

  it('adds up the parts that share nobody', () => {
    const random = randomOf(31);
    const one = randomInstance(12, 5, random);
    const other = randomInstance(13, 5, random);
    const both = { durations: [...one.durations, ...other.durations], actors: [...one.actors, ...other.actors.map(({ cost, scenes }) => ({ cost, scenes: scenes.map((scene) => scene + 12) }))] };
    const { holding, proved, order } = lastOf(both);
    assert.deepEqual([holding, proved], [lastOf(one).holding + lastOf(other).holding, true]);
    assert.equal(holdingByHand(both, order), holding);
  });

  it('counts parts of days and cents exactly', () => {
    const { holding, bound, proved } = lastOf({ durations: [0.1, 0.2, 0.7, 0.1], actors: [{ cost: 0.1, scenes: [0, 1] }, { cost: 0.2, scenes: [1, 2] }, { cost: 0.3, scenes: [0, 2] }, { cost: 10.01, scenes: [0, 1, 2] }] });
    assert.deepEqual({ holding, bound, proved }, { holding: 0.02, bound: 0.02, proved: true });
  });

  it('is never worse than the order it begins from, which it may be told', () => {
    const instance = randomInstance(22, 6, randomOf(4));
    const best = lastOf(instance);
    const [first] = allOf(instance, { start: best.order }, 1);
    assert.deepEqual([first?.holding, first?.order], [best.holding, best.order]);
    for (const wrong of [[], [0, 0], best.order.map(() => 0), best.order.map((scene) => scene + 0.5)]) {
      assert.equal(lastOf(instance, { start: wrong }).holding, best.holding);
    }
  });

  it('says of more than can be proved what it found and an honest bound', () => {
    // Seventy scenes in a row, each with its neighbours' actors: nobody need wait, in that order alone.
    const chain: SequenceInstance = { durations: Array<number>(70).fill(1), actors: Array.from({ length: 69 }, (_, actor) => ({ cost: 1 + (actor % 7), scenes: [actor, actor + 1] })) };
    const start = [...chain.durations.keys()];
    assert.deepEqual(allOf(chain, { start }, 1).map(({ holding, proved }) => ({ holding, proved })), [{ holding: 0, proved: true }]);
    const dense = randomInstance(90, 40, randomOf(5));
    const told = allOf(dense, {}, 30);
    assert.ok(told.every(({ proved, bound, holding }) => !proved && bound <= holding));
  });

  it('puts scenes in which nobody waits anywhere, and answers what is empty', () => {
    assert.deepEqual(lastOf({ durations: [], actors: [] }), { order: [], holding: 0, bound: 0, proved: true, nodes: 0 });
    assert.equal(lastOf({ durations: [1, 2, 3], actors: [{ cost: 5, scenes: [2] }] }).holding, 0);
    assert.equal(lastOf({ durations: [1, 2, 3], actors: [{ cost: 5, scenes: [2, 0] }] }).holding, 0);
  });
});
