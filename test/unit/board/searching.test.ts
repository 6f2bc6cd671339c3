// A search for a cheaper plan: what stays as it is, what the best is worth and how it is said, and that nothing is better said than it is.
import assert from 'node:assert/strict';
import { applyEdit } from '../../../src/board/applyEdit';
import { scriptOrder } from '../../../src/board/boards';
import { Explaining } from '../../../src/board/explaining';
import { reasonsView } from '../../../src/board/reasonsView';
import { runView } from '../../../src/board/runView';
import { keptDays, Search } from '../../../src/board/searching';
import { inSlices } from '../../../src/board/slices';
import { weigh, type Ground } from '../../../src/board/weigh';
import type { OptimiseScope } from '../../../src/board/protocol';
import { earliest } from '../../../src/core/board/earliest';
import type { Board } from '../../../src/core/production/board';
import { check } from '../../../src/core/schedule/check/check';
import { plan } from '../../../src/core/schedule/plan/plan';
import type { PlanProgress } from '../../../src/core/schedule/problem';
import type { Solver } from '../../../src/planning/planning';
import { groundOf, newId, paid, say, TELLING } from './ground';

const SCRIPT = ['INT. KITCHEN - DAY\n\nSteam.\n\nMARA\nNo.\n\n', 'EXT. PIER - DAY\n\nRain on planks.\n\nDEV\nYes.\n\n', 'INT. KITCHEN - DAY\n\nFive plates.\n\nMARA\nEat.\n\n', 'EXT. PIER - DAY\n\nA rope creaks.\n\nDEV\nGone.\n\n'].join('');

const GROUND = groundOf(SCRIPT, undefined, (production) => ({ ...paid(production), rules: { ...paid(production).rules, dayEighths: 3 } }));
const BOARD = scriptOrder(GROUND, say);
const STARTED = weigh(GROUND, BOARD);

/** The real engine on this thread, as far as it gets. */
const real: Solver = {
  plan: async (problem, options, run) => {
    let told: PlanProgress = { cost: Infinity, bound: 0, proved: false, steps: 0 };
    for (const search = plan(problem, options); !run.signal.aborted; ) {
      const next = search.next();
      told = next.value;
      if (told.plan) {
        run.onBetter(told, check(problem, told.plan));
      }
      if (next.done === true || told.proved) {
        break;
      }
      await new Promise((resolve) => setTimeout(resolve));
    }
    return told;
  },
};

async function searched(scope: OptimiseScope = { from: 'all' }, solver = real, started = STARTED): Promise<Search> {
  const search = new Search(started, scope, 5, newId, () => undefined);
  await search.run(solver);
  return search;
}

const answering = (progress: PlanProgress): Solver => ({ plan: () => Promise.resolve(progress) });

describe('a search for a cheaper plan', () => {
  it('finds one, proves it, and says no more than it knows', async () => {
    const search = await searched();
    const view = runView(search, STARTED, GROUND, TELLING);
    assert.ok((search.proposal?.checked.cost.total ?? Infinity) < STARTED.checked.cost.total);
    assert.equal(view.proposal?.figures.flags.length, 0);
    assert.match(view.told, /^Proved: no plan that keeps the rules costs less than €/);
    assert.match(view.proposal.difference, /^It saves €/);
    assert.deepEqual(search.boardNamed('Best')?.made, { by: 'engine', proved: true, bound: search.progress?.cost });
    assert.equal(view.proposal.stale, undefined);
  });

  it('keeps the days that are not to be touched, and calls no part of a proof the whole', async () => {
    const [first = assert.fail(), second = assert.fail()] = BOARD.days;
    assert.deepEqual(keptDays(STARTED, { from: 'day', day: second.id }), [STARTED.places[0]]);
    assert.deepEqual(keptDays(STARTED, { from: 'days', days: [first.id] }), STARTED.plan.days.slice(1).map(({ day }) => day));
    assert.deepEqual(keptDays(STARTED, { from: 'day', day: 'gone' }), STARTED.plan.days.map(({ day }) => day));
    const search = await searched({ from: 'day', day: second.id });
    assert.deepEqual(search.proposal?.board.days[0]?.strips, first.strips);
    assert.equal(search.worth.proved, false);
    assert.match(runView(search, STARTED, GROUND, TELLING).told, /^(Proved: with the other days as they are|The best found)/);
  });

  it('tells the bound where nothing is proved, and stays silent where it says nothing', async () => {
    const told = async (bound: number): Promise<string> => runView(await searched({ from: 'all' }, answering({ plan: STARTED.plan, cost: STARTED.checked.cost.total, bound, proved: false, steps: 9 })), STARTED, GROUND, TELLING).told;
    assert.match(await told(1000), /^The best found: €[\d,]+\. None can cost less than €1,000\.$/);
    assert.match(await told(0), /^The best found: €[\d,]+\.$/);
    assert.match(await told(-Infinity), /^The best found: €[\d,]+\.$/);
  });

  it('shows the nearest plan and the clash where none keeps the rules', async () => {
    const ground = groundOf(SCRIPT, undefined, (production) => ({
      ...paid(production),
      elements: Object.fromEntries(Object.entries(paid(production).elements).map(([id, element]) => [id, element.name === 'DEV' ? { ...element, available: [{ from: '2020-01-01', to: '2020-01-01' }] } : element])),
    }));
    const started = weigh(ground, scriptOrder(ground, say));
    const search = await searched({ from: 'all' }, real, started);
    const view = runView(search, started, ground, TELLING);
    assert.ok(search.impossible);
    assert.match(view.told, /^No plan can keep all the rules: proved/);
    assert.deepEqual(view.clash?.items.map(({ open }) => open?.what), ['element']);
    assert.match(view.clash.items[0]?.text ?? '', /^DEV cannot be had/);
  });

  it('says that the script has changed meanwhile, but not for a board or a banner', async () => {
    const search = await searched();
    const stale = (now: Ground): boolean => runView(search, STARTED, now, TELLING).proposal?.stale !== undefined;
    assert.equal(stale(groundOf(`${SCRIPT}INT. ROOF - NIGHT\n\nStars.\n\n`, GROUND.production)), true);
    assert.equal(stale({ ...GROUND, production: { ...GROUND.production, rules: { ...GROUND.production.rules, moveCost: 7 } } }), true);
    assert.equal(stale({ ...GROUND, production: { ...GROUND.production, boards: { mine: BOARD } } }), false);
  });

  it('takes the place of no board but the one it was made from, as that one was', async () => {
    const search = await searched();
    const replaces = (board: Board): boolean => runView(search, weigh(GROUND, board), GROUND, TELLING).proposal?.replaces === true;
    assert.equal(replaces({ ...BOARD, name: 'Mine' }), true);
    assert.equal(replaces(scriptOrder(GROUND, say)), false, 'the order of the script is kept nowhere');
    assert.equal(replaces(applyEdit(BOARD, { op: 'note', day: BOARD.days[0]?.id ?? '', text: 'Crane' }, GROUND.breakdown, newId)), false);
  });

  it('stops at once with what it has, and breaks down aloud', async () => {
    const search = new Search(STARTED, { from: 'all' }, 60, newId, () => undefined);
    const running = search.run({ plan: (_, __, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ plan: STARTED.plan, cost: 1, bound: 0, proved: false, steps: 1 }))) });
    search.stop();
    await running;
    assert.match(runView(search, STARTED, GROUND, TELLING).told, /^Stopped\. The best found/);
    const broken = new Search(STARTED, { from: 'all' }, 60, newId, () => undefined);
    await assert.rejects(broken.run({ plan: () => Promise.reject(new Error('no thread')) }), /no thread/);
    assert.equal(runView(broken, STARTED, GROUND, TELLING).state, 'failed');
  });

  it('begins as early as it costs the same', () => {
    const { problem } = STARTED;
    const open = [...problem.calendar.keys()].filter((day) => problem.calendar[day]?.closed === undefined);
    const late = { days: STARTED.plan.days.map(({ scenes }, at) => ({ day: open[at + 3] ?? 0, scenes })) };
    const early = earliest(problem, late, (each) => check(problem, each));
    assert.equal(early.days[0]?.day, open[0]);
    assert.equal(check(problem, early).cost.total, check(problem, late).cost.total);
    const barred = { ...problem, resources: problem.resources.map((each) => ({ ...each, available: problem.calendar.map((_, day) => day >= (open[2] ?? 0)) })) };
    assert.equal(earliest(barred, late, (each) => check(barred, each)).days[0]?.day, open[2]);
  });

  it('explains what is held, in slices that can be stopped', async () => {
    const board = applyEdit(BOARD, { op: 'moveStrips', strips: [`s:${GROUND.breakdown.scenes[3]?.id ?? ''}`], day: BOARD.days[0]?.id ?? '' }, GROUND.breakdown, newId);
    const explaining = new Explaining(weigh(GROUND, board), () => undefined);
    await explaining.run();
    const view = reasonsView(explaining, weigh(GROUND, board), TELLING);
    assert.equal(view.state, 'done');
    assert.equal(view.stale, undefined);
    assert.ok(view.reasons.every(({ subject, title, why }) => title !== '' && (subject === 'plan' || why.length > 0)));
    assert.notEqual(reasonsView(explaining, STARTED, TELLING).stale, undefined);
    const endless = inSlices((function* () { for (;;) { yield 1; } })() as Generator<number, number>, () => undefined);
    endless.stop();
    assert.equal(await endless.result, undefined);
    await assert.rejects(inSlices((function* (): Generator<number, number> { yield 1; throw new Error('broken'); })(), () => undefined).result, /broken/);
  });
});
