import assert from 'node:assert/strict';
import { breakdownSheet } from '../../../../src/core/sheets/breakdownSheet';
import { callSheet } from '../../../../src/core/sheets/callSheet';
import { costSheet } from '../../../../src/core/sheets/costSheet';
import { dayOutOfDaysSheet } from '../../../../src/core/sheets/dayOutOfDaysSheet';
import { elementListSheet } from '../../../../src/core/sheets/elementListSheet';
import type { SheetInput } from '../../../../src/core/sheets/input';
import { oneLineSheet, shootingScheduleSheet } from '../../../../src/core/sheets/scheduleSheets';
import type { Sheet, SheetTable } from '../../../../src/core/sheets/sheet';
import { ENGLISH, TEXTS } from '../../../../src/core/sheets/words';
import type { Production } from '../../../../src/core/production/production';
import { DINER, elementNamed, shootOf, withBoard } from '../../../support/shootOf';

/** The production as a writer would fill it in: day rates, guests, a location, crew, a start. */
function filled(production: Production): Production {
  const [mara, dev] = [elementNamed(production, 'MARA'), elementNamed(production, 'DEV')];
  const { elements, scenes, sets, rules } = production;
  const firstScene = Object.entries(scenes).find(([, { heading }]) => heading.includes('INT. DINER - DAY'));
  assert.ok(mara && dev && firstScene && elements[mara] && elements[dev]);
  return {
    ...production,
    elements: { ...elements, [mara]: { ...elements[mara], dayCost: 100, played: 'A. Player' }, [dev]: { ...elements[dev], dayCost: 200, holdShare: 0.5 }, guests: { category: 'extras', name: 'Guests', dayCost: 50 }, purse: { category: 'props', name: 'Purse' } },
    scenes: { ...scenes, [firstScene[0]]: { ...firstScene[1], notes: 'Wet down', tags: { guests: { quotes: [], count: 12, notes: 'In coats' }, purse: { quotes: [] } } } },
    sets: Object.fromEntries(Object.entries(sets).map(([id, set]) => [id, set.name === 'DINER' ? { ...set, location: 'diner' } : set])),
    locations: { diner: { name: 'Old Diner', address: '1 Road\nTown', parking: 'Behind', hospital: 'St Mary', dayCost: 400 } },
    crew: { c1: { name: 'Ann', department: 'Camera', job: 'DP', callOffset: -30, contact: '123' }, c2: { name: 'Bo', department: 'Sound', callOffset: -480, away: [{ from: '2026-05-14', to: '2026-05-14' }] } },
    rules: { ...rules, start: '2026-05-11', title: 'Closing Time', company: 'Small Pictures', currency: 'EUR', daysOff: [0, 6], dayCall: '07:00', nightCall: '17:00', splitCall: '13:00', mayMix: true, companyDayCost: 1000, nightCost: 300, moveCost: 50, moveMinutes: 30, setMoveCost: 0, setMoveMinutes: 10, minutesPerEighth: 15 },
  };
}

const shoot = shootOf(DINER, filled);
/** Five days: Monday, Tuesday off, Wednesday waiting, Thursday at night, Friday. */
const input = withBoard(shoot, [[1, 'LUNCH', 3], 'off', [], [2, 5], [4]]);
const undated = withBoard(shootOf(DINER, (production) => { const { start: _, ...rules } = filled(production).rules; return { ...filled(production), rules }; }), [[1, 3], 'off', [2, 5], [4]]);

const tables = ({ parts }: Sheet): SheetTable[] => parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
const texts = ({ rows }: SheetTable): (string | string[])[] => rows.map((row) => (row.kind === 'section' ? row.text : row.cells.map(({ text }) => text)));
const paragraphs = ({ parts }: Sheet): string[] => parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
const facts = ({ facts: list, parts }: Sheet): string[] => [...list, ...parts.flatMap((part) => (part.kind === 'facts' ? part.facts : []))].map(({ label, value }) => `${label}: ${value}`);
const named = (sheet: Sheet, caption: string): (string | string[])[] => tables(sheet).filter((table) => table.caption === caption).flatMap(texts);

describe('the papers of a shoot', () => {
  it('Day Out of Days: calendar days, marks, totals', () => {
    const sheet = dayOutOfDaysSheet(input);
    assert.deepEqual([sheet.title, sheet.subtitles, sheet.landscape], ['Day Out of Days', ['Closing Time', 'Small Pictures', 'Board: Ours'], true]);
    const [table] = tables(sheet);
    assert.deepEqual(table?.columns.map(({ head, closed = false }) => `${head.join(' ')}${closed ? ' closed' : ''}`), ['No.', 'Name', '1 Mon 11 May', ' Tue 12 May closed', '2 Wed 13 May', '3 Thu 14 May', '4 Fri 15 May', 'Worked', 'Held', 'Total', 'Start', 'Finish']);
    assert.deepEqual(texts(table), [
      'Cast',
      ['1', 'MARA', 'SW', '', 'H', 'H', 'WF', '2', '2', '4', '11 May', '15 May'],
      ['2', 'DEV', 'SW', '', 'H', 'WF', '', '2', '1', '3', '11 May', '14 May'],
      'Extras',
      ['', 'Guests', 'SWF', '', '', '', '', '1', '0', '1', '11 May', '11 May'],
      ['', 'Worked', '3', '', '', '1', '1', '5', '3', '8', '', ''],
    ]);
  });

  it('shows no date where the shoot has no start', () => {
    const [table] = tables(dayOutOfDaysSheet(undated));
    assert.deepEqual(table?.columns.slice(2, 6).map(({ head }) => head), [['1'], [''], ['2'], ['3']]);
    const all = [dayOutOfDaysSheet(undated), oneLineSheet(undated), shootingScheduleSheet(undated), callSheet(undated, 0), costSheet(undated), breakdownSheet(undated), elementListSheet(undated)];
    assert.doesNotMatch(JSON.stringify(all), /2024|\bJan\b|\bMon\b/);
    assert.ok(named(oneLineSheet(undated), 'One-line schedule').includes('Day off'));
  });

  it('splits a long Day Out of Days into tables, with the totals in the last', () => {
    const long = withBoard(shoot, [[1], ...Array.from({ length: 40 }, () => []), [3]]);
    const split = tables(dayOutOfDaysSheet(long));
    assert.equal(split.length, 3);
    assert.deepEqual(split.map(({ columns }) => columns.length), [30, 30, 2 + 2 + 5]);
    split.forEach(({ columns, rows }) => rows.forEach((row) => assert.ok(row.kind === 'section' || row.cells.length === columns.length)));
    assert.equal(dayOutOfDaysSheet(long).parts.filter(({ kind }) => kind === 'pageBreak').length, 2);
  });

  it('one-line schedule: strips in order, banners, day breaks, days off, what is not scheduled', () => {
    const rows = named(oneLineSheet(withBoard(shoot, [[1, 'LUNCH', 3], 'off', [], [2]])), 'One-line schedule');
    assert.deepEqual(rows, [
      ['1', 'INT', 'DINER', 'Day', '2/8', '1, 2', 'Old Diner'],
      'LUNCH',
      ['3', 'INT', 'STATION', 'Day', '1/8', '1', ''],
      'End of day 1 - Mon 11 May - 3/8 pages - 1 move',
      'Days off: Tue 12 May',
      'The company waits: nothing is shot',
      'End of day 2 - Wed 13 May - 0 pages',
      ['2', 'EXT', 'DINER', 'Night', '2/8', '2', 'Old Diner'],
      'End of day 3 - Thu 14 May - 2/8 pages',
      'Not scheduled',
      ['4', 'I/E', 'TRAIN', 'Dusk', '1/8', '1', ''],
      ['5', 'INT', 'DINER', 'Night', '1/8', '2', 'Old Diner'],
    ]);
    const [table] = tables(oneLineSheet(input));
    assert.deepEqual(table?.rows.flatMap((row) => (row.kind === 'cells' ? [row.strip] : [])), ['intDay', 'intDay', 'extNight', 'intNight', 'extDusk']);
  });

  it('names weekends between days as a stretch', () => {
    const week = named(oneLineSheet(withBoard(shoot, [[1], [], [], [], [3], [4]])), 'One-line schedule');
    assert.ok(week.includes('Days off: Sat 16 May to Sun 17 May'), JSON.stringify(week));
  });

  it('shooting schedule: everything a scene needs, by category', () => {
    const [table] = tables(shootingScheduleSheet(input));
    const [first] = table?.rows ?? [];
    assert.deepEqual(first?.kind === 'cells' && first.below?.map(({ label, value }) => `${label}: ${value}`), ['Synopsis: Mara hears the news.', 'Cast: 1. MARA, 2. DEV', 'Extras: Guests (12)', 'Props: Purse', 'Notes: Wet down']);
  });

  it('call sheet: calls by the kind of day, places, people, what is needed, what comes next', () => {
    const day = callSheet(input, 0);
    assert.deepEqual(day.subtitles, ['Closing Time', 'Small Pictures', 'Day 1 of 4', 'Monday 11 May 2026']);
    assert.deepEqual(facts(day).slice(0, 9), ['General call: 07:00', 'Kind of day: Day', 'Pages: 3/8', 'Wrap by estimate: 08:15', 'Location: Old Diner', 'Address: 1 Road\nTown', 'Set: DINER', 'Parking: Behind', 'Nearest hospital: St Mary']);
    // Half an hour of the first scene, and half an hour to go there.
    assert.deepEqual(named(day, 'Scenes').map((row) => row[0]), ['07:00', '08:00']);
    assert.deepEqual(named(day, 'Cast'), [['1', 'MARA', 'A. Player', 'SW', '07:00', '1, 3'], ['2', 'DEV', '', 'SW', '07:00', '1']]);
    assert.deepEqual(named(day, 'Crew'), ['Camera', ['Ann', 'DP', '06:30', '123'], 'Sound', ['Bo', '', '23:00 the day before', '']]);
    assert.deepEqual(named(day, 'Required today'), ['Extras', ['Guests (12)', '1'], 'Props', ['Purse', '1']]);
    assert.ok(facts(day).includes('Notes: LUNCH') && facts(day).includes('Scene 1: Wet down'));
    assert.ok(day.parts.some((part) => part.kind === 'heading' && part.text === 'Advance schedule: Day 2 - Wed 13 May'));
  });

  it('call sheet of a night: its call, who is held, who is away', () => {
    const night = callSheet(input, 2);
    assert.deepEqual(facts(night).slice(0, 2), ['General call: 17:00', 'Kind of day: Night']);
    assert.deepEqual(named(night, 'Cast'), [['1', 'MARA', 'A. Player', 'H', 'Hold', ''], ['2', 'DEV', '', 'WF', '17:00', '2, 5']]);
    assert.deepEqual(named(night, 'Crew').at(-1), ['Bo', '', 'Away', '']);
    assert.deepEqual(named(night, 'Advance schedule: Day 4 - Fri 15 May'), [['4', 'I/E', 'TRAIN', 'Dusk', '1/8', '1', '']]);
    assert.ok(paragraphs(callSheet(input, 3)).includes(TEXTS.lastDay));
    assert.ok(paragraphs(callSheet(input, 1)).includes(TEXTS.noSceneToday));
  });

  it('cost summary: the checker’s figures, by item, name and location, adding up', () => {
    const sheet = costSheet(input);
    const { cost } = input.planned?.checked ?? assert.fail();
    assert.deepEqual(named(sheet, 'Cost by item'), [
      ['Company with crew', '4', '4,000 EUR'],
      ['Cast and others, worked', '5', '650 EUR'],
      ['Cast and others, held', '3', '300 EUR'],
      ['Locations', '2', '800 EUR'],
      ['Nights', '1', '300 EUR'],
      ['Moves between locations', '1', '50 EUR'],
      ['Moves between sets', '0', '0 EUR'],
      ['Total', '', '6,100 EUR'],
    ]);
    assert.equal(cost.total, 6100);
    assert.deepEqual(named(sheet, 'Cost by name').at(-1), ['', 'Total', '', '', '', '5', '3', '0', '', '650 EUR', '300 EUR', '950 EUR']);
    assert.deepEqual(named(sheet, 'Cost by location'), [['Old Diner', '2', '400 EUR', '800 EUR']]);
  });

  it('says where sums are nobody’s but assumed', () => {
    assert.deepEqual(paragraphs(costSheet(withBoard(shootOf(DINER), [[1, 2, 3, 4, 5]]))), [TEXTS.assumed]);
    assert.deepEqual(paragraphs(costSheet(input)), []);
  });

  it('says whether the plan was proved, or what nothing could cost less than, while that may still be so', () => {
    type Made = { by: 'engine'; proved?: boolean; bound?: number };
    const by = (made: Made, days = [[1, 3], [4], [2, 5]]): string[] => facts(costSheet(withBoard(shoot, days, { made }))).filter((fact) => fact.startsWith('Plan:'));
    const total = withBoard(shoot, [[1, 3], [4], [2, 5]]).planned?.checked.cost.total ?? NaN;
    assert.deepEqual(by({ by: 'engine', proved: true, bound: total }), ['Plan: Proved the cheapest when it was found']);
    assert.deepEqual(by({ by: 'engine', proved: false, bound: 3999.5 }), ['Plan: Best found; when it was found, no plan could cost less than 3,999 EUR']);
    assert.deepEqual(by({ by: 'engine' }), []);
    // Another sum than was proved, a bound above the sum, a plan that breaks something.
    assert.deepEqual([by({ by: 'engine', proved: true, bound: total - 100 }), by({ by: 'engine', bound: total + 1 }), by({ by: 'engine', proved: true }, [[1, 3], [2, 5], [4]])], [[], [], []]);
  });

  it('names the red flags, on the day’s call sheet those of that day', () => {
    const broken = withBoard(shoot, [[1, 3], [2, 5], [4]]);
    const rest = 'Red flags: Too little rest between Day 2 - Tue 12 May and Day 3 - Wed 13 May: a day between them must be free.';
    assert.ok(facts(costSheet(broken)).includes(rest), JSON.stringify(facts(costSheet(broken))));
    assert.deepEqual([0, 1, 2].map((day) => facts(callSheet(broken, day)).includes(rest)), [false, true, true]);
    const away = shootOf(DINER, (production) => {
      const whole = filled(production);
      const mara = elementNamed(whole, 'MARA');
      const element = whole.elements[mara];
      return element ? { ...whole, elements: { ...whole.elements, [mara]: { ...element, away: [{ from: '2026-05-11', to: '2026-05-11' }] } } } : whole;
    });
    assert.ok(facts(callSheet(withBoard(away, [[1, 3], [4], [2, 5]]), 0)).includes('Red flags: MARA is not available on Day 1 - Mon 11 May, for scenes 1, 3.'));
    assert.ok(facts(costSheet(withBoard(shoot, [[1, 3]]))).every((fact) => !fact.startsWith('Red flags')));
  });

  it('asks for a look where a scene outside at night is reckoned to begin in daylight', () => {
    const split = facts(callSheet(withBoard(shoot, [[1, 2]]), 0));
    assert.ok(split.includes('Look at the light: Scene 2 plays outside at night and is reckoned to begin at 13:30: is it dark by then?'), JSON.stringify(split));
    assert.ok(facts(callSheet(input, 0)).every((fact) => !fact.startsWith('Look at')));
  });

  it('breakdown sheets: each scene on its own page, one alone, or none', () => {
    const all = breakdownSheet(input);
    assert.equal(all.parts.filter(({ kind }) => kind === 'heading').length, 5);
    assert.equal(all.parts.filter(({ kind }) => kind === 'pageBreak').length, 4);
    const one = breakdownSheet(input, [input.breakdown.scenes[0]?.id ?? '']);
    assert.deepEqual(named(one, 'Scene 1'), ['Cast', ['1', 'MARA', '', ''], ['2', 'DEV', '', ''], 'Extras', ['', 'Guests', '12', 'In coats'], 'Props', ['', 'Purse', '', '']]);
    assert.ok(facts(one).includes('Shooting day: Day 1 - Mon 11 May') && facts(one).includes('Shooting time: 0 h 30 min'));
    assert.deepEqual(paragraphs(breakdownSheet(input, ['constructor'])), [TEXTS.noSuchScene]);
  });

  it('element lists: scenes and days of each, the categories asked for', () => {
    const list = elementListSheet(input);
    assert.deepEqual(tables(list).map(({ caption }) => caption), ['Cast', 'Extras', 'Props']);
    assert.deepEqual(named(list, 'Cast'), [['1', 'MARA', 'A. Player', '3', '1, 3, 4', '1, 4'], ['2', 'DEV', '', '3', '1, 2, 5', '1, 3']]);
    assert.deepEqual(tables(elementListSheet(input, ['props'])).map(({ caption }) => caption), ['Props']);
  });
});

const KINDS: readonly [string, (about: SheetInput) => Sheet][] = [
  ['Day Out of Days', dayOutOfDaysSheet], ['one-line', oneLineSheet], ['shooting', shootingScheduleSheet], ['call', (about) => callSheet(about, 0)], ['costs', costSheet],
  ['breakdown', (about) => breakdownSheet(about)], ['elements', (about) => elementListSheet(about)],
];

describe('every paper', () => {
  it('says in a sentence why it is empty', () => {
    for (const [name, make] of KINDS) {
      for (const empty of [shootOf(''), withBoard(shootOf(''), []), shootOf('Only prose.')]) {
        const sheet = make(empty);
        assert.equal(sheet.parts.length, 1, name);
        assert.match(paragraphs(sheet)[0] ?? '', /^[A-Z].*\.$/, name);
      }
    }
    assert.deepEqual(paragraphs(oneLineSheet(shoot)), [TEXTS.noPlan]);
    assert.deepEqual([-1, 4, 0.5, NaN].map((day) => paragraphs(callSheet(input, day))), [[TEXTS.noSuchDay], [TEXTS.noSuchDay], [TEXTS.noSuchDay], [TEXTS.noSuchDay]]);
  });

  it('has a cell for each column, and no hole of a text left open', () => {
    for (const [name, make] of KINDS) {
      for (const about of [input, undated, withBoard(shoot, [[], [1]]), withBoard(shoot, [[1, 2, 3, 4, 5]])]) {
        const sheet = make(about);
        for (const { columns, rows } of tables(sheet)) {
          rows.forEach((row) => assert.ok(row.kind === 'section' || row.cells.length === columns.length, name));
        }
        assert.doesNotMatch(JSON.stringify(sheet), /\{\d\}|undefined|NaN/, name);
      }
    }
  });

  it('is in the words it is given', () => {
    const words = { ...ENGLISH, texts: Object.fromEntries(Object.keys(TEXTS).map((key) => [key, `<${key}>`])) as unknown as typeof TEXTS };
    for (const make of [(about: SheetInput) => dayOutOfDaysSheet(about, words), (about: SheetInput) => oneLineSheet(about, words), (about: SheetInput) => callSheet(about, 0, words), (about: SheetInput) => costSheet(about, words), (about: SheetInput) => breakdownSheet(about, undefined, words), (about: SheetInput) => elementListSheet(about, undefined, words)]) {
      const sheet = make(input);
      const own = [sheet.title, ...tables(sheet).flatMap(({ columns }) => columns.flatMap(({ head }) => head))].filter((text) => /[a-z]{4}/.test(text));
      assert.deepEqual(own.filter((text) => !text.startsWith('<')), []);
    }
  });

  it('takes names that every object has, and ids that lead nowhere', () => {
    const hostile = shootOf(DINER.replaceAll('MARA', '__PROTO__').replaceAll('DEV', 'CONSTRUCTOR').replaceAll('DINER', 'TOSTRING'), (production) => ({
      ...production,
      sets: Object.fromEntries(Object.entries(production.sets).map(([id, set]) => [id, { ...set, location: 'constructor' }])),
      scenes: Object.fromEntries(Object.entries(production.scenes).map(([id, scene]) => [id, { ...scene, tags: { toString: { quotes: [] }, gone: { quotes: [] } } }])),
      rules: { ...production.rules, currency: '', dayCall: 'noon', nightCall: '25:00', splitCall: '' },
    }));
    for (const [name, make] of KINDS) {
      const sheet = make(withBoard(hostile, [[1, 2], [3, 4, 5]]));
      assert.doesNotMatch(JSON.stringify(sheet), /undefined|NaN|native code/, name);
    }
  });
});

describe('the words of the sheets', () => {
  it('write dates and sums without asking the surroundings', () => {
    assert.deepEqual((['long', 'short', 'dayMonth', 'weekday', 'dayOfMonth', 'month'] as const).map((form) => ENGLISH.date('2026-05-03', form)), ['Sunday 3 May 2026', 'Sun 3 May', '3 May', 'Sun', '3', 'May']);
    assert.deepEqual([0, 999, 1000, 1234567.5, -1500, -0.2].map((amount) => ENGLISH.money(amount, 'EUR')), ['0 EUR', '999 EUR', '1,000 EUR', '1,234,568 EUR', '-1,500 EUR', '0 EUR']);
  });
});
