import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, availableOn, calendarOf, dateOf, datedDays, dayNumber, daysBetween, isDate, weekdayOf } from '../../../../src/core/production/calendar';

const OPEN = { daysOff: [], holidays: [] };
const never = (): boolean => false;

describe('the calendar of a shoot', () => {
  it('reckons every day as the Gregorian calendar does, whatever the time zone', () => {
    // Date in UTC is the measure; core has none.
    const first = Date.UTC(1890, 0, 1) / 86_400_000;
    for (let number = first; number < first + 100_000; number += 7) {
      const date = new Date(number * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      assert.equal(dateOf(number), text);
      assert.equal(dayNumber(text), number);
      assert.equal(weekdayOf(text), date.getUTCDay());
    }
  });

  it('goes over ends of months, of years, and leap days', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2027-02-28', 1), '2027-03-01');
    assert.equal(addDays('2100-02-28', 1), '2100-03-01');
    assert.equal(addDays('2000-02-28', 1), '2000-02-29');
    assert.equal(addDays('2026-03-01', -1), '2026-02-28');
    assert.equal(daysBetween('2026-01-01', '2027-01-01'), 365);
    assert.equal(daysBetween('2026-05-12', '2026-05-11'), -1);
    assert.equal(weekdayOf('2024-01-01'), 1);
    assert.equal(weekdayOf('0001-01-01'), 1);
  });

  it('refuses what is no date', () => {
    const wrong = ['', '2026', '2026-1-1', '2026-13-01', '2026-00-10', '2026-02-29', '2026-04-31', '2026-01-00', '0000-01-01', '12026-01-01', ' 2026-01-01', '2026-01-01\n', '2026-01-01T00:00', '٢٠٢٦-٠١-٠١', 'constructor'];
    assert.deepEqual(wrong.filter(isDate), []);
    assert.throws(() => weekdayOf('2026-02-30'), RangeError);
    assert.throws(() => addDays('9999-12-31', 1), RangeError);
    assert.throws(() => dateOf(0.5), RangeError);
    fc.assert(fc.property(fc.string(), (text) => !isDate(text) || /^\d{4}-\d\d-\d\d$/.test(text)), { seed: 5, numRuns: 500 });
  });

  it('closes days off of the week, holidays, and days on which key crew are away', () => {
    const calendar = calendarOf({ start: '2026-04-30', daysOff: [0, 6], holidays: ['2026-05-01', '2026-05-02'] }, (date) => date === '2026-05-04', 6);
    assert.deepEqual(calendar, [
      { date: '2026-04-30' },
      { date: '2026-05-01', closed: 'holiday' },
      { date: '2026-05-02', closed: 'weekday' },
      { date: '2026-05-03', closed: 'weekday' },
      { date: '2026-05-04', closed: 'crew' },
      { date: '2026-05-05' },
    ]);
  });

  it('begins on a Monday where no start is known, or it is no date', () => {
    assert.deepEqual(calendarOf(OPEN, never, 1), [{ date: '2024-01-01' }]);
    assert.deepEqual(calendarOf({ ...OPEN, start: 'soon' }, never, 1), [{ date: '2024-01-01' }]);
  });

  it('ends with the last year that has a date, and has no days where none are asked for', () => {
    assert.deepEqual(calendarOf({ ...OPEN, start: '9999-12-30' }, never, 400).map(({ date }) => date), ['9999-12-30', '9999-12-31']);
    assert.deepEqual(calendarOf(OPEN, never, 0), []);
    assert.deepEqual(calendarOf(OPEN, never, -3), []);
  });

  it('lays a board on its open days and closes its days off', () => {
    const calendar = calendarOf({ start: '2026-05-08', daysOff: [0, 6], holidays: [] }, never, 6);
    const { calendar: dated, places } = datedDays(calendar, [{ kind: 'shoot' }, { kind: 'off' }, { kind: 'shoot' }, { kind: 'shoot' }, { kind: 'shoot' }]);
    assert.deepEqual(places, [0, 3, 4, 5, undefined]);
    assert.deepEqual(dated.map(({ closed }) => closed), [undefined, 'weekday', 'weekday', 'off', undefined, undefined]);
    assert.equal(calendar[3]?.closed, undefined, 'the calendar given is left as it was');
  });

  it('knows when somebody can be had', () => {
    const terms = { available: [{ from: '2026-05-01', to: '2026-05-10' }, { from: '2026-06-01', to: '2026-06-01' }], away: [{ from: '2026-05-03', to: '2026-05-04' }] };
    assert.deepEqual(['2026-04-30', '2026-05-01', '2026-05-03', '2026-05-04', '2026-05-05', '2026-05-10', '2026-05-11', '2026-06-01'].map((date) => availableOn(terms, date)), [false, true, false, false, true, true, false, true]);
    assert.equal(availableOn({}, '2026-05-01'), true);
    assert.equal(availableOn({ available: [] }, '2026-05-01'), true);
    assert.equal(availableOn({ available: [{ from: '2026-05-02', to: '2026-05-01' }] }, '2026-05-01'), false);
  });
});
