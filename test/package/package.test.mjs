// What writers install: exactly the files that are meant to ship, small, and alive in a real VS Code.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { activated, extensionHostLogs } from '../host/activated.mjs';
import { openPage, startBrowser } from '../host/browser.mjs';
import { packExtension } from '../host/package.mjs';
import { ROOT } from '../host/paths.mjs';
import { readZip } from '../host/readZip.mjs';
import { startServer } from '../host/server.mjs';
import { makeTemp, removeFolder, run } from '../host/shell.mjs';

/** 120 kB minified, of which `openai` is no part: VS Code reads this file at every start. */
const MOST_MAIN = 120_000;

describe('the package', () => {
  let temp;
  let vsix;
  let files;

  before(async () => {
    temp = makeTemp('package');
    vsix = await packExtension(path.join(temp, 'backlot.vsix'));
    files = readZip(vsix);
    console.log(`  ${path.basename(vsix)}: ${Math.round(fs.statSync(vsix).size / 1000)} kB; extension.js ${kilobytes('extension/dist/extension.js')}, web/extension.js ${kilobytes('extension/dist/web/extension.js')}`);
  });

  after(() => removeFolder(temp));

  const kilobytes = (name) => `${(files.get(name)?.().length ?? 0) / 1000} kB`;

  it('holds exactly the files of files.txt', () => {
    const expected = fs.readFileSync(path.join(ROOT, 'test/package/files.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
    // What parts of the bundle share is cut by the build: how many pieces that makes is nobody's decision.
    const packed = [...files.keys()].filter((name) => name.startsWith('extension/')).map((name) => name.slice('extension/'.length).replace(/parts\/shared\d+\.js$/, 'parts/shared*.js'));
    assert.deepEqual([...new Set(packed)].sort(), expected.sort(), 'test/package/files.txt says what ships: change it only together with .vscodeignore');
  });

  it('is light at start: one small file, and openai in a part of its own that only asking a model reads', () => {
    const main = files.get('extension/dist/extension.js')();
    assert.ok(main.length < MOST_MAIN, `dist/extension.js has ${main.length} bytes`);
    const parts = [...files.keys()].filter((name) => name.startsWith('extension/dist/parts/'));
    const withOpenai = [...parts, 'extension/dist/extension.js'].filter((name) => files.get(name)().includes('OPENAI_API_KEY'));
    assert.deepEqual(withOpenai, ['extension/dist/parts/openaiClient.js']);
    // What the start requires, it requires inside a promise: `await import(...)` in the source.
    const needed = [...main.toString('utf8').matchAll(/(.{0,40})require\("\.\/parts\/(\w+)\.js"\)/g)];
    assert.ok(needed.length > 5);
    for (const [, before, name] of needed) {
      assert.match(before, /then\(\(\)=>/, `${name} is read at start`);
    }
  });

  it('carries nothing of the tests: no practice model, no path of this machine', () => {
    for (const [name, read] of files) {
      if (/\.(?:js|json)$/.test(name)) {
        const text = read().toString('utf8');
        assert.ok(!text.includes('backlot-practice'), `${name} holds the practice model`);
        assert.ok(!text.includes(ROOT), `${name} names ${ROOT}`);
      }
    }
  });

  it('installs into a real VS Code and wakes for a screenplay there', async () => {
    const workspace = path.join(temp, 'scripts');
    fs.cpSync(path.join(ROOT, 'test/fixtures/workspace'), workspace, { recursive: true });
    const server = await startServer({ vsix });
    const browser = await startBrowser();
    try {
      const page = await openPage(browser, server);
      const open = JSON.stringify([['openFile', `vscode-remote://${server.authority}${workspace}/scene.fountain`]]);
      await page.goto(`${server.base}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(open)}`);
      await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
      await page.locator('.statusbar-item', { hasText: 'Fountain' }).waitFor({ timeout: 60_000 });
      const end = Date.now() + 60_000;
      while (!activated(extensionHostLogs(server.data))) {
        assert.ok(Date.now() < end, 'Backlot did not wake');
        await page.waitForTimeout(100);
      }
      // Its own view in the activity bar: the manifest came with it.
      await page.locator('.activitybar .action-item a[aria-label^="Backlot"]').first().waitFor({ timeout: 20_000 });
      console.log(`  ${await activationTime(page)}`);
    } finally {
      await browser.close();
      await server.stop();
    }
  });

  it('opens a screenplay to try with npm start', async () => {
    const { code, output } = await run(process.execPath, ['test/host/start.mjs', '--check'], { quiet: true, timeoutMs: 170_000 });
    assert.equal(code, 0, output);
    assert.match(output, /Backlot is awake/);
  });
});

/** What VS Code itself measured, from its list of running extensions: "Activation: 12ms". */
async function activationTime(page) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill('>Developer: Show Running Extensions');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show Running Extensions' }).first().click({ timeout: 20_000 });
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Backlot' }).first();
  await row.waitFor({ timeout: 20_000 });
  return /Activation[^\n]*/.exec(await row.innerText())?.[0] ?? 'VS Code shows no activation time';
}
