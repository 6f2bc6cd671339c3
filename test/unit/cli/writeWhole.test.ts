// Files from the command line: whole in their place, or nothing changed.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeWhole } from '../../../src/cli/writeWhole';

describe('writing whole files', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'backlot-write-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const bytes = new TextEncoder().encode('new');

  it('puts a file in its place, or in that of an older one, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'a.pdf');
    await writeWhole(file, new TextEncoder().encode('old'));
    await writeWhole(file, bytes);
    assert.equal(readFileSync(file, 'utf8'), 'new');
    assert.deepEqual(readdirSync(folder), ['a.pdf']);
  });

  it('writes through a link, to the file it stands for', async () => {
    writeFileSync(path.join(folder, 'real.pdf'), 'old');
    symlinkSync('real.pdf', path.join(folder, 'link.pdf'));
    await writeWhole(path.join(folder, 'link.pdf'), bytes);
    assert.ok(lstatSync(path.join(folder, 'link.pdf')).isSymbolicLink());
    assert.equal(readFileSync(path.join(folder, 'real.pdf'), 'utf8'), 'new');
  });

  it('writes through a link whose file is not there yet, and says where links lead in a circle', async () => {
    mkdirSync(path.join(folder, 'inner'));
    symlinkSync('second.pdf', path.join(folder, 'first.pdf'));
    symlinkSync(path.join('inner', 'real.pdf'), path.join(folder, 'second.pdf'));
    await writeWhole(path.join(folder, 'first.pdf'), bytes);
    assert.ok(lstatSync(path.join(folder, 'first.pdf')).isSymbolicLink());
    assert.ok(lstatSync(path.join(folder, 'second.pdf')).isSymbolicLink());
    assert.equal(readFileSync(path.join(folder, 'inner', 'real.pdf'), 'utf8'), 'new');
    symlinkSync('round.pdf', path.join(folder, 'round.pdf'));
    await assert.rejects(writeWhole(path.join(folder, 'round.pdf'), bytes), { name: 'InputError', message: /was not written: its link leads round in a circle\.$/ });
  });

  it('writes into a pipe with a name, which stays one', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
    const read: Buffer[] = [];
    reader.stdout.on('data', (part: Buffer) => read.push(part));
    const closed = new Promise((resolve) => reader.on('close', resolve));
    const much = new Uint8Array(300_000).fill(65);
    await writeWhole(pipe, much);
    await closed;
    assert.equal(Buffer.concat(read).compare(much), 0);
    assert.ok(lstatSync(pipe).isFIFO());
    assert.deepEqual(readdirSync(folder), ['pipe']);
  });

  it('leaves a file to those who could read it before', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const file = path.join(folder, 'a.pdf');
    for (const mode of [0o600, 0o666, 0o755]) {
      writeFileSync(file, 'old');
      chmodSync(file, mode);
      await writeWhole(file, bytes);
      assert.deepEqual([statSync(file).mode & 0o777, readFileSync(file, 'utf8')], [mode, 'new']);
    }
  });

  it('refuses a file that can only be read', async () => {
    const file = path.join(folder, 'a.pdf');
    writeFileSync(file, 'old');
    chmodSync(file, 0o444);
    await assert.rejects(writeWhole(file, bytes), { name: 'InputError', message: `${file} was not written: it can only be read. Allow writing to it, or name another file.` });
    assert.equal(readFileSync(file, 'utf8'), 'old');
    assert.deepEqual(readdirSync(folder), ['a.pdf']);
    chmodSync(file, 0o644);
  });

  it('says why it cannot, in one sentence, and changes nothing', async () => {
    await assert.rejects(writeWhole(path.join(folder, 'none', 'a.pdf'), bytes), { name: 'InputError', message: /was not written: there is no such folder\.$/ });
    mkdirSync(path.join(folder, 'taken'));
    writeFileSync(path.join(folder, 'taken', 'kept'), '');
    await assert.rejects(writeWhole(path.join(folder, 'taken'), bytes), { name: 'InputError', message: /was not written: / });
    assert.deepEqual(readdirSync(folder), ['taken']);
    assert.ok(existsSync(path.join(folder, 'taken', 'kept')));
  });
});
