// Starts the browser-served VS Code on loopback, with a profile and an extensions folder of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureServer } from './install.mjs';
import { hostEntry, hostNode } from './paths.mjs';
import { writeProfile } from './profile.mjs';
import { freePort, makeTemp, removeFolder, run, Sorry } from './shell.mjs';

/**
 * @param {object} options
 * @param {object} [options.settings] the user's settings, over the quiet ones
 * @param {object} [options.env] environment of the server, and so of the extension host
 * @param {boolean} [options.testDriver] obey extensionTestsPath in the address; also hides notification toasts
 * @param {boolean} [options.trust] ask for workspace trust as VS Code does; otherwise every folder is trusted
 * @param {string[]} [options.extensionFolders] unpacked extensions to have beside it
 * @param {string} [options.vsix] a packaged extension to install first
 * @param {number} [options.port] any free one without it
 */
export async function startServer({ settings = {}, env = {}, testDriver = false, trust = false, vsix, extensionFolders = [], port } = {}) {
  const dir = await ensureServer();
  const temp = makeTemp('server');
  const data = path.join(temp, 'data');
  const extensions = path.join(temp, 'extensions');
  const logFile = path.join(temp, 'server.log');
  const config = path.join(temp, 'config.yaml');
  fs.mkdirSync(extensions);
  // VS Code takes in what lies in the folder at its first start; a second extensionDevelopmentPath it would not see here.
  for (const folder of extensionFolders) {
    fs.cpSync(folder, path.join(extensions, path.basename(folder)), { recursive: true });
  }
  fs.writeFileSync(config, 'auth: none\n');
  writeProfile(data, { 'security.workspace.trust.enabled': trust, ...settings });
  const folders = ['--config', config, '--user-data-dir', data, '--extensions-dir', extensions];
  // Without XDG_DATA_HOME the server writes into the user's home.
  const environment = { ...process.env, XDG_DATA_HOME: temp, ...env };
  if (vsix) {
    await installExtension(dir, folders, vsix, environment);
  }
  const at = port ?? (await freePort());
  const log = fs.openSync(logFile, 'w');
  const child = spawn(
    hostNode(dir),
    [
      hostEntry(dir), ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${at}`, '--disable-telemetry', '--disable-update-check',
      ...(trust ? [] : ['--disable-workspace-trust']), '--disable-getting-started-override', '--vscode-option', 'force-disable-user-env',
      ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: environment, detached: true, stdio: ['ignore', log, log] },
  );
  fs.closeSync(log);
  const stop = () => stopServer(child, temp);
  const base = `http://127.0.0.1:${at}`;
  try {
    await answers(base, child, logFile);
  } catch (error) {
    await stop();
    throw error;
  }
  return { base, authority: `127.0.0.1:${at}`, data, temp, stop };
}

async function installExtension(dir, folders, vsix, env) {
  const { code, output } = await run(hostNode(dir), [hostEntry(dir), ...folders, '--install-extension', vsix], { quiet: true, env });
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Sorry(`${path.basename(vsix)} could not be installed into the browser-served VS Code:\n${output.trim()}`);
  }
}

async function answers(base, child, logFile) {
  for (let tries = 0; tries < 400; tries++) {
    try {
      if ((await fetch(`${base}/healthz`)).ok) {
        return;
      }
    } catch {
      // Not listening yet.
    }
    if (child.exitCode !== null) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Sorry(`The browser-served VS Code did not start:\n${fs.readFileSync(logFile, 'utf8').slice(-2000)}`);
}

/** The whole process group: the server starts an extension host and file watchers of its own. */
async function stopServer(child, temp) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }
  signal(child, 'SIGKILL');
  removeFolder(temp);
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is gone already.
  }
}
