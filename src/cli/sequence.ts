// backlot sequence: the order of scenes in which actors wait least, for a bare instance: proved, or the best found with the bound.
import { setImmediate as otherWork } from 'node:timers/promises';
import type { SequenceInstance, SequenceProgress } from '../core/schedule/instance';
import { readInstance } from '../core/schedule/sequence/readInstance';
import { sequence } from '../core/schedule/sequence/sequence';
import { plain } from './ledger';
import { onlyFile, readOptions } from './options';
import { InputError, UsageError, type Io, type Verb } from './verb';

/** Without --seconds. All but the hardest are proved long before. */
const SECONDS = 60;
/** Milliseconds between two looks at Ctrl+C. */
const SLICE = 20;

export const sequenceVerb: Verb = {
  name: 'sequence',
  summary: 'the order of scenes in which actors wait least, proved where it can be',
  usage: `backlot sequence INSTANCE.json [--json] [--seconds S]

INSTANCE.json: {"durations": [days of each scene], "actors": [{"cost": a day, "scenes": [numbers from 0]}]}, or an array of such, answered by an array.
Ends when the order is proved, after S seconds for each instance (${SECONDS}), or by Ctrl+C: then with the best found so far and the bound.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, seconds: { type: 'string' } });
    const seconds = secondsFrom(values.seconds);
    const file = onlyInstance(positionals);
    const { instances, many } = instancesIn(await io.readInput(file), file);
    const answers: Answer[] = [];
    for (const instance of instances) {
      const answer = await answerTo(instance, seconds, io.signal);
      answers.push(answer);
      if (!values.json) {
        io.write(`${many && answers.length > 1 ? '\n' : ''}${told(instance, answer)}`);
      }
    }
    if (values.json) {
      io.write(`${JSON.stringify(many ? answers : answers[0])}\n`);
    }
    return 0;
  },
};

interface Answer extends Omit<SequenceProgress, 'nodes'> {
  readonly seconds: number;
}

/** The instance that a call names. @throws UsageError */
function onlyInstance(positionals: readonly string[]): string {
  if (positionals.length === 0) {
    throw new UsageError('Name a JSON file with an instance, or - for standard input.');
  }
  return onlyFile(positionals);
}

/** @throws UsageError */
function secondsFrom(given: string | undefined): number {
  const seconds = given === undefined ? SECONDS : given.trim() === '' ? NaN : Number(given);
  if (!Number.isFinite(seconds) || seconds <= 0) {
    throw new UsageError(`--seconds takes a number above 0, not ${JSON.stringify(given)}.`);
  }
  return seconds;
}

/** @throws InputError */
function instancesIn(text: string, file: string): { instances: SequenceInstance[]; many: boolean } {
  const name = file === '-' ? 'Standard input' : file;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError(`${name}: it is not JSON.`);
  }
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0) {
    throw new InputError(`${name}: there is no instance in it.`);
  }
  const instances = values.map((each, index) => {
    const read = readInstance(each);
    if (!read.ok) {
      throw new InputError(`${name}: ${values.length > 1 ? `instance ${index}: ` : ''}${read.reason}`);
    }
    return read.instance;
  });
  return { instances, many: Array.isArray(value) };
}

async function answerTo(instance: SequenceInstance, seconds: number, signal: Io['signal']): Promise<Answer> {
  const start = performance.now();
  const run = sequence(instance);
  // The first is there before any searching, so there is an answer however soon it must end.
  let last = run.next();
  for (let looked = start; last.done !== true;) {
    const now = performance.now();
    if (now - start >= seconds * 1000) {
      break;
    }
    if (now - looked >= SLICE) {
      looked = now;
      await otherWork();
    }
    if (signal.aborted) {
      break;
    }
    last = run.next();
  }
  const { order, holding, proved, bound } = last.value;
  return { order, holding, proved, bound, seconds: Math.round(performance.now() - start) / 1000 };
}

function told({ name }: SequenceInstance, { order, holding, proved, bound, seconds }: Answer): string {
  const how = proved ? 'proved: no order holds for less' : `the best found; none can hold for less than ${bound}`;
  return `${name === undefined ? '' : `${plain(name)}\n`}Holding ${holding}, ${how}\nOrder of scenes, numbered from 0: ${order.join(' ')}\n${seconds} s\n`;
}
