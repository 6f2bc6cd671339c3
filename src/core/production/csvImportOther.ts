// The two tables that are not a row for each: demands, of which there may be more, and windows, of which each name gets its own anew.
import type { CsvRow } from './csv';
import { cellsOf, folded, type Cells, type ImportChange, type ImportPlan, type ImportWords, type RowProblem, type RowRead } from './csvPlan';
import { DEMAND_WORDS, csvText } from './csvTables';
import type { Production, Window } from './production';
import type { Demand } from './rules';
import { readWindow } from './validateDates';
import { rowOf, withWindows } from './validateField';
import { addRow, ALREADY } from './validateRows';
import { said } from './validateSaid';

/** A demand as it would be typed; one that is there already changes nothing. */
export function importDemand(before: Production, cells: Cells, words: ImportWords): RowRead {
  const [kindText = '', scenes = '', date = ''] = ['kind', 'scenes', 'date'].map((id) => cells.get(id) ?? '');
  const kind = (Object.keys(DEMAND_WORDS) as Demand['kind'][]).find((each) => [each, DEMAND_WORDS[each], words.headings.get(DEMAND_WORDS[each]) ?? each].some((name) => folded(name) === folded(kindText)));
  if (kind === undefined) {
    return { ok: false, column: 'kind', said: said('A constraint is "{0}", "{1}" or "{2}".', ...Object.values(DEMAND_WORDS)) };
  }
  const [first = '', then = '', ...more] = scenes.split(scenes.includes(';') ? ';' : ',').map((each) => each.trim());
  const values = kind === 'before' ? { first, then } : kind === 'sameDay' ? { scenes } : { scene: first, date };
  if (kind === 'before' && more.length > 0) {
    return { ok: false, column: 'scenes', said: said('Two scenes, the first before the second.') };
  }
  const added = addRow(before, kind, new Map(Object.entries(values)), words.newId(before), words);
  if (!added.ok) {
    // Demanded already: an export read again says nothing new.
    return added.said === ALREADY ? { ok: true, production: before, kind: 'added', name: '', fields: [] } : { ok: false, column: added.field === 'date' ? 'date' : 'scenes', said: added.said };
  }
  const name = `${words.headings.get(DEMAND_WORDS[kind]) ?? DEMAND_WORDS[kind]}: ${scenes}${date === '' ? '' : `, ${date}`}`;
  return { ok: true, production: added.value, kind: 'added', name, fields: [] };
}

interface Named {
  readonly on: 'elements' | 'locations' | 'crew';
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly available: Window[];
  readonly away: Window[];
}

/** Each name of the file gets exactly the windows that the file gives it; whoever is not named keeps theirs. */
export function importWindows(before: Production, rows: readonly CsvRow[], columns: ReadonlyMap<number, string>, words: ImportWords): Omit<ImportPlan, 'table' | 'unknownColumns'> {
  const named = new Map<string, Named>();
  const [changed, problems]: [ImportChange[], RowProblem[]] = [[], []];
  const wrong = new Set<string>();
  for (const { number: row, cells } of rows) {
    const read = windowRow(before, cellsOf(cells, columns), words);
    if (read.ok) {
      const key = `${read.on}/${read.id}`;
      const known = named.get(key) ?? { ...read, row, available: [], away: [] };
      known[read.how].push(read.window);
      named.set(key, known);
    } else {
      problems.push({ row, said: read.said });
      wrong.add(read.key ?? '');
    }
  }
  let production = before;
  let unchanged = 0;
  for (const [key, { on, id, name, row, available, away }] of named) {
    // With one of its rows wrong, the rest would be half of what was meant.
    const after = wrong.has(key) ? production : withWindows(withWindows(production, { on, id, field: 'available' }, available), { on, id, field: 'away' }, away);
    const fields = (['available', 'away'] as const).flatMap((field) => {
      const [old, now] = [production, after].map((each) => String(csvText(rowOf(each, on, id)?.[field])));
      return old === now ? [] : [{ column: field === 'available' ? 'Available' : 'Away', before: old ?? '', after: now ?? '' }];
    });
    production = fields.length === 0 ? production : after;
    unchanged += fields.length === 0 ? 1 : 0;
    changed.push(...(fields.length === 0 ? [] : [{ row, name, fields }]));
  }
  return { production, added: [], changed, unchanged, problems };
}

type WindowRow = { readonly ok: true; readonly on: Named['on']; readonly id: string; readonly name: string; readonly how: 'available' | 'away'; readonly window: Window } | { readonly ok: false; readonly key?: string; readonly said: RowProblem['said'] };

function windowRow(production: Production, cells: Cells, words: ImportWords): WindowRow {
  const [of = '', number = '', name = '', how = '', from = '', to = ''] = ['of', 'number', 'name', 'how', 'from', 'to'].map((id) => cells.get(id) ?? '');
  const found = whose(production, folded(of), number, name);
  const [only] = found;
  if (!only || found.length > 1) {
    return { ok: false, said: only ? said('{0} are called {1}: say in the column "Of" which is meant.', found.length, name) : said('Nobody and nothing in the production is called "{0}".', name) };
  }
  const [on, id] = only;
  const kind = ['available', 'yes', 'only'].includes(folded(how)) || folded(words.headings.get('available') ?? '-') === folded(how) ? 'available' : ['away', 'no', 'not'].includes(folded(how)) || folded(words.headings.get('away') ?? '-') === folded(how) ? 'away' : undefined;
  const read = readWindow(to === '' || to === from ? from : `${from} - ${to}`, words);
  if (kind === undefined || !read.ok) {
    return { ok: false, key: `${on}/${id}`, said: read.ok ? said('Say "available" or "away".') : read.said };
  }
  return { ok: true, on, id, name, how: kind, window: read.value };
}

function whose({ elements, locations, crew }: Production, of: string, number: string, name: string): (readonly [Named['on'], string])[] {
  const called = ({ name: each }: { readonly name: string }): boolean => each.toLowerCase() === name.toLowerCase();
  const cast = Object.entries(elements).filter(([, each]) => each.category === 'cast' && (of === '' || of === 'cast'));
  const numbered = cast.filter(([, { castNumber }]) => number !== '' && String(castNumber) === number);
  const others = Object.entries(elements).filter(([, each]) => each.category !== 'cast' && (of === '' || of === 'element'));
  return [
    ...(numbered.length > 0 ? numbered : cast.filter(([, each]) => called(each))).map(([id]) => ['elements', id] as const),
    ...others.filter(([, each]) => called(each)).map(([id]) => ['elements', id] as const),
    ...(of === '' || of === 'location' ? Object.entries(locations) : []).filter(([, each]) => called(each)).map(([id]) => ['locations', id] as const),
    ...(of === '' || of === 'crew' ? Object.entries(crew) : []).filter(([, each]) => called(each)).map(([id]) => ['crew', id] as const),
  ];
}
