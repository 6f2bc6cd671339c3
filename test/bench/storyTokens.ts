// How many tokens a request for scenarios, a plan and its scenes sends, and how much of it is the request before's to the letter:
// npm run bench:tokens -- FILE.fountain
import { readFileSync } from 'node:fs';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { parse } from '../../src/core/fountain/parse';
import { placeScope, scopeOf } from '../../src/core/scenarios/place';
import { planRequest } from '../../src/core/scenarios/plan';
import { scenariosRequest, type Shown } from '../../src/core/scenarios/request';
import type { DevelopedScene, Scenario } from '../../src/core/scenarios/scenario';
import { sceneRequest } from '../../src/core/scenarios/sceneRequest';
import { scenesOf } from '../../src/core/script/outline';
import type { ChatRequest } from '../../src/core/suggest/chat';

const file = process.argv[2];
if (file === undefined) {
  throw new Error('Name a Fountain file.');
}
const script = parse(readFileSync(file, 'utf8'));
const scenes = scenesOf(script);

const textOf = (request: ChatRequest): string => request.messages.map(({ content }) => content).join('\n');
const tokens = (text: string): number => encode(text).length;

function sharedPrefix(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at++;
  }
  return a.slice(0, at);
}

function tell(what: string, first: string, second: string): void {
  const sent = tokens(second);
  const shared = tokens(sharedPrefix(first, second));
  console.log(`  ${what.padEnd(52)} ${String(sent).padStart(6)} tokens, ${String(shared).padStart(6)} as before (${Math.round((100 * shared) / sent)} %)`);
}

function ask(share: number, contextTokens: number, already: readonly Shown[] = []): string {
  const from = scenes[Math.floor(scenes.length * share)]?.from ?? 0;
  return textOf(scenariosRequest({ script, span: { from, to: from }, kind: 'scene', count: 4, already, contextTokens }));
}

function developing(contextTokens: number): void {
  const first = Math.floor(scenes.length * 0.3);
  const scope = scopeOf(script, { from: scenes[first]?.from ?? 0, to: (scenes[first + 3]?.to ?? 1) - 1 }, 'range');
  const place = placeScope(script, scope);
  if (!place) {
    return;
  }
  const beats = ['One of them finds the letter.', 'The other burns it.', 'Nobody comes to the station.'];
  const scenario: Scenario = { version: 1, id: 'x', round: 'x', scope, title: 'The letter', logline: 'It burns.', turn: 'knows', beats, consequences: [], fate: 'kept', createdAt: '' };
  const plan = Array.from({ length: 4 }, (_, at): DevelopedScene => {
    const heading = scenes[first + at]?.item.heading ?? '';
    return { fate: 'change', scene: heading, heading, beat: beats[at % 3] ?? '', text: `${heading}\n\n${'They look at each other across the table. '.repeat(30)}` };
  });
  const planned = textOf(planRequest({ script, scenario, place, contextTokens }));
  const written = [1, 2, 3].map((index) => textOf(sceneRequest({ script, scenario: { ...scenario, scenes: plan }, place, index, contextTokens })));
  tell('a plan, after scenarios were asked for', ask(0.3, contextTokens), planned);
  tell('its second scene, after the plan', planned, written[0] ?? '');
  tell('its third, after the second', written[0] ?? '', written[1] ?? '');
  tell('its fourth, after the third', written[1] ?? '', written[2] ?? '');
}

for (const contextTokens of [8192, 32_768, 131_072]) {
  console.log(`context of ${contextTokens} tokens:`);
  tell('scenarios for a scene', '', ask(0.25, contextTokens));
  tell('scenarios for another scene', ask(0.25, contextTokens), ask(0.7, contextTokens));
  tell('others unlike these, for the same scene', ask(0.7, contextTokens), ask(0.7, contextTokens, [{ title: 'The letter', logline: 'It burns.', beats: ['One finds it.'] }]));
  developing(contextTokens);
}
