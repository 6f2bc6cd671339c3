// The planning engine in its own threads (in the web: workers) of the real extension host: plans stream, Cancel ends them at once.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { check } from '../../src/core/schedule/check/check';
import type { CheckedPlan } from '../../src/core/schedule/checked';
import type { PlanProgress } from '../../src/core/schedule/problem';
import type { Solver } from '../../src/planning/planning';
import { generatedShoot } from '../support/generatedShoot';
import { activateBacklot } from './workspace';

const FEATURE = generatedShoot(120, 1);

async function solver(): Promise<Solver> {
  await activateBacklot();
  return vscode.commands.executeCommand<Solver>('_backlot.solver');
}

describe('the solver', () => {
  it('streams ever better plans of a feature, each checked, and ends at once on Cancel', async () => {
    const cancel = new AbortController();
    const told: [PlanProgress, CheckedPlan | undefined][] = [];
    const result = await (await solver()).plan(FEATURE, { seed: 1 }, {
      // Far longer than the test may take: it is Cancel that ends it.
      seconds: 3600,
      signal: cancel.signal,
      onBetter(progress, checked) {
        told.push([progress, checked]);
        if (told.filter(([{ plan }]) => plan).length === 5) {
          cancel.abort();
        }
      },
    });
    const plans = told.filter(([{ plan }]) => plan);
    assert.equal(plans.length, 5);
    plans.forEach(([{ cost }], index) => assert.ok(cost <= (plans[index - 1]?.[0].cost ?? Infinity)));
    assert.ok(result.plan);
    const { flags, cost } = check(FEATURE, result.plan);
    assert.deepEqual([flags.length, cost.total], [0, result.cost]);
    assert.deepEqual(plans.at(-1)?.[1]?.cost.total, result.cost);
    // What a thread had on its way when it was ended is not heard any more.
    const heard = told.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(told.length, heard);
  });

  it('proves a small plan and ends by itself', async () => {
    const one = { calendar: FEATURE.calendar.slice(0, 5), scenes: FEATURE.scenes.slice(0, 3).map((scene) => ({ ...scene, light: 'day' as const })), demands: [] };
    const resources = FEATURE.resources.map(({ dayCost, holdShare }) => ({ dayCost, holdShare }));
    const { proved, plan, cost, bound } = await (await solver()).plan({ ...FEATURE, ...one, resources }, { seed: 1 }, { seconds: 3600, signal: new AbortController().signal, onBetter: () => undefined });
    assert.deepEqual([proved, plan !== undefined, bound], [true, true, cost]);
  });

  it('ends when the time is over', async () => {
    const result = await (await solver()).plan(FEATURE, { seed: 2 }, { seconds: 0.2, signal: new AbortController().signal, onBetter: () => undefined });
    assert.equal(result.proved, false);
  });
});
