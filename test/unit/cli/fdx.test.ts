// backlot fdx: both ways, its report, its failures.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { run } from '../../../src/cli/run';
import { InputError, NoFileError, type Io } from '../../../src/cli/verb';

async function call(args: string[], input: string, production?: string): Promise<{ code: number; out: string; err: string; written: Map<string, string> }> {
  const written = new Map<string, string>();
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => path.endsWith('.json') ? (production === undefined ? Promise.reject(new NoFileError(`${path}: there is no such file.`)) : Promise.resolve(production)) : (path === 'missing' ? Promise.reject(new InputError('missing: there is no such file.')) : Promise.resolve(input)),
    writeOutput: (path, bytes) => {
      written.set(path, new TextDecoder().decode(bytes));
      return Promise.resolve();
    },
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), out, err, written };
}

const SCRIPT = 'Title: X\n\nINT. HOUSE - DAY #4#\n\nMARA\nI *know* you.\n';

describe('backlot fdx', () => {
  it('writes a Final Draft file with pages and eighths, and reads it back to the letter', async () => {
    const there = await call(['fdx', 'a.fountain', '-o', 'a.fdx'], SCRIPT);
    assert.equal(there.code, 0);
    const fdx = there.written.get('a.fdx') ?? '';
    assert.match(fdx, /<SceneProperties Length="1\/8" Page="1" Title=""\/>/);
    assert.equal(there.out + there.err, '');
    const back = await call(['fdx', '-', '-o', '-'], fdx);
    assert.deepEqual([back.code, back.written.get('-')], [0, SCRIPT]);
  });

  it('takes the breakdown along where a production stands beside the script, or one is named', async () => {
    const production = '{"version":1,"elements":{"t1":{"category":"props","name":"you"}},"scenes":{"s1":{"heading":"INT. HOUSE - DAY","number":"4","mark":"","tags":{"t1":{"quotes":[{"words":"you","before":"","behind":""}]}}}}}';
    for (const args of [[], ['--production', 'p.json']]) {
      const { code, written } = await call(['fdx', 'a.fountain', '-o', 'a.fdx', ...args], SCRIPT, production);
      assert.equal(code, 0);
      assert.match(written.get('a.fdx') ?? '', /<Text TagNumber="\d+">you<\/Text>[^]*<TagDefinition [^>]*Label="you"/);
    }
    assert.equal((await call(['fdx', 'a.fountain', '-o', 'a.fdx', '--production', 'p.json'], SCRIPT)).code, 1);
    assert.doesNotMatch((await call(['fdx', '-', '-o', 'a.fdx'], SCRIPT, production)).written.get('a.fdx') ?? '', /TagData/);
  });

  it('tells what is not as it was, in words and as JSON', async () => {
    const file = readFileSync('test/fixtures/finalDraft2.fdx', 'utf8');
    const { err } = await call(['fdx', 'two.fdx', '-o', 'two.fountain'], file);
    assert.match(err, /^Act headings and endings, written as centered lines: 2\.$/m);
    const { out, code } = await call(['fdx', 'two.fdx', '-o', 'two.fountain', '--json'], file);
    assert.equal(code, 0);
    const { to, reports } = JSON.parse(out) as { to: string; reports: { kind: string; count: number; message: string }[] };
    assert.equal(to, 'fountain');
    assert.deepEqual(reports[1], { kind: 'shots', count: 1, message: 'Shots, written as action: 1.' });
  });

  it('takes the paper', async () => {
    const { written } = await call(['fdx', 'a.fountain', '-o', 'a.fdx', '--paper', 'a4'], SCRIPT);
    assert.match(written.get('a.fdx') ?? '', /<PageSize Height="11\.69" Width="8\.26"\/>/);
  });

  it('fails in one sentence, and writes nothing then', async () => {
    const noScript = await call(['fdx', 'a.fdx', '-o', 'a.fountain', '--json'], '<html/>');
    assert.deepEqual([noScript.code, noScript.written.size], [1, 0]);
    assert.deepEqual(JSON.parse(noScript.out), { error: { kind: 'input', message: 'a.fdx: This is XML, but no Final Draft script.' } });
    assert.equal((await call(['fdx', 'a.fountain'], SCRIPT)).code, 2);
    assert.equal((await call(['fdx', 'a.fountain', '-o', '-', '--json'], SCRIPT)).code, 2);
    assert.equal((await call(['fdx', 'missing', '-o', 'x'], '')).code, 1);
  });
});
