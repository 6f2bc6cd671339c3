// npm run bench -- schedule: how well the shoot is planned: orders proved, plans of a feature, the time to the first, the memory.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { check } from '../../src/core/schedule/check/check';
import type { SequenceInstance, SequenceProgress } from '../../src/core/schedule/instance';
import { plan } from '../../src/core/schedule/plan/plan';
import { randomOf } from '../../src/core/schedule/plan/random';
import type { PlanProgress } from '../../src/core/schedule/problem';
import { sequence } from '../../src/core/schedule/sequence/sequence';
import { generatedShoot } from '../support/generatedShoot';
import { randomInstance } from '../support/sequenceByHand';
import { row } from './measure';

const FEATURE = { scenes: 120, seed: 1 };
const SHORT = 10;
const LONG = 60;
const MEGABYTE = 1e6;

/** Rows for the engine. The plans of the feature take some 100 seconds. */
export function benchSchedule(): void {
  benchPublished();
  benchRandom(40, 8, [1, 2, 3, 4, 5], 30);
  benchRandom(60, 8, [1, 2, 3], 30);
  benchRandom(60, 10, [1, 2], 30);
  benchRandom(60, 12, [1], 30);
  benchFeature();
}

type Published = SequenceInstance & { readonly name: string; readonly holding: number };

function benchPublished(): void {
  const published = JSON.parse(readFileSync('test/fixtures/talentScheduling/published.json', 'utf8')) as Published[];
  console.log('\nThe eight published instances of the talent scheduling problem, one thread');
  let seconds = 0;
  let right = 0;
  for (const instance of published) {
    const { last, took } = solve(instance, 60);
    seconds += took;
    const isRight = last.proved && last.holding === instance.holding;
    right += isRight ? 1 : 0;
    console.log(`  ${instance.name.padEnd(12)} ${last.holding} ${last.proved ? 'proved' : `bound ${last.bound}`}${isRight ? '' : `, published ${instance.holding}`}; ${took.toFixed(3)} s, ${last.nodes} states`);
  }
  row('proved with the published value', right, { least: 8 });
  row('seconds together', seconds, { most: 5 });
}

function benchRandom(scenes: number, actors: number, seeds: readonly number[], limit: number): void {
  console.log(`\nRandom ${scenes} x ${actors}, ${limit} s each at most`);
  const took: number[] = [];
  for (const seed of seeds) {
    const { last, took: seconds } = solve(randomInstance(scenes, actors, randomOf(seed * 7919)), limit);
    console.log(`  seed ${seed}: ${last.holding} ${last.proved ? 'proved' : `not proved, bound ${last.bound} (${((100 * last.bound) / last.holding).toFixed(0)} %)`}; ${seconds.toFixed(2)} s, ${last.nodes} states`);
    took.push(...(last.proved ? [seconds] : []));
  }
  const easy = scenes === 40;
  row('proved, of ' + String(seeds.length), took.length, easy ? { least: seeds.length } : undefined);
  row('the slowest of those, in seconds', Math.max(0, ...took), easy ? { most: 10 } : undefined);
}

/** @param limit seconds */
function solve(instance: SequenceInstance, limit: number): { last: SequenceProgress; took: number } {
  const start = performance.now();
  const run = sequence(instance);
  let next = run.next();
  while (next.done !== true && performance.now() - start < 1000 * limit) {
    next = run.next();
  }
  return { last: next.value, took: (performance.now() - start) / 1000 };
}

function benchFeature(): void {
  console.log(`\nA generated production of ${FEATURE.scenes} scenes, one thread a run`);
  const short = [1, 2, 3].map((seed) => inOwnProcess(seed, SHORT));
  const long = inOwnProcess(4, LONG);
  const best = Math.min(...short.map(({ cost }) => cost));
  for (const { cost, bound, first, memory, steps, flags } of [...short, long]) {
    console.log(`  ${cost} (bound ${bound}), first plan after ${first.toFixed(2)} s, ${(steps / 1e6).toFixed(1)} M steps, ${memory.toFixed(0)} MB, ${flags} flags by the checker`);
  }
  row(`best of three ${SHORT} s runs / a ${LONG} s run`, best / long.cost, { most: 1.05 });
  row('seconds to the first plan, the slowest', Math.max(...[...short, long].map(({ first }) => first)), { most: 1 });
  row('memory of the whole process in MB, the most', Math.max(...[...short, long].map(({ memory }) => memory)), { most: 300 });
  row('flags by the checker', Math.max(...[...short, long].map(({ flags }) => flags)), { most: 0 });
}

interface Run {
  readonly cost: number;
  readonly bound: number;
  readonly first: number;
  readonly memory: number;
  readonly steps: number;
  readonly flags: number;
}

/** In a process of its own, so that its memory is its own, and no run is warm from another. */
function inOwnProcess(seed: number, seconds: number): Run {
  const { stdout, stderr } = spawnSync(process.execPath, [process.argv[1] ?? '', 'schedule-run', String(seed), String(seconds)], { encoding: 'utf8' });
  if (stderr !== '') {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as Run;
}

/** What that process does. */
export function runOnce(seed: number, seconds: number): void {
  const problem = generatedShoot(FEATURE.scenes, FEATURE.seed);
  const start = performance.now();
  let first = NaN;
  let memory = 0;
  let last: PlanProgress | undefined;
  for (const run = plan(problem, { seed }); performance.now() - start < 1000 * seconds;) {
    const next = run.next();
    last = next.value;
    first = Number.isNaN(first) && last.plan ? (performance.now() - start) / 1000 : first;
    memory = Math.max(memory, process.memoryUsage.rss() / MEGABYTE);
    if (next.done === true) {
      break;
    }
  }
  const flags = last?.plan ? check(problem, last.plan).flags.length : NaN;
  console.log(JSON.stringify({ cost: last?.cost, bound: last?.bound, first, memory, steps: last?.steps, flags }));
}
