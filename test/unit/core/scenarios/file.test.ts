// Scenarios as files: the same back, one key a line, merged by git, read with suspicion.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readScenario, scenarioFileName, serialiseScenario } from '../../../../src/core/scenarios/file';
import type { Scenario } from '../../../../src/core/scenarios/scenario';

const FULL: Scenario = {
  version: 1, id: 'b1c2', round: 'r1', createdAt: '2026-11-22T18:00:00Z', model: 'm', record: 'rec', fate: 'open',
  scope: { kind: 'range', from: 'INT. A - DAY', fromNumber: '1', to: 'INT. B', hash: 'h', body: 'b', first: 'f', firstBody: 'fb', nth: 2, scenes: 3 },
  title: 'The other boat', logline: 'He rows.', turn: 'knows', steer: 'darker', beats: ['One.', 'Two "quoted" \u2028.'],
  consequences: [{ scene: 'INT. C', sceneNumber: '3A', change: 'Gone.' }, { scene: 'EXT. MOON', change: 'x', unknown: true }],
  scenes: [{ fate: 'keep', scene: 'INT. A - DAY', sceneNumber: '1', heading: 'INT. A - DAY', beat: '' }, { fate: 'new', heading: 'INT. D', beat: 'b', record: 'rec2', cut: true, text: 'INT. D\n\nText.\n\nMARA\nGo.' }],
};

function reasonOf(text: string): string {
  const read = readScenario(text);
  return read.ok ? 'ok' : read.reason === 'value' ? read.key : read.reason;
}

describe('a scenario file', function () {
  this.timeout(60_000);

  it('gives back what was put in, in one order, one key a line, a final newline', () => {
    const text = serialiseScenario(FULL);
    assert.deepEqual(readScenario(text), { ok: true, scenario: FULL });
    const shuffled = Object.fromEntries(Object.entries(FULL).reverse()) as unknown as Scenario;
    assert.equal(serialiseScenario(shuffled), text);
    assert.ok(text.endsWith('}\n'));
    assert.ok(text.split('\n').every((line) => (line.match(/": /g) ?? []).length <= 1), text);
    assert.match(text, /\n {6}"text": \[\n {8}"INT\. D",\n {8}"",\n {8}"Text\.",/);
    assert.deepEqual(readScenario(text.replaceAll('\n', '\r\n')), { ok: true, scenario: FULL });
    assert.deepEqual(readScenario(`\uFEFF${text}`), { ok: true, scenario: FULL });
  });

  it('changes one line with its fate', () => {
    const [a, b] = [serialiseScenario(FULL), serialiseScenario({ ...FULL, fate: 'kept' })].map((text) => text.split('\n'));
    assert.deepEqual(a?.filter((line, at) => line !== b?.[at]), ['  "fate": "open",']);
  });

  it('merges in git where two people changed different things', function () {
    const folder = mkdtempSync(path.join(tmpdir(), 'scenario-'));
    try {
      const scenes = FULL.scenes ?? [];
      const written = { ...FULL, scenes: [...scenes, { fate: 'new' as const, heading: 'INT. E', beat: 'c', text: 'INT. E\n\nMore.' }] };
      const files = [{ ...FULL, fate: 'kept' as const }, FULL, written].map((scenario, at) => {
        const file = path.join(folder, String(at));
        writeFileSync(file, serialiseScenario(scenario));
        return file;
      });
      const merged = spawnSync('git', ['merge-file', ...files], { encoding: 'utf8' });
      if (merged.error) {
        this.skip();
      }
      assert.equal(merged.status, 0, merged.stderr);
      assert.deepEqual(readScenario(readFileSync(files[0] ?? '', 'utf8')), { ok: true, scenario: { ...written, fate: 'kept' } });
      writeFileSync(files[2] ?? '', serialiseScenario({ ...FULL, fate: 'discarded' }));
      spawnSync('git', ['merge-file', ...files]);
      assert.equal(reasonOf(readFileSync(files[0] ?? '', 'utf8')), 'merge');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses what is none, with the reason', () => {
    const json = JSON.parse(serialiseScenario(FULL)) as Record<string, unknown>;
    const changed = (change: Record<string, unknown>): string => reasonOf(JSON.stringify({ ...json, ...change }));
    assert.equal(reasonOf(''), 'json');
    assert.equal(reasonOf('[]'), 'json');
    assert.equal(reasonOf('null'), 'json');
    assert.equal(reasonOf(`{"version":1,"title":"${'x'.repeat(1_000_001)}"}`), 'large');
    assert.equal(reasonOf('['.repeat(200_000)), 'json');
    assert.equal(changed({ version: 2 }), 'version');
    assert.equal(changed({ title: 7 }), 'title');
    assert.equal(changed({ title: 'x'.repeat(500) }), 'title');
    assert.equal(changed({ fate: 'gone' }), 'fate');
    assert.equal(changed({ beats: 'x' }), 'beats');
    assert.equal(changed({ beats: [1] }), 'beats');
    assert.equal(changed({ beats: Array.from({ length: 50 }, () => 'x') }), 'beats');
    assert.equal(changed({ scope: null }), 'scope');
    assert.equal(changed({ scope: { ...FULL.scope, nth: -1 } }), 'scope');
    assert.equal(changed({ consequences: [{}] }), 'consequences');
    assert.equal(changed({ scenes: [{ fate: 'new', heading: 'INT. A', beat: '', text: ['a', 1] }] }), 'scenes');
    assert.equal(changed({ steer: undefined, unknown: { a: 1 } }), 'ok');
    assert.equal(changed({ scenes: [] }), 'ok');
  });

  it('never throws, and gives back whatever it takes', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const change = fc.record({ key: fc.constantFrom(...Object.keys(FULL)), value });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        const json = { ...(JSON.parse(serialiseScenario(FULL)) as object), ...Object.fromEntries(changes.map(({ key, value: put }) => [key, put])) };
        const read = readScenario(JSON.stringify(json));
        if (read.ok) {
          assert.deepEqual(readScenario(serialiseScenario(read.scenario)), read);
        }
      }),
      { numRuns: 1000, seed: 1 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readScenario(text)));
  });
});

describe('scenarioFileName', () => {
  it('is readable, of its own, and fit for every system', () => {
    assert.match(scenarioFileName({ id: 'a', title: 'Who cuts the rope?' }), /^who-cuts-the-rope-[0-9a-f]{8}\.json$/);
    assert.match(scenarioFileName({ id: 'a', title: 'Élodie & Ümit' }), /^elodie-umit-/);
    assert.match(scenarioFileName({ id: 'a', title: '…' }), /^untitled-/);
    assert.notEqual(scenarioFileName({ id: 'a', title: 'x' }), scenarioFileName({ id: 'b', title: 'x' }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (title, id) => {
        const name = scenarioFileName({ id, title });
        assert.match(name, /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*\.json$/u);
        assert.ok(Buffer.byteLength(name.normalize('NFD')) < 200 && name === name.normalize('NFC'), name);
      }),
    );
  });
});
