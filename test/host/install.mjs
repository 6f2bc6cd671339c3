// Installs the browser-served VS Code (code-server from npm, on a Node of its own) and Chromium, once, into the cache.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, HOST_DIR, VERSIONS, hostEntry, hostNode } from './paths.mjs';
import { run, Sorry, which } from './shell.mjs';
import { makeApiStrict } from './strictApi.mjs';

const NPM = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Debian packages, installed where this user may; otherwise a sentence that says what to type. */
async function aptInstall(packages, reason) {
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !which('apt-get')) {
    throw new Sorry(`${reason} is missing and this user may not install it. Please run: sudo ${command}`);
  }
  console.log(`Installing ${packages.join(', ')} ...`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-y', '-qq'];
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const { code, output } = await run('apt-get', [...options, 'install', '--no-install-recommends', ...packages], { env, quiet: true });
  if (code !== 0) {
    throw new Sorry(`${reason} could not be installed (${command}):\n${output.trim().split('\n').slice(-5).join('\n')}`);
  }
}

/** The browser's program: CHROMIUM, one that is installed, or Debian's, installed now. */
export async function ensureBrowser() {
  const find = () => process.env.CHROMIUM ?? which('chromium', 'chromium-browser', 'google-chrome');
  if (!find()) {
    await aptInstall(['chromium', 'fonts-dejavu-core'], 'Chromium, which shows the workbench to the tests,');
  }
  return find();
}

/** The folder of the browser-served VS Code, installed now if it is not there or `fresh` is wanted. */
export async function ensureServer({ fresh = false } = {}) {
  const given = process.env.VSCODE_HOST_DIR !== undefined;
  if (fs.existsSync(hostEntry()) && (given || !fresh)) {
    return HOST_DIR;
  }
  if (given) {
    throw new Sorry(`VSCODE_HOST_DIR names ${HOST_DIR}, where no browser-served VS Code stands.`);
  }
  if (process.platform !== 'linux') {
    throw new Sorry('The browser-served VS Code is made for Linux. Install VS Code so that `code` is in your PATH.');
  }
  await install();
  return HOST_DIR;
}

/** Into a folder beside the final one and then renamed: an interrupted install never looks like a whole one. */
async function install() {
  const started = Date.now();
  console.log(`Installing the browser-served VS Code into ${HOST_DIR} (about 800 MB, once) ...`);
  fs.mkdirSync(CACHE, { recursive: true });
  for (const left of fs.readdirSync(CACHE).filter((name) => /^(part|old)-\d+$/.test(name) && !isAlive(Number(name.split('-')[1])))) {
    fs.rmSync(path.join(CACHE, left), { recursive: true, force: true });
  }
  const part = path.join(CACHE, `part-${process.pid}`);
  const old = path.join(CACHE, `old-${process.pid}`);
  try {
    await installInto(part);
    if (fs.existsSync(HOST_DIR)) {
      fs.renameSync(HOST_DIR, old);
    }
    fs.renameSync(part, HOST_DIR);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
    fs.rmSync(old, { recursive: true, force: true });
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function installInto(dir) {
  if (!['g++', 'make', 'python3'].every((tool) => which(tool))) {
    await aptInstall(['g++', 'make', 'python3'], 'A compiler for two small native parts of VS Code');
  }
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'package.json'), '{"private":true,"name":"vscode-host","version":"0.0.0"}\n');
  await npm(dir, dir, ['install', '--save-exact', '--ignore-scripts', `node-linux-${process.arch}@${VERSIONS.node}`]);
  // Its postinstall would compile kerberos (which needs more of the system) and other parts that a test has no use for.
  await npm(dir, dir, ['install', '--save-exact', '--ignore-scripts', '--omit=dev', `code-server@${VERSIONS.codeServer}`]);
  const vscode = path.join(dir, 'node_modules/code-server/lib/vscode');
  // Not `npm ci`: code-server's own lock file lacks tslib.
  await npm(dir, vscode, ['install', '--omit=dev', '--ignore-scripts']);
  await npm(dir, path.join(vscode, 'extensions'), ['install', '--omit=dev', '--ignore-scripts']);
  await npm(dir, vscode, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog']);
  makeApiStrict(dir);
  const { code, output } = await run(hostNode(dir), [hostEntry(dir), '--config', configIn(dir), '--version'], { quiet: true });
  if (code !== 0 || !output.includes(VERSIONS.codeServer)) {
    throw new Sorry(`The browser-served VS Code was installed but does not start:\n${output.trim()}`);
  }
}

function configIn(dir) {
  const file = path.join(dir, 'config.yaml');
  fs.writeFileSync(file, 'auth: none\n');
  return file;
}

async function npm(dir, cwd, args) {
  const node = path.join(dir, `node_modules/node-linux-${process.arch}`);
  // The Node that will run it, and its headers: native parts must be built for that one.
  const env = fs.existsSync(node) ? { PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH}`, npm_config_nodedir: node } : {};
  const { code, output } = await run('npm', [...args, ...NPM], { cwd, env, quiet: true });
  if (code !== 0) {
    throw new Sorry(`Installing the browser-served VS Code failed at "npm ${args.join(' ')}". Is the npm registry reachable?\n${output.trim().split('\n').slice(-12).join('\n')}`);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureServer({ fresh: process.argv.includes('--fresh') });
  await ensureBrowser();
}
