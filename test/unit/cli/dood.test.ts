// backlot dood: Day Out of Days for a person and for a program, of a board, of the script's order, of a search.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { NoFileError, type Io } from '../../../src/cli/verb';
import type { Production } from '../../../src/core/production/production';
import { serialiseProduction } from '../../../src/core/production/file';
import { DINER, shootOf, withBoard } from '../../support/shootOf';

async function call(args: string[], files: Readonly<Record<string, string>>): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => (Object.hasOwn(files, path) ? Promise.resolve(files[path] ?? '') : Promise.reject(new NoFileError(`${path}: there is no such file.`))),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), out, err };
}

const shoot = shootOf(DINER, (production) => ({
  ...production,
  elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, { ...element, dayCost: 100 }])),
  rules: { ...production.rules, start: '2026-05-11', companyDayCost: 1000, nightCost: 0 },
}));
const { board: ours } = withBoard(shoot, [[1, 3], 'off', [], [2, 5], [4]]).planned ?? {};
const { board: long } = withBoard(shoot, [[1], [2], [3], [4], [5]], { name: 'Long' }).planned ?? {};
assert.ok(ours && long);
const FILES = { 'd/diner.fountain': DINER, 'd/diner.production.json': serialiseProduction({ ...shoot.production, boards: { a1: ours, b2: long } }) };

/** The production with nothing in it that costs anything. */
function freely(production: Production): Production {
  const free = Object.fromEntries(Object.keys(production.rules).flatMap((name) => (name.endsWith('Cost') ? [[name, 0]] : [])));
  return { ...production, elements: Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, { ...element, dayCost: 0 }])), rules: { ...production.rules, ...free } };
}

interface Told {
  readonly board: { name: string; from: string };
  readonly dated: boolean;
  readonly days: readonly { day: number; date: string; shooting: number | null; closed: string | null }[];
  readonly cast: readonly { number: number | null; name: string; marks: Record<string, string>; worked: number; held: number; start: string | null; finish: string | null; heldCost: number }[];
  readonly totals: Record<string, number>;
  readonly cost: Record<string, number>;
  readonly flags: readonly unknown[];
  readonly proved?: boolean;
  readonly bound?: number;
}

async function told(args: string[], files: Readonly<Record<string, string>> = FILES): Promise<Told> {
  const { code, out, err } = await call(['dood', ...args, '--json'], files);
  assert.deepEqual([code, err], [0, '']);
  return JSON.parse(out) as Told;
}

describe('backlot dood', () => {
  it('tells of the first board of the production beside the script', async () => {
    const { board, dated, days, cast, totals, cost } = await told(['d/diner.fountain']);
    assert.deepEqual([board, dated], [{ name: 'Ours', from: 'board' }, true]);
    assert.deepEqual(days.map(({ date, shooting, closed }) => [date, shooting, closed]), [['2026-05-11', 1, null], ['2026-05-12', null, 'off'], ['2026-05-13', 2, null], ['2026-05-14', 3, null], ['2026-05-15', 4, null]]);
    assert.deepEqual(cast.map(({ number, name, marks, worked, held, start, finish, heldCost }) => [number, name, marks, worked, held, start, finish, heldCost]), [
      [1, 'MARA', { '2026-05-11': 'SW', '2026-05-13': 'H', '2026-05-14': 'H', '2026-05-15': 'WF' }, 2, 2, '2026-05-11', '2026-05-15', 200],
      [2, 'DEV', { '2026-05-11': 'SW', '2026-05-13': 'H', '2026-05-14': 'WF' }, 2, 1, '2026-05-11', '2026-05-14', 100],
    ]);
    assert.deepEqual(totals, { worked: 4, held: 3, dropped: 0, workedCost: 400, heldCost: 300 });
    assert.equal(cost['total'], Object.entries(cost).reduce((all, [name, amount]) => all + (name === 'total' ? 0 : amount), 0));
  });

  it('takes the board that is named, and says which there are where it is not there', async () => {
    assert.deepEqual((await told(['d/diner.fountain', '--board', 'Long'])).board, { name: 'Long', from: 'board' });
    const { code, err } = await call(['dood', 'd/diner.fountain', '--board', 'constructor'], FILES);
    assert.deepEqual([code, err], [1, 'There is no board constructor. There are: Ours, Long.\n']);
  });

  it('tells of the script’s own order where there is no production', async () => {
    const { board, dated, cast } = await told(['-'], { '-': DINER });
    assert.deepEqual([board, dated, cast.map(({ name }) => name)], [{ name: 'Script order', from: 'script' }, false, ['MARA', 'DEV']]);
  });

  it('tells of the cheapest plan found where it is given time', async () => {
    const { board, flags, proved, bound = NaN, cost } = await told(['d/diner.fountain', '--seconds', '2']);
    assert.deepEqual([board.from, flags, proved], ['search', [], true]);
    assert.ok(Math.abs(bound - (cost['total'] ?? NaN)) < 1e-6);
    assert.ok((cost['total'] ?? Infinity) < ((await told(['d/diner.fountain'])).cost['total'] ?? 0));
  });

  it('prints a table for a person', async () => {
    const { code, out } = await call(['dood', 'd/diner.fountain'], FILES);
    assert.equal(code, 0);
    assert.match(out, /^Day Out of Days\n.*\nBoard: Ours\n/);
    assert.match(out, /\n +1 MARA +SW +H +H +WF +2 +2 +4 11 May 15 May\n/);
    assert.match(out, /\nThe plan costs [\d,]+ EUR, of it 300 EUR for held days\./);
  });

  it('says what is wrong with a production, a call, an empty script', async () => {
    const said = async (args: string[], files: Readonly<Record<string, string>>): Promise<[number, string]> => {
      const { code, err } = await call(['dood', ...args], files);
      return [code, err.split('\n')[0] ?? ''];
    };
    assert.deepEqual(await said(['x.fountain'], { 'x.fountain': DINER, 'x.production.json': '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n' }), [1, 'x.production.json has marks of a merge in it: settle the merge first.']);
    assert.deepEqual(await said(['x.fountain', '--production', 'none.json'], { 'x.fountain': DINER }), [1, 'none.json: there is no such file.']);
    const standing = async (files: Readonly<Record<string, string>>): Promise<string> => (await call(['dood', 'x.fountain', '--seconds', '1'], files)).out.split('\n').at(-2) ?? '';
    assert.match(await standing({ 'x.fountain': DINER }), /^The plan costs [\d,]+ EUR, of it 0 EUR for held days\. Proved the cheapest\. The sums are assumed until the production has its own\.$/);
    assert.equal(await standing({ 'x.fountain': DINER, 'x.production.json': serialiseProduction(freely(shoot.production)) }), 'The plan costs 0 EUR, of it 0 EUR for held days. The production has no costs, so no plan is cheaper than another.');
    assert.equal((await said(['x.fountain', '--seconds', 'soon'], { 'x.fountain': DINER }))[0], 2);
    assert.equal((await said(['x.fountain', '--seconds', '1', '--board', 'Ours'], { 'x.fountain': DINER }))[0], 2);
    const { code, out } = await call(['dood', 'x.fountain'], { 'x.fountain': '' });
    assert.equal(code, 0);
    assert.match(out, /No scene is scheduled yet\./);
    assert.deepEqual((await told(['x.fountain'], { 'x.fountain': '' })).cast, []);
    assert.deepEqual((await told(['x.fountain', '--seconds', '1'], { 'x.fountain': '' })).days, []);
  });
});
