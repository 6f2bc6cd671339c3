// backlot scenarios: what could happen instead in some scenes, from the model that the environment names. Changes nothing.
import { parse } from '../core/fountain/parse';
import type { Script } from '../core/fountain/script';
import { checkScenario, type CheckedFields, type ScenarioRefusal } from '../core/scenarios/check';
import { findScene, placeScope, sceneSpansOf, scopeOf } from '../core/scenarios/place';
import { createScenarioReader, type RawScenario } from '../core/scenarios/reader';
import { scenariosRequest } from '../core/scenarios/request';
import type { Placed, Scope } from '../core/scenarios/scenario';
import { modelFromEnvironment } from '../models/environment';
import type { Model, ModelFailure, Usage } from '../models/model';
import { plain } from './ledger';
import { onlyFile, readOptions } from './options';
import { readScript } from './readScript';
import { scenesNamed } from './sceneRange';
import { UsageError, type Io, type Verb } from './verb';

interface Asking {
  readonly script: Script;
  readonly scope: Scope;
  readonly place: Placed;
  readonly count: number;
  readonly direction?: string;
  readonly json: boolean;
}

interface Answer {
  readonly scenarios: CheckedFields[];
  readonly notes: string[];
  usage?: Usage;
  failure?: ModelFailure;
}

const MOST = 8;

export const scenariosVerb: Verb = {
  name: 'scenarios',
  summary: 'what could happen instead in some scenes, from the model named as for suggest',
  usage: 'backlot scenarios FILE --scenes A-B [-n 3] [--direction TEXT] [--json]\n  A and B are scene numbers as the script has them, or counted from 1 where it has none. One alone is that scene; "A-" goes to the end.',
  async run(args, io) {
    const asking = await readAsking(args, io);
    const model = modelFromEnvironment(io.env);
    if ('message' in model) {
      return tellFailure(model, asking, io);
    }
    const answer = await ask(model, asking, io);
    const { failure, scenarios } = answer;
    if (failure && (failure.kind === 'cancelled' || scenarios.length === 0)) {
      return tellFailure(failure, asking, io, answer.notes);
    }
    if (scenarios.length === 0) {
      return tellFailure({ kind: 'badAnswer', message: 'The answer held no scenario that can be used. Asking again may help.' }, asking, io, answer.notes);
    }
    const notes = failure ? [...answer.notes, failure.message] : answer.notes;
    if (asking.json) {
      io.write(`${JSON.stringify(answerJson(asking, answer, notes))}\n`);
    } else {
      notes.forEach((note) => io.writeError(`${plain(note)}\n`));
    }
    return failure ? 1 : 0;
  },
};

/** @throws UsageError, InputError */
async function readAsking(args: string[], io: Io): Promise<Asking> {
  const { values, positionals } = readOptions(args, { scenes: { type: 'string' }, count: { type: 'string', short: 'n' }, direction: { type: 'string' }, json: { type: 'boolean' } });
  const count = values.count ?? '3';
  if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > MOST) {
    throw new UsageError(`-n takes a whole number from 1 to ${MOST}.`);
  }
  const file = onlyFile(positionals);
  if (values.scenes === undefined) {
    throw new UsageError('Say which scenes: --scenes A-B.');
  }
  const script = parse(await readScript(file, io));
  const { first, last, kind } = scenesNamed(script, values.scenes);
  const spans = sceneSpansOf(script);
  const span = { from: spans[first]?.from ?? 0, to: Math.max(spans[first]?.from ?? 0, (spans[last]?.to ?? script.length) - 1) };
  const scope = scopeOf(script, span, kind);
  const place = placeScope(script, scope) ?? { ...span, unchanged: true };
  const direction = values.direction?.trim();
  return { script, scope, place, count: Number(count), json: values.json === true, ...(direction && { direction }) };
}

function answerJson({ script, scope, place }: Asking, { scenarios, usage, failure }: Answer, notes: readonly string[]): object {
  const { kind, from, fromNumber, to, toNumber } = scope;
  return {
    scope: { kind, from, ...(fromNumber !== undefined && { fromNumber }), to, ...(toNumber !== undefined && { toNumber }) },
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      consequences: scenario.consequences.map((each) => {
        const line = each.unknown ? undefined : findScene(script, each, place.to)?.line;
        return { ...each, ...(line !== undefined && { line }) };
      }),
    })),
    notes,
    ...(usage && { usage }),
    ...(failure && { error: { kind: failure.kind, message: failure.message } }),
  };
}

function tellFailure({ kind, message, said }: ModelFailure, { json }: Asking, io: Io, notes: readonly string[] = []): number {
  [...notes, message, ...(said === undefined ? [] : [`The server said: ${said}`])].forEach((line) => io.writeError(`${plain(line)}\n`));
  if (json) {
    io.write(`${JSON.stringify({ error: { kind, message } })}\n`);
  }
  return 1;
}

/** Asks the model and takes what it says, printing scenarios for a person as each is whole. */
async function ask(model: Model, asking: Asking, io: Io): Promise<Answer> {
  const answer: Answer = { scenarios: [], notes: [] };
  const reader = createScenarioReader();
  const take = (raws: readonly RawScenario[]): void => raws.forEach((raw) => takeOne(raw, asking, answer, io));
  const { script, scope, place, count, direction } = asking;
  if (!asking.json) {
    io.writeError(`Asking ${model.label}.\n`);
  }
  const request = scenariosRequest({ script, span: place, kind: scope.kind, count, already: [], contextTokens: model.contextTokens, ...(direction !== undefined && { steer: direction }) });
  for await (const event of model.stream(request, io.signal)) {
    if (event.kind === 'text') {
      take(reader.push(event.text));
    } else if (event.kind === 'failed') {
      answer.failure = event.failure;
    } else {
      take(reader.end());
      if (event.finish !== 'stop') {
        answer.notes.push(event.finish === 'length' ? 'The answer was longer than allowed and was cut.' : 'The answer was cut off.');
      }
      if (event.usage) {
        answer.usage = event.usage;
      }
    }
  }
  return answer;
}

function takeOne(raw: RawScenario, { script, place, count, json }: Asking, answer: Answer, io: Io): void {
  if (answer.scenarios.length >= count) {
    return;
  }
  const checked = checkScenario({ script, already: answer.scenarios, behind: place.to }, raw);
  if (!checked.ok) {
    answer.notes.push(`Left out a scenario: ${whyRefused(checked, answer)}.`);
    return;
  }
  answer.scenarios.push(checked.scenario);
  if (!json) {
    io.write(asText(checked.scenario, answer.scenarios.length));
  }
}

function whyRefused(refusal: ScenarioRefusal, { scenarios }: Answer): string {
  switch (refusal.reason) {
    case 'untitled':
      return 'it has no title';
    case 'thin':
      return refusal.beats === 0 ? 'nothing happens in it' : 'only one thing happens in it';
    case 'alike':
      return `the same happens in "${scenarios[refusal.to]?.title ?? ''}"`;
  }
}

/** For a terminal, which nothing that a model says steers. */
function asText({ title, turn, logline, beats, consequences }: CheckedFields, number: number): string {
  const later = consequences.map(({ scene, sceneNumber, change, unknown }) => `   > ${sceneNumber === undefined ? '' : `${sceneNumber}  `}${scene}${unknown ? ' (no such scene)' : ''}: ${change}`);
  const lines = [`${number}. ${title}  [${turn}]`, ...(logline === '' ? [] : [`   ${logline}`]), ...beats.map((beat) => `   - ${beat}`), ...later, ''];
  return lines.map((line) => `${plain(line)}\n`).join('');
}
