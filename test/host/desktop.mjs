// VS Code as writers have it: an installed `code`, or one that @vscode/test-electron fetches.
import { once } from 'node:events';
import https from 'node:https';
import path from 'node:path';
import fs from 'node:fs';
import { CACHE, ROOT, TEST_MODEL } from './paths.mjs';
import { run, which } from './shell.mjs';

const STORE = path.join(CACHE, 'vscode-desktop');
const SITE = 'https://update.code.visualstudio.com/api/releases/stable';

/** Whether VS Code's download site answers; asked once, for three seconds at most. */
async function siteAnswers() {
  const request = https.get(SITE, { timeout: 3000 });
  request.on('timeout', () => request.destroy(new Error('no answer')));
  try {
    const [response] = await once(request, 'response');
    response.resume();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}

/**
 * The desktop VS Code to use, or undefined where there is none to be had.
 * BACKLOT_HOST=browser or BACKLOT_HOST=desktop decides instead.
 * @returns {Promise<{ executable: string, cli: string, name: string } | undefined>}
 */
export async function findDesktop() {
  if (process.env.BACKLOT_HOST === 'browser') {
    return undefined;
  }
  const installed = which('code', 'code-insiders');
  if (installed) {
    return { executable: installed, cli: installed, name: `the installed ${path.basename(installed)}` };
  }
  if (!fs.existsSync(STORE) && !(await siteAnswers())) {
    return undefined;
  }
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const executable = await downloadAndUnzipVSCode({ version: 'stable', cachePath: STORE });
  return { executable, cli: resolveCliPathFromVSCodeExecutablePath(executable), name: 'VS Code fetched by @vscode/test-electron' };
}

/** A program and its arguments, under a virtual display where there is no real one; undefined where that cannot be had. */
export function withDisplay(command, args) {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    return { command, args };
  }
  const xvfb = which('xvfb-run');
  return xvfb ? { command: xvfb, args: ['-a', command, ...args] } : undefined;
}

/** Runs a mocha suite inside the desktop extension host. Returns its exit code. */
export async function runDesktopSuite(desktop, { tests, workspace, data, env, timeoutMs, onLine }) {
  const started = withDisplay(desktop.executable, [
    workspace, '--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes', '--disable-workspace-trust', '--wait',
    `--user-data-dir=${data}`, `--extensions-dir=${path.join(data, 'extensions')}`, `--extensionDevelopmentPath=${ROOT}`, `--extensionDevelopmentPath=${TEST_MODEL}`, `--extensionTestsPath=${tests}`,
  ]);
  const { code } = await run(started.command, started.args, { env, timeoutMs, onLine: (line) => (onLine(line), true) });
  return code;
}
