// What an import of a table would change, worked out before anything is: rows added, changed and refused, columns not known.
import type { Production } from './production';
import { MOST_ROWS, readCsv, type CsvRow } from './csv';
import { importDemand, importWindows } from './csvImportOther';
import { matchRow, type Matched } from './csvMatch';
import { cellsOf, folded, type Cells, type ImportChange, type ImportPlan, type ImportWords, type RowProblem, type RowRead } from './csvPlan';
import { CSV_COLUMNS, csvText, type CsvColumn, type CsvTableId } from './csvTables';
import { readField, rowOf, setWindow, withField, withWindows } from './validateField';
import { withLocation } from './validateRows';
import { said, type Read } from './validateSaid';

/** Which table a file's headings are of: the one that knows the most of them, and has what names its rows. */
export function tableOf(text: string, headings: ImportWords['headings']): CsvTableId | undefined {
  const scores = (Object.keys(CSV_COLUMNS) as CsvTableId[]).map((table) => {
    const [first] = readCsv(text, (cells) => headingsOf(cells, table, headings).size);
    const ids = new Set(headingsOf(first?.cells ?? [], table, headings).values());
    const whole = NEEDED[table].every((id) => ids.has(id));
    return { table, score: whole ? ids.size / CSV_COLUMNS[table].length + ids.size : 0 };
  });
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.table : undefined;
}

const NOTHING: Pick<ImportPlan, 'added' | 'changed' | 'unchanged'> = { added: [], changed: [], unchanged: 0 };

const NEEDED: Readonly<Record<CsvTableId, readonly string[]>> = { cast: ['name'], elements: ['category', 'name'], sets: ['name'], locations: ['name'], crew: ['name', 'department'], demands: ['kind', 'scenes'], windows: ['name', 'how', 'from'] };

/**
 * Works out an import. Nothing is changed by it: `production` of the plan is what it would be.
 * @param text the file
 */
export function planImport(before: Production, table: CsvTableId, text: string, words: ImportWords): ImportPlan {
  const [first, ...rows] = readCsv(text, (cells) => headingsOf(cells, table, words.headings).size);
  const columns = headingsOf(first?.cells ?? [], table, words.headings);
  const missing = NEEDED[table].filter((id) => ![...columns.values()].includes(id));
  const unknownColumns = (first?.cells ?? []).filter((cell, index) => cell !== '' && !columns.has(index) && !isTold(cell, table, words.headings));
  const beyond = rows[MOST_ROWS];
  if (beyond) {
    return { ...NOTHING, table, production: before, problems: [{ row: beyond.number, said: said('The table has more than {0} rows, more than can be imported at once. Nothing is imported: split the file.', MOST_ROWS) }], unknownColumns };
  }
  if (missing.length > 0) {
    const names = missing.map((id) => nameOf(CSV_COLUMNS[table].find((column) => column.id === id), words.headings));
    return { ...NOTHING, table, production: before, problems: [{ row: first?.number ?? 1, said: said('The file has no column "{0}".', names.join('", "')) }], unknownColumns };
  }
  if (table === 'windows') {
    return { ...importWindows(before, rows, columns, words), table, unknownColumns };
  }
  return { ...importRows(before, table, rows, columns, words), table, unknownColumns };
}

function importRows(before: Production, table: Exclude<CsvTableId, 'windows'>, rows: readonly CsvRow[], columns: ReadonlyMap<number, string>, words: ImportWords): Omit<ImportPlan, 'table' | 'unknownColumns'> {
  let production = before;
  const [added, changed, problems]: [ImportChange[], ImportChange[], RowProblem[]] = [[], [], []];
  const seen = new Map<string, number>();
  let unchanged = 0;
  for (const { number: row, cells } of rows) {
    const named = cellsOf(cells, columns);
    const read = table === 'demands' ? importDemand(production, named, words) : importRow(production, table, row, named, seen, words);
    if (!read.ok) {
      const heading = read.column === undefined ? undefined : nameOf(CSV_COLUMNS[table].find(({ id }) => id === read.column), words.headings);
      problems.push({ row, ...(heading !== undefined && { column: heading }), said: read.said });
    } else if (read.production === production) {
      unchanged += 1;
    } else {
      production = read.production;
      (read.kind === 'added' ? added : changed).push({ row, name: read.name, fields: read.fields });
    }
  }
  return { production, added, changed, unchanged, problems };
}

/** One row, whole or not at all. */
function importRow(before: Production, table: Exclude<CsvTableId, 'windows' | 'demands'>, row: number, cells: Cells, seen: Map<string, number>, words: ImportWords): RowRead {
  const matched = matchRow(before, table, cells, words.newId);
  if (!matched.ok) {
    return matched;
  }
  const { on, id } = matched;
  const earlier = seen.get(id);
  if (earlier !== undefined) {
    return { ok: false, said: said('Row {0} is about the same already.', earlier) };
  }
  // Worked on alone: to copy all rows for each cell of a long table would take minutes.
  let production: Production = { ...matched.production, [on]: { [id]: rowOf(matched.production, on, id) } };
  for (const [column, text] of cells) {
    const read = importCell(production, matched, column, text, words);
    if (!read.ok) {
      return { ...read, column };
    }
    production = read.value;
  }
  seen.set(id, row);
  const fields = [...cells.keys()].flatMap((column) => {
    const [old, now] = [before, production].map((each) => shown(each, on, id, column));
    return old === now ? [] : [{ column: nameOf(CSV_COLUMNS[table].find((each) => each.id === column), words.headings), before: old ?? '', after: now ?? '' }];
  });
  // Read again and the same: then it is the very production that it was.
  const after = (): Production => ({ ...production, [on]: { ...before[on], [id]: rowOf(production, on, id) } });
  return { ok: true, production: fields.length === 0 && !matched.isNew ? before : after(), kind: matched.isNew ? 'added' : 'changed', name: shown(production, on, id, 'name'), fields };
}

function importCell(production: Production, { on, id }: Extract<Matched, { ok: true }>, column: string, text: string, words: ImportWords): Read<Production> {
  const old = shown(production, on, id, column);
  if (column === 'castNumber' || column === 'category' || text === old || (text === '' && column === 'name')) {
    return { ok: true, value: production };
  }
  if (column === 'available' || column === 'away') {
    const ref = { on: on === 'sets' ? 'crew' : on, id, field: column } as const;
    let all = withWindows(production, ref, []);
    for (const each of text.split(';').filter((part) => part.trim() !== '')) {
      const read = setWindow(all, ref, '', each, words);
      if (!read.ok) {
        return read;
      }
      all = read.value;
    }
    return { ok: true, value: all };
  }
  if (on === 'sets' && column === 'location' && text !== '') {
    const made = withLocation(production, text, words.newId(production));
    return { ok: true, value: withField(made.production, { on, id, field: column }, made.location) };
  }
  const read = readField({ on, field: column }, text, words, production);
  return read.ok ? { ok: true, value: withField(production, { on, id, field: column }, read.value) } : read;
}

/** What a cell of the row would hold in an export. */
function shown(production: Production, on: Extract<Matched, { ok: true }>['on'], id: string, column: string): string {
  const value: unknown = Reflect.get(rowOf(production, on, id) ?? {}, column);
  const isPlace = on === 'sets' && column === 'location' && typeof value === 'string';
  return String(isPlace ? (rowOf(production, 'locations', value)?.name ?? '') : csvText(value)).trim();
}

/** Which column of ours each cell of the first row heads; each of ours once. */
function headingsOf(cells: readonly string[], table: CsvTableId, headings: ImportWords['headings']): Map<number, string> {
  const free = new Map(CSV_COLUMNS[table].filter(({ told }) => told !== true).flatMap((column) => [column.name, headings.get(column.name) ?? column.name, column.id].map((name) => [folded(name), column.id] as const)));
  const taken = new Set<string>();
  const found = new Map<number, string>();
  cells.forEach((cell, index) => {
    const id = free.get(folded(cell));
    if (id !== undefined && !taken.has(id)) {
      taken.add(id);
      found.set(index, id);
    }
  });
  return found;
}

function isTold(cell: string, table: CsvTableId, headings: ImportWords['headings']): boolean {
  return CSV_COLUMNS[table].some((column) => column.told === true && [column.name, headings.get(column.name) ?? column.name].some((name) => folded(name) === folded(cell)));
}

function nameOf(column: CsvColumn | undefined, headings: ImportWords['headings']): string {
  return column === undefined ? '' : (headings.get(column.name) ?? column.name);
}
