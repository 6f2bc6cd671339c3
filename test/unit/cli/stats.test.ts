// backlot stats: figures for a person and for a program, and how it fails.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { InputError, type Io } from '../../../src/cli/verb';

async function call(args: string[], input: string): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => (path === 'missing' ? Promise.reject(new InputError('missing: there is no such file.')) : Promise.resolve(input)),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), out, err };
}

const SCRIPT = '# One\n\nINT. HOUSE - DAY #4#\n\nRain.\n\nMARA\nI was going to--\n\nDEV\nNo.\n\nMARA\nYes.\n';

describe('backlot stats', () => {
  it('prints all figures as JSON', async () => {
    const { code, out, err } = await call(['stats', '-', '--json'], SCRIPT);
    assert.deepEqual([code, err], [0, '']);
    const told = JSON.parse(out) as Record<string, unknown> & { characters: Record<string, unknown>[]; scenes: Record<string, unknown>[] };
    assert.deepEqual([told['pages'], told['speeches'], told['words'], told['pageRows']], [1, 3, { dialogue: 6, action: 1 }, [{ dialogue: 6, action: 1, other: 1 }]]);
    assert.deepEqual(told.scenes.map(({ number, heading, line, page, place, time, dialogueWords, actionWords, speeches, characters }) => ({ number, heading, line, page, place, time, dialogueWords, actionWords, speeches, characters })), [
      { number: '4', heading: 'INT. HOUSE - DAY', line: 2, page: 1, place: 'INT', time: 'day', dialogueWords: 6, actionWords: 1, speeches: 3, characters: ['MARA', 'DEV'] },
    ]);
    assert.deepEqual(told.characters.map(({ name, words, speeches, scenes }) => ({ name, words, speeches, scenes })), [{ name: 'MARA', words: 5, speeches: 2, scenes: [0] }, { name: 'DEV', words: 1, speeches: 1, scenes: [0] }]);
    assert.deepEqual(told['pairs'], [{ names: ['DEV', 'MARA'], exchanges: 2, scenes: 1 }]);
    assert.deepEqual(told['interruptions'], [{ interrupted: 'MARA', by: 'DEV', ending: 'cutOff', scene: 0 }]);
    assert.deepEqual(told['readability'], { none: 'tooShort' });
  });

  it('prints tables for a person', async () => {
    const { code, out } = await call(['stats', 'x.fountain'], SCRIPT);
    assert.equal(code, 0);
    assert.match(out, /^1 page, /);
    assert.match(out, /^Characters\n {8}words {2}share/m);
    assert.match(out, /^ {2}MARA {6}5 {4}83% {9}2 {7}1/m);
    assert.match(out, /^Interruptions: 1 cut off, 0 trailing off and taken up$/m);
  });

  it('counts on the paper asked for', async () => {
    const long = `INT. A\n\n${Array<string>(400).fill('Rain.').join('\n\n')}\n`;
    const pages = async (paper: string): Promise<unknown> => (JSON.parse((await call(['stats', '-', '--json', '--paper', paper], long)).out) as { pages: unknown }).pages;
    assert.ok(Number(await pages('a4')) < Number(await pages('letter')));
    assert.equal(await pages('A4'), await pages('a4'));
  });

  it('fails with a sentence and the contract’s codes', async () => {
    assert.equal((await call(['stats', '-', '--paper', 'legal'], SCRIPT)).code, 2);
    assert.match((await call(['stats', '-', '--paper', 'legal'], SCRIPT)).err, /letter or a4/);
    assert.equal((await call(['stats'], SCRIPT)).code, 2);
    const missing = await call(['stats', 'missing', '--json'], SCRIPT);
    assert.equal(missing.code, 1);
    assert.deepEqual(JSON.parse(missing.out), { error: { kind: 'input', message: 'missing: there is no such file.' } });
    assert.equal((await call(['stats', '-', '--json'], '')).code, 0);
  });
});
