// What a warning is, and when a date is none to shoot on: shared by all that warns.
import { availableOn, isDate, weekdayOf } from './calendar';
import type { Production } from './production';
import type { FieldRef } from './validateField';
import type { Said } from './validateSaid';

/** What is wrong, and beside which field it is to be said. */
export interface Warning extends FieldRef {
  readonly said: Said;
}

/** Why nothing is shot on a date; undefined where it is a day of work. */
export type ClosedWhy = 'weekday' | 'holiday' | 'crew' | 'early';

/** @returns why a date cannot be shot on, as far as the rules and the crew say */
export function closedOn({ rules, crew }: Production, date: string): ClosedWhy | undefined {
  if (rules.start !== undefined && isDate(rules.start) && date < rules.start) {
    return 'early';
  }
  if (rules.daysOff.includes(weekdayOf(date))) {
    return 'weekday';
  }
  if (rules.holidays.includes(date)) {
    return 'holiday';
  }
  return Object.values(crew).some((member) => member.key === true && !availableOn(member, date)) ? 'crew' : undefined;
}

/** Items by a key, in the order of their coming. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
