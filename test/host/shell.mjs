// Running other programs, and the few things about this machine that the scripts need to know.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** Something a person can mend; printed without a stack. */
export class Sorry extends Error {}

/**
 * Runs a program to its end.
 * @param {{ cwd?: string, env?: object, quiet?: boolean, onLine?: (line: string) => boolean | void, timeoutMs?: number }} options
 *   `quiet` keeps the output for the result alone; `onLine` sees every line and hides it by returning true.
 * @returns {Promise<{ code: number, output: string }>} code 124 when time ran out.
 */
export function run(command, args, { cwd = ROOT, env = {}, quiet = false, onLine, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const piped = quiet || onLine !== undefined;
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', piped ? 'pipe' : 'inherit', piped ? 'pipe' : 'inherit'] });
    let output = '';
    let rest = '';
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (!onLine?.(line) && !quiet) {
          console.log(line);
        }
      }
    };
    child.stdout?.setEncoding('utf8').on('data', take);
    child.stderr?.setEncoding('utf8').on('data', take);
    let timedOut = false;
    const timer = timeoutMs && setTimeout(() => { timedOut = true; child.kill('SIGKILL'); }, timeoutMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (rest) {
        take('\n');
      }
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/** Runs a JavaScript tool of node_modules with this Node. */
export function runTool(relative, args, options) {
  return run(process.execPath, [path.join(ROOT, 'node_modules', relative), ...args], options);
}

/** Runs npm: the one that runs this script, where there is one (on Windows `npm` is no program of its own). */
export function runNpm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

/** The full path of a program, or undefined. */
export function which(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find((file) => fs.existsSync(file));
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A new folder for one run. Short: socket paths inside it have a limit of about 100 characters. */
export function makeTemp(name) {
  return fs.mkdtempSync(path.join(os.tmpdir(), `backlot-${name}-`));
}

/** Removes a folder, patiently: a browser or a server may still be writing its last files there. */
export function removeFolder(folder) {
  if (!process.env.BACKLOT_KEEP) {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

export const isCI = Boolean(process.env.CI) && process.env.CI !== 'false';
