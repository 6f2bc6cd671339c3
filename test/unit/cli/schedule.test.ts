// backlot schedule: a plan for a person and for a program, why there is none, what it says of its reasons, and what it refuses.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { NoFileError, type Io } from '../../../src/cli/verb';
import { serialiseProduction } from '../../../src/core/production/file';
import type { Production } from '../../../src/core/production/production';
import { DINER, elementNamed, shootOf } from '../../support/shootOf';

async function call(args: string[], files: Readonly<Record<string, string>>, signal = new AbortController().signal): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => (Object.hasOwn(files, path) ? Promise.resolve(files[path] ?? '') : Promise.reject(new NoFileError(`${path}: there is no such file.`))),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal,
  };
  return { code: await run(args, io), out, err };
}

const priced = (production: Production): Production => ({
  ...production,
  elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, { ...element, dayCost: 100 }])),
  rules: { ...production.rules, start: '2026-05-11', companyDayCost: 1000, dayEighths: 4 },
});
const { production } = shootOf(DINER, priced);
const cast = Object.entries(production.elements).filter(([, { category }]) => category === 'cast').map(([id]) => id);
const away = (ids: readonly (string | undefined)[], from: string, to: string): Production => ({ ...production, elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, ids.includes(id) ? { ...element, available: [{ from, to }] } : element])) });
const files = (made: Production): Record<string, string> => ({ 'd/diner.fountain': DINER, 'd/diner.production.json': serialiseProduction(made) });

interface Told {
  readonly dated: boolean;
  readonly days: readonly { date: string; eighths: number; held: string[]; scenes: { number: string; heading: string }[] }[];
  readonly cost: { total: number; company: number };
  readonly flags: readonly unknown[];
  readonly bound: number | null;
  readonly proved: boolean;
  readonly seconds: number;
  readonly clash?: { kind: string; sentences: string[]; scenes: string[] };
  readonly reasons?: readonly { kind: string; sentences: string[] }[];
}

describe('backlot schedule', () => {
  it('plans a script with the production beside it: whole, proved, and what it costs', async () => {
    const { code, out } = await call(['schedule', 'd/diner.fountain', '--json', '--explain'], files(production));
    const told = JSON.parse(out) as Told;
    assert.equal(code, 0);
    assert.deepEqual([told.dated, told.proved, told.flags], [true, true, []]);
    assert.equal(told.bound, told.cost.total);
    assert.equal(told.days[0]?.date, '2026-05-11');
    assert.equal(told.cost.company, 1000 * told.days.length);
    assert.ok(told.days.every(({ eighths, scenes }) => eighths <= 4 || scenes.length === 1));
    assert.equal(new Set(told.days.flatMap(({ scenes }) => scenes.map(({ number }) => number))).size, 5);
    assert.ok(told.days.every(({ scenes }) => scenes.every(({ heading }) => heading !== '')));
    assert.ok(told.reasons);
  });

  it('shows a person a one-line schedule, and says how good it is', async () => {
    const { out } = await call(['schedule', 'd/diner.fountain', '--explain'], files(production));
    assert.match(out, /End of day 1/i);
    assert.match(out, /The plan costs .* Proved the cheapest\. \(\d/);
    const short = await call(['schedule', 'd/diner.fountain'], files({ ...production, rules: { ...production.rules, dayEighths: 1 } }));
    assert.match(short.out, /\nLonger than a day holds, and so alone on its day: sc\. [\d, ]+\.\n/);
  });

  it('plans a script alone, without dates', async () => {
    const { code, out } = await call(['schedule', 'd/diner.fountain', '--json', '--seconds', '1'], { 'd/diner.fountain': DINER });
    const told = JSON.parse(out) as Told;
    assert.deepEqual([code, told.dated, told.flags], [0, false, []]);
    const none = JSON.parse((await call(['schedule', 'e.fountain', '--json'], { 'e.fountain': '' })).out) as Told;
    assert.deepEqual([none.days, none.proved, none.cost.total], [[], true, 0]);
    assert.equal((await call(['schedule', 'e.fountain'], { 'e.fountain': '' })).out, 'There are no scenes to plan.\n');
  });

  it('says why there is no plan', async () => {
    const never = away(cast.slice(0, 1), '2020-01-01', '2020-02-01');
    const { code, out } = await call(['schedule', 'd/diner.fountain', '--json'], files(never));
    const told = JSON.parse(out) as Told;
    assert.deepEqual([code, told.clash?.kind, told.proved, told.bound], [1, 'none', true, null]);
    assert.match(told.clash?.sentences.join(' ') ?? '', /No plan can keep to this: .+ cannot be had on any day of the shoot\./);
    const text = (await call(['schedule', 'd/diner.fountain'], files(never))).out;
    assert.match(text, /That is proved\./);
    assert.match(text, /End of day 1[\s\S]*does not keep to:\n {2}- .+ cannot be had on any day of the shoot\.\n$/i);
    assert.ok(elementNamed(production, production.elements[cast[0] ?? '']?.name ?? ''));
  });

  it('answers with the best so far on Ctrl+C', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, out } = await call(['schedule', 'd/diner.fountain', '--json', '--seconds', '60'], files(production), stop.signal);
    const told = JSON.parse(out) as Told;
    assert.ok(told.seconds < 30 && (code === 0) === (told.clash === undefined));
  });

  it('refuses what it cannot take', async () => {
    for (const wrong of [['--seconds', '0'], ['--seconds', 'x'], ['--seed', '1.5'], ['--nope']]) {
      assert.equal((await call(['schedule', 'd/diner.fountain', ...wrong], files(production))).code, 2, wrong.join(' '));
    }
    assert.equal((await call(['schedule', 'd/diner.fountain', '--production', 'none.json'], files(production))).code, 1);
    assert.match((await call(['schedule', '--help'], {})).out, /reasons/);
    assert.equal((await call(['schedule', 'd/diner.fountain', '--secs', '3'], files(production))).err, [
      'Unknown option \'--secs\'.',
      '',
      'backlot schedule FILE [--production P.json] [--seconds S] [--seed N] [--explain] [--json] [--paper letter|a4]',
      'backlot schedule --help tells more.',
      '',
    ].join('\n'));
  });
});
