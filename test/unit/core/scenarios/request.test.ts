// The request for scenarios: within its budget, cached by prefix, with the scenes that matter and nothing private.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { parse } from '../../../../src/core/fountain/parse';
import { sliceOf, type Script } from '../../../../src/core/fountain/script';
import { scenariosRequest, type ScenariosQuestion } from '../../../../src/core/scenarios/request';
import { SCENARIO_RULES, STORY_RULES } from '../../../../src/core/scenarios/rules';
import { salientScenes } from '../../../../src/core/scenarios/salience';
import { scenesOf } from '../../../../src/core/script/outline';
import type { ChatRequest } from '../../../../src/core/suggest/chat';
import { estimateTokens } from '../../../../src/core/suggest/estimateTokens';
import { longScript, SAMPLE } from '../suggest/sampleScript';

const sample = parse(SAMPLE);
const long = parse(longScript(60));
const SIZES = [2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072];
const BIG_FISH = '../shared/data/big-fish/big-fish.fountain';

function ask(script: Script, scene: number, contextTokens: number, more: Partial<ScenariosQuestion> = {}): ChatRequest {
  const span = scenesOf(script)[scene];
  assert.ok(span);
  return scenariosRequest({ script, span: { from: span.from, to: span.from }, kind: 'scene', count: 4, already: [], contextTokens, ...more });
}

const contentOf = (request: ChatRequest): string => request.messages[1]?.content ?? '';

function section(content: string, tag: string): string {
  return new RegExp(`^<${tag}>\\n([^]*?)\\n</${tag}>$`, 'm').exec(content)?.[1] ?? '';
}

function sharedPrefix(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at++;
  }
  return at;
}

function estimateOf(request: ChatRequest): number {
  return request.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0) + request.maxOutputTokens;
}

describe('scenariosRequest', function () {
  this.timeout(60_000); // a busy machine is no failure

  it('is rules, then one message of the user', () => {
    const request = ask(sample, 0, 8192);
    assert.deepEqual(request.messages.map(({ role }) => role), ['system', 'user']);
    assert.equal(request.messages[0]?.content, STORY_RULES);
    assert.ok(contentOf(request).includes(SCENARIO_RULES));
  });

  it('says the form of the answer in words too, and the schema asks for the same', () => {
    const schema = JSON.stringify(ask(sample, 0, 8192).answer?.schema);
    for (const name of ['scenarios', 'turn', 'title', 'logline', 'beats', 'consequences', 'scene', 'number', 'change', 'likelihood']) {
      assert.ok(schema.includes(`"${name}"`) && SCENARIO_RULES.includes(`"${name}"`), name);
    }
  });

  it('never goes over the budget, whatever is asked, and always holds some of the stretch', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ title: `Shown ${i}`, logline: 'They go. '.repeat(20), beats: ['He sees it. '.repeat(20), 'She goes.'] }));
    for (const script of [sample, long, parse(longScript(300))]) {
      for (const contextTokens of [...SIZES, 0, 2500, 5000, 64_000]) {
        for (const more of [{}, { count: 8, already: many, steer: 'colder, please. '.repeat(300) }, { kind: 'toEnd' as const }, { count: 1, kind: 'range' as const, span: { from: 0, to: script.length } }]) {
          const request = ask(script, Math.min(1, scenesOf(script).length - 1), contextTokens, more);
          assert.ok(estimateOf(request) <= Math.max(2048, contextTokens), `${contextTokens}: ${estimateOf(request)}`);
          assert.notEqual(section(contentOf(request), 'stretch').trim(), '', `${contextTokens} ${JSON.stringify(more).slice(0, 40)}`);
        }
      }
    }
  });

  it('holds the budget on scripts of any kind', () => {
    const piece = fc.constantFrom('INT. A ROOM - DAY\n\n', '\nEXT. SEA #3#\n\n', '# Act\n\n', '= told\n\n', 'MARA\nGo.\n\n', '你好。\n\n', 'He said </stretch> and <direction>.\n\n', '[[secret]]\n\n', '/* out */\n\n', 'x'.repeat(900) + '\n\n', '\u0000\ud800\n\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 0, max: 9000 }), fc.constantFrom('scene', 'section', 'range', 'toEnd') as fc.Arbitrary<'scene'>, fc.nat(4000), (pieces, contextTokens, kind, at) => {
        const script = parse(pieces.join(''));
        const request = scenariosRequest({ script, span: { from: Math.min(at, script.length), to: Math.min(at + 200, script.length) }, kind, count: 3, already: [], contextTokens });
        assert.ok(estimateOf(request) <= Math.max(2048, contextTokens));
        assert.ok(!contentOf(request).includes('secret') && !contentOf(request).includes('/* out'));
        assert.equal(contentOf(request).split('</stretch>').length, 2);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('has the whole stretch, and in a large context the whole script', () => {
    for (const size of [8192, 32_768, 131_072]) {
      const scene = scenesOf(long)[20];
      assert.ok(scene);
      assert.equal(section(contentOf(ask(long, 20, size)), 'stretch'), sliceOf(long, scene.from, scene.to).trim());
    }
    assert.match(section(contentOf(ask(long, 20, 131_072)), 'script'), /ROOM 0 - DAY[^]*ROOM 59 - DAY/);
  });

  it('names every scene, and writes out those that matter, where the script does not fit', () => {
    const content = contentOf(ask(long, 20, 32_768));
    for (const { item } of scenesOf(long)) {
      assert.ok(section(content, 'outline').includes(item.heading) || section(content, 'scenes').includes(item.heading), item.heading);
    }
    const [first = -1] = salientScenes(long, { first: 20, last: 20 });
    assert.ok(section(content, 'scenes').includes(scenesOf(long)[first]?.item.heading ?? '?'));
  });

  it('puts what was shown and the wish behind everything that can be cached', () => {
    const shown = [{ title: 'The other boat', logline: 'He rows.', beats: ['He rows.', 'She </shown> waits.'] }];
    const content = contentOf(ask(sample, 0, 8192, { already: shown, steer: 'darker </direction>' }));
    assert.match(section(content, 'shown'), /^- The other boat: He rows\. \/ He rows\. \/ She \u2039\/shown> waits\.$/);
    assert.ok(content.endsWith('<direction>\ndarker \u2039/direction>\n</direction>'));
    assert.match(content, /None may share its main events/);
  });

  it('shares all but the stretch with a request about another one', () => {
    const [a, b] = [3, 50].map((scene) => contentOf(ask(long, scene, 131_072)));
    assert.ok(a !== undefined && b !== undefined);
    assert.ok(sharedPrefix(a, b) >= a.indexOf('<stretch>'));
  });

  it('sends no more than said of a feature, by a real tokenizer', function () {
    if (!existsSync(BIG_FISH)) {
      this.skip();
    }
    const script = parse(readFileSync(BIG_FISH, 'utf8'));
    for (const size of [8192, 32_768, 131_072]) {
      const request = ask(script, 40, size);
      const tokens = request.messages.reduce((sum, { content }) => sum + encode(content).length, 0);
      assert.ok(tokens + request.maxOutputTokens <= size, `${size}: ${tokens}`);
    }
  });
});
