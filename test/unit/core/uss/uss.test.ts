// Schedules out to other programs and back: nothing is lost that the format can hold, and nothing that is here is changed.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Board } from '../../../../src/core/production/board';
import type { Production } from '../../../../src/core/production/production';
import { readProduction, serialiseProduction } from '../../../../src/core/production/file';
import { settle } from '../../../../src/core/production/settle';
import type { UssDocument } from '../../../../src/core/uss/form';
import { fromUss } from '../../../../src/core/uss/fromUss';
import { readUss, type ReadUss } from '../../../../src/core/uss/readUss';
import { toUss } from '../../../../src/core/uss/toUss';

const SCRIPT = `INT. KITCHEN - DAY #1#

Anna peels an apple.

ANNA
Morning.

EXT. YARD - NIGHT #2#

BEN
Who is there?

INT. KITCHEN - NIGHT #3#

ANNA
Nobody.

BEN
Liar.
`;

let count = 0;
const newId = (): string => `n${(count += 1)}`;

function world(source = SCRIPT, change: (production: Production, scenes: readonly string[]) => Production = (production) => production) {
  const layout = layoutOf(parse(source), STANDARD_PAGE);
  const settled = settle(emptyProduction(), layout, newId);
  const production = change(settled, breakdownOf(layout, settled).scenes.map(({ id }) => id));
  return { production, breakdown: breakdownOf(layout, production) };
}

const board = (name: string, days: Board['days'], boneyard: readonly string[] = []): Board => ({ name, days, boneyard, seen: {}, made: { by: 'hand' } });

/** Two boards, a car in scene 2, an actor away, a start. */
function shoot() {
  return world(SCRIPT, (production, [one = '', two = '', three = '']) => ({
    ...production,
    rules: { ...production.rules, start: '2026-05-11', daysOff: [0, 6], holidays: ['2026-05-14'] },
    elements: {
      ...Object.fromEntries(Object.entries(production.elements).map(([id, element]) => [id, element.name === 'BEN' ? { ...element, dropAfter: 10, away: [{ from: '2026-05-12', to: '2026-05-13' }] } : element])),
      car: { category: 'vehicles', name: 'Old Volvo' },
    },
    scenes: { ...production.scenes, [two]: { ...record(production, two), notes: 'Wet down the yard.', minutes: 95, tags: { car: { quotes: [] } } } },
    boards: {
      b1: board('Mine', [{ id: 'd1', kind: 'shoot', strips: [{ scene: two }, { banner: 'Company move' }, { scene: one }] }, { id: 'd2', kind: 'off', strips: [] }, { id: 'd3', kind: 'shoot', strips: [{ scene: three }] }]),
      b2: board('Script order', [{ id: 'e1', kind: 'shoot', strips: [{ scene: one }, { scene: two }] }], [three]),
    },
  }));
}

function record(production: Production, id: string) {
  const found = production.scenes[id];
  assert.ok(found);
  return found;
}

const written = ({ production, breakdown }: ReturnType<typeof world>): UssDocument['universalScheduleStandard'] =>
  (JSON.parse(toUss({ production, breakdown, title: 'test', created: '2026-01-02T03:04:05.000Z' })) as UssDocument).universalScheduleStandard;

function read(text: string): ReadUss {
  const found = readUss(text);
  assert.ok(found.ok);
  return found.uss;
}

describe('a USS file', () => {
  it('holds what the standard demands: each element in one category, each breakdown once on every board, ids once', () => {
    const uss = written(shoot());
    const members = uss.categories.flatMap(({ elements }) => elements);
    assert.deepEqual([...members].sort(), uss.elements.map(({ id }) => id).sort());
    for (const stripboard of uss.stripboards) {
      assert.deepEqual(stripboard.boards.flatMap(({ breakdownIds }) => breakdownIds).sort(), uss.breakdowns.map(({ id }) => id).sort(), stripboard.name);
    }
    const ids = [...uss.breakdowns, ...uss.elements, ...uss.categories, ...uss.stripboards, ...uss.calendars].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => /^[0-9a-f]{24}$/.test(id)));
    const known = new Set(members);
    assert.ok(uss.breakdowns.every(({ elements }) => elements.every((id) => known.has(id))));
  });

  it('says a scene in the standard\'s units: pages as decimals, time in milliseconds', () => {
    const world = shoot();
    const scene = written(world).breakdowns.find((each) => each.scene === '2');
    const own = world.breakdown.scenes[1];
    assert.equal(scene?.pages, (own?.eighths ?? 0) / 8);
    assert.equal(scene.time, 95 * 60 * 1000);
    assert.equal(scene.comments, 'Wet down the yard.');
  });

  it('lays the calendar out: start, holidays, and the days off put in by hand at their dates', () => {
    const [calendar] = written(shoot()).calendars;
    assert.deepEqual(calendar?.daysOff, [0, 6]);
    assert.deepEqual(calendar.events.map(({ type, name, date }) => [type, name, date.slice(0, 10)]), [['start', null, '2026-05-11'], ['dayOff', 'holiday', '2026-05-14'], ['dayOff', 'dayOff', '2026-05-12']]);
  });

  it('tells who is away, day by day, and what may be dropped', () => {
    const ben = written(shoot()).elements.find(({ name }) => name === 'BEN');
    assert.deepEqual(ben?.events.map(({ date }) => date.slice(0, 10)), ['2026-05-12', '2026-05-13']);
    assert.equal(ben.doodDropDays, 10);
    assert.equal(ben.doodDropAllow, true);
  });

  it('is the same file from the same production', () => {
    const world = shoot();
    assert.deepEqual(written(world), written(world));
  });
});

describe('reading a USS file', () => {
  it('brings boards, elements and calendar into a production that knows the script alone', () => {
    const uss = read(toUss({ ...shoot(), title: 'test', created: '2026-01-02T03:04:05.000Z' }));
    const { production, breakdown } = world();
    const brought = fromUss(uss, production, breakdown, newId);
    assert.equal(brought.matched, 3);
    assert.deepEqual(brought.unmatched, []);
    assert.deepEqual(brought.boards, ['Mine', 'Script order']);
    assert.equal(brought.calendar, true);
    const [mine, order] = Object.values(brought.production.boards);
    const [one, two, three] = breakdown.scenes.map(({ id }) => id);
    assert.deepEqual(mine?.days.map(({ strips }) => strips), [[{ scene: two }, { banner: 'Company move' }, { scene: one }], [{ scene: three }]]);
    assert.deepEqual(order?.boneyard, [three]);
    assert.equal(brought.production.rules.start, '2026-05-11');
    const car = Object.entries(brought.production.elements).find(([, { name }]) => name === 'Old Volvo');
    assert.equal(car?.[1].category, 'vehicles');
    assert.ok(Object.hasOwn(record(brought.production, two ?? '').tags, car[0]));
    assert.equal(record(brought.production, two ?? '').minutes, 95);
    // Anna and Ben are there already: by name, not twice.
    assert.equal(brought.elements, 1);
    assert.equal(Object.values(brought.production.elements).filter(({ category }) => category === 'cast').length, 2);
    assert.deepEqual(readProduction(serialiseProduction(brought.production)), { ok: true, production: brought.production });
  });

  it('changes nothing that is there, and brings nothing twice', () => {
    const before = shoot();
    const uss = read(toUss({ ...before, title: 'test', created: '2026-01-02T03:04:05.000Z' }));
    const { production, elements, tags, calendar } = fromUss(uss, before.production, before.breakdown, newId);
    assert.equal(elements, 0);
    assert.equal(tags, 0);
    assert.equal(calendar, false);
    assert.deepEqual(production.elements, before.production.elements);
    assert.deepEqual(production.scenes, before.production.scenes);
    assert.deepEqual(production.boards['b1'], before.production.boards['b1']);
    assert.deepEqual(Object.values(production.boards).map(({ name }) => name), ['Mine', 'Script order', 'Mine 2', 'Script order 2']);
  });

  it('finds scenes again by set where numbers have changed, takes each once, and names what it does not find', () => {
    const uss = read(toUss({ ...shoot(), title: 'test', created: '2026-01-02T03:04:05.000Z' }));
    const other = world(SCRIPT.replace('#1#', '#10#').replace('#2#', '#20#').replace('EXT. YARD', 'EXT. GARDEN').replace('#3#', '#30#'));
    const brought = fromUss(uss, other.production, other.breakdown, newId);
    assert.equal(brought.matched, 2);
    assert.equal(brought.unmatched.length, 1);
    assert.match(brought.unmatched[0] ?? '', /^2 /);
  });

  it('reads the older samples: catId, null for lists, no type', () => {
    const text = JSON.stringify({
      universalScheduleStandard: {
        name: 'Old', version: '0.9.0', stripboards: null, calendars: null,
        elements: [{ id: 'e1', name: 'Lamp', elementId: null }, { id: 'e2', name: 'KITCHEN' }, { id: 'lost', name: 'In no category' }],
        categories: [{ id: 'c1', catId: 104, name: 'Props', elements: ['e1'] }, { id: 'c2', catId: 0, name: 'Set', elements: ['e2'] }],
        breakdowns: [{ id: 'b', scene: 1, elements: ['e1', 'e2', 'lost', 'nowhere', 7] }],
      },
    });
    const { production, breakdown } = world();
    const brought = fromUss(read(text), production, breakdown, newId);
    assert.equal(brought.matched, 1);
    assert.deepEqual(Object.values(brought.production.elements).map(({ name }) => name).filter((name) => !['ANNA', 'BEN'].includes(name)), ['Lamp']);
  });

  it('says why a text is no such file', () => {
    const faultOf = (text: string) => {
      const found = readUss(text);
      return found.ok ? undefined : found.fault;
    };
    assert.equal(faultOf('{"universalScheduleStandard": {'), 'json');
    assert.equal(faultOf('{"breakdowns": []}'), 'other');
    assert.equal(faultOf('[]'), 'other');
    assert.equal(faultOf('null'), 'other');
    assert.equal(faultOf('{"universalScheduleStandard": {"breakdowns": 3}}'), 'other');
  });

  it('takes no number that the production’s own file could not hold', () => {
    const there = shoot();
    const elements = { ...there.production.elements, zed: { category: 'cast', name: 'ZED', castNumber: 77 } };
    const [scene = ''] = there.breakdown.scenes.map(({ id }) => id);
    const production = { ...there.production, elements, scenes: { ...there.production.scenes, [scene]: { ...record(there.production, scene), minutes: 11, tags: { zed: { quotes: [] } } } } };
    const layout = layoutOf(parse(SCRIPT), STANDARD_PAGE);
    const text = toUss({ ...there, production, breakdown: breakdownOf(layout, production), title: 'test', created: '2026-01-02T03:04:05.000Z' });
    const hostile = text.replace('"elementId": "77"', '"elementId": "5000000"').replace('"time": 660000', '"time": 1e13');
    assert.equal(hostile.includes('5000000') && hostile.includes('1e13'), true);
    const fresh = world();
    const uss = readUss(hostile);
    assert.ok(uss.ok);
    const { production: taken } = fromUss(uss.uss, fresh.production, fresh.breakdown, newId);
    assert.ok(Object.values(taken.elements).some(({ name }) => name === 'ZED'));
    assert.ok(readProduction(serialiseProduction(taken)).ok);
  });

  it('survives values of every wrong kind', () => {
    const { production, breakdown } = world();
    for (const wrong of [null, 3, 'x', [], [[]], [{}], [{ id: null }], { a: 1 }, [{ id: '__proto__', elements: ['__proto__'], boards: [{ breakdownIds: ['__proto__'] }], events: [{}], name: '__proto__' }]]) {
      const text = JSON.stringify({ universalScheduleStandard: { breakdowns: Array.isArray(wrong) ? wrong : [], elements: wrong, categories: wrong, stripboards: wrong, calendars: wrong } });
      const brought = fromUss(read(text), production, breakdown, newId);
      assert.deepEqual(Object.keys(brought.production.scenes), Object.keys(production.scenes));
    }
  });
});
