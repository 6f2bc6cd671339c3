// What does not go together in a production, although each field for itself is right. Warnings, not refusals: the writer decides.
import type { Breakdown, BreakdownScene } from '../breakdown/breakdown';
import { isDate } from './calendar';
import type { Production, Terms } from './production';
import { demandWarnings } from './validateDemands';
import { closedOn, grouped, type Warning } from './validateWarning';
import { said, type Said } from './validateSaid';

/** All warnings, in the order of the form. */
export function warningsOf(production: Production, breakdown: Breakdown): Warning[] {
  return [...castWarnings(production, breakdown), ...windowWarnings(production), ...placeWarnings(production), ...ruleWarnings(production, breakdown), ...demandWarnings(production, breakdown)];
}

function castWarnings({ elements }: Production, { scenes }: Breakdown): Warning[] {
  const cast = Object.entries(elements).filter(([, { category }]) => category === 'cast');
  const byNumber = grouped(cast.filter(([, { castNumber }]) => castNumber !== undefined), ([, { castNumber }]) => castNumber);
  const byName = grouped(cast, ([, { name }]) => name.toLowerCase());
  const seen = new Set(scenes.flatMap((scene) => scene.elements.map(({ id }) => id)));
  return cast.flatMap(([id, { name, castNumber, dayCost, dropAfter, holdShare }]) => {
    const at = (field: string, what: Said): Warning => ({ on: 'elements', id, field, said: what });
    const other = byNumber.get(castNumber)?.find(([key]) => key !== id)?.[1];
    return [
      ...(other ? [at('castNumber', said('{0} has the number {1} too. Give one of them another.', other.name, castNumber ?? 0))] : []),
      ...((byName.get(name.toLowerCase())?.length ?? 0) > 1 ? [at('name', said('Another cast member has this name.'))] : []),
      ...(dropAfter !== undefined && holdShare === 0 ? [at('dropAfter', said('Waiting costs nothing here, so nothing is gained by letting go.'))] : []),
      ...(dayCost !== undefined && dayCost > 0 && !seen.has(id) ? [at('dayCost', said('In no scene of the script, so never paid.'))] : []),
    ];
  });
}

function windowWarnings(production: Production): Warning[] {
  const { start } = production.rules;
  const all = [...rowsOf(production, 'elements'), ...rowsOf(production, 'locations'), ...rowsOf(production, 'crew')];
  return all.flatMap(({ on, id, terms }) => {
    const { available = [], away = [] } = terms;
    const at = (field: string, what: Said): Warning => ({ on, id, field, said: what });
    const over = start === undefined || !isDate(start) ? [] : [...available.map((window) => ['available', window] as const), ...away.map((window) => ['away', window] as const)].filter(([, { to }]) => to < start);
    const useless = available.length > 0 && available.every(({ from, to }) => away.some((each) => each.from <= from && to <= each.to));
    return [
      ...over.map(([field, window]) => at(field, said('{0} is over before the shoot starts on {1}.', window, { date: start ?? '' }))),
      ...(useless ? [at('away', said('Away on every day that is left: never available.'))] : []),
    ];
  });
}

interface TermsRow {
  readonly on: 'elements' | 'locations' | 'crew';
  readonly id: string;
  readonly terms: Terms;
}

function rowsOf(production: Production, on: TermsRow['on']): TermsRow[] {
  return Object.entries<Terms>(production[on]).map(([id, terms]) => ({ on, id, terms }));
}

function placeWarnings({ locations, sets }: Production): Warning[] {
  const used = new Set(Object.values(sets).map(({ location }) => location));
  const byName = grouped(Object.values(locations), ({ name }) => name.toLowerCase());
  return [
    ...Object.entries(locations).flatMap(([id, { name }]): Warning[] => [
      ...(used.has(id) ? [] : [{ on: 'locations', id, field: 'name', said: said('No set is at this location yet.') } as const]),
      ...((byName.get(name.toLowerCase())?.length ?? 0) > 1 ? [{ on: 'locations', id, field: 'name', said: said('Another location has this name.') } as const] : []),
    ]),
    ...Object.entries(sets).flatMap(([id, { location }]): Warning[] => (location === undefined || Object.hasOwn(locations, location) ? [] : [{ on: 'sets', id, field: 'location', said: said('Its location is not in the production any more.') }])),
  ];
}

const MINUTES = 60;
const DAY_HOURS = 24;

function ruleWarnings(production: Production, { scenes }: Breakdown): Warning[] {
  const { rules } = production;
  const at = (field: string, what: Said): Warning => ({ on: 'rules', id: '', field, said: what });
  const minutes = rules.dayEighths * rules.minutesPerEighth;
  const longest = scenes.reduce<BreakdownScene | undefined>((most, scene) => (scene.eighths > (most?.eighths ?? 0) ? scene : most), undefined);
  return [
    ...(rules.start !== undefined && isDate(rules.start) && closedOn(production, rules.start) !== undefined ? [at('start', said('The shoot starts on a day off: the first day of work comes later.'))] : []),
    ...(minutes > rules.dayHours * MINUTES ? [at('dayEighths', said('{0} pages at {1} minutes an eighth are more than a day of {2} hours.', { eighths: rules.dayEighths }, rules.minutesPerEighth, rules.dayHours))] : []),
    ...(longest && longest.eighths > rules.dayEighths ? [at('dayEighths', said('Scene {0} is {1} pages long: more than a day may have.', longest.number, { eighths: longest.eighths }))] : []),
    ...(rules.turnaroundHours + rules.dayHours > DAY_HOURS ? [at('turnaroundHours', said('A day of {0} hours and {1} hours of rest are more than there are in a day.', rules.dayHours, rules.turnaroundHours))] : []),
    ...(rules.start === undefined && hasDates(production) ? [at('start', said('There are dates in the production, but no first day of the shoot: days are counted from a Monday without a date.'))] : []),
  ];
}

function hasDates(production: Production): boolean {
  const windows = (['elements', 'locations', 'crew'] as const).flatMap((on) => rowsOf(production, on)).some(({ terms }) => (terms.available?.length ?? 0) > 0 || (terms.away?.length ?? 0) > 0);
  return windows || production.rules.holidays.length > 0 || Object.values(production.demands).some(({ kind }) => kind === 'pinned');
}
