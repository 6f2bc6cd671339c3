// A production of which nothing is known yet: the rules a small film would begin with, and no costs.
import type { Production } from './production';
import type { Rules } from './rules';

/** A five-day week, five pages a day, twelve hours, no costs: each to be changed in the form. */
export function defaultRules(): Rules {
  return {
    currency: 'EUR',
    daysOff: [0, 6],
    holidays: [],
    dayEighths: 40,
    // Five pages in about ten of the twelve hours: the rest is for moves and meals.
    minutesPerEighth: 15,
    dayHours: 12,
    dayCall: '07:00',
    nightCall: '17:00',
    splitCall: '13:00',
    turnaroundHours: 11,
    mayMix: true,
    companyDayCost: 0,
    nightCost: 0,
    moveCost: 0,
    moveMinutes: 60,
    setMoveCost: 0,
    setMoveMinutes: 20,
  };
}

/** A new production: frozen nowhere, shared with nobody. */
export function emptyProduction(): Production {
  return { version: 1, elements: {}, categories: {}, scenes: {}, sets: {}, locations: {}, crew: {}, rules: defaultRules(), demands: {}, boards: {}, refused: {} };
}
