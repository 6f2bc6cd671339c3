// The planning engine for the command line, where no thread's file lies beside it: in this process, ended at once.
import assert from 'node:assert/strict';
import { planOnCores } from '../../../src/cli/planOnCores';
import { check } from '../../../src/core/schedule/check/check';
import type { PlanProgress } from '../../../src/core/schedule/problem';
import { generatedShoot } from '../../support/generatedShoot';

const SHOOT = generatedShoot(60, 5);

describe('planning on the command line', () => {
  it('tells better plans, ends on Ctrl+C with the best, and hears nothing afterwards', async () => {
    const interrupted = new AbortController();
    const told: PlanProgress[] = [];
    const result = await planOnCores(SHOOT, { seed: 1 }, {
      seconds: 600,
      signal: interrupted.signal,
      onBetter(progress) {
        told.push(progress);
        if (progress.plan && told.length > 2) {
          interrupted.abort();
        }
      },
    });
    const heard = told.length;
    assert.ok(result.plan);
    assert.deepEqual([check(SHOOT, result.plan).flags, result.cost], [[], told.at(-1)?.cost]);
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(told.length, heard);
  });

  it('ends when the time is over, and does not begin what is interrupted', async () => {
    const { proved } = await planOnCores(SHOOT, { seed: 1 }, { seconds: 0.01, signal: new AbortController().signal });
    assert.equal(proved, false);
    const none = await planOnCores(SHOOT, { seed: 1 }, { seconds: 600, signal: AbortSignal.abort() });
    assert.deepEqual([none.plan, none.steps], [undefined, 0]);
  });
});
