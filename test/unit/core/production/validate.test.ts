// What is typed into the production's form: what is understood, what is refused, and what does not go together.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../../src/core/fountain/parse';
import { formatEighths } from '../../../../src/core/page/formatLength';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { addDays, dateOf } from '../../../../src/core/production/calendar';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { readProduction, serialiseProduction } from '../../../../src/core/production/file';
import type { Production } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';
import { warningsOf } from '../../../../src/core/production/validate';
import { readDate, readWindow, tidyWindows, type DateWords } from '../../../../src/core/production/validateDates';
import { isField, setField, setWindow, type FieldRef, type FieldWords } from '../../../../src/core/production/validateField';
import { addRow, putSets, removeRow, renumberAll, renumberCast } from '../../../../src/core/production/validateRows';
import { readScene } from '../../../../src/core/production/validateScenes';
import { readAmount, readClock, readEighths, readMoney, readOffset, readShare, readWhole } from '../../../../src/core/production/validateTexts';

const DATES: DateWords = { months: [], monthFirst: false, near: '2027-05-01' };
const HOLD = { full: 'in full', half: 'half', free: 'free' };
const SCRIPT = 'INT. MILL - DAY #1#\n\nMARA\nYes.\n\nEXT. ROAD - DAY #2#\n\nJON\nNo.\n\nMARA\nWhy?\n\nINT. MILL - NIGHT #3#\n\nMARA\nGo.\n';

function shoot(text = SCRIPT, change: (production: Production) => Production = (same) => same) {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  let next = 0;
  const production = change(settle(emptyProduction(), layout, () => `id${(next += 1)}`));
  const breakdown = breakdownOf(layout, production);
  const words: FieldWords = { ...DATES, hold: HOLD, yes: 'yes', scenes: breakdown.scenes };
  const idOf = (name: string): string => Object.entries(production.elements).find(([, element]) => element.name === name)?.[0] ?? '';
  return { production, breakdown, words, idOf, scenes: breakdown.scenes.map(({ id }) => id) };
}

const value = <T>(read: { ok: true; value: T } | { ok: false; said: { text: string } }): T | string => (read.ok ? read.value : `no: ${read.said.text}`);
const isRefused = (read: { ok: boolean }): boolean => !read.ok;

describe('dates as typed', () => {
  it('are understood in the ways that people write them', () => {
    const cases: readonly [string, string][] = [
      ['2027-05-12', '2027-05-12'], ['2027-5-2', '2027-05-02'], ['12 May', '2027-05-12'], ['May 12', '2027-05-12'], ['12 may 2028', '2028-05-12'], ['May 12, 2028', '2028-05-12'], ['12.5.', '2027-05-12'],
      ['12.5.2028', '2028-05-12'], ['12/5', '2027-05-12'], ['3rd June', '2027-06-03'], ['1 Sept', '2027-09-01'], ['2 January', '2027-01-02'], ['20 Dec', '2026-12-20'], ['29 Feb 2028', '2028-02-29'],
    ];
    assert.deepEqual(cases.map(([text]) => value(readDate(text, DATES))), cases.map(([, date]) => date));
    assert.equal(value(readDate('5/12', { ...DATES, monthFirst: true })), '2027-05-12');
    assert.equal(value(readDate('12. März', { ...DATES, months: [[], [], ['märz', 'mär']] })), '2027-03-12');
  });

  it('make windows of a month, of two, and over New Year', () => {
    const cases: readonly [string, string][] = [
      ['12-16 May', '2027-05-12/2027-05-16'], ['12 – 16 May', '2027-05-12/2027-05-16'], ['May 12 - 16', '2027-05-12/2027-05-16'], ['12 May - 3 June', '2027-05-12/2027-06-03'], ['12 May to 3 June 2028', '2028-05-12/2028-06-03'],
      ['28 Dec - 3 Jan', '2026-12-28/2027-01-03'], ['28 Dec - 3 Jan 2028', '2027-12-28/2028-01-03'], ['2027-05-12 to 2027-05-16', '2027-05-12/2027-05-16'], ['2027-05-12/2027-05-16', '2027-05-12/2027-05-16'],
      ['2027-05-12 - 2027-05-16', '2027-05-12/2027-05-16'], ['2027-05-12..2027-05-16', '2027-05-12/2027-05-16'], ['12.5.-16.5.', '2027-05-12/2027-05-16'], ['12.-16.5.2028', '2028-05-12/2028-05-16'], ['1-1 May', '2027-05-01/2027-05-01'],
    ];
    const told = (text: string): string => {
      const read = readWindow(text, DATES);
      return read.ok ? `${read.value.from}/${read.value.to}` : read.said.text;
    };
    assert.deepEqual(cases.map(([text]) => told(text)), cases.map(([, window]) => window));
  });

  it('are refused with a sentence where they are none', () => {
    const wrong = ['', 'soon', '31 June', '2027-02-30', '12', '12-16', '12 May -', '16 Foo', '12-14-16 May', '2027-05-16 to 2027-05-12', '1 2 May', 'May', 'x'.repeat(5000), '2027-05-12 2027-05-13 2027-05-14', '__proto__'];
    assert.deepEqual(wrong.filter((text) => readWindow(text, DATES).ok), []);
    assert.ok(isRefused(readDate('12-16 May', DATES)));
    fc.assert(fc.property(fc.string(), (text) => typeof readWindow(text, DATES).ok === 'boolean'), { seed: 5, numRuns: 500 });
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 24_000 }), fc.nat(300), (first, length) => {
        const from = dateOf(first);
        const to = addDays(from, length);
        assert.deepEqual(readWindow(`${from} to ${to}`, DATES), { ok: true, value: { from, to } });
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('are made one where they share a day, and hold the same days as before', () => {
    assert.deepEqual(tidyWindows([{ from: '2027-05-14', to: '2027-05-20' }, { from: '2027-05-01', to: '2027-05-02' }, { from: '2027-05-12', to: '2027-05-16' }]), [{ from: '2027-05-01', to: '2027-05-02' }, { from: '2027-05-12', to: '2027-05-20' }]);
    const windows = fc.array(fc.tuple(fc.nat(60), fc.nat(9)).map(([at, length]) => ({ from: dateOf(20_000 + at), to: dateOf(20_000 + at + length) })), { maxLength: 8 });
    fc.assert(
      fc.property(windows, (some) => {
        const days = (list: readonly { from: string; to: string }[]): string[] => Array.from({ length: 80 }, (_, index) => dateOf(20_000 + index)).filter((date) => list.some(({ from, to }) => from <= date && date <= to));
        assert.deepEqual(days(tidyWindows(some)), days(some));
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('figures as typed', () => {
  it('are sums, whole, however they are set apart', () => {
    assert.deepEqual(['1200', '1,200', '1.200', '€ 1 200', "1'200", '1200 €', 'EUR 1200', '1200 EUR', '0', '', ' '].map((text) => value(readMoney(text))), [1200, 1200, 1200, 1200, 1200, 1200, 1200, 1200, 0, undefined, undefined]);
    assert.deepEqual(['1200.50', '1,5', '-3', 'much', '1e3', '99999999999', '€', '1.20.0', '12,34,5'].filter((text) => readMoney(text).ok), []);
  });

  it('are lengths as the trade writes them', () => {
    assert.deepEqual(['4 5/8', '5/8', '4', '37/8', '4.5', '4,125', '4 5/8 pages', '0 1/8'].map((text) => value(readEighths(text))), [37, 5, 32, 37, 36, 33, 37, 1]);
    assert.deepEqual(['', '0', '4 5/9', '-1', '4.3', '5/8 4', '2000'].filter((text) => readEighths(text).ok), []);
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (eighths) => assert.deepEqual(readEighths(formatEighths(eighths)), { ok: true, value: eighths })), { seed: 8, numRuns: 300 });
  });

  it('are shares, hours, calls and offsets', () => {
    assert.deepEqual(['in full', 'FULL', 'half', '1/2', 'free', '30 %', '0.3', '0,3', '100%', '', '12.5 %'].map((text) => value(readShare(text, HOLD))), [1, 1, 0.5, 0.5, 0, 0.3, 0.3, 0.3, 1, undefined, 0.125]);
    assert.deepEqual(['130 %', '1.2', 'some', '-1'].filter((text) => readShare(text, HOLD).ok), []);
    assert.deepEqual(['7:00', '07.30', '7', '7 am', '6:30 pm', '12 am', '12pm', '23:59', '7h30'].map((text) => value(readClock(text))), ['07:00', '07:30', '07:00', '07:00', '18:30', '00:00', '12:00', '23:59', '07:30']);
    assert.deepEqual(['', '24:00', '7:60', '13 pm', 'noon', '7:5'].filter((text) => readClock(text).ok), []);
    assert.deepEqual(['10', '10.5', '10,5', '10 1/2', '10:30', '12 h', ''].map((text) => value(readAmount(text, 1, 24))), [10, 10.5, 10.5, 10.5, 10.5, 12, undefined]);
    assert.deepEqual(['0', '25', 'ten', '-3', '1e1'].filter((text) => readAmount(text, 1, 24).ok), []);
    assert.deepEqual(['-30', '−30', '+15', '- 30', '-0:30', '1:15', '', '0'].map((text) => value(readOffset(text))), [-30, -30, 15, -30, -30, 75, undefined, 0]);
    assert.deepEqual([readWhole('8 days', 1, 365), readWhole('0', 1, 365), readWhole('8.5', 1, 365)].map(({ ok }) => ok), [true, false, false]);
  });

  it('are scenes by number, heading, or a part of it that one alone has', () => {
    const scenes = [{ id: 'a', number: '1', heading: 'INT. MILL - DAY' }, { id: 'b', number: '2', heading: 'EXT. ROAD - DAY' }, { id: 'c', number: '3', heading: 'INT. MILL - NIGHT' }];
    assert.deepEqual(['1', '#2', 'road', 'INT. MILL - NIGHT', '3  INT. MILL - NIGHT', 'b'].map((text) => value(readScene(text, scenes))), ['a', 'b', 'b', 'c', 'c', 'b']);
    assert.deepEqual(['mill', '4', '', 'constructor'].filter((text) => readScene(text, scenes).ok), []);
  });
});

describe('fields of a production', () => {
  it('take what belongs there and are otherwise the very same production', () => {
    const { production, words, idOf } = shoot();
    const mara = idOf('MARA');
    const set = (field: string, text: string) => setField(production, { on: 'elements', id: mara, field }, text, words);
    const paid = set('dayCost', '1,200');
    assert.ok(paid.ok);
    assert.equal(paid.value.elements[mara]?.dayCost, 1200);
    assert.equal(production.elements[mara]?.dayCost, undefined);
    const again = setField(paid.value, { on: 'elements', id: mara, field: 'dayCost' }, '1200', words);
    assert.ok(again.ok && again.value === paid.value);
    const none = setField(paid.value, { on: 'elements', id: mara, field: 'dayCost' }, '', words);
    assert.ok(none.ok && !('dayCost' in (none.value.elements[mara] ?? {})));
    assert.deepEqual([set('name', '  '), set('castNumber', '3'), set('__proto__', 'x'), set('category', 'props')].map(({ ok }) => ok), [false, false, false, false]);
    assert.deepEqual(['__proto__', 'constructor', 'nobody'].filter((id) => setField(production, { on: 'elements', id, field: 'played' }, 'x', words).ok), []);
  });

  it('of windows add, change and take away', () => {
    const { production, words, idOf } = shoot();
    const ref = { on: 'elements', id: idOf('JON'), field: 'available' } as const;
    const one = setWindow(production, ref, '', '12-16 May', words);
    assert.ok(one.ok);
    const two = setWindow(one.value, ref, '', '20 May', words);
    assert.ok(two.ok);
    const three = setWindow(two.value, ref, '2027-05-20/2027-05-20', '21-22 May', words);
    assert.ok(three.ok);
    assert.deepEqual(three.value.elements[ref.id]?.available, [{ from: '2027-05-12', to: '2027-05-16' }, { from: '2027-05-21', to: '2027-05-22' }]);
    const gone = ['2027-05-12/2027-05-16', '2027-05-21/2027-05-22'].reduce<Production>((now, old) => {
      const read = setWindow(now, ref, old, '', words);
      return read.ok ? read.value : now;
    }, three.value);
    assert.equal('available' in (gone.elements[ref.id] ?? {}), false);
    const holidays = setWindow(production, { on: 'rules', id: '', field: 'holidays' }, '', '24-26 Dec', words);
    assert.deepEqual(holidays.ok && holidays.value.rules.holidays, ['2026-12-24', '2026-12-25', '2026-12-26']);
    assert.ok(isRefused(setWindow(production, { on: 'rules', id: '', field: 'holidays' }, '', '2027-01-01 to 2037-01-01', words)));
  });

  it('of any text leave a production that its file can hold, or say why not', () => {
    const { production, words, idOf, scenes } = shoot();
    const rich = { ...production, locations: { l1: { name: 'Mill' } }, crew: { c1: { name: 'Ada', department: 'Camera' } }, demands: { d1: { kind: 'pinned', scene: scenes[0] ?? '', date: '2027-05-12' } as const } };
    const ids: Readonly<Record<FieldRef['on'], string>> = { elements: idOf('MARA'), sets: Object.keys(rich.sets)[0] ?? '', locations: 'l1', crew: 'c1', rules: '', demands: 'd1' };
    const fields = ['name', 'played', 'dayCost', 'holdShare', 'dropAfter', 'location', 'key', 'callOffset', 'department', 'date', 'scene', 'start', 'currency', 'dayEighths', 'dayHours', 'dayCall', 'minutesPerEighth', 'turnaroundHours', 'mayMix', 'moveCost', 'moveMinutes', 'daysOff.3', 'daysOff.7', 'holidays'];
    const texts = fc.oneof(fc.string(), fc.constantFrom('1', '12 May', '7:00', '4 5/8', 'half', 'USD', 'yes', '-30', '999999999', '0', '0.5', '24', 'Mill', '1 2'));
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(ids) as FieldRef['on'][])), fc.constantFrom(...fields), texts, (on, field, text) => {
        const read = setField(rich, { on, id: ids[on], field }, text, words);
        assert.ok(!read.ok || isField({ on, field }));
        if (read.ok) {
          const kept = readProduction(serialiseProduction(read.value));
          assert.ok(kept.ok, `${on}.${field} = ${JSON.stringify(text)}: ${kept.ok ? '' : `${kept.reason} ${kept.detail ?? ''}`}`);
        } else {
          assert.ok(read.said.text.length > 3);
        }
      }),
      { seed: 9, numRuns: 1500 },
    );
  });
});

describe('rows of a production', () => {
  it('are added whole or not at all, and say which field is wrong', () => {
    const { production, words } = shoot();
    const mill = addRow(production, 'locations', new Map([['name', 'Old mill'], ['dayCost', '300']]), 'l1', words);
    assert.deepEqual(mill.ok && mill.value.locations, { l1: { name: 'Old mill', dayCost: 300 } });
    const at = mill.ok ? mill.value : production;
    const wrong = [addRow(at, 'locations', new Map([['name', 'old MILL']]), 'l2', words), addRow(at, 'crew', new Map([['name', 'Ada']]), 'c1', words), addRow(at, 'before', new Map([['first', '1'], ['then', '1']]), 'd', words), addRow(at, 'pinned', new Map([['scene', '1'], ['date', 'x']]), 'd', words), addRow(at, 'sameDay', new Map([['scenes', '1']]), 'd', words)];
    assert.deepEqual(wrong.map((added) => !added.ok && added.field), ['name', 'department', 'then', 'date', 'scenes']);
    const pinned = addRow(at, 'pinned', new Map([['scene', '1'], ['date', '12 May']]), 'd1', words);
    assert.ok(pinned.ok);
    assert.equal(addRow(pinned.value, 'pinned', new Map([['scene', 'INT. MILL - DAY'], ['date', '2027-05-12']]), 'd2', words).ok, false);
  });

  it('that go take what points at them along', () => {
    const { production } = shoot();
    const [set = ''] = Object.keys(production.sets);
    const at = putSets({ ...production, locations: { l1: { name: 'Mill' } } }, Object.keys(production.sets), 'l1');
    assert.deepEqual(Object.values(at.sets).map(({ location }) => location), Object.keys(at.sets).map(() => 'l1'));
    const without = removeRow(at, 'locations', 'l1');
    assert.deepEqual([without.locations, without.sets[set]?.location], [{}, undefined]);
    assert.equal(removeRow(at, 'locations', '__proto__'), at);
    assert.equal(putSets(at, ['nobody', set], 'l1'), at);
  });

  it('of cast change numbers by hand alone, and no two are ever the same', () => {
    const { production, idOf } = shoot();
    const [mara, jon] = [idOf('MARA'), idOf('JON')];
    const numbers = (now: Production): unknown[] => [now.elements[mara]?.castNumber, now.elements[jon]?.castNumber];
    assert.deepEqual(numbers(production), [1, 2]);
    assert.deepEqual(numbers(renumberCast(production, mara, 2)), [2, 1]);
    assert.deepEqual(numbers(renumberCast(production, mara, 7)), [7, 2]);
    assert.equal(renumberCast(production, mara, 1), production);
    assert.deepEqual(numbers(renumberAll(production, [jon])), [2, 1]);
    assert.equal(renumberAll(production, [mara, jon]), production);
  });
});

describe('what does not go together in a production', () => {
  const warned = (change: (production: Production, scenes: readonly string[], idOf: (name: string) => string) => Production): string[] => {
    const first = shoot();
    const { production, breakdown } = shoot(SCRIPT, () => change(first.production, first.scenes, first.idOf));
    return warningsOf(production, breakdown).map(({ on, field, said }) => `${on}.${field}: ${said.text}`);
  };
  const rules = (production: Production, more: Partial<Production['rules']>): Production => ({ ...production, rules: { ...production.rules, ...more } });
  const element = (production: Production, id: string, more: object): Production => ({ ...production, elements: { ...production.elements, [id]: { ...production.elements[id], ...more } as Production['elements'][string] } });
  const demands = (production: Production, all: Production['demands']): Production => ({ ...production, demands: all });

  it('is nothing in a new one', () => {
    assert.deepEqual(warned((same) => same), []);
    const { production, breakdown } = shoot('');
    assert.deepEqual(warningsOf(production, breakdown), []);
  });

  it('is a window before the shoot, a number twice, a location without sets, a day that is too long', () => {
    assert.deepEqual(warned((now, _, idOf) => element(rules(now, { start: '2027-05-12' }), idOf('MARA'), { away: [{ from: '2027-05-01', to: '2027-05-11' }] })), ['elements.away: {0} is over before the shoot starts on {1}.']);
    assert.deepEqual(warned((now, _, idOf) => element(rules(now, { start: '2027-05-12' }), idOf('MARA'), { away: [{ from: '2027-05-01', to: '2027-05-12' }] })), []);
    assert.deepEqual(warned((now, _, idOf) => element(now, idOf('MARA'), { castNumber: 2 })), ['elements.castNumber: {0} has the number {1} too. Give one of them another.', 'elements.castNumber: {0} has the number {1} too. Give one of them another.']);
    assert.deepEqual(warned((now) => ({ ...now, locations: { l1: { name: 'Mill' } } })), ['locations.name: No set is at this location yet.']);
    assert.deepEqual(warned((now) => rules(now, { dayEighths: 80 })), ['rules.dayEighths: {0} pages at {1} minutes an eighth are more than a day of {2} hours.']);
    assert.deepEqual(warned((now) => rules(now, { start: '2027-05-15' })), ['rules.start: The shoot starts on a day off: the first day of work comes later.']);
  });

  it('is a day pinned to when nobody works, or without who is needed', () => {
    const pin = (date: string, more: (now: Production, idOf: (name: string) => string) => Production = (now) => now): string[] => warned((now, [scene = ''], idOf) => demands(more(rules(now, { start: '2027-05-12' }), idOf), { d: { kind: 'pinned', scene, date } }));
    assert.deepEqual(pin('2027-05-13'), []);
    assert.deepEqual(pin('2027-05-15'), ['demands.date: {0} is a day off.']);
    assert.deepEqual(pin('2027-05-11'), ['demands.date: The shoot starts later, on {1}.']);
    assert.deepEqual(pin('2027-05-13', (now) => rules(now, { holidays: ['2027-05-13'] })), ['demands.date: {0} is a holiday.']);
    assert.deepEqual(pin('2027-05-13', (now) => ({ ...now, crew: { c: { name: 'Ada', department: 'Camera', key: true, away: [{ from: '2027-05-13', to: '2027-05-13' }] } } })), ['demands.date: On {0} somebody of the key crew is away.']);
    assert.deepEqual(pin('2027-05-13', (now, idOf) => element(now, idOf('MARA'), { available: [{ from: '2027-05-20', to: '2027-05-22' }] })), ['demands.date: Not available on {0}: {1}.']);
    assert.deepEqual(pin('2027-05-13', (now, idOf) => element(now, idOf('JON'), { available: [{ from: '2027-05-20', to: '2027-05-22' }] })), []);
  });

  it('is an order that goes round, a scene that is gone, days that an order cannot have', () => {
    const texts = (all: (scenes: readonly string[]) => Production['demands']): string[] => warned((now, scenes) => demands(rules(now, { start: '2027-05-12' }), all(scenes)));
    const before = (first = '', then = '') => ({ kind: 'before', first, then }) as const;
    assert.deepEqual(texts(([a, b, c]) => ({ x: before(a, b), y: before(b, c) })), []);
    assert.deepEqual(texts(([a, b, c]) => ({ x: before(a, b), y: before(b, c), z: before(c, a) })), Array.from({ length: 3 }, () => 'demands.then: These go round in a circle: {0}. One must go.'));
    assert.deepEqual(texts(([a]) => ({ x: before(a, 'gone') })), ['demands.then: Scene {0} is not in the script any more.']);
    assert.deepEqual(texts(([a = '', b = '']) => ({ x: before(a, b), p: { kind: 'pinned', scene: a, date: '2027-05-14' }, q: { kind: 'pinned', scene: b, date: '2027-05-13' } })), ['demands.then: Scene {0} is pinned to {1}, behind scene {2} on {3}.']);
    assert.deepEqual(texts(([a = '', b = '']) => ({ x: { kind: 'sameDay', scenes: [a, b] }, p: { kind: 'pinned', scene: a, date: '2027-05-14' }, q: { kind: 'pinned', scene: b, date: '2027-05-13' } })), ['demands.scenes: Scene {0} is pinned to {1}, scene {2} to {3}.']);
    assert.deepEqual(texts(([a = '']) => ({ p: { kind: 'pinned', scene: a, date: '2027-05-14' }, q: { kind: 'pinned', scene: a, date: '2027-05-13' } })), ['demands.date: The scene is pinned to {0} too.', 'demands.date: The scene is pinned to {0} too.']);
  });
});
