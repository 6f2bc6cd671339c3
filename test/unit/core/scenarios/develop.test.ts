// Develop: the plan's request, reading and check; the request for each scene; the comparison with the script; the branch.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from '../../../../src/core/fountain/parse';
import { textOf, type Script } from '../../../../src/core/fountain/script';
import { branchFileName, branchText } from '../../../../src/core/scenarios/branch';
import { checkPlan } from '../../../../src/core/scenarios/checkPlan';
import { compareOutlines } from '../../../../src/core/scenarios/compare';
import { placeScope, scopeOf } from '../../../../src/core/scenarios/place';
import { createPlanReader, planRequest, type RawPlanScene } from '../../../../src/core/scenarios/plan';
import { scenariosRequest } from '../../../../src/core/scenarios/request';
import { STORY_RULES } from '../../../../src/core/scenarios/rules';
import type { DevelopedScene, Placed, Scenario } from '../../../../src/core/scenarios/scenario';
import { sceneRequest } from '../../../../src/core/scenarios/sceneRequest';
import { scenesOf } from '../../../../src/core/script/outline';
import type { ChatRequest } from '../../../../src/core/suggest/chat';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';
import { longScript, SAMPLE } from '../suggest/sampleScript';

const long = parse(longScript(60));
const sample = parse(SAMPLE);

function scenarioOn(script: Script, first: number, last: number, more: Partial<Scenario> = {}): { scenario: Scenario; place: Placed } {
  const scenes = scenesOf(script);
  const scope = scopeOf(script, { from: scenes[first]?.from ?? 0, to: (scenes[last]?.to ?? 1) - 1 }, 'range');
  const place = placeScope(script, scope);
  assert.ok(place?.unchanged);
  const scenario: Scenario = {
    version: 1, id: 'one', round: 'r', scope, title: 'The other boat', logline: 'He rows.', turn: 'knows', beats: ['Tobias rows out.', 'Mara finds the rope cut.'],
    consequences: [{ scene: 'INT. LIGHTHOUSE KITCHEN - DAWN', sceneNumber: '4', change: 'Nobody sings.' }, { scene: 'EXT. MOON', change: 'Gone.', unknown: true }], fate: 'kept', createdAt: '2026-01-01T00:00:00Z', ...more,
  };
  return { scenario, place };
}

function estimateOf(request: ChatRequest): number {
  return request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0) + request.maxOutputTokens;
}

const contentOf = (request: ChatRequest): string => request.messages[1]?.content ?? '';
const raw = (fate: string, label = '', heading = '', beat = 'b'): RawPlanScene => ({ fate, label, heading, beat });

describe('planRequest', function () {
  this.timeout(60_000);

  it('names every scene of the stretch by a label, with the scenario and the form of the answer', () => {
    const { scenario, place } = scenarioOn(sample, 1, 2);
    const content = contentOf(planRequest({ script: sample, scenario, place, contextTokens: 8192 }));
    assert.match(content, /S1 {2}2 {2}EXT\. HARBOUR - DAY\nS2 {2}3 {2}EXT\. PIER - LATER\n/);
    assert.match(content, /<scenario>\nThe other boat\nHe rows\.\n- Tobias rows out\.\n- Mara finds/);
    assert.ok(!content.includes('PRIVATE'));
  });

  it('never goes over the budget, nor does a scene of it', () => {
    for (const script of [sample, long, parse(longScript(300))]) {
      for (const contextTokens of [0, 2048, 4096, 8192, 32_768, 131_072]) {
        for (const [first, last] of [[1, 2], [0, scenesOf(script).length - 1]] as const) {
          const { scenario, place } = scenarioOn(script, first, last, { beats: Array.from({ length: 12 }, () => 'He goes on and on. '.repeat(30)) });
          const most = Math.max(2048, contextTokens);
          assert.ok(estimateOf(planRequest({ script, scenario, place, contextTokens })) <= most);
          const scenes = scenesOf(script).slice(first, last + 1).map(({ item }): DevelopedScene => ({ fate: 'change', scene: item.heading, heading: item.heading, beat: 'Mara learns it. '.repeat(20), text: 'Text. '.repeat(400) }));
          const index = Math.floor(scenes.length / 2);
          assert.ok(estimateOf(sceneRequest({ script, scenario: { ...scenario, scenes }, place, index, contextTokens })) <= most, `${contextTokens}`);
        }
      }
    }
  });
});

describe('createPlanReader', () => {
  it('reads lines as they become whole, under the names models use', () => {
    const reader = createPlanReader();
    assert.deepEqual(reader.push('```json\n{"scenes":[{"fate":"keep","label":"S1","heading":"A","beat":"b"},{"fa'), [raw('keep', 'S1', 'A')]);
    assert.deepEqual(reader.push('te":"NEW","scene_heading":"INT. B","description":"c"}]}'), [raw('new', '', 'INT. B', 'c')]);
    assert.deepEqual(reader.end(), []);
  });
});

describe('checkPlan', function () {
  this.timeout(60_000);
  const { place } = scenarioOn(sample, 1, 3);
  const check = (...lines: RawPlanScene[]): ReturnType<typeof checkPlan> => checkPlan(sample, place, lines);
  const fates = (checked: ReturnType<typeof checkPlan>): string[] => (checked.ok ? checked.scenes.map(({ fate, heading }) => `${fate} ${heading}`) : [checked.reason]);

  it('takes a plan that accounts for every scene', () => {
    const checked = check(raw('keep', 'S1'), raw('new', '', 'int. boat - night'), raw('change', 'S2', 'EXT. PIER - NIGHT'), raw('drop', 'S3'));
    assert.deepEqual(fates(checked), ['keep EXT. HARBOUR - DAY', 'new int. boat - night', 'change EXT. PIER - NIGHT', 'drop INT. LIGHTHOUSE KITCHEN - DAWN']);
    assert.deepEqual(checked.ok && checked.problems, []);
    assert.deepEqual(checked.ok && checked.scenes[2], { fate: 'change', scene: 'EXT. PIER - LATER', sceneNumber: '3', heading: 'EXT. PIER - NIGHT', beat: 'b' });
  });

  it('keeps what the plan forgot, and says so', () => {
    const checked = check(raw('change', 'S2'));
    assert.deepEqual(fates(checked), ['keep EXT. HARBOUR - DAY', 'change EXT. PIER - LATER', 'keep INT. LIGHTHOUSE KITCHEN - DAWN']);
    assert.deepEqual(checked.ok && checked.problems, [{ kind: 'missing', scene: 1 }, { kind: 'missing', scene: 3 }]);
  });

  it('puts what was moved back in its place, and writes there what was to be changed elsewhere', () => {
    const checked = check(raw('change', 'S3'), raw('keep', 'S1'), raw('keep', 'S2'));
    assert.deepEqual(fates(checked), ['new INT. LIGHTHOUSE KITCHEN - DAWN', 'keep EXT. HARBOUR - DAY', 'keep EXT. PIER - LATER', 'drop INT. LIGHTHOUSE KITCHEN - DAWN']);
    assert.deepEqual(checked.ok && checked.problems, [{ kind: 'moved', scene: 3 }]);
  });

  it('counts a scene once, finds scenes by heading, and leaves out those that are not there', () => {
    const checked = check(raw('change', 'ext. harbour - day'), raw('changed', 'S1', 'EXT. HARBOUR - NIGHT'), raw('keep', 'S9', 'EXT. MOON'), raw('drop', '3'), raw('keep', 'S3'));
    assert.deepEqual(fates(checked), ['change EXT. HARBOUR - DAY', 'new EXT. HARBOUR - NIGHT', 'drop EXT. PIER - LATER', 'keep INT. LIGHTHOUSE KITCHEN - DAWN']);
    assert.deepEqual(checked.ok && checked.problems, [{ kind: 'twice', scene: 1 }, { kind: 'unknown', heading: 'EXT. MOON' }]);
  });

  it('refuses a plan that says nothing', () => {
    assert.deepEqual(check(), { ok: false, reason: 'empty' });
    assert.deepEqual(check(raw('keep', 'S1')), { ok: false, reason: 'nothing' });
  });

  it('makes a possible plan of anything: every scene once, in order', () => {
    const word = fc.constantFrom('keep', 'change', 'new', 'drop', '', 'S1', 'S2', 'S3', 'S0', 's99', 'EXT. PIER - LATER', '4', 'nonsense', '…\n');
    const line = fc.record({ fate: word, label: word, heading: word, beat: word }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const checked = check(...lines);
        if (checked.ok) {
          const named = checked.scenes.flatMap(({ scene }) => scene ?? []);
          assert.deepEqual(named, ['EXT. HARBOUR - DAY', 'EXT. PIER - LATER', 'INT. LIGHTHOUSE KITCHEN - DAWN']);
          assert.ok(checked.scenes.every(({ heading }) => heading !== ''));
        }
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});

describe('sceneRequest', () => {
  const { scenario, place } = scenarioOn(sample, 1, 2);
  const scenes: DevelopedScene[] = [
    { fate: 'keep', scene: 'EXT. HARBOUR - DAY', sceneNumber: '2', heading: 'EXT. HARBOUR - DAY', beat: '' },
    { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: 'Mara hides from Henrik.', text: 'INT. BOAT - NIGHT\n\nShe breathes.' },
    { fate: 'change', scene: 'EXT. PIER - LATER', sceneNumber: '3', heading: 'EXT. PIER - LATER', beat: 'The crate is empty.' },
  ];
  const ask = (index: number, contextTokens = 8192): string => contentOf(sceneRequest({ script: sample, scenario: { ...scenario, scenes }, place, index, contextTokens }));

  it('tells what stands before it, whose voices, and what comes next', () => {
    const third = ask(2);
    assert.match(third, /<written>\nEXT\. HARBOUR - DAY #2#\n[^]*INT\. BOAT - NIGHT\n\nShe breathes\.\n<\/written>/);
    assert.match(third, /<write>\nEXT\. PIER - LATER\n\nThe crate is empty\.\n<\/write>\nIt takes the place of EXT\. PIER - LATER/);
    assert.match(third, /It is the last of the plan/);
    const second = ask(1);
    assert.match(second, /<voices>\n(?:MARA|HENRIK)\n[^]*<\/voices>/);
    assert.match(second, /It is a new scene\.\nDo not write what comes behind it: EXT\. PIER - LATER, The crate is empty\.$/);
    assert.ok(!second.includes('She breathes') && !second.includes('PRIVATE'));
  });

  it("is the plan's request to the letter as far as the scenario goes, and the scene before's as far as what is written", () => {
    for (const size of [8192, 131_072]) {
      const plan = contentOf(planRequest({ script: sample, scenario, place, contextTokens: size }));
      const [second, third] = [ask(1, size), ask(2, size)];
      const shared = plan.slice(0, plan.indexOf('</scenario>'));
      assert.ok(second.startsWith(shared) && third.startsWith(shared));
      assert.ok(third.startsWith(second.slice(0, second.indexOf('\n</written>'))));
    }
    // However long its scenes are: one far longer than the others makes no other request of theirs.
    const uneven = parse(textOf(sample).replace(/^EXT\. PIER - LATER.*$/m, (heading) => `${heading}\n\n${'The sea goes on and on, grey and slow. '.repeat(200)}\n`));
    for (const size of [8192, 16_384, 32_768]) {
      const on = scenarioOn(uneven, 1, 3);
      const plan = contentOf(planRequest({ script: uneven, scenario: on.scenario, place: on.place, contextTokens: size }));
      const lines = scenesOf(uneven).slice(1, 4).map(({ item }): DevelopedScene => ({ fate: 'change', scene: item.heading, heading: item.heading, beat: 'b' }));
      for (const index of [0, 1, 2]) {
        const content = contentOf(sceneRequest({ script: uneven, scenario: { ...on.scenario, scenes: lines }, place: on.place, index, contextTokens: size }));
        assert.ok(content.startsWith(plan.slice(0, plan.indexOf('</scenario>'))), `${size} ${index}`);
      }
    }
    assert.equal(sceneRequest({ script: sample, scenario: { ...scenario, scenes }, place, index: 1, contextTokens: 8192 }).messages[0]?.content, STORY_RULES);
  });
});

describe('a development', () => {
  it('finds the script where the request for its scenarios had it', () => {
    const { scenario, place } = scenarioOn(long, 20, 22);
    for (const contextTokens of [32_768, 131_072]) {
      const asked = contentOf(scenariosRequest({ script: long, span: place, kind: 'range', count: 4, already: [], contextTokens }));
      const planned = contentOf(planRequest({ script: long, scenario, place, contextTokens }));
      const shared = asked.slice(0, asked.indexOf('For the stretch you propose'));
      assert.ok(shared.length > 1000 && planned.startsWith(shared));
    }
  });
});

describe('compareOutlines', () => {
  it('tells scenes, pages, people and later scenes apart', () => {
    const { scenario } = scenarioOn(sample, 1, 2);
    const scenes: DevelopedScene[] = [
      { fate: 'new', heading: 'INT. BOAT - NIGHT', beat: 'He hides.', text: `INT. BOAT - NIGHT\n\n${'A long wait in the dark. '.repeat(120)}\n\nSTOWAWAY\nWho is there?` },
      { fate: 'drop', scene: 'EXT. HARBOUR - DAY', sceneNumber: '2', heading: 'EXT. HARBOUR - DAY', beat: '' },
      { fate: 'change', scene: 'EXT. PIER - LATER', sceneNumber: '3', heading: 'EXT. PIER - LATER', beat: 'Empty.' },
    ];
    const compared = compareOutlines(sample, { ...scenario, scenes });
    assert.ok(compared);
    assert.deepEqual(compared.scenes.map(({ fate, heading, unwritten }) => [fate, heading, unwritten]), [['new', 'INT. BOAT - NIGHT', false], ['drop', 'EXT. HARBOUR - DAY', false], ['change', 'EXT. PIER - LATER', true]]);
    assert.equal(compared.scenes[0]?.before, undefined);
    assert.ok((compared.scenes[0]?.after?.eighths ?? 0) >= 8);
    assert.equal(compared.scenes[1]?.after, undefined);
    assert.deepEqual(compared.scenes[2]?.before?.eighths, compared.scenes[2]?.after?.eighths);
    assert.ok(compared.eighthsAfter > compared.eighthsBefore && compared.pagesAfter >= compared.pagesBefore);
    assert.deepEqual(compared.characters.filter(({ name }) => name === 'STOWAWAY' || name === 'HENRIK').map(({ name, change }) => [name, change]).sort(), [['HENRIK', 'loses'], ['STOWAWAY', 'appears']]);
    assert.deepEqual(compared.consequences.map(({ heading, span }) => [heading, span !== undefined]), [['INT. LIGHTHOUSE KITCHEN - DAWN', true], ['EXT. MOON', false]]);
    assert.equal(compared.unwritten, 1);
    const changed = compared.scenes[2];
    assert.equal(textOf(sample).slice(changed?.span?.from).startsWith('EXT. PIER'), true);
  });

  it('has every scene kept where there is no plan, and nothing where the scope is gone', () => {
    const { scenario } = scenarioOn(sample, 1, 2);
    const compared = compareOutlines(sample, scenario);
    assert.deepEqual(compared?.scenes.map(({ fate }) => fate), ['keep', 'keep']);
    assert.deepEqual([compared.eighthsAfter, compared.characters], [compared.eighthsBefore, []]);
    assert.equal(compareOutlines(parse('INT. ELSEWHERE - DAY\n\nNo.\n'), scenario), undefined);
  });
});

describe('a branch', function () {
  this.timeout(60_000);

  it('is the whole script, title page and all, with nothing added', () => {
    const { scenario } = scenarioOn(sample, 1, 1, { scenes: [{ fate: 'drop', scene: 'EXT. HARBOUR - DAY', sceneNumber: '2', heading: 'EXT. HARBOUR - DAY', beat: '' }] });
    const text = branchText(sample, scenario) ?? '';
    assert.equal(text, SAMPLE.slice(0, SAMPLE.indexOf('EXT. HARBOUR')) + SAMPLE.slice(SAMPLE.indexOf('EXT. PIER')));
  });

  it('has a name people can read and every system takes', () => {
    assert.equal(branchFileName('pilot.fountain', 'The other boat'), 'pilot - The other boat.fountain');
    assert.equal(branchFileName('C:\\x\\a: b?.fountain', '  Who "knows"/dares?...'), 'a b - Who knows dares.fountain');
    assert.equal(branchFileName('', '\u0000'), 'Script - What if.fountain');
    assert.equal(branchFileName('雨.txt', '海'), '雨 - 海.fountain');
    assert.equal(branchFileName('a.fountain', '\u202egnp.exe\u200b'), 'a - gnp.exe.fountain');
    assert.ok(branchFileName(`${'雨'.repeat(200)}.fountain`, '한'.repeat(200)).startsWith('雨雨雨'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), (script, title) => {
        const name = branchFileName(script, title);
        assert.ok(name.length <= 140 && !/[<>:"/\\|?*\u0000-\u001f]|^[. ]|[. ]\.fountain$/.test(name) && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name), JSON.stringify(name));
        assert.ok(Buffer.byteLength(name) <= 230 && Buffer.byteLength(name.normalize('NFD')) <= 255, name);
      }),
    );
  });
});
