// Installs the project's own packages when they are missing or are not those of the lock file.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';
import { runNpm, Sorry } from './shell.mjs';

/** Names that stand in the lock file and not, or in another version, in node_modules. */
function differing() {
  const lock = JSON.parse(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const installedList = path.join(ROOT, 'node_modules/.package-lock.json');
  const installed = fs.existsSync(installedList) ? JSON.parse(fs.readFileSync(installedList, 'utf8')).packages : {};
  return Object.keys(lock).filter((name) => name !== '' && !lock[name].optional && lock[name].version !== installed[name]?.version);
}

export async function ensureDependencies() {
  const missing = differing();
  if (missing.length === 0) {
    return;
  }
  console.log(`Installing the project's packages (${missing.length} missing or in another version) ...`);
  const { code, output } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true });
  if (code !== 0) {
    throw new Sorry(`The project's packages could not be installed. Is the npm registry reachable?\n${output.trim()}`);
  }
}
