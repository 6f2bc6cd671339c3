// The bookkeeping of several engines at once, with workers that say what a test has them say.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckedPlan } from '../../../../../src/core/schedule/checked';
import type { Plan, PlanProgress, Problem } from '../../../../../src/core/schedule/problem';
import type { EngineWorker, WorkerJob, WorkerNews } from '../../../../../src/core/schedule/race/messages';
import { isWorkerJob, isWorkerNews } from '../../../../../src/core/schedule/race/messages';
import { Race } from '../../../../../src/core/schedule/race/race';
import { serve } from '../../../../../src/core/schedule/race/serve';
import { generatedShoot } from '../../../../support/generatedShoot';

class FakeWorker implements EngineWorker {
  job: WorkerJob | undefined;
  ended = 0;
  say: (news: unknown) => void = () => undefined;
  breakDown: (error: Error) => void = () => undefined;
  start(job: WorkerJob): void {
    this.job = job;
  }
  listen(onNews: (news: unknown) => void, onBroken: (error: Error) => void): void {
    this.say = onNews;
    this.breakDown = onBroken;
  }
  end(): void {
    this.ended += 1;
  }
}

/** Two scenes, three open days; a day of the company costs 100, so both on one day costs 100, on two following days 200. */
const PROBLEM: Problem = {
  calendar: [{ date: '2026-05-04' }, { date: '2026-05-05' }, { date: '2026-05-06' }],
  scenes: [0, 1].map(() => ({ eighths: 8, minutes: 60, light: 'day', set: 0, location: 0, resources: [] })),
  resources: [],
  locations: [{ dayCost: 0 }],
  dayEighths: 40,
  dayMinutes: 720,
  restDays: { day: { day: 0, night: 0, split: 0 }, night: { day: 0, night: 0, split: 0 }, split: { day: 0, night: 0, split: 0 } },
  mayMix: true,
  costs: { companyDay: 100, night: 0, move: 0, moveMinutes: 0, setMove: 0, setMoveMinutes: 0 },
  demands: [],
};
const plan = (...days: number[][]): Plan => ({ days: days.flatMap((scenes, day) => (scenes.length > 0 ? [{ day, scenes }] : [])) });
const SLOW = plan([0], [], [1]);
const MIDDLE = plan([0], [1]);
const BEST = plan([0, 1]);
const better = (cost: number, of: Plan | undefined, more: Partial<PlanProgress> = {}): WorkerNews => ({ kind: 'better', progress: { ...(of && { plan: of }), cost, bound: 0, proved: false, steps: 1, ...more } });

function race(count: number): { workers: FakeWorker[]; told: [PlanProgress, CheckedPlan | undefined][]; trouble: string[]; running: Race; worker: FakeWorker; other: FakeWorker } {
  const workers = Array.from({ length: count }, () => new FakeWorker());
  const told: [PlanProgress, CheckedPlan | undefined][] = [];
  const trouble: string[] = [];
  const running = new Race(workers, PROBLEM, { seed: 7, keep: [1] }, { onBetter: (progress, checked) => told.push([progress, checked]), onTrouble: (reason) => trouble.push(reason) });
  return { workers, told, trouble, running, worker: workers[0] as FakeWorker, other: workers.at(-1) as FakeWorker };
}

describe('a race of planning engines', () => {
  it('gives each worker its own seed, and the same problem and options otherwise', () => {
    assert.deepEqual(race(3).workers.map(({ job }) => job), [7, 8, 9].map((seed) => ({ kind: 'plan', problem: PROBLEM, options: { seed, keep: [1] } })));
  });

  it('tells what is better than all so far, checked, and adds up the steps', async () => {
    const { worker, other, told, running } = race(2);
    worker.say(better(300, SLOW, { steps: 10 }));
    other.say(better(300, SLOW, { steps: 20 }));
    other.say(better(200, MIDDLE, { steps: 30 }));
    worker.say(better(300, SLOW, { steps: 40 }));
    other.say(better(200, MIDDLE, { bound: 50, steps: 50 }));
    worker.say(better(300, SLOW, { bound: 40, steps: 60 }));
    assert.deepEqual(told.map(([{ plan: of, cost, bound, steps, proved }, checked]) => [of, cost, bound, steps, proved, checked?.cost.total]), [
      [SLOW, 300, 0, 10, false, 300],
      [MIDDLE, 200, 0, 40, false, 200],
      [MIDDLE, 200, 50, 90, false, 200],
    ]);
    running.stop();
    assert.deepEqual(await running.result, { plan: MIDDLE, cost: 200, bound: 50, proved: false, steps: 110 });
  });

  it('believes no plan that breaks something, and no cost but the checker’s', async () => {
    const { worker, told, trouble, running } = race(1);
    worker.say(better(10, plan([0])));
    worker.say(better(20, plan([0, 0, 1])));
    assert.deepEqual([told.length, trouble.length], [0, 2]);
    worker.say(better(150, MIDDLE, { bound: 150, proved: true }));
    assert.deepEqual(told.map(([{ cost, bound, proved }]) => [cost, bound, proved]), [[200, 0, false]]);
    assert.match(trouble[2] ?? '', /200, not 150/);
    worker.say(better(100, BEST));
    running.stop();
    assert.deepEqual((await running.result).plan, BEST);
  });

  it('takes a bound above what a plan costs for the fault it is', async () => {
    const { worker, told, running } = race(1);
    worker.say(better(200, MIDDLE));
    worker.say(better(200, MIDDLE, { bound: 900 }));
    assert.equal(told.length, 1);
    running.stop();
    assert.equal((await running.result).bound, 0);
  });

  it('ends all when one has proved its plan; a bound of one that meets the plan of another is a proof, but does not end the search for one as cheap that begins earlier', async () => {
    const one = race(2);
    one.other.say({ kind: 'over', progress: { plan: BEST, cost: 100, bound: 100, proved: true, steps: 5 } });
    assert.deepEqual(await one.running.result, { plan: BEST, cost: 100, bound: 100, proved: true, steps: 5 });
    assert.ok(one.workers.every(({ ended }) => ended > 0));
    one.worker.say(better(100, BEST));
    assert.equal(one.told.length, 1);
    const two = race(2);
    two.worker.say(better(100, BEST));
    two.other.say(better(300, SLOW, { bound: 100 }));
    assert.ok(two.workers.every(({ ended }) => ended === 0));
    two.running.stop();
    assert.deepEqual([(await two.running.result).proved, (await two.running.result).plan], [true, BEST]);
  });

  it('ends when it is proved that there is no plan, with the nearest', async () => {
    const { worker, other, told, running } = race(2);
    const near = plan([0], [0]);
    worker.say(better(Infinity, undefined, { nearest: plan([]) }));
    other.say(better(Infinity, undefined, { nearest: near }));
    worker.say(better(Infinity, undefined, { nearest: plan([]) }));
    other.say({ kind: 'over', progress: { cost: Infinity, bound: 0, proved: true, nearest: near, steps: 3 } });
    const { proved, plan: none, nearest } = await running.result;
    assert.deepEqual([proved, none, told.length >= 2], [true, undefined, true]);
    assert.ok(nearest);
  });

  it('ends at once on stop, with what there is, and hears nothing afterwards', async () => {
    const { workers, worker, told, running } = race(4);
    running.stop();
    assert.deepEqual(await running.result, { cost: Infinity, bound: 0, proved: false, steps: 0 });
    assert.deepEqual(workers.map(({ ended }) => ended), [1, 1, 1, 1]);
    worker.say(better(200, MIDDLE));
    worker.breakDown(new Error('late'));
    running.stop();
    assert.equal(told.length, 0);
  });

  it('goes on without a worker that breaks down, and rejects when all have', async () => {
    const { worker, other, trouble, running } = race(2);
    worker.breakDown(new Error('out of memory'));
    other.say(better(200, MIDDLE));
    other.say({ kind: 'failed', reason: 'RangeError: deep' });
    assert.deepEqual((await running.result).plan, MIDDLE);
    assert.equal(trouble.length, 2);
    const all = race(2);
    all.worker.say({ kind: 'failed', reason: 'one' });
    all.other.say('gibberish');
    await assert.rejects(all.running.result, /cannot be read/);
    assert.ok(all.workers.every(({ ended }) => ended > 0));
  });

  it('ends when no worker has anything more to try', async () => {
    const { worker, other, running } = race(2);
    worker.say({ kind: 'over', progress: { plan: MIDDLE, cost: 200, bound: 0, proved: false, steps: 4 } });
    other.say({ kind: 'over', progress: { plan: SLOW, cost: 300, bound: 10, proved: false, steps: 4 } });
    assert.deepEqual(await running.result, { plan: MIDDLE, cost: 200, bound: 10, proved: false, steps: 8 });
  });

  it('reads messages that are whole, and no others', () => {
    const good: WorkerNews[] = [better(1, BEST), better(Infinity, undefined, { nearest: BEST }), { kind: 'failed', reason: '' }];
    assert.ok(good.every(isWorkerNews));
    const progress = { cost: 1, bound: 0, proved: false, steps: 1 };
    const bad: unknown[] = [
      null, [], 'better', { kind: 'better' }, { kind: 'worse', progress }, { kind: 'failed' }, { kind: 'better', progress: { ...progress, cost: '1' } }, { kind: 'over', progress: { ...progress, bound: NaN } },
      { kind: 'over', progress: { ...progress, proved: 1 } }, { kind: 'over', progress: { ...progress, plan: {} } }, { kind: 'over', progress: { ...progress, plan: { days: [{ day: 0, scenes: ['0'] }] } } },
      { kind: 'over', progress: { ...progress, nearest: { days: [null] } } },
    ];
    assert.deepEqual(bad.filter(isWorkerNews), []);
    fc.assert(fc.property(fc.anything(), (value) => !isWorkerNews(value) && !isWorkerJob(value)), { seed: 4, numRuns: 300 });
  });
});

describe('the engine’s side of a worker', () => {
  it('tells a plan at once and better ones as they come, not more often than it should', () => {
    const told: WorkerNews[] = [];
    let clock = 0;
    const run = serve({ kind: 'plan', problem: generatedShoot(40, 3), options: { seed: 1 } }, (news) => told.push(news), () => clock);
    run.next();
    assert.deepEqual(told.map(({ kind }) => kind), ['better']);
    for (let slice = 0; slice < 4; slice++) {
      run.next();
    }
    assert.deepEqual(told.slice(1), [], 'the clock stands');
    for (let slice = 0; slice < 12; slice++) {
      clock += 50;
      run.next();
    }
    const costs = told.map((news) => (news.kind === 'better' ? news.progress.cost : NaN));
    assert.ok(costs.length > 1 && costs.every((cost, index) => cost <= (costs[index - 1] ?? Infinity)));
    assert.ok(told.every(isWorkerNews));
  });

  it('says so when it cannot read its job, or breaks down over it', () => {
    for (const job of [undefined, { kind: 'plan' }, { kind: 'plan', problem: {}, options: {} }]) {
      const told: WorkerNews[] = [];
      assert.equal(serve(job, (news) => told.push(news), () => 0).next().done, true);
      assert.deepEqual(told.map(({ kind }) => kind), ['failed']);
    }
  });
});
