// The tables of a production as spreadsheets hold them: which columns there are, and what stands in them.
import type { Breakdown } from '../breakdown/breakdown';
import { formatEighths } from '../page/formatLength';
import type { Production, Window } from './production';
import type { Demand } from './rules';

export type CsvTableId = 'cast' | 'elements' | 'sets' | 'locations' | 'crew' | 'demands' | 'windows';
export const CSV_TABLES: readonly CsvTableId[] = ['cast', 'elements', 'sets', 'locations', 'crew', 'demands', 'windows'];

/** `name` is the English heading; the editor has others besides. `told`: for reading, and passed over in an import. */
export interface CsvColumn {
  readonly id: string;
  readonly name: string;
  readonly told?: true;
}

const column = (id: string, name: string): CsvColumn => ({ id, name });
const told = (id: string, name: string): CsvColumn => ({ id, name, told: true });
const WINDOWS = [column('available', 'Available'), column('away', 'Away')];
const TERMS = [column('dayCost', 'Day cost'), column('holdShare', 'Held share'), column('dropAfter', 'Drop/pick up after days'), ...WINDOWS];
const ENDING = [column('contact', 'Contact'), column('notes', 'Notes')];

export const CSV_COLUMNS: Readonly<Record<CsvTableId, readonly CsvColumn[]>> = {
  cast: [column('castNumber', 'Number'), column('name', 'Character'), column('played', 'Played by'), ...TERMS, ...ENDING, told('scenes', 'Scenes'), told('pages', 'Pages')],
  elements: [column('category', 'Category'), column('name', 'Element'), column('played', 'Source'), ...TERMS, ...ENDING, told('scenes', 'Scenes')],
  sets: [column('name', 'Set'), column('location', 'Location'), column('notes', 'Notes'), told('scenes', 'Scenes'), told('pages', 'Pages')],
  locations: [column('name', 'Location'), column('dayCost', 'Day cost'), ...WINDOWS, column('address', 'Address'), column('parking', 'Parking'), column('hospital', 'Hospital'), ...ENDING],
  crew: [column('department', 'Department'), column('job', 'Job'), column('name', 'Name'), column('dayCost', 'Day cost'), column('key', 'Key crew'), column('callOffset', 'Call offset minutes'), ...WINDOWS, column('contact', 'Contact')],
  demands: [column('kind', 'Constraint'), column('scenes', 'Scenes'), column('date', 'Date'), told('headings', 'Headings')],
  windows: [column('of', 'Of'), column('number', 'Number'), column('name', 'Name'), column('how', 'Available or away'), column('from', 'From'), column('to', 'To')],
};

export const DEMAND_WORDS: Readonly<Record<Demand['kind'], string>> = { before: 'before', sameDay: 'same day', pinned: 'pinned' };

/** Which rows of the production a table holds. */
export type CsvCells = readonly (string | number)[];

/**
 * The table's rows under their headings.
 * @param nameOf the heading of a column, in the writer's language
 */
export function csvTable(production: Production, breakdown: Breakdown, table: CsvTableId, nameOf: (column: CsvColumn) => string): CsvCells[] {
  const columns = CSV_COLUMNS[table];
  const rows = rowsOf(production, breakdown, table).map((row) => columns.map(({ id }) => row.get(id) ?? ''));
  return [columns.map(nameOf), ...rows];
}

type Row = ReadonlyMap<string, string | number>;

function rowsOf(production: Production, breakdown: Breakdown, table: CsvTableId): Row[] {
  switch (table) {
    case 'cast':
      return Object.entries(production.elements).filter(([, { category }]) => category === 'cast').sort(byNumber).map(([id, row]) => rowOf(row, inScenes(breakdown, ({ elements }) => elements.some((each) => each.id === id))));
    case 'elements':
      return Object.entries(production.elements).filter(([, { category }]) => category !== 'cast').sort(byCategory).map(([id, row]) => rowOf(row, inScenes(breakdown, ({ elements }) => elements.some((each) => each.id === id))));
    case 'sets':
      return Object.entries(production.sets).sort(byName).map(([id, row]) => rowOf({ ...row, location: locationName(production, row.location) }, inScenes(breakdown, ({ setId }) => setId === id)));
    case 'locations':
    case 'crew':
      return Object.entries<{ readonly name: string }>(production[table]).sort(byName).map(([, row]) => rowOf(row, []));
    case 'demands':
      return Object.values(production.demands).map((demand) => demandRow(demand, breakdown));
    case 'windows':
      return windowRows(production);
  }
}

/** A record's own values, each as `csvText` writes it. */
function rowOf(record: object, more: Iterable<readonly [string, string | number]>): Row {
  return new Map([...Object.entries(record).map(([key, value]) => [key, csvText(value)] as const), ...more]);
}

/** A value of the production as a cell, so that reading the cell gives the value again. */
export function csvText(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  if (Array.isArray(value)) {
    return (value as readonly Window[]).map(windowText).join('; ');
  }
  return value === true ? 'yes' : '';
}

function windowText({ from, to }: Window): string {
  return from === to ? from : `${from} to ${to}`;
}

function inScenes({ scenes }: Breakdown, isIn: (scene: Breakdown['scenes'][number]) => boolean): [string, string | number][] {
  const found = scenes.filter(isIn);
  return [['scenes', found.length], ['pages', formatEighths(found.reduce((sum, { eighths }) => sum + eighths, 0))]];
}

function locationName({ locations }: Production, id: string | undefined): string | undefined {
  return id !== undefined && Object.hasOwn(locations, id) ? locations[id]?.name : undefined;
}

/** Scenes by number where it is theirs alone, else by heading. */
function demandRow(demand: Demand, { scenes }: Breakdown): Row {
  const ids = demand.kind === 'before' ? [demand.first, demand.then] : demand.kind === 'sameDay' ? demand.scenes : [demand.scene];
  const found = ids.map((id) => scenes.find((scene) => scene.id === id));
  const named = found.map((scene, index) => (scene === undefined ? (ids[index] ?? '') : scenes.filter(({ number }) => number === scene.number).length === 1 ? scene.number : scene.id));
  return new Map<string, string | number>([['kind', DEMAND_WORDS[demand.kind]], ['scenes', named.join('; ')], ['date', demand.kind === 'pinned' ? demand.date : ''], ['headings', found.map((scene) => scene?.heading ?? '').join('; ')]]);
}

function windowRows({ elements, locations, crew }: Production): Row[] {
  const named = [
    ...Object.entries(elements).sort(byNumber).map(([, each]) => ({ ...each, of: each.category === 'cast' ? 'cast' : 'element', number: each.castNumber ?? '' })),
    ...Object.entries(locations).sort(byName).map(([, each]) => ({ ...each, of: 'location', number: '' })),
    ...Object.entries(crew).sort(byName).map(([, each]) => ({ ...each, of: 'crew', number: '' })),
  ];
  return named.flatMap(({ of, number, name, available = [], away = [] }) => [...available.map((window) => ['available', window] as const), ...away.map((window) => ['away', window] as const)].map(([how, { from, to }]) => new Map<string, string | number>([['of', of], ['number', number], ['name', name], ['how', how], ['from', from], ['to', to]])));
}

type Entry<T> = readonly [string, T];
// Plain comparison, not the language's: the same file whoever writes it.
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byName = ([, a]: Entry<{ readonly name: string }>, [, b]: Entry<{ readonly name: string }>): number => compared(a.name, b.name);
const byNumber = ([, a]: Entry<{ readonly castNumber?: number; readonly name: string }>, [, b]: Entry<{ readonly castNumber?: number; readonly name: string }>): number => (a.castNumber ?? Infinity) - (b.castNumber ?? Infinity) || compared(a.name, b.name);
const byCategory = ([, a]: Entry<{ readonly category: string; readonly name: string }>, [, b]: Entry<{ readonly category: string; readonly name: string }>): number => compared(a.category, b.category) || compared(a.name, b.name);
