// The solver over workers: time, abort, and what runs where no worker can be had.
import assert from 'node:assert/strict';
import { hostWorker } from '../../../src/planning/hostWorker';
import { solverOver } from '../../../src/planning/solver';
import type { EngineWorker } from '../../../src/core/schedule/race/messages';
import type { PlanProgress } from '../../../src/core/schedule/problem';
import { check } from '../../../src/core/schedule/check/check';
import { generatedShoot } from '../../support/generatedShoot';

const SHOOT = generatedShoot(60, 5);
const never = (): EngineWorker & { ended: boolean } => ({ ended: false, start: () => undefined, listen: () => undefined, end() { this.ended = true; } });
const broken = (): EngineWorker => ({ start: () => undefined, listen: (_, onBroken) => void setTimeout(() => onBroken(new Error('not allowed'))), end: () => undefined });

const noTrouble = (reason: string): void => assert.equal(reason, '');

function run(seconds: number, signal = new AbortController().signal): { told: PlanProgress[]; seconds: number; signal: AbortSignal; onBetter(progress: PlanProgress): void } {
  const told: PlanProgress[] = [];
  return { told, seconds, signal, onBetter: (progress) => void told.push(progress) };
}

/** Aborts when a few plans have come: no test waits for a clock. */
function untilPlan(): ReturnType<typeof run> {
  const found = new AbortController();
  const watched = run(60, found.signal);
  return {
    ...watched,
    onBetter(progress) {
      watched.onBetter(progress);
      if (progress.plan && watched.told.length > 2) {
        found.abort();
      }
    },
  };
}

describe('the solver', () => {
  it('plans in slices of this thread, which others may use between', async () => {
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 1);
    const watched = untilPlan();
    const result = await solverOver(() => Promise.resolve([hostWorker()]), hostWorker, noTrouble).plan(SHOOT, { seed: 1 }, watched);
    clearInterval(ticking);
    assert.ok(result.plan && result.steps > 0 && ticks > 0);
    const checked = check(SHOOT, result.plan);
    assert.deepEqual([checked.flags, checked.cost.total], [[], result.cost]);
    assert.deepEqual(watched.told.at(-1)?.cost, result.cost);
  });

  it('runs in this thread where workers cannot be had, or end before they begin, and says so to the log', async () => {
    const opens: (() => Promise<EngineWorker[]>)[] = [() => Promise.reject(new Error('no workers')), () => Promise.resolve([broken(), broken()])];
    for (const open of opens) {
      const trouble: string[] = [];
      const result = await solverOver(open, hostWorker, (reason) => void trouble.push(reason)).plan(SHOOT, { seed: 1 }, untilPlan());
      assert.ok(result.plan);
      assert.match(trouble.at(-1) ?? '', /no thread for the engine: (?:no workers|not allowed)/);
    }
  });

  it('ends by time, and at once by the signal', async () => {
    const silent = never();
    assert.deepEqual(await solverOver(() => Promise.resolve([silent]), hostWorker, noTrouble).plan(SHOOT, { seed: 1 }, run(0.02)), { cost: Infinity, bound: 0, proved: false, steps: 0 });
    assert.equal(silent.ended, true);
    const abort = new AbortController();
    const workers = [never(), never()];
    const planning = solverOver(() => Promise.resolve(workers), hostWorker, noTrouble).plan(SHOOT, { seed: 1 }, run(1000, abort.signal));
    await Promise.resolve();
    abort.abort();
    await planning;
    assert.deepEqual(workers.map(({ ended }) => ended), [true, true]);
  });

  it('does not begin what is aborted already', async () => {
    const worker = never();
    await solverOver(() => Promise.resolve([worker]), hostWorker, noTrouble).plan(SHOOT, { seed: 1 }, run(1000, AbortSignal.abort()));
    assert.equal(worker.ended, true);
  });
});
