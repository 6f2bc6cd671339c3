// npm start: a screenplay to try, open in VS Code with Backlot in it, and a practice model that answers without key or network.
//   npm start                    until you close the window (or press Ctrl+C)
//   npm start -- --check         opens, waits until Backlot is awake, and ends: what the tests run
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { activated, extensionHostLogs } from './activated.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ROOT } from './paths.mjs';
import { practiceSettings, writeProfile } from './profile.mjs';
import { makeTemp, removeFolder, run, Sorry, which } from './shell.mjs';

const CHECK_LIMIT = 90_000;


async function main() {
  const { values } = parseArgs({ options: { check: { type: 'boolean' }, port: { type: 'string' } } });
  await ensureDependencies();
  // Imported now, because they need what was just installed.
  const { startPractice, WHAT_IT_IS } = await import('../practice/server.mjs');
  const { findDesktop } = await import('./desktop.mjs');
  const practice = await startPractice();
  const temp = makeTemp('start');
  const scripts = path.join(temp, 'My Scripts');
  copySample(scripts);
  const sample = path.join(scripts, fs.readdirSync(scripts).find((name) => name.endsWith('.fountain')));
  const settings = { 'security.workspace.trust.enabled': false, ...practiceSettings(practice) };
  console.log(`Model: ${WHAT_IT_IS}`);
  const cleanUp = async () => {
    await practice.stop();
    removeFolder(temp);
  };
  try {
    const desktop = await findDesktop();
    const options = { temp, scripts, sample, settings, check: values.check, port: values.port };
    await (desktop && canShow(values.check) ? startDesktop(desktop, options) : startBrowserServed(options));
  } finally {
    await cleanUp();
  }
}

function copySample(folder) {
  fs.cpSync(path.join(ROOT, 'media/sample'), folder, { recursive: true });
}

/** A window needs a display; a check may do with a virtual one. */
function canShow(check) {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return Boolean(display) || (check && which('xvfb-run') !== undefined);
}

async function startDesktop(desktop, { temp, scripts, sample, settings, check }) {
  const { withDisplay } = await import('./desktop.mjs');
  const built = await run(process.execPath, ['esbuild.js']);
  if (built.code !== 0) {
    throw new Sorry('Backlot does not build.');
  }
  const data = path.join(temp, 'profile');
  writeProfile(data, settings);
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [
    ...root, '--wait', '--new-window', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes',
    `--user-data-dir=${data}`, `--extensions-dir=${path.join(temp, 'extensions')}`, `--extensionDevelopmentPath=${ROOT}`, scripts, '--goto', `${sample}:1`,
  ];
  const started = withDisplay(desktop.cli, args);
  // On Windows `code` is a command file, which only a shell runs, and a shell splits what is not quoted.
  const windows = process.platform === 'win32';
  const quoted = windows ? started.args.map((arg) => `"${arg}"`) : started.args;
  const child = spawn(windows ? `"${started.command}"` : started.command, quoted, { stdio: 'ignore', shell: windows, detached: !windows });
  const closed = new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  console.log(`Opening the sample in ${desktop.name}. Close its window, or press Ctrl+C here, to end.`);
  try {
    await (check ? waitUntilAwake(data) : Promise.race([closed, interrupted()]));
  } finally {
    endGroup(child);
  }
}

async function startBrowserServed({ temp, scripts, sample, settings, check, port }) {
  const { startServer } = await import('./server.mjs');
  const { packExtension } = await import('./package.mjs');
  const vsix = await packExtension(path.join(temp, 'backlot.vsix'));
  const server = await startServer({ vsix, settings, ...(port ? { port: Number(port) } : {}) });
  const open = `[["openFile","vscode-remote://${server.authority}${encodeURI(sample)}"]]`;
  const address = `${server.base}/?folder=${encodeURIComponent(scripts)}&payload=${encodeURIComponent(open)}`;
  try {
    console.log(`\nThere is no desktop VS Code to open here, so it is served to your browser:\n\n  ${address}\n`);
    if (check) {
      await checkInBrowser(address, server);
    } else {
      console.log('Press Ctrl+C to end. Everything in it is thrown away then.');
      await interrupted();
    }
  } finally {
    await server.stop();
  }
}

async function checkInBrowser(address, server) {
  const { openPage, startBrowser } = await import('./browser.mjs');
  const browser = await startBrowser();
  try {
    const page = await openPage(browser, server);
    await page.goto(address);
    await waitUntilAwake(server.data);
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 20_000 });
  } finally {
    await browser.close();
  }
}

/** Until the extension host's own log says that Backlot is active. */
async function waitUntilAwake(profile) {
  const started = Date.now();
  while (!activated(extensionHostLogs(profile))) {
    if (Date.now() - started > CHECK_LIMIT) {
      throw new Sorry(`Backlot was not awake after ${CHECK_LIMIT / 1000} s.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  console.log('Backlot is awake.');
}

function interrupted() {
  return new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((name) => process.once(name, resolve)));
}

function endGroup(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
  } catch {
    // Closed already.
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Sorry ? error.message : error);
  process.exitCode = 1;
}
