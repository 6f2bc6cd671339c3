// What the numbers of a production's problem are called.
import type { Breakdown } from '../breakdown/breakdown';
import type { Production } from '../production/production';
import type { ProblemParts } from './problemOf';
import type { Names } from './said';

/** How dates and sums are written where the sentences are read. */
export interface Writing {
  /** A date, `YYYY-MM-DD`. */
  readonly date: (date: string) => string;
  /** Where the shoot has no start: the day, counted from 1 over the open days. */
  readonly day: (number: number) => string;
  readonly money: (amount: number) => string;
}

export function namesOf(production: Pick<Production, 'elements' | 'locations' | 'sets' | 'rules'>, breakdown: Pick<Breakdown, 'scenes'>, parts: ProblemParts, writing: Writing): Names {
  const { calendar } = parts.problem;
  const scenes = new Map(breakdown.scenes.map((scene, index) => [scene.id, { ...scene, nth: index + 1 }]));
  const sceneAt = (index: number): { number: string; set: string; nth: number } | undefined => scenes.get(parts.sceneIds[index] ?? '');
  const named = (list: Readonly<Record<string, { readonly name: string }>>, id: string): string | undefined => (Object.hasOwn(list, id) ? list[id]?.name : undefined);
  const openUntil = (day: number): number => calendar.slice(0, day + 1).filter(({ closed }) => closed === undefined).length;
  return {
    scene: (index) => sceneAt(index)?.number || String(sceneAt(index)?.nth ?? index + 1),
    resource: (index) => named(production.elements, parts.resourceIds[index] ?? '') ?? String(index + 1),
    location: (index) => named(production.locations, parts.locationIds[index] ?? '') ?? named(production.sets, parts.locationIds[index] ?? '') ?? parts.locationIds[index] ?? String(index + 1),
    set: (index) => sceneAt(index)?.set ?? '',
    date: (day) => (production.rules.start === undefined ? writing.day(openUntil(day)) : writing.date(calendar[day]?.date ?? '')),
    money: writing.money,
  };
}
