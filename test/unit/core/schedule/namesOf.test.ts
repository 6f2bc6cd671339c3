// What days are called in reasons: as the sheets and the board count them, whatever the calendar's days are.
import assert from 'node:assert/strict';
import { namesOf } from '../../../../src/core/schedule/namesOf';
import { problemOf } from '../../../../src/core/schedule/problemOf';
import { DINER, shootOf } from '../../../support/shootOf';

const WRITING = { date: (date: string): string => date.slice(5), money: String };
const LATE = { days: [28, 29, 31, 32].map((day) => ({ day, scenes: [] })) };

describe('namesOf', () => {
  it('counts shooting days from the first day of the plan, without dates too', () => {
    const { production, breakdown } = shootOf(DINER);
    const { day, days, date } = namesOf(production, breakdown, problemOf(production, breakdown), LATE, WRITING);
    assert.deepEqual([day(28), day(32), date(29)], ['day 1', 'day 4', 'day 2']);
    assert.deepEqual([days([28, 29]), days([29, 30, 31, 32]), days([30])], ['days 1-2', 'days 2-4 and 1 day on which nothing is shot', 'a day on which nothing is shot']);
  });

  it('adds the dates where there are some, in stretches that a weekend does not break', () => {
    const { production, breakdown } = shootOf(DINER, (made) => ({ ...made, rules: { ...made.rules, start: '2026-05-11' } }));
    const { day, days, date } = namesOf(production, breakdown, problemOf(production, breakdown), { days: [0, 3, 4, 7].map((at) => ({ day: at, scenes: [] })) }, WRITING);
    assert.deepEqual([day(3), day(1), date(3)], ['day 2 (05-14)', '05-12', '05-14']);
    assert.equal(days([3, 4, 7]), 'days 2-4, 05-14 - 05-18');
  });
});
