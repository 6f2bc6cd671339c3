// The files of a call: the writer's script is never what is written, by whatever name it is called.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callFiles } from '../../../src/cli/files';
import { run } from '../../../src/cli/run';

const SCRIPT = 'INT. HARBOUR - DAY\n\nA net.\n';

describe('the files of a call', () => {
  let folder = '';
  let script = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backlot-files-'));
    script = path.join(folder, 'a.fountain');
    writeFileSync(script, SCRIPT);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function call(...args: string[]): Promise<{ code: number; err: string }> {
    let err = '';
    const writeError = (text: string): void => void (err += text);
    const code = await run(args, { ...callFiles(writeError), write: () => undefined, writeError, env: {}, signal: new AbortController().signal });
    return { code, err };
  }

  async function assertRefused(output: string, ...args: string[]): Promise<void> {
    const before = readdirSync(folder).sort();
    const { code, err } = await call(...args, '-o', output);
    assert.equal(code, 2, output);
    assert.ok(err.startsWith(`${output} is a script that this call reads: name another file to write to.\n`), err);
    assert.equal(readFileSync(script, 'utf8'), SCRIPT);
    assert.deepEqual(readdirSync(folder).sort(), before);
  }

  for (const verb of ['pdf', 'html', 'fdx']) {
    it(`keep the script from being written over: ${verb}`, () => assertRefused(script, verb, script));
  }

  it('know the script by a link, by a way around, and through a linked folder', async () => {
    symlinkSync('a.fountain', path.join(folder, 'link.html'));
    mkdirSync(path.join(folder, 'inner'));
    symlinkSync(folder, path.join(folder, 'again'));
    await assertRefused(path.join(folder, 'link.html'), 'html', script);
    await assertRefused(script, 'html', path.join(folder, 'link.html'));
    await assertRefused(path.relative('.', path.join(folder, 'inner')) + '/../a.fountain', 'html', script);
    await assertRefused(path.join(folder, 'again', 'a.fountain'), 'html', script);
  });

  it('know it in other capitals, where the disk makes no difference', async function () {
    if (!existsSync(path.join(folder, 'A.FOUNTAIN'))) {
      this.skip();
    }
    await assertRefused(path.join(folder, 'A.FOUNTAIN'), 'html', script);
  });

  it('keep the older script too, with which one compares', async () => {
    const older = path.join(folder, 'older.fountain');
    writeFileSync(older, 'Older.\n');
    await assertRefused(older, 'html', script, '--revised-since', older);
    assert.equal(readFileSync(older, 'utf8'), 'Older.\n');
  });

  it('write over anything else, as asked', async () => {
    const target = path.join(folder, 'a.html');
    assert.equal((await call('html', script, '-o', target)).code, 0);
    assert.equal((await call('html', script, '-o', target)).code, 0);
    // A name that was the script's once is free again.
    renameSync(script, path.join(folder, 'b.fountain'));
    assert.equal((await call('html', path.join(folder, 'b.fountain'), '-o', script)).code, 0);
    assert.match(readFileSync(script, 'utf8'), /^<!DOCTYPE html>/);
  });
});
