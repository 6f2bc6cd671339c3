// Whom a row of an imported table is about: by number, by name, or somebody new.
import { canonicalName } from '../script/names';
import { nextCastNumber } from './castNumbers';
import type { Cells } from './csvPlan';
import type { CsvTableId } from './csvTables';
import type { BreakdownElement, Production } from './production';
import { readCastNumber } from './validateRows';
import { said, type Said } from './validateSaid';

export type Matched =
  | { readonly ok: true; readonly on: 'elements' | 'sets' | 'locations' | 'crew'; readonly id: string; readonly isNew: boolean; /** With the new row, where it is new. */ readonly production: Production }
  | { readonly ok: false; readonly column?: string; readonly said: Said };

export function matchRow(production: Production, table: Exclude<CsvTableId, 'windows' | 'demands'>, cells: Cells, newId: (production: Production) => string): Matched {
  const name = cells.get('name') ?? '';
  if (table === 'cast') {
    return matchCast(production, name, cells.get('castNumber') ?? '', newId);
  }
  if (name === '') {
    return { ok: false, column: 'name', said: said('This cannot be empty.') };
  }
  switch (table) {
    case 'elements':
      return matchElement(production, name, (cells.get('category') ?? '').toLowerCase());
    case 'sets': {
      const found = idByName(production.sets, name);
      return found === undefined ? { ok: false, column: 'name', said: said('No scene of the script is in the set "{0}".', name) } : { ok: true, on: 'sets', id: found, isNew: false, production };
    }
    case 'locations': {
      const found = idByName(production.locations, name);
      const id = found ?? newId(production);
      return { ok: true, on: 'locations', id, isNew: found === undefined, production: found === undefined ? { ...production, locations: { ...production.locations, [id]: { name } } } : production };
    }
    case 'crew':
      return matchCrew(production, name, cells, newId);
  }
}

/** By number, which is for life; then by name. A name that is another's is no match. */
function matchCast(production: Production, name: string, number: string, newId: (production: Production) => string): Matched {
  const read = number === '' ? undefined : readCastNumber(number);
  if (read && !read.ok) {
    return { ok: false, column: 'castNumber', said: read.said };
  }
  const cast = Object.entries(production.elements).filter(([, { category }]) => category === 'cast');
  const byNumber = read && cast.find(([, { castNumber }]) => castNumber === read.value);
  const byName = cast.find(([, element]) => name !== '' && isNamed(element, name));
  if (byNumber && byName && byNumber[0] !== byName[0] && !isNamed(byNumber[1], name)) {
    return { ok: false, column: 'castNumber', said: said('Number {0} is {1}, and {2} has another. Numbers are changed by "Renumber Cast" alone.', read.value, byNumber[1].name, byName[1].name) };
  }
  const found = byNumber ?? byName;
  if (found && read && found[1].castNumber !== undefined && found[1].castNumber !== read.value) {
    return { ok: false, column: 'castNumber', said: said('{0} is number {1}. Numbers are changed by "Renumber Cast" alone.', found[1].name, found[1].castNumber) };
  }
  if (found) {
    return { ok: true, on: 'elements', id: found[0], isNew: false, production };
  }
  if (name === '') {
    return { ok: false, column: 'name', said: said('Nobody has this number, and there is no name.') };
  }
  const id = newId(production);
  const element: BreakdownElement = { category: 'cast', name, character: canonicalName(name), castNumber: read?.value ?? nextCastNumber(production) };
  return { ok: true, on: 'elements', id, isNew: true, production: { ...production, elements: { ...production.elements, [id]: element } } };
}

function isNamed({ name, character }: BreakdownElement, wanted: string): boolean {
  return canonicalName(name) === canonicalName(wanted) || character === canonicalName(wanted);
}

function matchElement(production: Production, name: string, category: string): Matched {
  const named = Object.entries(production.elements).filter(([, element]) => element.category !== 'cast' && element.name.toLowerCase() === name.toLowerCase());
  const found = named.filter((entry) => category === '' || entry[1].category.toLowerCase() === category || categoryName(production, entry[1].category) === category);
  const [only] = found;
  return only && found.length === 1 ? { ok: true, on: 'elements', id: only[0], isNew: false, production } : { ok: false, column: 'name', said: said('"{0}" is not in the breakdown. Tag it in a scene first.', name) };
}

function categoryName({ categories }: Production, id: string): string | undefined {
  return Object.hasOwn(categories, id) ? categories[id]?.name.toLowerCase() : undefined;
}

/** By name; where several have it, by department and job too. */
function matchCrew(production: Production, name: string, cells: Cells, newId: (production: Production) => string): Matched {
  const named = Object.entries(production.crew).filter(([, member]) => member.name.toLowerCase() === name.toLowerCase());
  const same = (one: string | undefined, other: string | undefined): boolean => (one ?? '').toLowerCase() === (other ?? '').toLowerCase();
  const found = named.length > 1 ? named.filter(([, { department, job }]) => same(department, cells.get('department')) && same(job, cells.get('job'))) : named;
  const [only] = found;
  if (only && found.length === 1) {
    return { ok: true, on: 'crew', id: only[0], isNew: false, production };
  }
  if (named.length > 1) {
    return { ok: false, column: 'name', said: said('{0} of the crew are called {1}, and the department and job tell them not apart.', named.length, name) };
  }
  const department = cells.get('department') ?? '';
  const id = newId(production);
  return department === '' ? { ok: false, column: 'department', said: said('This cannot be empty.') } : { ok: true, on: 'crew', id, isNew: true, production: { ...production, crew: { ...production.crew, [id]: { name, department } } } };
}

function idByName(records: Readonly<Record<string, { readonly name: string }>>, name: string): string | undefined {
  return Object.entries(records).find(([, each]) => each.name.toLowerCase() === name.toLowerCase())?.[0];
}
