// Scenes found again after edits, and everything in the script given its place in the production.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeElements, removeElement } from '../../../../src/core/breakdown/elementEdits';
import { breakdownOf } from '../../../../src/core/breakdown/breakdownOf';
import { parse } from '../../../../src/core/fountain/parse';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE, type Layout } from '../../../../src/core/page/page';
import { assign, type Pair } from '../../../../src/core/production/assign';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { MOST_CAST_NUMBER } from '../../../../src/core/production/castNumbers';
import { readProduction, serialiseProduction } from '../../../../src/core/production/file';
import { matchScenes } from '../../../../src/core/production/matchScenes';
import type { Production } from '../../../../src/core/production/production';
import { settle } from '../../../../src/core/production/settle';

const layout = (text: string): Layout => layoutOf(parse(text), STANDARD_PAGE);

function ids(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}${next++}`;
}

const WORDS = 'river stone lantern window mother engine silver corner summer bottle garden thunder ladder pocket shoulder whisper kitchen morning letter station'.split(' ');

/** Words of its own for each number: no two scenes share their pairs. */
function prose(seed: number, count = 40): string {
  let state = seed * 2654435761 + 17;
  const next = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8;
  return Array.from({ length: count }, () => `${WORDS[next() % WORDS.length] ?? ''}${next() % 50}`).join(' ');
}

interface Written {
  readonly heading: string;
  readonly body: string;
  readonly number?: string;
}

const write = (scenes: readonly Written[]): string => scenes.map(({ heading, body, number }) => `${heading}${number === undefined ? '' : ` #${number}#`}\n\n${body}\n\n`).join('');

const A: Written = { heading: 'INT. HOUSE - DAY', body: `${prose(1)}.\n\nMARA\nHello there.`, number: '1' };
const B: Written = { heading: 'EXT. ROAD - NIGHT', body: `${prose(2)}.\n\nJON\nGo.`, number: '2' };
const C: Written = { heading: 'INT. HOUSE - DAY', body: `${prose(3)}.\n\nMARA\nNo.`, number: '3' };
const D: Written = { heading: 'EXT. LAKE - DUSK', body: `${prose(4)}.`, number: '4' };

function matched(before: readonly Written[], after: readonly Written[]): { ids: (string | undefined)[]; orphans: readonly string[] } {
  const production = settle(emptyProduction(), layout(write(before)), ids('s'));
  const names = matchScenes(production, parse(write(before))).ids;
  const match = matchScenes(production, parse(write(after)));
  const letter = (id: string | undefined): string | undefined => (id === undefined ? undefined : String.fromCharCode(65 + names.indexOf(id)));
  return { ids: match.ids.map(letter), orphans: match.orphans.map((id) => letter(id) ?? '') };
}

describe('finding scenes again', () => {
  it('moved, renamed, renumbered', () => {
    assert.deepEqual(matched([A, B, C, D], [D, C, B, A]), { ids: ['D', 'C', 'B', 'A'], orphans: [] });
    assert.deepEqual(matched([A, B, C, D], [{ ...A, heading: 'EXT. BARN - DAWN' }, { ...B, number: '12' }, C, D]).ids, ['A', 'B', 'C', 'D']);
    // Every number one up, as after an insertion: numbers alone would make each scene its neighbour.
    const shifted = [A, B, C, D].map((scene, index) => ({ ...scene, number: String(index + 2) }));
    assert.deepEqual(matched([A, B, C, D], [{ heading: 'INT. CAVE - DAY', body: prose(9), number: '1' }, ...shifted]).ids, [undefined, 'A', 'B', 'C', 'D']);
  });

  it('rewritten in part, and from end to end where the heading tells', () => {
    const half = `${prose(1, 40).split(' ').slice(0, 20).join(' ')} ${prose(77, 20)}`;
    assert.deepEqual(matched([A, B, C, D], [{ ...A, body: half, number: '9' }, B, C, D]).ids, ['A', 'B', 'C', 'D']);
    assert.deepEqual(matched([A, B, C, D], [A, { heading: B.heading, body: prose(55) }, C, D]).ids, ['A', 'B', 'C', 'D']);
  });

  it('split, merged, doubled, dropped', () => {
    const words = prose(2).split(' ');
    const first = { ...B, body: words.slice(0, 24).join(' ') };
    const second = { heading: 'EXT. ROAD - LATER', body: words.slice(24).join(' ') };
    assert.deepEqual(matched([A, B, D], [A, first, second, D]), { ids: ['A', 'B', undefined, 'C'], orphans: [] });
    const merged = { ...A, body: `${A.body}\n\n${D.body}` };
    assert.deepEqual(matched([A, B, D], [merged, B]), { ids: ['A', 'B'], orphans: ['C'] });
    assert.deepEqual(matched([A, B], [A, A, B]).ids, ['A', undefined, 'B']);
    assert.deepEqual(matched([A, B, C, D], [A, C, D]), { ids: ['A', 'C', 'D'], orphans: ['B'] });
    // A new scene with the old one's number is not the old one.
    assert.deepEqual(matched([A, B, D], [A, { heading: 'INT. SHOP - DAY', body: prose(31), number: '2' }, D]), { ids: ['A', undefined, 'C'], orphans: ['B'] });
  });

  it('not greedily: a scene gives way where both can be matched', () => {
    const one = prose(5).split(' ');
    const two = prose(6).split(' ');
    const mixed = { heading: 'INT. HALL - DAY', body: [...one.slice(0, 22), ...two.slice(0, 18)].join(' ') };
    const rest = { heading: 'INT. ATTIC - DAY', body: [...one.slice(22), ...prose(40, 10).split(' ')].join(' ') };
    // The mixed scene is most like the first record, which alone is like the rest.
    assert.deepEqual(matched([{ heading: 'INT. X - DAY', body: one.join(' ') }, { heading: 'INT. Y - DAY', body: two.join(' ') }], [mixed, rest]).ids, ['B', 'A']);
  });

  it('assigns as a search through everything would', () => {
    const cell = fc.integer({ min: -3, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (table) => {
        const pairs: Pair[] = table.flatMap((cells, row) => cells.flatMap((worth, column) => (worth > 0 ? [{ row, column, worth }] : [])));
        const best = (row: number, used: number): number =>
          row === table.length ? 0 : Math.max(best(row + 1, used), ...pairs.filter((pair) => pair.row === row && ((used >> pair.column) & 1) === 0).map(({ column, worth }) => worth + best(row + 1, used | (1 << column))));
        const found = assign(pairs);
        assert.equal(new Set(found.map(({ row }) => row)).size, found.length);
        assert.equal(new Set(found.map(({ column }) => column)).size, found.length);
        assert.equal(found.reduce((sum, { worth }) => sum + worth, 0), best(0, 0));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it('takes no record twice and keeps to the script, whatever is written', () => {
    const scene = fc.record({ heading: fc.constantFrom('INT. A - DAY', 'INT. A - NIGHT', 'EXT. B'), body: fc.oneof(fc.constant(''), fc.integer({ min: 1, max: 6 }).map((seed) => prose(seed, 12))), number: fc.option(fc.constantFrom('1', '2'), { nil: undefined }) });
    const scenes = fc.array(scene.map(({ number, ...rest }): Written => ({ ...rest, ...(number !== undefined && { number }) })), { maxLength: 9 });
    fc.assert(
      fc.property(scenes, scenes, (before, after) => {
        const production = settle(emptyProduction(), layout(write(before)), ids());
        const same = matchScenes(production, parse(write(before)));
        assert.ok(same.ids.every((id) => id !== undefined) && same.orphans.length === 0);
        const match = matchScenes(production, parse(write(after)));
        const found = match.ids.filter((id) => id !== undefined);
        assert.equal(new Set(found).size, found.length);
        assert.deepEqual([...found, ...match.orphans].sort(), Object.keys(production.scenes).sort());
      }),
      { seed: 11, numRuns: 120 },
    );
  });
});

describe('settling', () => {
  it('gives scenes, speakers and sets their place, numbers by count of scenes', () => {
    const production = settle(emptyProduction(), layout(write([B, A, C, D])), ids());
    assert.deepEqual(Object.values(production.scenes).map(({ heading, number }) => [heading, number]), [['EXT. ROAD - NIGHT', '2'], ['INT. HOUSE - DAY', '1'], ['INT. HOUSE - DAY', '3'], ['EXT. LAKE - DUSK', '4']]);
    assert.deepEqual(Object.values(production.elements).map(({ category, name, character, castNumber }) => [category, name, character, castNumber]), [['cast', 'MARA', 'MARA', 1], ['cast', 'JON', 'JON', 2]]);
    assert.deepEqual(Object.values(production.sets).map(({ name }) => name), ['ROAD', 'HOUSE', 'LAKE']);
  });

  it('gives the number of one who left to nobody else, whether taken out or made one with another', () => {
    const newId = ids();
    const first = settle(emptyProduction(), layout(write([A, B])), newId);
    const [mara = '', jon = ''] = Object.keys(first.elements);
    const zoe = { heading: 'INT. PUB - DAY', body: `${prose(5)}.\n\nZOE\nHi.` };
    const numbersOf = ({ elements }: Production) => Object.values(elements).map(({ name, castNumber }) => [name, castNumber]);
    const without = settle(removeElement(first, jon), layout(write([A, zoe])), newId);
    assert.deepEqual(numbersOf(without), [['MARA', 1], ['ZOE', 3]]);
    const merged = settle(mergeElements(first, jon, mara), layout(write([A, B, zoe])), newId);
    assert.deepEqual(numbersOf(merged), [['MARA', 1], ['ZOE', 3]]);
    const kept = readProduction(serialiseProduction(removeElement(first, jon)));
    assert.deepEqual(kept.ok && numbersOf(settle(kept.production, layout(write([A, zoe])), newId)), [['MARA', 1], ['ZOE', 3]]);
  });

  it('stays within the numbers the file may hold', () => {
    const last: Production = { ...emptyProduction(), elements: { x: { category: 'cast', name: 'EVE', character: 'EVE', castNumber: MOST_CAST_NUMBER }, y: { category: 'cast', name: 'ADA', character: 'ADA', castNumber: 1 } } };
    assert.ok(readProduction(serialiseProduction(last)).ok);
    const settled = settle(last, layout(write([A, B])), ids());
    assert.deepEqual(Object.values(settled.elements).map(({ castNumber }) => castNumber), [MOST_CAST_NUMBER, 1, 2, 3]);
    assert.ok(readProduction(serialiseProduction(settled)).ok);
  });

  it('never changes a number, and gives the same object where nothing is to do', () => {
    const newId = ids();
    const first = settle(emptyProduction(), layout(write([A, B])), newId);
    assert.equal(settle(first, layout(write([A, B])), newId), first);
    const crowded = [A, B, ...[5, 6, 7].map((seed) => ({ heading: 'INT. PUB - DAY', body: `${prose(seed)}.\n\nZOE\nHi.\n\nJON\nHo.` }))];
    const second = settle(first, layout(write(crowded)), newId);
    assert.deepEqual(Object.values(second.elements).map(({ name, castNumber }) => [name, castNumber]), [['MARA', 1], ['JON', 2], ['ZOE', 3]]);
    assert.deepEqual(settle(second, layout(''), newId), second);
  });

  it('leaves the file as it is through small edits, and keeps a set through a new name', () => {
    const newId = ids();
    const before = settle(emptyProduction(), layout(write([A, B, C])), newId);
    const typed = settle(before, layout(write([{ ...A, body: `${A.body} Really.` }, B, C])), newId);
    assert.equal(serialiseProduction(typed), serialiseProduction(before));
    const setId = Object.keys(before.sets).find((id) => before.sets[id]?.name === 'HOUSE') ?? '';
    const placed: Production = { ...before, sets: { ...before.sets, [setId]: { name: 'HOUSE', location: 'mill' } } };
    const renamed = settle(placed, layout(write([{ ...A, heading: 'INT. VILLA - DAY' }, B, { ...C, heading: 'INT. VILLA - NIGHT' }])), newId);
    assert.deepEqual(renamed.sets[setId], { name: 'VILLA', location: 'mill' });
    // One of two scenes elsewhere is another set.
    const other = settle(placed, layout(write([{ ...A, heading: 'INT. VILLA - DAY' }, B, C])), newId);
    assert.deepEqual([other.sets[setId]?.name, Object.values(other.sets).map(({ name }) => name).includes('VILLA')], ['HOUSE', true]);
  });

  it('lives with what two branches brought together', () => {
    const [one, two] = [settle(emptyProduction(), layout(write([A, B])), ids('p')), settle(emptyProduction(), layout(write([A, B])), ids('q'))];
    const both: Production = { ...one, elements: { ...one.elements, ...two.elements }, scenes: { ...one.scenes, ...two.scenes }, sets: { ...one.sets, ...two.sets } };
    const settled = settle(both, layout(write([A, B])), ids('n'));
    assert.equal(settled, both);
    const breakdown = breakdownOf(layout(write([A, B])), settled);
    assert.equal(breakdown.orphans.length, 2);
    assert.deepEqual(breakdown.scenes.map(({ elements }) => elements.map(({ castNumber }) => castNumber)), [[1], [2]]);
  });

  it('brings back what is tagged though it was taken out elsewhere', () => {
    const first = settle(emptyProduction(), layout(write([A])), ids());
    const [scene = ''] = Object.keys(first.scenes);
    const record = first.scenes[scene];
    assert.ok(record);
    const torn: Production = { ...first, scenes: { [scene]: { ...record, tags: { gone: { quotes: [{ words: 'old truck', before: '', behind: '' }] } } } } };
    assert.deepEqual(settle(torn, layout(write([A])), ids()).elements['gone'], { category: 'props', name: 'old truck' });
  });

  it('takes hostile names for names', () => {
    const text = write([{ heading: 'INT. __PROTO__ - DAY', body: 'CONSTRUCTOR\nHi.\n\n@\\_\\_proto\\_\\_\nHo.' }]);
    const production = settle(emptyProduction(), layout(text), ids());
    assert.deepEqual(Object.values(production.elements).map(({ name }) => name), ['CONSTRUCTOR', '\\_\\_PROTO\\_\\_']);
    assert.equal(breakdownOf(layout(text), production).scenes[0]?.elements.length, 2);
    assert.throws(() => settle(emptyProduction(), layout(write([A, B])), () => 'same'), RangeError);
  });
});
