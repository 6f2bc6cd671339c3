// Holds README.md to the manifest: the table of settings is the one of today, and everything it points at exists.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

describe('the README', () => {
  it('lists the settings of today (npm run docs)', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['test/host/settingsTable.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  });

  it('points only at files that exist and commands that there are', () => {
    const readme = readFileSync('README.md', 'utf8');
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, file]) => file ?? '');
    assert.deepEqual(links.filter((file) => !existsSync(file)), []);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/\bnpm (?:run )?(start|test|run|[a-z]+)\b/g)].map(([, name]) => name ?? '').filter((name) => !['install', 'ci', 'run'].includes(name));
    assert.deepEqual(named.filter((name) => !(name in scripts)), []);
  });
});
