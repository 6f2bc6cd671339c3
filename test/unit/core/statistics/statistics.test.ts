// The statistics of laid-out scripts: against a small one counted by hand, and as sums and shares of any.
import assert from 'node:assert/strict';
import { parse } from '../../../../src/core/fountain/parse';
import { reparse } from '../../../../src/core/fountain/reparse';
import type { Script } from '../../../../src/core/fountain/script';
import { layoutOf } from '../../../../src/core/page/layout';
import { STANDARD_PAGE } from '../../../../src/core/page/page';
import { linesOf } from '../../../../src/core/page/pageLines';
import { pageAt } from '../../../../src/core/page/places';
import { sceneLengthsOf } from '../../../../src/core/page/sceneLengths';
import { csvOf } from '../../../../src/core/statistics/csv';
import { JSON_FIELDS, statisticsJson } from '../../../../src/core/statistics/json';
import { positionsIn } from '../../../../src/core/statistics/positions';
import { statisticsOf, type Statistics } from '../../../../src/core/statistics/statistics';
import { featureScript, randomEdit, randomFrom, randomText } from '../../../support/randomScript';

const of = (script: Script): Statistics => statisticsOf(layoutOf(script, STANDARD_PAGE));

const SCRIPT = [
  '# One', '', 'INT. DINER - NIGHT #1#', '', 'Rain on glass.', '', 'MARA', "You're late.", '', 'DEV', 'I know. I drove.', '', '> CUT TO:', '',
  'EXT. CAR PARK - CONTINUOUS', '', 'The cars are wet.', '',
  '# Two', '', '## Inner', '', 'I/E CAR - DAY', '', 'MARA', 'Drive.', '', 'INT. DINER - DAY', '', 'Nobody.', '',
].join('\n');

describe('statistics: a whole script', () => {
  const statistics = of(parse(SCRIPT));

  it('counts pages, rows and words', () => {
    // Of dialogue: three cues and three lines. Of action: three lines. Four headings and a transition are neither.
    assert.deepEqual(statistics.pages, [{ dialogue: 6, action: 3, other: 5 }]);
    assert.deepEqual(statistics.dialogue, { words: 7, speeches: 3, rows: 6, share: 6 / 9 });
    assert.deepEqual([statistics.action.words, statistics.action.rows, statistics.length.pages], [8, 3, 1]);
  });

  it('counts scenes by place and light, what is continuous with the scene before', () => {
    assert.deepEqual(statistics.scenes.map(({ heading, number, place, light, dialogue, action, speeches, page }) => [heading, number, place, light, dialogue, action, speeches, page]), [
      ['INT. DINER - NIGHT', '1', 'INT', 'night', 6, 3, 2, 1],
      ['EXT. CAR PARK - CONTINUOUS', undefined, 'EXT', 'night', 0, 4, 0, 1],
      ['I/E CAR - DAY', undefined, 'INT/EXT', 'day', 1, 0, 1, 1],
      ['INT. DINER - DAY', undefined, 'INT', 'day', 0, 1, 0, 1],
    ]);
    const byName = (groups: readonly { readonly name: string; readonly scenes: number }[]): unknown => Object.fromEntries(groups.map(({ name, scenes }) => [name, scenes]));
    assert.deepEqual(byName(statistics.places), { INT: 2, EXT: 1, 'INT/EXT': 1 });
    assert.deepEqual(byName(statistics.lights), { night: 2, day: 2 });
    assert.deepEqual(byName(statistics.sets), { DINER: 2, 'CAR PARK': 1, CAR: 1 });
    assert.deepEqual(statistics.sets.find(({ name }) => name === 'DINER')?.lights, ['night', 'day']);
  });

  it('sums sections up with those below them', () => {
    assert.deepEqual(statistics.sections.map(({ name, depth, scenes, dialogue, action }) => [name, depth, scenes, dialogue, action]), [
      ['One', 1, 2, 6, 7], ['Two', 1, 2, 1, 1], ['Inner', 2, 2, 1, 1],
    ]);
    assert.equal((statistics.sections[0]?.share ?? 0) + (statistics.sections[1]?.share ?? 0), 1);
    assert.equal(statistics.sections[0]?.end, statistics.sections[1]?.position);
  });

  it('names the longest speeches with their first words', () => {
    assert.deepEqual(statistics.longestSpeeches.map(({ name, words, begins, scene }) => [name, words, begins, scene]), [
      ['DEV', 4, 'I know. I drove.', 0], ['MARA', 2, "You're late.", 0], ['MARA', 1, 'Drive.', 2],
    ]);
  });

  it('is all zeros and empty lists for an empty script', () => {
    for (const text of ['', '\n\n', 'Title: Only\n', '/* gone */\n']) {
      const empty = of(parse(text));
      assert.deepEqual([empty.length.pages, empty.extent, empty.scenes, empty.characters, empty.pairs, empty.sets, empty.dialogue.share, empty.action.share], [0, 0, [], [], [], [], 0, 0], text);
      JSON.stringify(statisticsJson(empty));
    }
  });

  it('adds up on any text', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 40; seed++) {
      const text = seed % 3 === 0 ? randomText(randomFrom(seed), 240) : featureScript(3 + seed, seed);
      const script = parse(text);
      const layout = layoutOf(script, STANDARD_PAGE);
      const found = statisticsOf(layout);
      const near = (a: number, b: number, what: string): void => assert.ok(Math.abs(a - b) < 1e-9, `seed ${seed}: ${what}: ${a} is not ${b}`);
      const sum = <Key extends string>(among: readonly Readonly<Record<Key, number>>[], key: Key): number => among.reduce((total, each) => total + each[key], 0);
      const eighths = sceneLengthsOf(layout).reduce((total, each) => total + each.eighths, 0);
      assert.deepEqual([found.places, found.lights].map((groups) => [sum(groups, 'scenes'), sum(groups, 'eighths')]), Array(2).fill([found.scenes.length, eighths]), `seed ${seed}`);
      if (found.scenes.length > 0) {
        near(sum(found.places, 'share'), 1, 'shares of places');
        near(sum(found.lights, 'share'), 1, 'shares of lights');
      }
      if (found.dialogue.rows + found.action.rows > 0) {
        near(found.dialogue.share + found.action.share, 1, 'dialogue and action');
      }
      assert.equal(sum(found.characters, 'speeches'), found.dialogue.speeches);
      assert.equal(found.pages.reduce((total, { dialogue, action, other }) => total + dialogue + action + other, 0), layout.pages.reduce((total, page) => total + new Set(linesOf(page).map(({ row }) => row)).size, 0), `seed ${seed}: rows`);
      for (const { silence, firstPage, lastPage, scenes } of found.characters) {
        assert.ok(firstPage >= 1 && firstPage <= lastPage && lastPage <= Math.max(1, layout.pages.length));
        assert.ok(silence === undefined || (silence.pages >= 0 && silence.pages <= found.extent && silence.from < silence.to));
        assert.ok(scenes.every(({ scene }, index) => index === 0 || scene > (scenes[index - 1]?.scene ?? 0)));
      }
      for (const { names, exchanges, scenes } of found.pairs) {
        assert.ok(names[0] < names[1] && exchanges >= 0 && scenes >= 0 && exchanges + scenes > 0);
      }
    }
  });

  it('places offsets on the pages as the layout does', () => {
    const text = featureScript(30, 3);
    const layout = layoutOf(parse(text), STANDARD_PAGE);
    const position = positionsIn(layout);
    for (const { at } of statisticsOf(layout).scenes) {
      const place = pageAt(layout, at);
      assert.equal(position(at), (place?.page ?? 0) + (place?.row ?? 0) / layout.paper.rows);
    }
  });

  it('is the same after edits as on a fresh parse', function () {
    this.timeout(60_000);
    for (let seed = 0; seed < 12; seed++) {
      const random = randomFrom(seed);
      let text = featureScript(12, seed);
      let script = parse(text);
      for (let step = 0; step < 6; step++) {
        of(script);
        const edit = randomEdit(random, text);
        text = text.slice(0, edit.offset) + edit.inserted + text.slice(edit.offset + edit.removed);
        script = reparse(script, edit);
      }
      assert.deepEqual(statisticsJson(of(script)), statisticsJson(of(parse(text))), `seed ${seed}`);
    }
  });

  it('tells in JSON what its help promises, and nothing else', () => {
    const promised = JSON_FIELDS.split('\n').flatMap((line) => /^([a-z]\w*(?:, \w+)*)(?= {2,}|$)/i.exec(line)?.[1]?.split(', ') ?? []);
    assert.deepEqual(Object.keys(statisticsJson(statistics)).sort(), promised.sort());
  });
});

describe('statistics: CSV', () => {
  it('writes what spreadsheets read: a mark, CRLF, quotes where they must be', () => {
    assert.equal(csvOf([['Name', 'Words'], ['O’NEIL, "RED"', 12.5], ['two\nlines', -3]]), '\uFEFFName,Words\r\n"O’NEIL, ""RED""",12.5\r\n"two\nlines",-3\r\n');
  });

  it('runs nothing that a script says', () => {
    for (const name of ['=1+1', '+A1', '-2', '@SUM(A1)', '\t=1', ' =1', '\u200B=1', '|calc', '＝1+1', '\r=1']) {
      const cell = csvOf([[name]]).slice(1).trimEnd();
      assert.match(cell, /^"?'/, JSON.stringify(name));
    }
    assert.equal(csvOf([['MARA', 'DR. NO', '李明']]), '\uFEFFMARA,DR. NO,李明\r\n');
  });
});
