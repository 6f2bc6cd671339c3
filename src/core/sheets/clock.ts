// Times of a day on a call sheet, reckoned in minutes from the general call.
import type { Rules } from '../production/rules';
import type { DayKind } from '../schedule/problem';
import { fill, type SheetWords } from './words';

const DAY = 24 * 60;

/** The general call of a kind of day, as minutes after midnight; undefined where the rules give no time of the form `HH:MM`. */
export function generalCall({ dayCall, nightCall, splitCall }: Pick<Rules, 'dayCall' | 'nightCall' | 'splitCall'>, kind: DayKind): number | undefined {
  const [, hours, minutes] = (/^(\d{1,2}):(\d{2})$/.exec({ day: dayCall, night: nightCall, split: splitCall }[kind]) ?? []).map(Number);
  return hours === undefined || minutes === undefined || hours > 23 || minutes > 59 ? undefined : hours * 60 + minutes;
}

/** "06:30"; "23:30 the day before" and "01:15 the day after" where it falls out of the day. @param minutes after midnight, any */
export function clockText(minutes: number, { texts }: SheetWords): string {
  const whole = Math.round(minutes);
  const inDay = ((whole % DAY) + DAY) % DAY;
  const time = `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
  return whole < 0 ? fill(texts.dayBefore, time) : whole >= DAY ? fill(texts.dayAfter, time) : time;
}
