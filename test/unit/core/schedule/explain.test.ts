// Explanations: that all held days, moves and nights are told, that what a change is said to save it saves, and how it is said.
import assert from 'node:assert/strict';
import { check } from '../../../../src/core/schedule/check/check';
import { changedBy, type Change } from '../../../../src/core/schedule/explain/change';
import { concerns } from '../../../../src/core/schedule/explain/concerns';
import { explainPlan, type ExplainOptions, type Explained, type Saving } from '../../../../src/core/schedule/explain/explain';
import { factsOf } from '../../../../src/core/schedule/explain/facts';
import { sayExplanation } from '../../../../src/core/schedule/explain/sayExplain';
import { toldReasons } from '../../../../src/core/schedule/explain/sayReasons';
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
  date: (day) => `date ${day}`,
  day: (day) => `day ${day}`,
  days: (days) => `days ${days.join(', ')}`,
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
      'ANNA is held on 2 days (days 1, 2; 1200).',
      'Works on day 0 in sc. 1 and again on day 3 in sc. 2; nothing is shot in between.',
      'BEN can only be had date 3 - date 5.',
      'ANNA and BEN are both in sc. 2.',
      'If BEN could also be had date 1, the plan would cost 1200 less.',
    ]);
  });

  it('says each saving once: under what it has to do with, or of the whole plan', () => {
    const places: Problem = {
      ...WAITING,
      scenes: [scene({ eighths: 2 }), scene({ eighths: 2, location: 1, light: 'night' }), scene({ eighths: 2, location: 2, light: 'night' }), scene({ eighths: 2, location: 3, light: 'night' })],
      resources: [],
      locations: [0, 1, 2, 3].map(() => ({ dayCost: 0 })),
      costs: { ...WAITING.costs, move: 400, night: 10, moveMinutes: 30 },
      demands: [],
    };
    const two: Plan = { days: [{ day: 0, scenes: [0, 1] }, { day: 2, scenes: [2, 3] }] };
    const saving = (change: Change, days: Plan['days']): Saving => ({ change, less: 400, atLeast: true, plan: { days }, cost: 0 });
    const joined = saving({ kind: 'place', location: 3, at: 2 }, two.days);
    const longer = saving({ kind: 'minutes', minutes: 780 }, [{ day: 0, scenes: [0, 1, 2, 3] }]);
    const facts = factsOf(places, two);
    const explanations = facts.map((fact) => ({ fact, ...(fact.kind === 'move' && concerns(places, joined.change, fact) && { saving: joined }) }));
    assert.deepEqual(explanations.map(({ fact, saving: of }) => [fact.kind, fact.kind !== 'held' && fact.day, of !== undefined]), [['move', 0, false], ['move', 2, true], ['night', 0, false], ['night', 2, false]]);
    assert.ok(facts.every((fact) => !concerns(places, longer.change, fact)));
    const told = toldReasons(places, two, { explanations, savings: [joined, longer] }, NAMES);
    assert.deepEqual(told.map(({ title, savings }) => [plainly(title), ...savings.map(({ text }) => plainly(text))]), [
      ['If a day had 13 hours, the plan would cost at least 400 less.', 'If a day had 13 hours, the plan would cost at least 400 less.'],
      ['day 0: a move between scenes 1 and 2 (400, 30 minutes).'],
      ['day 2: a move between scenes 3 and 4 (400, 30 minutes).', 'If what plays at PLACE 3 were shot at PLACE 2, the plan would cost at least 400 less.'],
      ['2 nights: days 0, 2 (20).'],
    ]);
    const all: Plan = { days: [{ day: 4, scenes: [0, 1, 2] }] };
    const [day] = toldReasons(places, all, { explanations: factsOf(places, all).map((fact) => ({ fact })), savings: [] }, NAMES);
    assert.deepEqual([day?.title, ...(day?.why ?? [])].flatMap((each) => (each ? [plainly(each)] : [])), ['day 4: 2 moves (800, 60 minutes).', 'Sc. 1 to 2: a move from PLACE 0 to PLACE 1.', 'Sc. 2 to 3: a move from PLACE 1 to PLACE 2.']);
  });

  it('keeps advice about one move from other moves', () => {
    const shoot = generatedShoot(18, 5);
    const start = planned(shoot, 20_000);
    assert.ok(start);
    const { explanations } = explained({ ...shoot, costs: { ...shoot.costs, move: 3000 } }, start, { seed: 2, steps: 4000 });
    for (const { fact, saving } of explanations) {
      assert.ok(saving?.change.kind !== 'minutes' && saving?.change.kind !== 'eighths');
      if (saving?.change.kind === 'place') {
        assert.ok(fact.kind === 'move');
        assert.deepEqual([fact.from, fact.to].map((each) => shoot.scenes[each]?.location).sort(), [saving.change.location, saving.change.at].sort());
      }
    }
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
