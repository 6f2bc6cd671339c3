// What the form shows of a production: cast in order, lengths and sums as they are written, warnings beside their fields.
import assert from 'node:assert/strict';
import { breakdownOf } from '../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../src/core/fountain/parse';
import { layoutOf } from '../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../src/core/page/page';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import type { Production } from '../../../src/core/production/production';
import { settle } from '../../../src/core/production/settle';
import type { Cell, Shown, TabId } from '../../../src/production/protocol';
import { shownOf } from '../../../src/production/shown';
import { createTeller, dateWordsOf } from '../../../src/production/teller';
import { folded, isFound, matchesOf } from '../../../media/production/matches';

const L10N = { t: (text: string, ...values: (string | number)[]) => text.replace(/\{(\d)\}/g, (mark, at: string) => String(values[Number(at)] ?? mark)) };
const SCRIPT = 'INT. MILL - DAY #1#\n\nMARA\nYes.\n\nEXT. ROAD - DAY #2#\n\nJON\nNo.\n\nMARA\nWhy?\n';

function shown(text: string, change: (production: Production) => Production = (same) => same, locale = 'en-GB'): Shown {
  const layout = layoutOf(parse(text), STANDARD_PAGE);
  let next = 0;
  const production = change(settle(emptyProduction(), layout, () => `id${(next += 1)}`));
  return shownOf('file:///x.fountain', 'x.fountain', production, breakdownOf(layout, production), createTeller(L10N, locale, production.rules.start?.slice(0, 4)));
}

const tab = (form: Shown, id: TabId) => form.tabs.find((each) => each.id === id);
const texts = (cells: readonly Cell[]): string[] => cells.map((cell) => (cell.kind === 'text' ? (cell.shown ?? cell.value) : cell.kind === 'windows' ? cell.windows.map(({ text }) => text.replace(/\s*–\s*/gu, '–')).join(' + ') : 'text' in cell ? cell.text : cell.kind));

describe('the form of the production', () => {
  it('shows cast by number with scenes, pages, sums, shares and windows', () => {
    const form = shown(SCRIPT, (now) => {
      const [mara = ''] = Object.keys(now.elements);
      const terms = { dayCost: 1200, holdShare: 0.5, dropAfter: 8, available: [{ from: '2027-05-12', to: '2027-05-16' }, { from: '2028-01-03', to: '2028-01-03' }], played: 'Ada Berg' };
      return { ...now, rules: { ...now.rules, start: '2027-05-12' }, elements: { ...now.elements, [mara]: { ...now.elements[mara], ...terms } as Production['elements'][string] } };
    });
    const rows = tab(form, 'cast')?.sections[0]?.rows.map(({ cells }) => texts(cells));
    assert.deepEqual(rows, [
      ['1', 'MARA', '€1,200', '12–16 May + 3 Jan 2028', '', 'half', '8 days', '2', '3/8', 'Ada Berg', ''],
      ['2', 'JON', '', '', '', '', '', '1', '2/8', '', ''],
    ]);
  });

  it('writes sums and dates as the writer’s language does', () => {
    const german = createTeller(L10N, 'de', '2027');
    assert.equal(german.money(1200, 'EUR').replace(/\s/gu, ' '), '1.200 €');
    assert.equal(german.window({ from: '2027-05-12', to: '2027-05-16' }).replace(/\s*–\s*/gu, '–'), '12.–16. Mai');
    assert.equal(german.said({ text: '{0} / {1} / {2}', values: [{ date: '2027-05-12' }, { eighths: 37 }, 'x'] }), '12. Mai / 4 5/8 / x');
    assert.equal(german.money(3, '??').replace(/\s/gu, ' '), '3 ??');
    assert.deepEqual(dateWordsOf('de', '2027-05-12').months[2]?.includes('märz'), true);
    assert.deepEqual([dateWordsOf('en-US', '').monthFirst, dateWordsOf('en-GB', '').monthFirst, dateWordsOf('de', '').monthFirst], [true, false, false]);
  });

  it('puts warnings beside their fields and counts them in the tab', () => {
    const form = shown(SCRIPT, (now) => ({ ...now, locations: { l1: { name: 'Pier' } }, rules: { ...now.rules, dayEighths: 80 } }));
    assert.deepEqual(form.tabs.map(({ id, warnings }) => [id, warnings]), [['cast', 0], ['elements', 0], ['places', 1], ['crew', 0], ['rules', 1], ['demands', 0]]);
    const pages = tab(form, 'rules')?.sections.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).find(({ key }) => key === 'rules//dayEighths');
    assert.deepEqual(pages?.kind === 'text' && [pages.value, pages.warnings], ['10', ['10 pages at 15 minutes an eighth are more than a day of 12 hours.']]);
  });

  it('has every field under a key of its own, and says what to do where there is nothing', () => {
    const form = shown(SCRIPT, (now) => ({ ...now, crew: { c: { name: 'Ada', department: 'Camera' } }, locations: { l: { name: 'Mill' } } }));
    const keys = form.tabs.flatMap(({ sections }) => sections).flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    const empty = shown('');
    assert.deepEqual(empty.tabs.map(({ sections }) => sections.some(({ rows, empty: told, add }) => rows.length > 0 || told !== undefined || add !== undefined)), Array.from({ length: 6 }, () => true));
  });

  it('stands names of any script', () => {
    const form = shown('INT. __PROTO__ - DAY\n\n__PROTO__\nYes.\n\nCONSTRUCTOR\nNo.\n\nINT. <B>&"X"</B> - NIGHT\n\n@中文\nYes.\n');
    assert.equal(tab(form, 'cast')?.sections[0]?.rows.length, 3);
    assert.equal(tab(form, 'places')?.sections[1]?.rows.length, 2);
  });
});

describe('lists of the form', () => {
  const options = ['12  INT. KITCHEN - DAY', '1  EXT. ROAD - NIGHT', '2  INT. MILL, 12 STAIRS - DAY', '13  INT. CAFÉ - DAY'].map((text) => ({ text }));
  const found = (typed: string): string[] => matchesOf(options, typed).map(({ text }) => text.split(' ')[0] ?? '');

  it('offer what begins so first, then what has it anywhere, without regard to accents', () => {
    assert.deepEqual([found('1'), found('12'), found('int day'), found('cafe'), found('zzz'), found('').length], [['1', '12', '13', '2'], ['12', '2'], ['12', '2', '13'], ['13'], [], 4]);
    assert.equal(matchesOf(Array.from({ length: 500 }, (_, index) => ({ text: `x${index}` })), 'x').length, 50);
    assert.equal(folded('  Ünal  É '), 'unal e');
    assert.deepEqual([isFound(['MARA', 'Ada Berg'], 'berg mara'), isFound(['MARA'], 'jon'), isFound([], '')], [true, false, true]);
  });
});
