// A production's file: whole there and back, put together by git, and refused with a reason where it cannot be taken whole.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { isDate } from '../../../../src/core/production/calendar';
import { emptyProduction } from '../../../../src/core/production/emptyProduction';
import { readProduction, serialiseProduction } from '../../../../src/core/production/file';
import type { Production } from '../../../../src/core/production/production';

const FULL: Production = {
  ...emptyProduction(),
  elements: {
    a1: { category: 'cast', name: 'MARA', character: 'MARA', also: ['YOUNG MARA'], castNumber: 1, played: 'A. Actor', dayCost: 900, holdShare: 0.5, dropAfter: 10, available: [{ from: '2026-05-04', to: '2026-06-12' }], away: [] },
    k7: { category: 'vehicles', name: 'red truck', contact: 'a@b', notes: 'runs\nbadly' },
  },
  categories: { own1: { name: 'Ärger', colour: '#AA00ff' } },
  scenes: {
    s1: { heading: 'INT. HOUSE - DAY', number: '1A', mark: 'abcd', light: 'dusk', storyDay: '2', synopsis: 'They meet.', minutes: 90, notes: 'n', tags: { k7: { quotes: [{ words: 'truck', before: 'the red ', behind: ' stops' }], count: 2, notes: 'x' } }, without: { a1: true } },
    s2: { heading: 'EXT. ROAD', mark: '', tags: {} },
  },
  sets: { t1: { name: 'HOUSE', location: 'l1', notes: '' } },
  locations: { l1: { name: 'Mill', address: '1 Road', dayCost: 300, parking: 'behind', hospital: 'St Mary', away: [{ from: '2024-02-29', to: '2024-02-29' }] } },
  crew: { c1: { name: 'D.P.', department: 'Camera', job: 'DoP', key: true, callOffset: -30 } },
  rules: { ...emptyProduction().rules, start: '2026-05-04', holidays: ['2026-05-25'], title: '\u{1F3AC} "Quoted"' },
  demands: { d1: { kind: 'before', first: 's1', then: 's2' }, d2: { kind: 'sameDay', scenes: ['s1', 's2'] }, d3: { kind: 'pinned', scene: 's1', date: '2026-05-05' } },
  boards: { b1: { name: 'Mine', days: [{ id: 'x', kind: 'shoot', strips: [{ scene: 's1' }, { banner: 'Lunch' }] }, { id: 'y', kind: 'off', strips: [], note: 'rest' }], boneyard: ['s2'], seen: { s1: { heading: 'H', eighths: 3, light: 'day', cast: ['a1'] } }, made: { by: 'engine', proved: true, bound: 12.5 } } },
  refused: { 's1:props:gun': true },
  numbered: 7,
};

function read(text: string): Production {
  const result = readProduction(text);
  assert.ok(result.ok, JSON.stringify(result));
  return result.production;
}

describe('the production file', () => {
  it('holds everything, there and back, to the letter', () => {
    const text = serialiseProduction(FULL);
    assert.deepEqual(read(text), FULL);
    assert.equal(serialiseProduction(read(text)), text);
    assert.ok(text.endsWith('}\n'));
    for (const line of text.split('\n')) {
      assert.ok((line.match(/(?<!\\)": /g)?.length ?? 0) <= 1, line);
    }
  });

  it('says the same whatever the order in which keys came to be', () => {
    const turned = Object.fromEntries(Object.entries(FULL).reverse()) as unknown as Production;
    assert.equal(serialiseProduction({ ...turned, elements: Object.fromEntries(Object.entries(FULL.elements).reverse()) }), serialiseProduction(FULL));
  });

  it('fills in what a file leaves out', () => {
    assert.deepEqual(read('{"version":1}'), emptyProduction());
    assert.deepEqual(read('\uFEFF{"version":1,"rules":{"dayHours":10}}').rules, { ...emptyProduction().rules, dayHours: 10 });
  });

  it('takes for dates what the calendar takes for dates', () => {
    const starting = (start: string) => readProduction(`{ "version": 1, "rules": { "start": "${start}" } }`);
    assert.deepEqual(['0000-01-01', '2026-02-29', '0001-01-01', '9999-12-31'].map((start) => [starting(start).ok, isDate(start)]), [[false, false], [false, false], [true, true], [true, true]]);
  });

  it('refuses, with a reason, what it cannot take whole', () => {
    const text = serialiseProduction(FULL);
    const refused = (given: string): string => {
      const result = readProduction(given);
      assert.ok(!result.ok, given.slice(0, 60));
      return `${result.reason} ${result.reason === 'notJson' ? '' : (result.detail ?? '')}`.trim();
    };
    assert.equal(refused(''), 'notJson');
    assert.equal(refused('null'), 'invalid');
    assert.equal(refused('[]'), 'invalid');
    assert.equal(refused('{}'), 'invalid version');
    assert.equal(refused('{"version":2,"future":{}}'), 'newer 2');
    assert.equal(refused('{"version":"1"}'), 'invalid version');
    assert.equal(refused('{"version":1,"later":{}}'), 'unknown later');
    assert.equal(refused(text.replace('"dayCost": 900', '"dayCost": "900"')), 'invalid elements.a1.dayCost');
    assert.equal(refused(text.replace('"dayCost": 900', '"dayCost": 1e999')), 'invalid elements.a1.dayCost');
    assert.equal(refused(text.replace('"2026-06-12"', '"2026-06-31"')), 'invalid elements.a1.available.0.to');
    assert.equal(refused(text.replace('"played"', '"playedBy"')), 'unknown elements.a1.playedBy');
    assert.equal(refused(text.replace('"kind": "pinned"', '"kind": "constructor"')), 'invalid demands.d3.kind');
    assert.equal(refused(text.replace('"kind": "off"', '"kind": "hold"')), 'invalid boards.b1.days.1.kind');
    assert.equal(refused('{"version":1,"elements":{"__proto__":{"category":"cast","name":"x"}}}'), 'invalid elements.__proto__');
    assert.equal(refused('{"version":1,"elements":{"constructor":{"category":"cast","name":"x"}}}'), 'invalid elements.constructor');
    assert.equal(refused('{"version":1,"__proto__":{"x":1}}'), 'unknown __proto__');
    assert.equal(refused('{"version":1,"scenes":[]}'), 'invalid scenes');
    assert.equal(refused('{"version":1,"elements":{"a":{"category":"cast","name":"x","name":"y"}}}'), 'twice 1');
    assert.equal(refused('{"version":1,\n"elements":{"a":{"category":"cast","name":"\\"name\\":"},\n"b":{"category":"cast",\n"name":"x"},\n"a":{"category":"cast","name":"y"}}}'), 'twice 5');
    assert.equal(refused(text.replace('  "crew"', '<<<<<<< HEAD\n=======\n>>>>>>> theirs\n  "crew"')), 'merge');
    assert.equal(refused(`{"version":1,"notes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 'invalid');
    assert.equal(refused(' '.repeat(30_000_001)), 'tooLarge');
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('never throws, and what it takes it gives back whole', () => {
    const text = serialiseProduction(FULL);
    const broken = fc.tuple(fc.nat(text.length), fc.nat(40), fc.constantFrom('', '"', '{', '}', ',', ':', '1', 'null', '"x": 1,', '\\', '\u0000')).map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(broken, fc.json(), fc.string()), (given) => {
        const result = readProduction(given);
        if (result.ok) {
          const whole = JSON.parse(given.replace(/^\uFEFF/, '')) as Record<string, unknown>;
          const kept = JSON.parse(serialiseProduction(result.production)) as Record<string, unknown>;
          Object.entries(whole).forEach(([key, value]) => assert.deepEqual(key === 'rules' ? { ...(kept[key] as object), ...(value as object) } : kept[key], key === 'rules' ? kept[key] : value));
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is put together by git where two people changed different things', function () {
    if (spawnSync('git', ['--version']).status !== 0) {
      this.skip();
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'merge-'));
    const merge = (base: Production, ours: Production, theirs: Production): Production => {
      const names = Object.entries({ base, ours, theirs }).map(([name, production]) => {
        writeFileSync(path.join(folder, name), serialiseProduction(production));
        return path.join(folder, name);
      });
      return read(execFileSync('git', ['merge-file', '-p', names[1] ?? '', names[0] ?? '', names[2] ?? ''], { encoding: 'utf8' }));
    };
    try {
      const [ours, theirs] = [
        { ...FULL, elements: { ...FULL.elements, b2: { category: 'props', name: 'gun' } }, scenes: { ...FULL.scenes, s2: { heading: 'EXT. ROAD', mark: '', tags: { k7: { quotes: [] } } } } },
        { ...FULL, elements: { ...FULL.elements, m3: { category: 'animals', name: 'dog' } }, rules: { ...FULL.rules, dayHours: 10 }, refused: { ...FULL.refused, 's1:props:a bat': true as const } },
      ];
      assert.deepEqual(merge(FULL, ours, theirs), { ...theirs, elements: { ...ours.elements, ...theirs.elements }, scenes: ours.scenes });
      // A strip moved on one branch, another day's note on the other.
      const board = FULL.boards['b1'];
      assert.ok(board);
      const days = (strips: readonly { scene: string }[]): Production => ({ ...FULL, boards: { b1: { ...board, days: [{ id: 'x', kind: 'shoot', strips }, ...board.days.slice(1)] } } });
      const base = days(['p', 'q', 'r', 's', 't', 'u'].map((scene) => ({ scene })));
      const moved = days(['q', 'r', 's', 't', 'p', 'u'].map((scene) => ({ scene })));
      const both = merge(base, moved, { ...base, crew: {}, demands: { ...base.demands, d9: { kind: 'before', first: 's2', then: 's1' } } });
      assert.deepEqual(both.boards, moved.boards);
      assert.equal(Object.keys(both.demands).length, 4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
