// Clashes: that what is told cannot be kept cannot be, that nothing told is needless, and how it is said.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clashOf, type Clash, type ClashOptions } from '../../../../src/core/schedule/clash/clash';
import { constraintsOf, limitedTo } from '../../../../src/core/schedule/clash/constraint';
import { sayClash } from '../../../../src/core/schedule/clash/sayClash';
import { randomOf } from '../../../../src/core/schedule/plan/random';
import type { Problem, ProblemScene } from '../../../../src/core/schedule/problem';
import { plainly, type Names } from '../../../../src/core/schedule/said';
import { bruteForcePlan } from '../../../support/bruteForcePlan';
import { generatedShoot } from '../../../support/generatedShoot';
import { randomProblem } from '../../../support/randomProblem';

const NAMES: Names = {
  scene: (scene) => String(scene + 1),
  resource: (resource) => ['ANNA', 'BEN'][resource] ?? `R${resource}`,
  location: (location) => `place ${location}`,
  set: (scene) => `set of ${scene}`,
  date: (day) => `day ${day}`,
  day: (day) => `day ${day}`,
  days: (days) => days.join(', '),
  money: String,
};

function clash(problem: Problem, options?: ClashOptions): Clash {
  const search = clashOf(problem, options);
  let step = search.next();
  while (step.done !== true) {
    step = search.next();
  }
  return step.value;
}

const said = (problem: Problem, found = clash(problem)): string[] => sayClash(problem, found, NAMES).map(plainly);

const NO_REST = { day: 0, night: 0, split: 0 };
const BASE: Problem = {
  calendar: Array.from({ length: 6 }, (_, day) => ({ date: String(day) })),
  scenes: [],
  resources: [],
  locations: [{ dayCost: 0 }],
  dayEighths: 40,
  dayMinutes: 720,
  restDays: { day: NO_REST, night: { ...NO_REST, day: 1 }, split: NO_REST },
  mayMix: true,
  costs: { companyDay: 100, night: 0, move: 0, moveMinutes: 0, setMove: 0, setMoveMinutes: 0 },
  demands: [],
};
const scene = (change: Partial<ProblemScene> = {}): ProblemScene => ({ eighths: 8, minutes: 60, light: 'day', set: 0, location: 0, resources: [], ...change });
const free = (from: number, to: number): boolean[] => BASE.calendar.map((_, day) => day >= from && day <= to);

describe('clashOf', function () {
  this.timeout(20_000);

  it('tells two people who never meet, and the scene that they share', () => {
    const problem: Problem = {
      ...BASE,
      scenes: [scene({ resources: [0] }), scene({ resources: [0, 1] }), scene({ resources: [1] })],
      resources: [{ dayCost: 1, holdShare: 1, available: free(0, 2) }, { dayCost: 1, holdShare: 1, available: free(3, 5) }],
    };
    const found = clash(problem);
    assert.deepEqual(found, { kind: 'none', constraints: [{ kind: 'resource', resource: 0 }, { kind: 'resource', resource: 1 }], smallest: true, scenes: [1] });
    assert.deepEqual(said(problem, found), ['No plan can keep to all of these:', 'ANNA can only be had day 0 - day 2.', 'BEN can only be had day 3 - day 5.', 'They meet in scene 2.']);
  });

  it('tells a window too short for its pages, and demands that run in a circle', () => {
    const short: Problem = { ...BASE, scenes: [20, 20, 20].map((eighths) => scene({ eighths, resources: [0] })), resources: [{ dayCost: 1, holdShare: 1, available: free(2, 2) }] };
    assert.deepEqual(clash(short).constraints, [{ kind: 'resource', resource: 0 }, { kind: 'eighths' }]);
    const circle: Problem = { ...BASE, scenes: [scene(), scene(), scene()], demands: [{ kind: 'before', first: 0, then: 1 }, { kind: 'before', first: 1, then: 2 }, { kind: 'before', first: 2, then: 0 }] };
    assert.deepEqual(said(circle).slice(1, 3), ['Scene 1 is to be shot before scene 2.', 'Scene 2 is to be shot before scene 3.']);
    assert.equal(clash(circle).smallest, true);
  });

  it('finds the smaller of two clashes', () => {
    const problem: Problem = {
      ...BASE,
      scenes: [scene({ resources: [0, 1] }), scene({ location: 1 })],
      resources: [{ dayCost: 1, holdShare: 1, available: free(0, 2) }, { dayCost: 1, holdShare: 1, available: free(3, 5) }],
      locations: [{ dayCost: 0 }, { dayCost: 0, available: BASE.calendar.map(() => false) }],
    };
    assert.deepEqual(clash(problem).constraints, [{ kind: 'location', location: 1 }]);
  });

  it('says what the nearest plan breaks where nothing is proved', () => {
    const problem = generatedShoot(40, 3);
    const day = problem.calendar.findIndex(({ closed }) => closed === undefined);
    const nearest = { days: [{ day, scenes: problem.scenes.map((_, index) => index) }] };
    const found = clash(problem, { nearest });
    assert.equal(found.kind, 'perhaps');
    assert.ok(found.constraints.some(({ kind }) => kind === 'eighths') && found.constraints.some(({ kind }) => kind === 'minutes'));
    assert.match(said(problem, found)[0] ?? '', /^No plan was found; /);
  });

  it('proves clashes of long shoots, too, within its budget', () => {
    const shoot = generatedShoot(120, 1);
    const found = clash({ ...shoot, resources: shoot.resources.map((each, index) => (index === 0 ? { ...each, available: shoot.calendar.map((_, day) => day < 3) } : each)) }, { budget: 200 });
    assert.equal(found.kind, 'none');
    assert.ok(found.constraints.some((each) => each.kind === 'resource' && each.resource === 0));
  });

  it('is right on small problems by chance: what it tells cannot be kept, and each part of it is needed', () => {
    let clashes = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const random = randomOf(seed);
      const problem = randomProblem(random, { scenes: 1 + Math.floor(random() * 4), days: 2 + Math.floor(random() * 3) });
      if (bruteForcePlan(problem)) {
        assert.equal(clash(problem).kind, 'perhaps');
        continue;
      }
      clashes += 1;
      const { kind, constraints, scenes } = clash(problem);
      assert.equal(kind, 'none', `seed ${seed}`);
      assert.equal(bruteForcePlan(limitedTo(problem, constraints)), undefined, `seed ${seed}`);
      constraints.forEach((left) => assert.ok(bruteForcePlan(limitedTo(problem, constraints.filter((each) => each !== left))), `seed ${seed}: ${JSON.stringify(left)}`));
      assert.ok(scenes.length > 0);
    }
    assert.ok(clashes > 12);
  });

  it('claims to be the smallest only where each smaller set is known to be possible', () => {
    // Of eleven scenes: one shared day less clashes, too, which is more than can be tried out.
    const problem = JSON.parse(readFileSync('test/fixtures/clashOfEleven.json', 'utf8')) as Problem;
    const found = clash(problem);
    assert.equal(found.kind, 'none');
    assert.ok(!found.smallest || found.constraints.length < 4, JSON.stringify(found.constraints));
  });

  it('leaves a problem as it is where all its constraints are kept', () => {
    const problem = generatedShoot(20, 2);
    assert.deepEqual(limitedTo(problem, constraintsOf(problem)), problem);
  });
});
