import assert from 'node:assert/strict';
import { check } from '../../../../src/core/schedule/check/check';
import { plan } from '../../../../src/core/schedule/plan/plan';
import type { Plan, PlanOptions, PlanProgress, Problem } from '../../../../src/core/schedule/problem';
import { bruteForcePlan, permutations, type Cheapest } from '../../../support/bruteForcePlan';
import { randomPlan, randomProblem } from '../../../support/randomProblem';
import { randomFrom } from '../../../support/randomScript';

/** BACKLOT_DIFFERENTIAL=20000 npm test -- unit --grep "brute force": as many cases, for a night. */
const CASES = Number(process.env['BACKLOT_DIFFERENTIAL'] ?? 1000);
const KEPT = Math.ceil(CASES / 10);
/** Where nothing is proved before, the engine is asked this long. */
const STEPS = 12_288;
const CENT = 1e-6;

/** Four scenes in one case of sixteen: trying all of them out takes its time. */
const SCENES = [1, 2, 2, 2, 3, 3, 3, 3, 4, 1, 2, 2, 3, 3, 3, 3];

function caseOf(seed: number): Problem {
  return randomProblem(randomFrom(seed), { scenes: SCENES[seed % SCENES.length] ?? 3, days: 3 + (Math.floor(seed / SCENES.length) % 4) });
}

/** Everything the engine tells of a case, until it is done or asked long enough. */
function* toldOf(problem: Problem, options: PlanOptions): Generator<PlanProgress> {
  const engine = plan(problem, options);
  for (;;) {
    const { value, done } = engine.next();
    yield value;
    if (done === true || value.steps >= STEPS) {
      return;
    }
  }
}

interface Tally {
  proved: number;
  optimal: number;
  impossible: number;
  provedImpossible: number;
  missed: number;
  /** Plans proved, where one of the same cost begins earlier. */
  late: number;
}

const tally = (): Tally => ({ proved: 0, optimal: 0, impossible: 0, provedImpossible: 0, missed: 0, late: 0 });

/** Holds what the engine tells of a case against what is true of it. */
function hold(seed: number, problem: Problem, options: PlanOptions, cheapest: Cheapest | undefined, count: Tally): void {
  const name = `case ${seed}`;
  let before = Infinity;
  let last: PlanProgress | undefined;
  for (const told of toldOf(problem, options)) {
    if (told.plan) {
      const { flags, cost } = check(problem, told.plan);
      assert.deepEqual(flags, [], `${name}: a plan that breaks something`);
      assert.ok(Math.abs(cost.total - told.cost) < CENT, `${name}: costs ${cost.total}, told as ${told.cost}`);
      assert.ok(told.cost <= before + CENT, `${name}: a later plan is worse`);
      before = told.cost;
      assert.ok(cheapest && cheapest.cost <= told.cost + CENT, `${name}: cheaper than the cheapest`);
    }
    assert.ok(!cheapest || told.bound <= cheapest.cost + CENT, `${name}: the bound ${told.bound} is above the optimum ${cheapest?.cost}`);
    if (told.proved) {
      assert.equal(told.plan === undefined, cheapest === undefined, `${name}: proved, but wrongly whether there is a plan`);
      assert.ok(!cheapest || told.cost <= cheapest.cost + CENT, `${name}: proved at ${told.cost}, but ${cheapest?.cost} is the optimum`);
    }
    last = told;
  }
  count.proved += last?.proved === true ? 1 : 0;
  count.impossible += cheapest ? 0 : 1;
  count.provedImpossible += !cheapest && last?.proved === true ? 1 : 0;
  count.optimal += cheapest && last?.plan && last.cost <= cheapest.cost + CENT ? 1 : 0;
  count.late += last?.proved === true && last.plan?.days[0]?.day !== cheapest?.plan.days[0]?.day ? 1 : 0;
  count.missed += cheapest && !last?.plan ? 1 : 0;
}

describe('the engine against brute force', () => {
  it('is never wrong about what is cheapest, what nothing can cost less than, and what cannot be', () => {
    const count = tally();
    for (let seed = 0; seed < CASES; seed++) {
      const problem = caseOf(seed);
      hold(seed, problem, { seed }, bruteForcePlan(problem), count);
    }
    // With so few scenes the optimum is met nearly always; were it not, the tests above would pass without having tested anything.
    assert.ok(count.optimal > (CASES - count.impossible) * 0.9, JSON.stringify(count));
    assert.ok(count.impossible > CASES / 20 && count.impossible < CASES / 2, JSON.stringify(count));
    assert.ok(count.missed < CASES / 50, JSON.stringify(count));
    // Of plans that cost the same, the earliest: unless another wastes fewer days, or shoots all on one.
    assert.ok(count.late < CASES / 100, JSON.stringify(count));
    assert.ok(count.proved > CASES * 0.9 && count.provedImpossible > CASES / 10, JSON.stringify(count));
  }).timeout(CASES * 100);

  it('nor where some days are to stay as they are', () => {
    const count = tally();
    for (let seed = 0; seed < KEPT; seed++) {
      const problem = caseOf(seed);
      const random = randomFrom(seed + 1e6);
      const start = randomPlan(random, problem);
      const keep = start.days.flatMap(({ day }) => (random() < 0.4 ? [day] : []));
      const cheapest = bruteForcePlan(problem, (candidate) => keep.every((day) => same(scenesOn(candidate, day), scenesOn(start, day))), keep.filter((day) => problem.calendar[day]?.closed === undefined));
      hold(seed, problem, { seed, start, keep }, cheapest, count);
    }
    assert.ok(count.optimal > (KEPT - count.impossible) * 0.9, JSON.stringify(count));
  }).timeout(CASES * 100);

  it('and brute force leaves nothing out that it passes over', () => {
    for (let seed = 0; seed < 40; seed++) {
      const problem = randomProblem(randomFrom(seed), { scenes: 1 + (seed % 3), days: 4 });
      assert.equal(bruteForcePlan(problem)?.cost, cheapestOfAll(problem), `case ${seed}`);
    }
  });
});

const scenesOn = ({ days }: Plan, on: number): readonly number[] => days.find(({ day }) => day === on)?.scenes ?? [];

const same = (one: readonly number[], other: readonly number[]): boolean => one.length === other.length && one.every((scene, index) => scene === other[index]);

/** Every order of the scenes, cut in every way over all days, closed ones too. */
function cheapestOfAll(problem: Problem): number | undefined {
  let best: number | undefined;
  for (const order of permutations(problem.scenes.map((_, scene) => scene))) {
    for (const days of rising(order.length, problem.calendar.length, 0)) {
      const used = [...new Set(days)];
      const { flags, cost } = check(problem, { days: used.map((day) => ({ day, scenes: order.filter((_, index) => days[index] === day) })) });
      best = flags.length === 0 && (best === undefined || cost.total < best) ? cost.total : best;
    }
  }
  return best;
}

function* rising(length: number, below: number, from: number): Generator<number[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = from; first < below; first++) {
    for (const rest of rising(length - 1, below, first)) {
      yield [first, ...rest];
    }
  }
}
