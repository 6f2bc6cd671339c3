import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../../../../src/core/schedule/check/check';
import type { RedFlag } from '../../../../../src/core/schedule/checked';
import type { CalendarDay, Plan, Problem, ProblemScene } from '../../../../../src/core/schedule/problem';
import { randomPlan, randomProblem } from '../../../../support/randomProblem';
import { randomFrom } from '../../../../support/randomScript';

const NO_REST = { day: { day: 0, night: 0, split: 0 }, night: { day: 0, night: 0, split: 0 }, split: { day: 0, night: 0, split: 0 } };

/** Days as signs: `.` open, `x` closed. */
function calendar(days: string): CalendarDay[] {
  return [...days].map((sign, index) => ({ date: `2026-05-${String(index + 1).padStart(2, '0')}`, ...(sign === 'x' ? { closed: 'weekday' as const } : {}) }));
}

const scene = (about: Partial<ProblemScene> = {}): ProblemScene => ({ eighths: 8, minutes: 60, light: 'day', set: 0, location: 0, resources: [0], ...about });

function problem(about: Partial<Problem>): Problem {
  return {
    calendar: calendar('..........'),
    scenes: [scene(), scene(), scene()],
    resources: [{ dayCost: 100, holdShare: 0.5 }],
    locations: [{ dayCost: 7 }, { dayCost: 11 }],
    dayEighths: 40,
    dayMinutes: 600,
    restDays: NO_REST,
    mayMix: true,
    costs: { companyDay: 1000, night: 300, move: 50, moveMinutes: 45, setMove: 5, setMoveMinutes: 10 },
    demands: [],
    ...about,
  };
}

/** Scenes by calendar day. */
const plan = (days: Readonly<Record<number, readonly number[]>>): Plan => ({ days: Object.entries(days).map(([day, scenes]) => ({ day: Number(day), scenes })) });

const kinds = (flags: readonly RedFlag[]): string[] => flags.map(({ kind }) => kind);

describe('the checker', () => {
  it('pays a resource for worked days, for held days its share, on closed days nothing', () => {
    const { cost, resources, days, flags } = check(problem({ calendar: calendar('..xx......') }), plan({ 0: [0], 4: [1], 6: [2] }));
    assert.deepEqual(resources[0], { marks: ['SW', 'H', undefined, undefined, 'W', 'H', 'WF', undefined, undefined, undefined], worked: 3, held: 2, dropped: 0, start: 0, finish: 6, workedCost: 300, heldCost: 100 });
    assert.deepEqual(cost, { company: 5000, worked: 300, held: 100, locations: 21, nights: 0, moves: 0, setMoves: 0, total: 5421 });
    assert.deepEqual(days.map(({ day, kind, eighths, minutes, held }) => [day, kind, eighths, minutes, held]), [[0, 'day', 8, 60, []], [4, 'day', 8, 60, []], [6, 'day', 8, 60, []]]);
    assert.deepEqual(flags, []);
  });

  it('says who is held on a day on which others shoot', () => {
    const two = problem({ scenes: [scene(), scene({ resources: [] }), scene()] });
    assert.deepEqual(check(two, plan({ 0: [0], 1: [1], 2: [2] })).days.map(({ held }) => held), [[], [0], []]);
  });

  it('drops one gap: the long enough one with the most held days, of equals the first', () => {
    const marks = (days: string, dropAfter: number, at: Readonly<Record<number, readonly number[]>>): string => {
      const { resources } = check(problem({ calendar: calendar(days), resources: [{ dayCost: 100, holdShare: 1, dropAfter }] }), plan(at));
      const [first] = resources;
      return `${(first?.marks ?? []).map((mark) => mark ?? '-').join(' ')} ${first?.held}+${first?.dropped} ${first?.heldCost}`;
    };
    assert.equal(marks('.......', 2, { 0: [0], 3: [1], 6: [2] }), 'SWD - - PW H H WF 2+2 200');
    assert.equal(marks('.......', 2, { 0: [0], 2: [1], 6: [2] }), 'SW H WD - - - PWF 1+3 100');
    // Closed days make a gap longer, and are not held: of the two long enough the one that costs more is dropped.
    assert.equal(marks('.xxx...', 2, { 0: [0], 4: [1], 6: [2] }), 'SW - - - W H WF 1+0 100');
    assert.equal(marks('.xx.x...', 2, { 0: [0], 5: [1], 7: [2] }), 'SWD - - - - PW H WF 1+1 100');
    assert.equal(marks('.......', 4, { 0: [0], 3: [1], 6: [2] }), 'SW H H W H H WF 4+0 400');
    assert.equal(marks('.......', 1, { 1: [0, 1, 2] }), '- SWF - - - - - 0+0 0');
  });

  it('leaves who never works without a day', () => {
    const idle = problem({ resources: [{ dayCost: 100, holdShare: 1 }, { dayCost: 900, holdShare: 1 }] });
    assert.deepEqual(check(idle, plan({ 0: [0, 1, 2] })).resources[1], { marks: Array.from({ length: 10 }, () => undefined), worked: 0, held: 0, dropped: 0, workedCost: 0, heldCost: 0 });
  });

  it('counts moves between locations and between sets, in money and in minutes', () => {
    const moving = problem({ scenes: [scene(), scene({ set: 1 }), scene({ set: 2, location: 1 })] });
    const { cost, days } = check(moving, plan({ 0: [0, 1, 2] }));
    assert.deepEqual([days[0]?.moves, days[0]?.setMoves, days[0]?.minutes], [1, 1, 180 + 45 + 10]);
    assert.deepEqual([cost.moves, cost.setMoves, cost.locations], [50, 5, 18]);
    // Back and forth: two moves, and each location paid once.
    const back = check(moving, plan({ 0: [0, 2, 1] }));
    assert.deepEqual([back.cost.moves, back.cost.setMoves, back.cost.locations], [100, 0, 18]);
    assert.equal(check(moving, plan({ 0: [0], 1: [1], 2: [2] })).cost.moves, 0);
  });

  it('tells days, nights and splits apart; dusk can be had in either', () => {
    const lights = problem({ scenes: [scene(), scene({ light: 'night' }), scene({ light: 'either' })] });
    const kindsOf = (days: Readonly<Record<number, readonly number[]>>): string[] => check(lights, plan(days)).days.map(({ kind }) => kind);
    assert.deepEqual(kindsOf({ 0: [0], 1: [1], 2: [2] }), ['day', 'night', 'day']);
    assert.deepEqual(kindsOf({ 0: [0, 2], 1: [1] }), ['day', 'night']);
    assert.deepEqual(kindsOf({ 0: [2, 1], 1: [0] }), ['night', 'day']);
    assert.deepEqual(kindsOf({ 0: [0, 1, 2], 4: [] }), ['split', 'day']);
    assert.equal(check(lights, plan({ 0: [0, 1, 2] })).cost.nights, 300);
    assert.equal(check(lights, plan({ 0: [0], 1: [1, 2] })).cost.nights, 300);
  });

  it('pays the company on each open day from the first to the last, also where it waits', () => {
    assert.equal(check(problem({ calendar: calendar('.x........') }), plan({ 0: [0, 1, 2], 5: [] })).cost.company, 5000);
    assert.equal(check(problem({}), plan({})).cost.company, 0);
  });

  it('flags limits of a day, but not for a scene that has the day to itself', () => {
    const long = problem({ dayEighths: 10, dayMinutes: 100, scenes: [scene({ eighths: 16, minutes: 300 }), scene({ eighths: 5, minutes: 50 }), scene({ eighths: 5, minutes: 50, set: 1 })] });
    assert.deepEqual(check(long, plan({ 0: [0], 1: [1], 2: [2] })).flags, []);
    assert.deepEqual(check(long, plan({ 0: [0], 1: [1, 2] })).flags, [{ kind: 'minutes', day: 1, minutes: 110, limit: 100 }]);
    assert.deepEqual(check(long, plan({ 0: [0, 1], 2: [2] })).flags, [{ kind: 'eighths', day: 0, eighths: 21, limit: 10 }, { kind: 'minutes', day: 0, minutes: 350, limit: 100 }]);
  });

  it('flags closed days, who cannot be had, and locations that cannot', () => {
    const away = problem({
      calendar: calendar('...x......'),
      resources: [{ dayCost: 1, holdShare: 1, available: [true, false, true, true, true, true, true, true, true, true] }],
      locations: [{ dayCost: 1, available: [true, true, false, true, true, true, true, true, true, true] }, { dayCost: 1 }],
    });
    assert.deepEqual(check(away, plan({ 1: [0], 2: [1], 3: [2] })).flags, [
      { kind: 'unavailable', day: 1, resource: 0, scenes: [0] },
      { kind: 'locationAway', day: 2, location: 0, scenes: [1] },
      { kind: 'closed', day: 3, why: 'weekday' },
    ]);
    // Held on a day on which one cannot be had: nobody minds.
    assert.deepEqual(check(away, plan({ 0: [0, 1], 4: [2] })).flags, []);
  });

  it('flags days that mix day and night where they may not, and too little rest behind them', () => {
    const restDays = { ...NO_REST, night: { day: 1, night: 0, split: 0 } };
    const lights = problem({ mayMix: false, restDays, calendar: calendar('..x.......'), scenes: [scene({ light: 'night' }), scene(), scene()] });
    assert.deepEqual(check(lights, plan({ 0: [0, 1], 1: [2] })).flags, [{ kind: 'mixed', day: 0 }]);
    assert.deepEqual(check(lights, plan({ 0: [0], 1: [1], 3: [2] })).flags, [{ kind: 'turnaround', day: 1, before: 0, needed: 1 }]);
    assert.deepEqual(check(lights, plan({ 1: [0], 3: [1, 2] })).flags, [], 'a day off is a free day');
    assert.deepEqual(check(lights, plan({ 3: [0], 4: [], 5: [1, 2] })).flags, [], 'so is a day on which the company waits');
  });

  it('flags what demands ask and the plan does not give', () => {
    const asking = problem({ demands: [{ kind: 'before', first: 1, then: 0 }, { kind: 'sameDay', scenes: [0, 2] }, { kind: 'pinned', scene: 2, day: 3 }] });
    assert.deepEqual(check(asking, plan({ 3: [1, 0, 2] })).flags, []);
    assert.deepEqual(check(asking, plan({ 3: [0, 1], 4: [2] })).flags, [{ kind: 'before', demand: 0, first: 1, then: 0 }, { kind: 'sameDay', demand: 1, scenes: [0, 2] }, { kind: 'pinned', demand: 2, scene: 2, day: 3 }]);
    assert.deepEqual(kinds(check(problem({ demands: [{ kind: 'before', first: 1, then: 1 }] }), plan({ 0: [0, 1, 2] })).flags), ['before']);
    // About scenes that are nowhere: what is said of them is that they are nowhere.
    assert.deepEqual(kinds(check(problem({ demands: [...asking.demands, { kind: 'pinned', scene: 77, day: 1 }, { kind: 'before', first: -1, then: 0 }] }), plan({ 3: [0] })).flags), ['unplaced', 'unplaced']);
  });

  it('answers a plan that says anything at all', () => {
    const hostile: Plan = { days: [{ day: 4, scenes: [0, 0, 9, -1, 0.5] }, { day: 2, scenes: [1] }, { day: 4, scenes: [1] }, { day: 99, scenes: [2] }, { day: NaN, scenes: [] }] };
    const { flags, days } = check(problem({}), hostile);
    assert.deepEqual(flags, [
      { kind: 'unknownScene', day: 4, scene: 9 },
      { kind: 'unknownScene', day: 4, scene: -1 },
      { kind: 'unknownScene', day: 4, scene: 0.5 },
      { kind: 'dayOrder', day: 2 },
      { kind: 'dayOrder', day: 4 },
      { kind: 'unknownDay', day: 99 },
      { kind: 'unknownDay', day: NaN },
      { kind: 'unplaced', scene: 2 },
      { kind: 'twice', scene: 0 },
      { kind: 'twice', scene: 1 },
    ]);
    assert.deepEqual(days.map(({ day, eighths }) => [day, eighths]), [[2, 8], [4, 24]]);
    const odd = problem({ scenes: [scene({ resources: [5, -1], location: 9 }), scene(), scene()] });
    assert.deepEqual(check(odd, plan({ 0: [0, 1, 2] })).flags, []);
  });

  it('never throws, and flags what is not whole', () => {
    const index = fc.oneof(fc.integer({ min: -2, max: 8 }), fc.constantFrom(NaN, Infinity, 1.5));
    const days = fc.array(fc.record({ day: index, scenes: fc.array(index, { maxLength: 5 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), days, (seed, list) => {
        const small = randomProblem(randomFrom(seed), { scenes: 3, days: 6 });
        const { flags } = check(small, { days: list });
        const named = list.flatMap(({ day, scenes }) => (small.calendar[day] ? scenes : []));
        const whole = small.scenes.every((_, each) => named.filter((at) => at === each).length === 1) && named.length === 3;
        assert.equal(whole && list.every(({ day }) => small.calendar[day]), !flags.some(({ kind }) => ['unplaced', 'twice', 'unknownDay', 'unknownScene'].includes(kind)));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe('whatever the plan, the checker', () => {
  function each(test: (problem: Problem, plan: Plan, random: () => number) => void): void {
    for (let seed = 0; seed < 300; seed++) {
      const random = randomFrom(seed);
      const small = randomProblem(random, { scenes: 1 + (seed % 7), days: 3 + (seed % 9) });
      test(small, randomPlan(random, small), random);
    }
  }

  it('adds up', () => {
    each((small, any) => {
      const { cost, resources, days } = check(small, any);
      const { total, ...parts } = cost;
      assert.equal(total, Object.values(parts).reduce((all, part) => all + part, 0));
      assert.equal(cost.worked, resources.reduce((all, { workedCost }) => all + workedCost, 0));
      assert.equal(cost.held, resources.reduce((all, { heldCost }) => all + heldCost, 0));
      assert.equal(days.reduce((all, { eighths }) => all + eighths, 0), small.scenes.reduce((all, { eighths }) => all + eighths, 0));
    });
  });

  it('gives marks that hang together', () => {
    each((small, any) => {
      for (const { marks, worked, held, dropped, start, finish } of check(small, any).resources) {
        const works = marks.flatMap((mark, day) => (mark !== undefined && mark !== 'H' ? [day] : []));
        assert.equal(works.length, worked);
        assert.deepEqual([works[0], works.at(-1)], [start, finish]);
        assert.equal(marks.filter((mark) => mark === 'H').length, held);
        assert.deepEqual(marks.flatMap((mark, day) => (mark?.startsWith('S') ? [day] : [])), start === undefined ? [] : [start]);
        assert.deepEqual(marks.flatMap((mark, day) => (mark?.endsWith('F') ? [day] : [])), finish === undefined ? [] : [finish]);
        marks.forEach((mark, day) => {
          if (mark === 'H') {
            assert.ok(start !== undefined && finish !== undefined && day > start && day < finish, 'held between');
            assert.equal(small.calendar[day]?.closed, undefined, 'never on a closed day');
          }
        });
        const open = start === undefined || finish === undefined ? 0 : small.calendar.slice(start, finish + 1).filter((day, index) => day.closed === undefined || works.includes(start + index)).length;
        assert.equal(worked + held + dropped, open);
        const drops = marks.flatMap((mark, day) => (mark?.endsWith('D') ? [day] : []));
        const picksUp = marks.flatMap((mark, day) => (mark?.startsWith('P') ? [day] : []));
        assert.deepEqual([drops.length, picksUp.length], dropped > 0 ? [1, 1] : [0, 0]);
      }
    });
  });

  it('does not mind how scenes and resources are numbered', () => {
    each((small, any, random) => {
      const scenes = shuffled(small.scenes.length, random);
      const resources = shuffled(small.resources.length, random);
      const to = (order: readonly number[], old: number): number => order.indexOf(old);
      const other: Problem = {
        ...small,
        scenes: scenes.flatMap((old) => small.scenes[old] ?? []).map((each) => ({ ...each, resources: each.resources.map((old) => to(resources, old)).sort((a, b) => a - b) })),
        resources: resources.flatMap((old) => small.resources[old] ?? []),
        demands: small.demands.map((demand) => (demand.kind === 'before' ? { ...demand, first: to(scenes, demand.first), then: to(scenes, demand.then) } : demand.kind === 'sameDay' ? { ...demand, scenes: demand.scenes.map((old) => to(scenes, old)) } : { ...demand, scene: to(scenes, demand.scene) })),
      };
      const before = check(small, any);
      const after = check(other, { days: any.days.map(({ day, scenes: list }) => ({ day, scenes: list.map((old) => to(scenes, old)) })) });
      assert.deepEqual(after.cost, before.cost);
      assert.deepEqual(after.resources, resources.map((old) => before.resources[old]));
      assert.deepEqual(kinds(after.flags).sort(), kinds(before.flags).sort());
    });
  });
});

function shuffled(length: number, random: () => number): number[] {
  return Array.from({ length }, (_, index) => ({ index, at: random() })).sort((one, other) => one.at - other.at).map(({ index }) => index);
}
