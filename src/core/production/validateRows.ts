// Rows that come and go: locations, crew and demands, sets put at a location together, cast numbered anew.
import type { CrewMember, Location, Production } from './production';
import type { Demand } from './rules';
import { readField, rowOf, type FieldWords, type Resource } from './validateField';
import { refused, said, type Read, type Said } from './validateSaid';

/** What can be added by hand. Cast, elements and sets come from the script and its breakdown. */
export type Addable = 'locations' | 'crew' | Demand['kind'];

export const ADD_FIELDS: Readonly<Record<Addable, readonly string[]>> = {
  locations: ['name', 'address', 'dayCost'],
  crew: ['department', 'job', 'name', 'dayCost'],
  before: ['first', 'then'],
  sameDay: ['scenes'],
  pinned: ['scene', 'date'],
};

/** Where a new row goes. */
export function resourceOf(kind: Addable): 'locations' | 'crew' | 'demands' {
  return kind === 'locations' || kind === 'crew' ? kind : 'demands';
}

/** Said of a constraint that there is already: compared by identity where that is no problem. */
export const ALREADY: Said = said('This constraint is there already.');

export type Added = { readonly ok: true; readonly value: Production } | { readonly ok: false; readonly field: string; readonly said: Said };

/**
 * The production with a new row of what is typed.
 * @param values by field; what is missing is empty
 * @returns which field is wrong, and why, where one is
 */
export function addRow(production: Production, kind: Addable, values: ReadonlyMap<string, string>, id: string, words: FieldWords): Added {
  const on = resourceOf(kind);
  const row: Record<string, unknown> = on === 'demands' ? { kind } : {};
  for (const field of ADD_FIELDS[kind]) {
    const read = readField({ on, field }, values.get(field) ?? '', words, production);
    if (!read.ok) {
      return { ok: false, field, said: read.said };
    }
    if (read.value !== undefined) {
      row[field] = read.value;
    }
  }
  const wrong = wrongRow(production, kind, row);
  return wrong ? { ok: false, ...wrong } : { ok: true, value: { ...production, [on]: { ...production[on], [id]: row as unknown as Location & CrewMember & Demand } } };
}

function wrongRow(production: Production, kind: Addable, row: Readonly<Record<string, unknown>>): { readonly field: string; readonly said: Said } | undefined {
  if (kind === 'locations' && Object.values(production.locations).some(({ name }) => name.toLowerCase() === String(row['name']).toLowerCase())) {
    return { field: 'name', said: said('There is a location of this name already.') };
  }
  if (kind === 'before' && row['first'] === row['then']) {
    return { field: 'then', said: said('A scene cannot come before itself.') };
  }
  const same = (demand: Demand): boolean => demand.kind === kind && Object.keys(row).every((key) => JSON.stringify(Reflect.get(demand, key)) === JSON.stringify(row[key]));
  return resourceOf(kind) === 'demands' && Object.values(production.demands).some(same) ? { field: ADD_FIELDS[kind].at(-1) ?? '', said: ALREADY } : undefined;
}

/** The production without a row. Sets of a location that goes are places of their own again. */
export function removeRow(production: Production, on: Resource, id: string): Production {
  if (!rowOf(production, on, id)) {
    return production;
  }
  const { [id]: _gone, ...others } = production[on] as Readonly<Record<string, unknown>>;
  const without = { ...production, [on]: others } as Production;
  if (on !== 'locations') {
    return without;
  }
  const sets = Object.entries(production.sets).map(([key, set]) => {
    const { location, ...rest } = set;
    return [key, location === id ? rest : set] as const;
  });
  return { ...without, sets: Object.fromEntries(sets) };
}

/** Puts sets at a location; without one, each is a place of its own. */
export function putSets(production: Production, ids: readonly string[], location: string | undefined): Production {
  const sets = { ...production.sets };
  for (const id of ids) {
    const set = rowOf(production, 'sets', id);
    if (set && set.location !== location) {
      const { location: _before, ...rest } = set;
      sets[id] = location === undefined ? rest : { ...rest, location };
    }
  }
  return ids.some((id) => sets[id] !== production.sets[id]) ? { ...production, sets } : production;
}

/**
 * A location by its name, made where there is none.
 * @param id of a new one
 */
export function withLocation(production: Production, name: string, id: string): { readonly production: Production; readonly location: string } {
  const found = Object.entries(production.locations).find(([, each]) => each.name.toLowerCase() === name.trim().toLowerCase())?.[0];
  return found === undefined ? { production: { ...production, locations: { ...production.locations, [id]: { name: name.trim() } } }, location: id } : { production, location: found };
}

const MOST_NUMBER = 9999;

/** A cast number as typed. */
export function readCastNumber(text: string): Read<number> {
  const value = /^\s*#?(\d{1,4})\.?\s*$/.exec(text)?.[1];
  return value !== undefined && Number(value) >= 1 ? { ok: true, value: Number(value) } : refused('Type a whole number from {0} to {1}.', 1, MOST_NUMBER);
}

/** Gives a cast member another number; who has it takes the old one, so that no two have the same. */
export function renumberCast(production: Production, id: string, castNumber: number): Production {
  const before = rowOf(production, 'elements', id);
  if (before?.category !== 'cast' || before.castNumber === castNumber) {
    return production;
  }
  const elements = Object.entries(production.elements).map(([key, element]) => {
    if (key === id) {
      return [key, { ...element, castNumber }] as const;
    }
    if (element.category !== 'cast' || element.castNumber !== castNumber) {
      return [key, element] as const;
    }
    const { castNumber: _taken, ...rest } = element;
    return [key, before.castNumber === undefined ? rest : { ...rest, castNumber: before.castNumber }] as const;
  });
  return { ...production, elements: Object.fromEntries(elements) };
}

/** Numbers all cast from 1, in this order; who is not in it keeps a place behind, in the order of the old numbers. */
export function renumberAll(production: Production, order: readonly string[]): Production {
  const cast = Object.entries(production.elements).filter(([, { category }]) => category === 'cast');
  const placed = new Set(order);
  const behind = cast.filter(([id]) => !placed.has(id)).toSorted(([, a], [, b]) => (a.castNumber ?? Infinity) - (b.castNumber ?? Infinity));
  const known = new Set(cast.map(([id]) => id));
  const numbers = new Map([...order.filter((id) => known.has(id)), ...behind.map(([id]) => id)].map((id, index) => [id, index + 1]));
  const elements = Object.entries(production.elements).map(([id, element]) => {
    const castNumber = numbers.get(id);
    return [id, castNumber === undefined || castNumber === element.castNumber ? element : { ...element, castNumber }] as const;
  });
  return elements.some(([id, element]) => element !== production.elements[id]) ? { ...production, elements: Object.fromEntries(elements) } : production;
}
