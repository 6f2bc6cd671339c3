// backlot report and backlot ledger verify: on real folders, whole, broken and hostile.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callFiles } from '../../../src/cli/files';
import { run } from '../../../src/cli/run';
import { acceptedWords } from '../../../src/core/ledger/generated';
import { GIT_ATTRIBUTES } from '../../../src/core/ledger/head';
import { Device, offer } from '../core/ledger/support';

const LINE = 'I burned every one of them the night your brother drowned.';
const HEAD = 'INT. HARBOUR - NIGHT\n\nRain on the quay.\n\nMARA\n';

describe('the record on the command line', () => {
  let folder = '';
  let ledger = '';
  let script = '';
  let device = new Device('a');
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backlot-ledger-'));
    ledger = path.join(folder, '.backlot', 'ledger');
    script = path.join(folder, 'pilot.fountain');
    writeFileSync(script, `${HEAD}${LINE}\n`);
    device = new Device('a');
    device.write(offer([LINE]));
    const words = acceptedWords({ script: `${HEAD}${LINE}\n`, span: { from: HEAD.length, to: HEAD.length + LINE.length }, offered: LINE, replaced: '', salt: 's', keepText: false });
    device.write({ kind: 'accept', edited: false, place: { scene: 'INT. HARBOUR - NIGHT', line: 6 }, ...words });
    put();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(): void {
    mkdirSync(ledger, { recursive: true });
    device.files().forEach(({ name, text }) => writeFileSync(path.join(ledger, name), text));
  }

  async function call(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const writeError = (text: string): void => void (err += text);
    const code = await run(args, { ...callFiles(writeError), write: (text) => void (out += text), writeError, env: {}, signal: new AbortController().signal });
    return { code, out, err };
  }

  it('tells who wrote the words, for a person and for a program', async () => {
    const text = await call('report', script);
    assert.deepEqual([text.code, text.err], [0, '']);
    assert.match(text.out, /^pilot: 19 words, 8 human, 11 AI as offered, 0 AI then edited$/m);
    assert.match(text.out, /^Record: Complete: 2 entries of 1 device, each as it was written\.$/m);
    const json = JSON.parse((await call('report', script, '--json')).out) as { total: unknown; accepted: unknown[]; disclosures: unknown[] };
    assert.deepEqual([json.total, json.accepted.length, json.disclosures.length], [{ words: 19, human: 8, offered: 11, edited: 0 }, 1, 3]);
  });

  it('writes a file in the form that is asked for or that its name says, and never over the script', async () => {
    const page = path.join(folder, 'report.html');
    assert.equal((await call('report', script, '-o', page)).code, 0);
    assert.match(readFileSync(page, 'utf8'), /^<!DOCTYPE html>/);
    assert.match((await call('report', script, '--markdown')).out, /^# AI use report/);
    assert.match((await call('report', script, '--csv')).out, /Whole script,/);
    assert.equal((await call('report', script, '-o', script)).code, 2);
    assert.equal((await call('report', script, '--csv', '--html')).code, 2);
    assert.equal((await call('report', '-')).code, 2);
    assert.equal((await call('report', path.join(folder, 'none.fountain'))).code, 1);
  });

  it('reports nothing where there is no record', async () => {
    rmSync(path.join(folder, '.backlot'), { recursive: true });
    const { code, out } = await call('report', script);
    assert.deepEqual([code, out], [0, 'pilot: there is no record of AI use (19 words).\n']);
  });

  it('verifies a record, by its folder or the scripts’ folder', async () => {
    for (const place of [ledger, folder, path.join(folder, '.backlot')]) {
      assert.deepEqual(await call('ledger', 'verify', place), { code: 0, out: 'Complete: 2 entries of 1 device, each as it was written.\n', err: '' });
    }
    assert.equal((await call('ledger', 'verify', path.join(folder, 'none'))).code, 1);
    assert.equal((await call('ledger', 'verify')).code, 2);
    assert.equal((await call('ledger', 'check', folder)).code, 2);
    assert.match((await call('ledger', '--help')).out, /ledger verify DIR/);
  });

  it('makes no form that a name asks for in vain, and finds no record where there is none', async () => {
    assert.deepEqual([(await call('report', script, '-o', path.join(folder, 'out.pdf'))).code, readdirSync(folder).includes('out.pdf')], [2, false]);
    assert.equal((await call('report', script, '-o', path.join(folder, 'out.txt'))).code, 0);
    const other = path.join(folder, 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'package.json'), '{}');
    const { code, out, err } = await call('ledger', 'verify', other);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /no record of AI use is here/);
  });

  it('says in one sentence what is broken, and exits with 1', async () => {
    const [first = ''] = readdirSync(ledger);
    unlinkSync(path.join(ledger, first));
    const { code, out, err } = await call('ledger', 'verify', folder);
    assert.deepEqual([code, out, err], [1, 'Entry 1 of device a is missing.\n', 'Broken: Entry 1 of device a is missing.\n']);
    const told = JSON.parse((await call('ledger', 'verify', folder, '--json')).out) as { whole: boolean; error: unknown; findings: unknown };
    assert.deepEqual([told.whole, told.error, told.findings], [false, { kind: 'broken', message: 'Broken: Entry 1 of device a is missing.' }, [{ kind: 'missing', broken: true, device: 'a', number: 1, files: [], says: 'Entry 1 of device a is missing.' }]]);
    assert.match((await call('report', script)).err, /^Broken: Entry 1/);
  });

  it('takes what is no entry for broken, and a folder in a file’s place too', async () => {
    mkdirSync(path.join(ledger, 'x.json'));
    writeFileSync(path.join(ledger, 'y\u001b[31m.json'), '\0\u0001');
    const { code, out } = await call('ledger', 'verify', folder);
    assert.equal(code, 1);
    assert.ok(!out.includes('\u001b') && out.includes('x.json cannot be read as an entry.'), out);
  });

  it('stays whole through a git merge of two branches that one device wrote on', async function () {
    const git = (...args: string[]): string => {
      const done = spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', '-c', 'core.autocrlf=false', ...args], { cwd: folder, encoding: 'utf8' });
      assert.equal(done.status, 0, `git ${args.join(' ')}: ${done.stderr}${done.stdout}`);
      return done.stdout;
    };
    if (spawnSync('git', ['--version']).status !== 0) {
      this.skip();
    }
    this.timeout(20_000);
    writeFileSync(path.join(ledger, '.gitattributes'), GIT_ATTRIBUTES);
    git('init', '-q');
    const commit = (): void => void (git('add', '-A'), git('commit', '-q', '-m', 'x'));
    commit();
    git('switch', '-q', '-c', 'other');
    const other = new Device('a');
    device.entries.forEach(({ time, version: _, id: __, device: ___, number: ____, previous: _____, script: ______, hash: _______, ...body }) => other.write(body, time));
    device.write(offer(['on main']));
    [1, 2].forEach((at) => other.write(offer([`on the other ${at}`])));
    other.files().forEach(({ name, text }) => writeFileSync(path.join(ledger, name), text));
    commit();
    git('switch', '-q', 'main');
    put();
    commit();
    git('merge', '-q', '--no-edit', 'other');
    assert.equal(git('status', '--porcelain'), '');
    const { code, out } = await call('ledger', 'verify', folder);
    assert.equal(code, 0, out);
    assert.match(out, /written after the same entry[^]*Complete: 5 entries/);
    // Both ends are still watched.
    for (const name of readdirSync(ledger).filter((each) => /-00000[34]-/.test(each))) {
      const text = readFileSync(path.join(ledger, name), 'utf8');
      unlinkSync(path.join(ledger, name));
      assert.equal((await call('ledger', 'verify', folder)).code, 1, name);
      writeFileSync(path.join(ledger, name), text);
    }
  });
});
