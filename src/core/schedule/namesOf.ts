// What the numbers of a production's problem are called.
import type { Breakdown } from '../breakdown/breakdown';
import type { Production } from '../production/production';
import type { Plan } from './problem';
import type { ProblemParts } from './problemOf';
import { stretchesOf, type Names } from './said';

/** How dates and sums are written where the sentences are read. */
export interface Writing {
  /** A date, `YYYY-MM-DD`. */
  readonly date: (date: string) => string;
  readonly money: (amount: number) => string;
}

/** @param plan whose shooting days are counted, as the sheets count them: from 1, whether or not the shoot has dates */
export function namesOf(production: Pick<Production, 'elements' | 'locations' | 'sets' | 'rules'>, breakdown: Pick<Breakdown, 'scenes'>, parts: ProblemParts, plan: Plan, writing: Writing): Names {
  const { calendar } = parts.problem;
  const scenes = new Map(breakdown.scenes.map((scene, index) => [scene.id, { ...scene, nth: index + 1 }]));
  const sceneAt = (index: number): { number: string; set: string; nth: number } | undefined => scenes.get(parts.sceneIds[index] ?? '');
  const named = (list: Readonly<Record<string, { readonly name: string }>>, id: string): string | undefined => (Object.hasOwn(list, id) ? list[id]?.name : undefined);
  const numbers = new Map(plan.days.map(({ day }, index) => [day, index + 1]));
  const dateOf = (day: number): string | undefined => (production.rules.start === undefined || !calendar[day] ? undefined : writing.date(calendar[day].date));
  const numbered = (day: number): string => {
    const [number, date] = [numbers.get(day), dateOf(day)];
    return number === undefined ? (date ?? 'a day on which nothing is shot') : date === undefined ? `day ${number}` : `day ${number} (${date})`;
  };
  return {
    scene: (index) => sceneAt(index)?.number || String(sceneAt(index)?.nth ?? index + 1),
    resource: (index) => named(production.elements, parts.resourceIds[index] ?? '') ?? String(index + 1),
    location: (index) => named(production.locations, parts.locationIds[index] ?? '') ?? named(production.sets, parts.locationIds[index] ?? '') ?? parts.locationIds[index] ?? String(index + 1),
    set: (index) => sceneAt(index)?.set ?? '',
    date: (day) => dateOf(day) ?? numbered(day),
    day: numbered,
    days: (days) => numberedDays(days, numbers, numbered, dateOf),
    money: writing.money,
  };
}

/** "days 3-5, 8 (12 May - 19 May)", and how many days without a number there are besides. */
function numberedDays(days: readonly number[], numbers: ReadonlyMap<number, number>, one: (day: number) => string, date: (day: number) => string | undefined): string {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const shot = days.flatMap((day) => numbers.get(day) ?? []);
  const idle = days.length - shot.length;
  if (days.length === 1) {
    return one(first);
  }
  const runs = stretchesOf(shot).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
  const told = [...(shot.length === 0 ? [] : [`day${shot.length === 1 ? '' : 's'} ${runs}`]), ...(idle === 0 ? [] : [`${idle} ${idle === 1 ? 'day' : 'days'} on which nothing is shot`])].join(' and ');
  const [from, to] = [date(first), date(last)];
  return from === undefined || to === undefined ? told : `${told}, ${from} - ${to}`;
}
