// The tables of a production as CSV: read as spreadsheets write them, the same again after a round trip, and no change unseen.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { readCsv, writeCsv } from '../../../../src/core/production/csv';
import { planImport, tableOf } from '../../../../src/core/production/csvImport';
import type { ImportPlan, ImportWords } from '../../../../src/core/production/csvPlan';
import { csvTable, CSV_TABLES, type CsvTableId } from '../../../../src/core/production/csvTables';
import { dateOf } from '../../../../src/core/production/calendar';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import type { Production, Window } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';
import { tidyWindows } from '../../../../src/core/production/validateDates';

const SCRIPT = 'INT. MILL - DAY #1#\n\nMARA\nYes.\n\nEXT. ROAD - DAY #2#\n\nJON\nNo.\n\nMARA\nWhy?\n\nINT. MILL - NIGHT #3#\n\nMARA\nGo.\n';
const LAYOUT = layoutOf(parse(SCRIPT), STANDARD_PAGE);

function shoot(more: (production: Production) => Production = (same) => same) {
  let next = 0;
  const production = more(settle(emptyProduction(), LAYOUT, () => `id${(next += 1)}`));
  const breakdown = breakdownOf(LAYOUT, production);
  const words: ImportWords = { months: [], monthFirst: false, near: '2027-05-01', hold: { full: 'in full', half: 'half', free: 'free' }, yes: 'yes', scenes: breakdown.scenes, headings: new Map(), newId: () => `new${(next += 1)}` };
  return { production, breakdown, words };
}

const exported = ({ production, breakdown }: Pick<ReturnType<typeof shoot>, 'production' | 'breakdown'>, table: CsvTableId): string => writeCsv(csvTable(production, breakdown, table, ({ name }) => name));
const plan = (table: CsvTableId, text: string, more?: (production: Production) => Production): ImportPlan => {
  const { production, words } = shoot(more);
  return planImport(production, table, text, words);
};
const cast = ({ production }: ImportPlan, name: string) => Object.values(production.elements).find((element) => element.name === name);
const told = ({ problems }: ImportPlan): unknown[] => problems.map(({ row, column, said }) => [row, column, said.text]);

const oneRow = (cells: readonly string[]): number => cells.filter((cell) => cell === 'a' || cell === 'b').length;
const cellsOf = (text: string): readonly (readonly string[])[] => readCsv(text, oneRow).map(({ cells }) => cells);

describe('CSV as spreadsheets write it', () => {
  it('of too many rows is refused with a sentence, and empty lines count for nothing', () => {
    const crew = (count: number): string => `Department,Name\n${'\n'.repeat(25_000)}${Array.from({ length: count }, (_, index) => `Camera,Somebody ${index}\n`).join('')}`;
    const few = plan('crew', crew(3));
    assert.deepEqual([few.added.map(({ row }) => row), few.problems], [[25_002, 25_003, 25_004], []]);
    const many = plan('crew', crew(2001));
    assert.deepEqual([many.added.length, many.changed.length, told(many)], [0, 0, [[27_002, undefined, 'The table has more than {0} rows, more than can be imported at once. Nothing is imported: split the file.']]]);
  });

  it('is read with commas, semicolons and tabs, any line ends, a mark, and quotes', () => {
    const table = [['a', 'b'], ['1', '2, 3; 4']];
    assert.deepEqual(cellsOf('a,b\r\n1,"2, 3; 4"\r\n'), table);
    assert.deepEqual(cellsOf('\uFEFFa;b\n1;"2, 3; 4"'), table);
    assert.deepEqual(cellsOf('a\tb\r1\t2, 3; 4\r'), table);
    assert.deepEqual(cellsOf('sep=;\r\na;b\r\n1;"2, 3; 4"\r\n'), table);
    assert.deepEqual(cellsOf('a,b\n"say ""no""\nnow",x"y\n,\n'), [['a', 'b'], ['say "no"\nnow', 'x"y']]);
    assert.deepEqual(cellsOf('a,b\n"never closed,\n1'), [['a', 'b'], ['never closed,\n1']]);
    assert.deepEqual([cellsOf(''), cellsOf('\uFEFF'), cellsOf('\n\n'), cellsOf('a,')], [[], [], [], [['a', '']]]);
    assert.deepEqual(readCsv('a,b\n\n1,2\n', oneRow).map(({ number }) => number), [1, 3]);
  });

  it('comes back as it was written, whatever is in it, and never as a formula', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', '=', "'", '+', '-', '@', '\t', ' ', 'x') }), fc.constantFrom("'=1+1", "''=x", '=SUM(A1)', "'", '-3'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const csv = writeCsv([['a', 'b'], ...rows]);
        const back = readCsv(csv, oneRow);
        const wanted = rows.map((row) => row.map((text) => text.trim()));
        assert.deepEqual(back.slice(1).map(({ cells }) => cells), wanted.filter((row) => row.some((text) => text !== '')));
        assert.ok(!/(?:^|,|\n)"?\s*[=+@]/.test(csv.replace(/"[^"]*"/g, '')), csv);
      }),
      { seed: 12, numRuns: 250 },
    );
  });
});

const windows = fc.array(fc.tuple(fc.nat(300), fc.nat(20)).map(([at, length]): Window => ({ from: dateOf(20_500 + at), to: dateOf(20_500 + at + length) })), { minLength: 1, maxLength: 3 }).map(tidyWindows);
const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('=SUM(A1)', "'=x", 'Ada; Bo', 'A "B" C', '-3', 'Ünal', '中文')).map((text) => text.trim()).filter((text) => text !== '');
const terms = fc.record({ dayCost: fc.nat(100_000), available: windows, away: windows, contact: name }, { requiredKeys: [] });
const castTerms = fc.record({ dayCost: fc.nat(9000), holdShare: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100), dropAfter: fc.integer({ min: 1, max: 60 }), available: windows, away: windows, played: name, notes: name }, { requiredKeys: [] });
const unlike = <T extends { name: string }>(rows: readonly T[]): T[] => rows.filter((row, at) => rows.findIndex((other) => other.name.toLowerCase() === row.name.toLowerCase()) === at);

describe('an export read again', () => {
  it('changes nothing, and brings everything back where it is missing', () => {
    const rows = fc.record({
      mara: castTerms, jon: castTerms,
      crew: fc.array(fc.record({ name, department: name, job: name, key: fc.constant(true as const), callOffset: fc.integer({ min: -300, max: 300 }) }, { requiredKeys: ['name', 'department'] }), { maxLength: 3 }).map(unlike),
      locations: fc.array(fc.tuple(name, terms).map(([called, more]) => ({ name: called, ...more })), { maxLength: 3 }).map(unlike),
    });
    fc.assert(
      fc.property(rows, ({ mara, jon, crew, locations }) => {
        const full = shoot((now) => {
          const [first = '', second = ''] = Object.keys(now.elements);
          const [a = '', b = ''] = Object.keys(now.scenes);
          const at = Object.fromEntries(locations.map((each, index) => [`l${index}`, each]));
          const sets = Object.fromEntries(Object.entries(now.sets).map(([id, set]) => [id, locations.length > 0 ? { ...set, location: 'l0' } : set]));
          return { ...now, elements: { ...now.elements, [first]: { ...now.elements[first], ...mara } as Production['elements'][string], [second]: { ...now.elements[second], ...jon } as Production['elements'][string] }, sets, locations: at, crew: Object.fromEntries(crew.map((each, index) => [`c${index}`, each])), demands: { d1: { kind: 'before', first: a, then: b }, d2: { kind: 'pinned', scene: a, date: '2027-05-12' }, d3: { kind: 'sameDay', scenes: [a, b] } } };
        });
        for (const table of CSV_TABLES) {
          const same = planImport(full.production, table, exported(full, table), full.words);
          assert.deepEqual([table, same.problems, same.unknownColumns, same.added.length, same.changed.length], [table, [], [], 0, 0]);
          assert.equal(same.production, full.production);
        }
        const { production: bare, words } = shoot();
        const back = (['locations', 'sets', 'cast', 'crew', 'demands'] as const).reduce((now, table) => {
          const made = planImport(now, table, exported(full, table), words);
          assert.deepEqual(made.problems, []);
          return made.production;
        }, bare);
        for (const table of CSV_TABLES) {
          assert.equal(exported({ production: back, breakdown: breakdownOf(LAYOUT, back) }, table), exported(full, table));
        }
      }),
      { seed: 13, numRuns: 30 },
    );
  });

  it('is known by its headings, in English and in the writer’s language', () => {
    const full = shoot((now) => ({ ...now, crew: { c: { name: 'Ada', department: 'Camera' } }, locations: { l: { name: 'Mill' } } }));
    const known = CSV_TABLES.map((table) => tableOf(exported(full, table), new Map()));
    assert.deepEqual(known, [...CSV_TABLES]);
    assert.equal(tableOf('Nummer;Figur;Tagesgage\n1;MARA;800\n', new Map([['Number', 'Nummer'], ['Character', 'Figur'], ['Day cost', 'Tagesgage']])), 'cast');
    assert.equal(tableOf('x,y\n1,2\n', new Map()), undefined);
    assert.equal(tableOf('', new Map()), undefined);
  });
});

describe('an import', () => {
  it('matches cast by number, then by name, and says what it changes', () => {
    const made = plan('cast', 'Number;Character;Day cost;Held share;Available;Shoe size\n1;Mara;1.200;50 %;12-16 May;38\n;jon;650;;;\n;Extra Baker;;;;\n');
    assert.deepEqual(told(made), []);
    assert.deepEqual([made.added.map(({ row }) => row), made.changed.map(({ row }) => row), made.unknownColumns], [[4], [2, 3], ['Shoe size']]);
    assert.deepEqual([cast(made, 'Mara')?.dayCost, cast(made, 'Mara')?.holdShare, cast(made, 'Mara')?.available], [1200, 0.5, [{ from: '2027-05-12', to: '2027-05-16' }]]);
    assert.deepEqual([cast(made, 'jon')?.dayCost, cast(made, 'jon')?.castNumber, cast(made, 'Extra Baker')?.castNumber], [650, 2, 3]);
    assert.deepEqual(made.changed[0]?.fields.find(({ column }) => column === 'Day cost'), { column: 'Day cost', before: '', after: '1200' });
  });

  it('leaves rows with problems as they are, whole, with the row a spreadsheet shows', () => {
    const made = plan('cast', 'Number,Character,Day cost,Away\n1,MARA,800,31 June\n2,MARA,5,\n7,JON,5,\nx,JON,5,\n,,5,\n2,JON,9,\n2,JON,10,\n');
    assert.deepEqual(told(made).map((each) => (each as unknown[]).slice(0, 2)), [[2, 'Away'], [3, 'Number'], [4, 'Number'], [5, 'Number'], [6, 'Character'], [8, undefined]]);
    assert.deepEqual([cast(made, 'MARA')?.dayCost, cast(made, 'JON')?.dayCost], [undefined, 9]);
  });

  it('never lets two have a number, nor gives another one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('', '1', '2', '3', '9'), fc.constantFrom('MARA', 'JON', 'ADA', 'BO', '')), { maxLength: 6 }), (rows) => {
        const made = plan('cast', `Number,Character\n${rows.map((row) => row.join(',')).join('\n')}\n`);
        const numbers = Object.values(made.production.elements).map(({ castNumber }) => castNumber);
        assert.equal(new Set(numbers).size, numbers.length);
        const { production } = shoot();
        assert.ok(Object.entries(production.elements).every(([id, { castNumber }]) => made.production.elements[id]?.castNumber === castNumber));
      }),
      { seed: 14, numRuns: 60 },
    );
  });

  it('puts sets at locations, made where there are none, and refuses sets that no scene has', () => {
    const made = plan('sets', 'Set,Location\nMILL,Old mill\nROAD,old MILL\nMOON,Old mill\n');
    assert.deepEqual(Object.values(made.production.locations), [{ name: 'Old mill' }]);
    assert.deepEqual(new Set(Object.values(made.production.sets).map(({ location }) => location)).size, 1);
    assert.deepEqual(told(made), [[4, 'Set', 'No scene of the script is in the set "{0}".']]);
  });

  it('gives each name of a table of windows exactly those', () => {
    const before = (now: Production): Production => ({ ...now, locations: { l: { name: 'Mill', away: [{ from: '2027-01-01', to: '2027-01-02' }] }, m: { name: 'Pier', away: [{ from: '2027-01-01', to: '2027-01-02' }] } } });
    const made = plan('windows', 'Of,Number,Name,Available or away,From,To\nlocation,,Mill,available,2027-05-01,2027-05-09\ncast,1,,away,2027-06-01,\n,,JON,away,x,\n,,Nobody,away,2027-06-01,\n', before);
    assert.deepEqual([made.production.locations['l'], made.production.locations['m']?.away?.length], [{ name: 'Mill', available: [{ from: '2027-05-01', to: '2027-05-09' }] }, 1]);
    assert.deepEqual(cast(made, 'MARA')?.away, [{ from: '2027-06-01', to: '2027-06-01' }]);
    assert.deepEqual(made.problems.map(({ row }) => row), [4, 5]);
  });

  it('is nothing where the file is none, whatever is in it', () => {
    assert.deepEqual(told(plan('cast', 'Shoe size\n38\n')), [[1, undefined, 'The file has no column "{0}".']]);
    assert.deepEqual(told(plan('crew', '')), [[1, undefined, 'The file has no column "{0}".']]);
    const hostile = plan('locations', 'Location,Notes\n__proto__,x\nconstructor,y\n');
    assert.deepEqual([hostile.added.length, Object.values(hostile.production.locations).map(({ name: called }) => called)], [2, ['__proto__', 'constructor']]);
    fc.assert(
      fc.property(fc.constantFrom(...CSV_TABLES), fc.string(), (table, text) => {
        const head = csvTable(shoot().production, shoot().breakdown, table, ({ name: called }) => called)[0]?.join(',') ?? '';
        assert.ok(plan(table, text).problems.length >= 0 && plan(table, `${head}\n${text}`).unknownColumns.length === 0);
      }),
      { seed: 15, numRuns: 40 },
    );
  });
});
