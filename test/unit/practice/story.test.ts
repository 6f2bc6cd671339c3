// The practice model on requests about the story: scenarios, a plan, its scenes, as the house asks for them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '../../../src/core/fountain/parse';
import { assemble } from '../../../src/core/scenarios/assemble';
import { checkPlan } from '../../../src/core/scenarios/checkPlan';
import { checkScenario, type CheckedFields } from '../../../src/core/scenarios/check';
import { placeScope, scopeOf } from '../../../src/core/scenarios/place';
import { createPlanReader, planRequest } from '../../../src/core/scenarios/plan';
import { createScenarioReader } from '../../../src/core/scenarios/reader';
import { scenariosRequest } from '../../../src/core/scenarios/request';
import type { DevelopedScene, Scenario } from '../../../src/core/scenarios/scenario';
import { sceneRequest } from '../../../src/core/scenarios/sceneRequest';
import { writtenScene } from '../../../src/core/scenarios/writtenScene';
import { scenesOf } from '../../../src/core/script/outline';
import { composeAnswer } from '../../practice/server.mjs';

const script = parse(readFileSync('media/sample/surtitles.fountain', 'utf8'));

function askFor(scene: number, already: readonly CheckedFields[], contextTokens: number, steer?: string): CheckedFields[] {
  const span = { from: scenesOf(script)[scene]?.from ?? 0, to: scenesOf(script)[scene]?.from ?? 0 };
  const request = scenariosRequest({ script, span, kind: 'scene', count: 3, already, contextTokens, ...(steer !== undefined && { steer }) });
  const taken: CheckedFields[] = [];
  for (const raw of createScenarioReader().push(composeAnswer({ messages: request.messages }))) {
    const checked = checkScenario({ script, already: [...already, ...taken], behind: scenesOf(script)[scene]?.to ?? 0 }, raw);
    assert.ok(checked.ok, JSON.stringify(checked));
    taken.push(checked.scenario);
  }
  return taken;
}

describe('the practice model, on the story', function () {
  this.timeout(60_000);

  it('gives scenarios the house lets in, others when asked again, each naming scenes of the script', () => {
    for (const size of [8192, 131_072]) {
      for (let scene = 0; scene < scenesOf(script).length; scene++) {
        const first = askFor(scene, [], size);
        const second = askFor(scene, first, size);
        assert.deepEqual([first.length, second.length], [3, 3]);
        assert.equal(new Set([...first, ...second].map(({ title }) => title)).size, 6);
        for (const { consequences, beats, title } of [...first, ...second]) {
          assert.ok(beats.length >= 3 && !/undefined/.test(`${title} ${beats.join(' ')}`));
          assert.ok(consequences.every(({ unknown }) => unknown === undefined), JSON.stringify(consequences));
        }
      }
    }
    assert.equal(askFor(0, [], 8192, 'who pays')[0]?.turn, 'pays');
  });

  it('develops a scenario into scenes that stand in the script', () => {
    const scenes = scenesOf(script);
    const scope = scopeOf(script, { from: scenes[1]?.from ?? 0, to: (scenes[3]?.to ?? 1) - 1 }, 'range');
    const place = placeScope(script, scope);
    const [fields] = askFor(1, [], 32_768);
    assert.ok(place && fields);
    const scenario: Scenario = { version: 1, id: 'x', round: 'r', scope, ...fields, fate: 'kept', createdAt: '2026-01-01T00:00:00Z' };
    const plan = checkPlan(script, place, createPlanReader().push(composeAnswer({ messages: planRequest({ script, scenario, place, contextTokens: 32_768 }).messages })));
    assert.ok(plan.ok);
    assert.deepEqual(plan.problems, []);
    const written: DevelopedScene[] = [...plan.scenes];
    for (const [index, scene] of plan.scenes.entries()) {
      if (scene.fate === 'change' || scene.fate === 'new') {
        const answer = composeAnswer({ messages: sceneRequest({ script, scenario: { ...scenario, scenes: written }, place, index, contextTokens: 32_768 }).messages });
        const { text, problems } = writtenScene(scene, answer);
        assert.deepEqual(problems, []);
        written[index] = { ...scene, text };
      }
    }
    const made = assemble(script, { scope, scenes: written });
    assert.ok(made);
    const kept = written.filter(({ fate }) => fate !== 'drop').map(({ heading }) => heading);
    assert.deepEqual(scenesOf(parse(made.whole)).slice(1, 1 + kept.length).map(({ item }) => item.heading), kept);
  });
});
