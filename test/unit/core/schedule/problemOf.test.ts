// The problem of a production: what becomes of terms, rules, demands, crew and a board's own days.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Breakdown, BreakdownScene } from '../../../../src/core/breakdown/breakdown';
import type { Board } from '../../../../src/core/production/board';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Production } from '../../../../src/core/production/production';
import { boardOfPlan } from '../../../../src/core/schedule/boardOfPlan';
import { planOfBoard } from '../../../../src/core/schedule/planOfBoard';
import { problemOf, restDaysOf } from '../../../../src/core/schedule/problemOf';

const EMPTY = emptyProduction();
const RULES = { ...EMPTY.rules, start: '2026-05-11' };

function scene(id: string, change: Partial<BreakdownScene> = {}): BreakdownScene {
  return { id, number: id, heading: `INT. ${id}`, from: 0, to: 0, line: 0, page: 1, set: 'HOUSE', setId: 'set1', light: 'day', lightFrom: 'heading', storyDay: '1', storyDayFrom: 'proposed', eighths: 8, minutes: 120, elements: [], ...change };
}

const speaker = (id: string): BreakdownScene['elements'][number] => ({ id, category: 'cast', name: id, from: 'speaks', spans: [] });
const breakdown = (...scenes: BreakdownScene[]): Breakdown => ({ scenes, orphans: [] });

describe('problemOf', () => {
  it('counts cast always, and other elements where they cost something or cannot always be had', () => {
    const production: Production = {
      ...EMPTY,
      rules: RULES,
      elements: {
        b: { category: 'cast', name: 'B', castNumber: 2, dayCost: 100, holdShare: 0.5, dropAfter: 5 },
        a: { category: 'cast', name: 'A', castNumber: 1, available: [{ from: '2026-05-12', to: '2026-05-13' }] },
        cup: { category: 'props', name: 'Cup' },
        car: { category: 'vehicles', name: 'Car', dayCost: 50 },
        unused: { category: 'cast', name: 'C', castNumber: 3 },
      },
    };
    const { problem, resourceIds } = problemOf(production, breakdown(scene('1', { elements: ['b', 'a', 'cup', 'car'].map(speaker) }), scene('2', { elements: [speaker('car')] })));
    assert.deepEqual(resourceIds, ['a', 'b', 'car']);
    assert.deepEqual(problem.scenes.map(({ resources }) => resources), [[0, 1, 2], [2]]);
    assert.deepEqual(problem.resources[0]?.available?.slice(0, 4), [false, true, true, false]);
    assert.deepEqual(problem.resources[1], { dayCost: 100, holdShare: 0.5, dropAfter: 5 });
  });

  it('reads windows and pins only where the shoot has a start', () => {
    const production: Production = { ...EMPTY, elements: { a: { category: 'cast', name: 'A', away: [{ from: '2026-05-12', to: '2026-05-13' }] } }, demands: { d: { kind: 'pinned', scene: '1', date: '2026-05-14' } } };
    const script = breakdown(scene('1', { elements: [speaker('a')] }));
    const undated = problemOf(production, script).problem;
    assert.equal(undated.resources[0]?.available, undefined);
    assert.deepEqual(undated.demands, []);
    const dated = problemOf({ ...production, rules: RULES }, script).problem;
    assert.deepEqual(dated.resources[0]?.available?.slice(0, 4), [true, false, false, true]);
    assert.deepEqual(dated.demands, [{ kind: 'pinned', scene: 0, day: 3 }]);
    assert.deepEqual(problemOf({ ...production, rules: { ...RULES, start: '2026-06-01' } }, script).problem.demands, [{ kind: 'pinned', scene: 0, day: -1 }], 'before the shoot');
  });

  it('takes sets without a location for places of their own, and pays crew with the company', () => {
    const production: Production = { ...EMPTY, rules: { ...RULES, companyDayCost: 1000 }, locations: { loc: { name: 'Town', dayCost: 70 } }, crew: { c: { name: 'Grip', department: 'Grip', dayCost: 300 }, d: { name: 'Director', department: 'Direction', key: true, away: [{ from: '2026-05-12', to: '2026-05-12' }] } } };
    const { problem, locationIds } = problemOf(production, breakdown(scene('1', { locationId: 'loc' }), scene('2', { setId: 'set2', set: 'BARN' }), scene('3', { locationId: 'loc', setId: 'set3', set: 'CAFE' })));
    assert.deepEqual(locationIds, ['loc', 'set2']);
    assert.deepEqual(problem.scenes.map(({ location, set }) => [location, set]), [[0, 0], [1, 1], [0, 2]]);
    assert.deepEqual(problem.locations.map(({ dayCost }) => dayCost), [70, 0]);
    assert.equal(problem.costs.companyDay, 1300);
    assert.equal(problem.calendar[1]?.closed, 'crew');
  });

  it('knows the rest between kinds of days from calls, hours and turnaround', () => {
    assert.deepEqual(restDaysOf(RULES), { day: { day: 0, night: 0, split: 0 }, night: { day: 1, night: 0, split: 1 }, split: { day: 1, night: 0, split: 0 } });
    assert.equal(restDaysOf({ ...RULES, dayHours: 14 }).day.day, 1, '21:00 to 07:00 are 10 hours');
    assert.equal(restDaysOf({ ...RULES, turnaroundHours: 10 }).split.day, 1, '01:00 to 07:00 are 6 hours');
  });

  it('goes far enough for late windows, pins and long boards, and never on for ever', () => {
    const late = (from: string): number => problemOf({ ...EMPTY, rules: RULES, elements: { a: { category: 'cast', name: 'A', available: [{ from, to: '2099-01-01' }] } } }, breakdown(scene('1', { elements: [speaker('a')] }))).problem.calendar.length;
    assert.ok(late('2026-09-01') > 113 && late('2026-09-01') < 140);
    assert.ok(late('2090-01-01') <= 731);
    const closed = problemOf({ ...EMPTY, rules: { ...RULES, daysOff: [0, 1, 2, 3, 4, 5, 6] } }, breakdown(scene('1'))).problem.calendar;
    assert.ok(closed.every((day) => day.closed !== undefined));
    assert.deepEqual(problemOf(EMPTY, breakdown()).problem.scenes, []);
  });

  it('goes on until all whom a scene needs can be had at once, and for the rest between days', () => {
    const elements = {
      bob: { category: 'cast', name: 'BOB', available: [{ from: '2026-05-11', to: '2026-12-31' }], away: [{ from: '2026-05-12', to: '2026-08-31' }] },
      ann: { category: 'cast', name: 'ANN', available: [{ from: '2026-06-01', to: '2026-06-30' }, { from: '2026-11-02', to: '2026-11-30' }] },
    };
    const { calendar, resources } = problemOf({ ...EMPTY, rules: RULES, elements }, breakdown(scene('1', { elements: [speaker('bob'), speaker('ann')] }))).problem;
    assert.ok(calendar.some(({ closed }, day) => closed === undefined && resources.every(({ available }) => available?.[day] !== false)));
    const rested = { ...RULES, daysOff: [0], dayEighths: 1, turnaroundHours: 13 };
    const long = problemOf({ ...EMPTY, rules: rested }, breakdown(...Array.from({ length: 30 }, (_, index) => scene(String(index), { eighths: 1 })))).problem;
    assert.equal(long.restDays.day.day, 1);
    assert.ok(long.calendar.filter(({ closed }) => closed === undefined).length >= 59, 'thirty days, each with a free one behind it');
  });

  it('bears names of all objects as ids', () => {
    const { problem } = problemOf(EMPTY, breakdown(scene('__proto__', { setId: 'constructor', elements: [speaker('toString'), speaker('__proto__')] })));
    assert.deepEqual(problem.scenes[0]?.resources, []);
    assert.deepEqual(problem.locations, [{ dayCost: 0 }]);
  });
});

describe('boardOfPlan', () => {
  const script = breakdown(...['1', '2', '3', '4', '5'].map((id) => scene(id)));
  const day = (id: string, kind: 'shoot' | 'off', ...strips: string[]): Board['days'][number] => ({ id, kind, strips: strips.map((each) => (/^\d/.test(each) ? { scene: each } : { banner: each })) });
  const boardWith = (...days: Board['days']): Board => ({ name: 'B', days, boneyard: [], seen: {}, made: { by: 'hand' } });

  it('gives a board back as it was where its own plan comes back', () => {
    const board = boardWith(day('a', 'shoot', 'LUNCH', '1', '2'), day('b', 'off'), day('c', 'shoot'), day('d', 'shoot', '3', 'MOVE', '4', '5', 'WRAP'));
    const parts = problemOf({ ...EMPTY, rules: RULES }, script, { board });
    const plan = planOfBoard(board, parts);
    assert.deepEqual(plan.days.map((each) => each.day), [0, 2, 3]);
    assert.deepEqual(boardOfPlan(plan, parts, () => 'new', board), board.days);
  });

  it('keeps days off and notes that a shorter plan does not reach any more', () => {
    const board = boardWith(day('a', 'shoot', '1', '2'), { ...day('b', 'off'), note: 'Bank holiday' }, { ...day('c', 'shoot', '3', '4', '5'), note: 'Crane' });
    const parts = problemOf({ ...EMPTY, rules: RULES }, script, { board });
    const days = boardOfPlan({ days: [{ day: 0, scenes: [0, 1, 2, 3, 4] }] }, parts, () => 'new', board);
    assert.deepEqual(days, [{ ...day('a', 'shoot', '1', '2', '3', '4', '5'), note: 'Crane' }, { ...day('b', 'off'), note: 'Bank holiday' }]);
  });

  it('leaves out the boneyard, and closes the board\'s days off', () => {
    const board = { ...boardWith(day('a', 'off'), day('b', 'shoot', '1', '9')), boneyard: ['2', '5'] };
    const parts = problemOf({ ...EMPTY, rules: RULES }, script, { board });
    assert.deepEqual(parts.sceneIds, ['1', '3', '4']);
    assert.equal(parts.problem.calendar[0]?.closed, 'off');
    assert.deepEqual(planOfBoard(board, parts), { days: [{ day: 1, scenes: [0] }] });
  });

  it('stands for the same plan as it was made from, and loses no banner', () => {
    const rules = { ...RULES, holidays: ['2026-05-13'] };
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), fc.array(fc.constantFrom('off', 'shoot', 'banner', 'lone'), { maxLength: 6 }), (places, kinds) => {
        const days = kinds.map((kind, at) => day(`d${at}`, kind === 'off' ? 'off' : 'shoot', ...(kind === 'banner' ? [`B${at}`, String((at % 5) + 1), 'X'] : kind === 'lone' ? ['L'] : [])));
        const board = boardWith(...days);
        const parts = problemOf({ ...EMPTY, rules }, script, { board });
        const open = [...parts.problem.calendar.entries()].filter(([, { closed }]) => closed === undefined).map(([index]) => index);
        const taken = places.map((place) => open[place % open.length] ?? 0);
        const shot = [...new Set(taken)].sort((a, b) => a - b).map((each) => ({ day: each, scenes: taken.flatMap((one, index) => (one === each ? [index] : [])) }));
        const made = { ...board, days: boardOfPlan({ days: shot }, parts, () => 'new', board) };
        const again = problemOf({ ...EMPTY, rules }, script, { board: made });
        assert.deepEqual(planOfBoard(made, again).days.filter(({ scenes }) => scenes.length > 0), shot);
        const banners = (of: Board): string[] => of.days.flatMap(({ strips }) => strips.flatMap((strip) => ('banner' in strip ? [strip.banner] : []))).sort();
        assert.deepEqual(banners(made), banners(board));
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
