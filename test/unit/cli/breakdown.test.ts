// backlot breakdown: its fields, its words, and the production beside the script.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { NoFileError, type Io } from '../../../src/cli/verb';
import { emptyProduction } from '../../../src/core/production/emptyProduction';
import { serialiseProduction } from '../../../src/core/production/file';
import type { Production } from '../../../src/core/production/production';

async function call(args: string[], files: Readonly<Record<string, string>>): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => {
      const text = files[path];
      return text === undefined ? Promise.reject(new NoFileError(`${path}: there is no such file.`)) : Promise.resolve(text);
    },
    writeOutput: () => Promise.reject(new Error('nothing is to be written')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), out, err };
}

const SCRIPT = `INT. GARAGE - NIGHT #4#

A red truck. MARA crawls out. Jon waits by the door with a wrench.

MARA
Done.

EXT. YARD - CONTINUOUS

Rain. An explosion throws Jon across the yard.

JON
Run!
`;

const PRODUCTION: Production = {
  ...emptyProduction(),
  elements: { t1: { category: 'vehicles', name: 'truck' }, c9: { category: 'cast', name: 'Jon', character: 'JON', castNumber: 7 } },
  scenes: {
    s1: { heading: 'INT. GARAGE - NIGHT', number: '4', mark: '', tags: { t1: { quotes: [{ words: 'blue truck', before: 'A ', behind: '.' }], count: 1 } } },
    gone: { heading: 'EXT. MOON - NIGHT', number: '9', mark: 'AAAABBBBCCCCDDDDEEEE', tags: {} },
  },
};

interface Json {
  readonly scenes: readonly { readonly number: string; readonly light: string; readonly lightFrom: string; readonly cast: readonly { number: number; name: string; from: string }[]; readonly elements: readonly { name: string; lost?: unknown }[]; readonly suggestions: readonly { category: string; name: string; from: number; to: number }[] }[];
  readonly elements: readonly { name: string; number?: number; scenes: readonly string[] }[];
  readonly orphans: readonly { id: string; number: string; heading: string }[];
  readonly production?: string;
}

describe('backlot breakdown', () => {
  it('gives scenes with what they need as JSON, and writes nothing', async () => {
    const { code, out, err } = await call(['breakdown', 'a.fountain', '--json'], { 'a.fountain': SCRIPT });
    assert.deepEqual([code, err], [0, '']);
    const { scenes, elements, orphans, production } = JSON.parse(out) as Json;
    assert.deepEqual(scenes.map(({ number, light, lightFrom }) => [number, light, lightFrom]), [['4', 'night', 'heading'], ['5', 'night', 'before']]);
    assert.deepEqual(scenes.map(({ cast }) => cast.map(({ number, name, from }) => `${number} ${name} ${from}`)), [['1 MARA speaks', '2 JON silent'], ['2 JON speaks']]);
    assert.deepEqual(scenes.map(({ suggestions }) => suggestions.map(({ category, from, to }) => `${category} ${SCRIPT.slice(from, to)}`)), [['vehicles truck', 'props wrench'], ['specialEffects Rain', 'specialEffects explosion']]);
    assert.deepEqual(elements.map(({ name, number, scenes: where }) => [name, number, where]), [['MARA', 1, ['4']], ['JON', 2, ['4', '5']]]);
    assert.deepEqual([orphans, production], [[], undefined]);
  });

  it('reads the production beside the script, or the one that is named', async () => {
    const text = serialiseProduction(PRODUCTION);
    for (const [args, files] of [
      [['breakdown', 'a.fountain', '--json'], { 'a.fountain': SCRIPT, 'a.production.json': text }],
      [['breakdown', 'a.fountain', '--production', 'p.json', '--json'], { 'a.fountain': SCRIPT, 'p.json': text }],
    ] as const) {
      const { scenes, orphans, production } = JSON.parse((await call([...args], files)).out) as Json;
      assert.deepEqual(scenes[0]?.elements.map(({ name, lost }) => [name, lost]), [['truck', [{ words: 'blue truck', before: 'A ', behind: '.' }]]]);
      assert.deepEqual(scenes[1]?.cast.map(({ number, name }) => [number, name]), [[7, 'Jon']]);
      assert.deepEqual(orphans, [{ id: 'gone', heading: 'EXT. MOON - NIGHT', number: '9' }]);
      assert.equal(production, Object.keys(files)[1]);
    }
  });

  it('says it to people too', async () => {
    const { out } = await call(['breakdown', 'a.fountain'], { 'a.fountain': SCRIPT, 'a.production.json': serialiseProduction(PRODUCTION) });
    assert.match(out, /^4 {2}INT\. GARAGE - NIGHT {2}\(page 1, 2\/8, night, story day 1\)\n {4}A red truck\. MARA crawls out\.\n {4}Cast: 7 Jon \(silent\), 8 MARA\n {4}Vehicles: 1 truck \(its words are gone\)\n {4}Props\?: wrench\n/);
    assert.match(out, /Scenes of the production that the script has no more\n {2}9 EXT\. MOON - NIGHT\n$/);
  });

  it('lets no name of the file steer the terminal', async () => {
    const named = { ...PRODUCTION, elements: { ...PRODUCTION.elements, t1: { category: 'vehicles', name: 'tr\u001B[31muck' } } };
    const { out } = await call(['breakdown', 'a.fountain'], { 'a.fountain': SCRIPT, 'a.production.json': serialiseProduction(named) });
    assert.match(out, /tr\uFFFD\[31muck/);
  });

  it('fails with a sentence', async () => {
    const missing = await call(['breakdown', 'a.fountain', '--production', 'p.json', '--json'], { 'a.fountain': SCRIPT });
    assert.deepEqual([missing.code, (JSON.parse(missing.out) as { error: { message: string } }).error.message], [1, 'p.json: there is no such file.']);
    const merge = await call(['breakdown', 'a.fountain'], { 'a.fountain': SCRIPT, 'a.production.json': '<<<<<<< HEAD\n{}' });
    assert.deepEqual([merge.code, merge.err], [1, 'a.production.json has marks of a merge in it: settle the merge first.\n']);
    assert.equal((await call(['breakdown'], {})).code, 2);
    const empty = await call(['breakdown', 'a.fountain', '--json'], { 'a.fountain': '' });
    assert.deepEqual((JSON.parse(empty.out) as Json).scenes, []);
    assert.match((await call(['breakdown', '--help'], {})).out, /suggestions \[\{category, name, from, to\}\]/);
  });
});
