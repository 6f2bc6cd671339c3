// The published instances of the talent scheduling problem, with the order from one engine and the costs from the checker, which knows nothing of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { calendarOf } from '../../../../src/core/production/calendar';
import { check } from '../../../../src/core/schedule/check/check';
import type { SequenceInstance } from '../../../../src/core/schedule/instance';
import type { Plan, Problem } from '../../../../src/core/schedule/problem';
import { sequence } from '../../../../src/core/schedule/sequence/sequence';

type Published = SequenceInstance & { readonly name: string; readonly holding: number; readonly total: number };

const INSTANCES = JSON.parse(readFileSync(path.join('test', 'fixtures', 'talentScheduling', 'published.json'), 'utf8')) as Published[];

/** A shoot of the instance: a scene of so many days is as many scenes, of which no two fit on one day. With days off, on which nobody is held. */
function shootOf({ durations, actors }: SequenceInstance): { problem: Problem; piecesOf: readonly number[][] } {
  const pieces = durations.flatMap((days, scene) => Array.from({ length: days }, () => scene));
  const days = { day: 0, night: 0, split: 0 };
  return {
    piecesOf: durations.map((_, scene) => pieces.flatMap((of, piece) => (of === scene ? [piece] : []))),
    problem: {
      calendar: calendarOf({ start: '2026-05-11', daysOff: [0, 6], holidays: [] }, () => false, pieces.length * 2),
      scenes: pieces.map((scene) => ({ eighths: 8, minutes: 60, light: 'day', set: 0, location: 0, resources: actors.flatMap(({ scenes }, actor) => (scenes.includes(scene) ? [actor] : [])) })),
      resources: actors.map(({ cost }) => ({ dayCost: cost, holdShare: 1 })),
      locations: [{ dayCost: 0 }],
      dayEighths: 8,
      dayMinutes: 600,
      restDays: { day: days, night: days, split: days },
      mayMix: true,
      costs: { companyDay: 0, night: 0, move: 0, moveMinutes: 0, setMove: 0, setMoveMinutes: 0 },
      demands: [],
    },
  };
}

describe('the published optima, reckoned by the checker', () => {
  it('are eight', () => assert.equal(INSTANCES.length, 8));

  for (const instance of INSTANCES) {
    it(`${instance.name}: ${instance.holding} held of ${instance.total}`, () => {
      const engine = sequence(instance, { seed: 1 });
      let told = engine.next();
      while (told.done !== true) {
        told = engine.next();
      }
      const { problem, piecesOf } = shootOf(instance);
      const open = problem.calendar.flatMap(({ closed }, day) => (closed === undefined ? [day] : []));
      const plan: Plan = { days: told.value.order.flatMap((scene) => piecesOf[scene] ?? []).map((piece, index) => ({ day: open[index] ?? -1, scenes: [piece] })) };
      const { flags, cost } = check(problem, plan);
      assert.deepEqual(flags, []);
      assert.deepEqual([cost.held, cost.total, told.value.proved], [instance.holding, instance.total, true]);
    });
  }
});
