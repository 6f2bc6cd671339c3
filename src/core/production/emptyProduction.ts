// A production of which nothing is known yet: the rules and the costs a small film would begin with.
import type { Production } from './production';
import type { Rules } from './rules';

/**
 * A five-day week, five pages a day, twelve hours, and sums to begin with: without any, every plan would cost the same and none could
 * be better. The board says that they are assumed until the writer sets their own.
 */
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
    companyDayCost: 5000,
    castDayCost: 400,
    nightCost: 500,
    moveCost: 500,
    moveMinutes: 60,
    setMoveCost: 100,
    setMoveMinutes: 20,
  };
}

/** A new production: frozen nowhere, shared with nobody. */
export function emptyProduction(): Production {
  return { version: 1, elements: {}, categories: {}, scenes: {}, sets: {}, locations: {}, crew: {}, rules: defaultRules(), demands: {}, boards: {}, refused: {} };
}

const SUMS = ['companyDayCost', 'castDayCost', 'nightCost', 'moveCost', 'setMoveCost'] as const;

/** What a production says of money: nothing, as the writer took every sum away; only what it began with; or sums of the writer's own. */
export function costsOf({ elements, locations, crew, rules }: Production): 'none' | 'assumed' | 'own' {
  const paid = [...Object.values(elements), ...Object.values(locations), ...Object.values(crew)].some(({ dayCost = 0 }) => dayCost > 0);
  const assumed = defaultRules();
  if (paid) {
    return 'own';
  }
  return SUMS.every((sum) => rules[sum] === 0) ? 'none' : SUMS.every((sum) => rules[sum] === assumed[sum]) ? 'assumed' : 'own';
}
