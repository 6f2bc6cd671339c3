// Explanations: that all held days, moves and nights are told, that what a change is said to save it saves, and how it is said.
import assert from 'node:assert/strict';
import { check } from '../../../../src/core/schedule/check/check';
import { changedBy } from '../../../../src/core/schedule/explain/change';
import { explainPlan, type ExplainOptions, type Explained } from '../../../../src/core/schedule/explain/explain';
import { factsOf } from '../../../../src/core/schedule/explain/facts';
import { sayExplanation } from '../../../../src/core/schedule/explain/sayExplain';
import { plan } from '../../../../src/core/schedule/plan/plan';
import { randomOf } from '../../../../src/core/schedule/plan/random';
import type { Plan, Problem, ProblemScene } from '../../../../src/core/schedule/problem';
import { plainly, type Names } from '../../../../src/core/schedule/said';
import { generatedShoot } from '../../../support/generatedShoot';
import { randomPlan, randomProblem } from '../../../support/randomProblem';

const NAMES: Names = {
  scene: (scene) => String(scene + 1),
  resource: (resource) => ['ANNA', 'BEN'][resource] ?? `R${resource}`,
  location: (location) => `PLACE ${location}`,
  set: (scene) => `set of ${scene}`,
  date: (day) => `day ${day}`,
  money: String,
};

function explained(problem: Problem, found: Plan, options: ExplainOptions): Explained {
  const search = explainPlan(problem, found, options);
  let step = search.next();
  while (step.done !== true) {
    step = search.next();
  }
  return step.value;
}

function planned(problem: Problem, steps: number): Plan | undefined {
  for (const progress of plan(problem, { seed: 1 })) {
    if (progress.proved || progress.steps >= steps) {
      return progress.plan;
    }
  }
  return undefined;
}

const NO_REST = { day: 0, night: 0, split: 0 };
const scene = (change: Partial<ProblemScene>): ProblemScene => ({ eighths: 8, minutes: 60, light: 'day', set: 0, location: 0, resources: [], ...change });
/** ANNA has two scenes, the second with BEN, who comes late. */
const WAITING: Problem = {
  calendar: Array.from({ length: 6 }, (_, day) => ({ date: String(day) })),
  scenes: [scene({ resources: [0], eighths: 8 }), scene({ resources: [0, 1], eighths: 8 })],
  resources: [{ dayCost: 600, holdShare: 1 }, { dayCost: 100, holdShare: 1, available: [false, false, false, true, true, true] }],
  locations: [{ dayCost: 0 }],
  dayEighths: 8,
  dayMinutes: 720,
  restDays: { day: NO_REST, night: NO_REST, split: NO_REST },
  mayMix: true,
  costs: { companyDay: 0, night: 0, move: 0, moveMinutes: 0, setMove: 0, setMoveMinutes: 0 },
  demands: [{ kind: 'pinned', scene: 0, day: 0 }],
};

describe('explainPlan', () => {
  it('says why somebody waits, and which change would help how much', () => {
    const best = planned(WAITING, 10_000);
    assert.ok(best);
    const { explanations, savings } = explained(WAITING, best, { seed: 1, proved: true });
    assert.deepEqual(explanations.map(({ fact }) => [fact.kind, fact.cost]), [['held', 1200]]);
    assert.deepEqual(savings.map(({ change, less, atLeast }) => [change.kind, less, atLeast]), [['resource', 1200, false], ['demand', 1200, false]]);
    const [first] = explanations;
    assert.ok(first);
    assert.deepEqual(sayExplanation(WAITING, best, first, NAMES).map(plainly), [
      'ANNA is held on 2 days (day 1 - day 2; 1200).',
      'Works on day 0 in sc. 1 and again on day 3 in sc. 2; nothing is shot in between.',
      'BEN can only be had day 3 - day 5.',
      'ANNA and BEN are both in scene 2.',
      'If BEN could also be had day 1, the plan would cost 1200 less.',
    ]);
  });

  it('tells each held day, move and night that the checker finds, and no other', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = randomOf(seed);
      const problem = randomProblem(random, { scenes: 5, days: 6 });
      const any = randomPlan(random, problem);
      const { cost, days } = check(problem, any);
      const facts = factsOf(problem, any);
      const sum = (kind: string): number => facts.filter((fact) => fact.kind === kind).reduce((total, fact) => total + fact.cost, 0);
      assert.ok(Math.abs(sum('held') - cost.held) < 1e-6, `seed ${seed}`);
      assert.ok(Math.abs(sum('move') - cost.moves - cost.setMoves) < 1e-6);
      assert.equal(sum('night'), cost.nights);
      assert.equal(facts.filter((fact) => fact.kind === 'move').length, days.reduce((total, day) => total + day.moves + day.setMoves, 0));
    }
  });

  it('promises no saving that the plan it stands on does not make', function () {
    this.timeout(20_000);
    let promised = 0;
    for (const [problem, steps] of [...Array.from({ length: 14 }, (_, seed) => [randomProblem(randomOf(seed), { scenes: 5, days: 6 }), 2000] as const), [generatedShoot(18, 5), 20_000] as const]) {
      const start = planned(problem, steps);
      if (!start) {
        continue;
      }
      const { savings, better, explanations } = explained(problem, start, { seed: 2, steps: 4000 });
      const best = better ? check(problem, better.plan) : check(problem, start);
      assert.deepEqual(best.flags, []);
      for (const { change, less, plan: other } of savings) {
        const after = check(changedBy(problem, change), other);
        assert.deepEqual(after.flags, []);
        assert.ok(Math.abs(best.cost.total - after.cost.total - less) < 1e-3 && less > 0);
        promised += 1;
      }
      explanations.forEach((each) => assert.ok(sayExplanation(problem, start, each, NAMES).every((said) => !/\{|undefined|NaN/.test(plainly(said)))));
    }
    assert.ok(promised > 3, `${promised}`);
  });

  it('tells what there is of a plan with breaches, without promising anything, and stops when it is left alone', () => {
    const problem = generatedShoot(20, 2);
    const day = problem.calendar.findIndex(({ closed }) => closed === undefined);
    const crammed = { days: [{ day, scenes: problem.scenes.map((_, index) => index) }] };
    const { explanations, savings, all } = explained(problem, crammed, { seed: 1 });
    assert.ok(explanations.some(({ fact }) => fact.kind === 'move'));
    assert.deepEqual([savings, all], [[], 0]);
    const search = explainPlan(problem, crammed, { seed: 1 });
    search.next();
    assert.equal(search.return({ explanations: [], savings: [], tried: 0, all: 0 }).done, true);
    assert.deepEqual(explained({ ...WAITING, scenes: [], demands: [] }, { days: [] }, { seed: 1 }).explanations, []);
  });
});
