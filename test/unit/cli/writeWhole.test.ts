// Files from the command line: whole in their place, or nothing changed.
import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('says why it cannot, in one sentence, and changes nothing', async () => {
    await assert.rejects(writeWhole(path.join(folder, 'none', 'a.pdf'), bytes), { name: 'InputError', message: /was not written: there is no such folder\.$/ });
    mkdirSync(path.join(folder, 'taken'));
    writeFileSync(path.join(folder, 'taken', 'kept'), '');
    await assert.rejects(writeWhole(path.join(folder, 'taken'), bytes), { name: 'InputError', message: /was not written: / });
    assert.deepEqual(readdirSync(folder), ['taken']);
    assert.ok(existsSync(path.join(folder, 'taken', 'kept')));
  });
});
