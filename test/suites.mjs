// Every suite by name: what it builds, what it runs, how its tests are counted. No imports of node_modules at the top: they may be missing yet.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './host/paths.mjs';
import { countsIn } from './host/reporter.mjs';
import { run, runTool } from './host/shell.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** Several checks that each pass or fail as one. */
async function checks(list) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const check of list) {
    counts[(await check()) ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

async function build(...targets) {
  const { code } = await run(process.execPath, ['esbuild.js', ...targets]);
  return code === 0;
}

const FAILED = { passed: 0, failed: 1, skipped: 0 };

/** Runs a child that prints a counted result line. */
async function counted(command, args, options = {}) {
  let counts;
  const { code } = await run(command, args, {
    ...options,
    onLine: (line) => {
      const found = countsIn(line);
      counts = found ?? counts;
      return found !== undefined;
    },
  });
  if (!counts) {
    console.log(`ended with code ${code} and no count of tests`);
    return FAILED;
  }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const node = (script, args) => counted(process.execPath, ['--enable-source-maps', path.join(ROOT, script), ...args]);
const flags = ({ grep, verbose }) => [...(grep ? ['--grep', grep] : []), ...(verbose ? ['--verbose'] : [])];

async function extensionSuite(name, options) {
  const { runExtensionSuite } = await import('./host/extensionSuite.mjs');
  return runExtensionSuite(name, options);
}

const tsc = (project) => async () => (await runTool('typescript/bin/tsc', ['-p', project])).code === 0;

/** name -> (options) => Counts. In the order of a whole run: what fails soonest first. */
export const SUITES = {
  lint: () => checks([async () => (await runTool('eslint/bin/eslint.js', ['-c', '.config/eslint.config.mjs', '--max-warnings', '0', '.'])).code === 0]),

  types: () => checks(['.', 'src/core', 'media'].filter(hasTypeScript).map(tsc)),

  unit: async (options) => ((await build('unit')) ? node('test/host/unit.mjs', [...flags(options), ...options.parts]) : FAILED),

  /** Short here; `npm run fuzz` runs the million. */
  fuzz: async () => checks([async () => (await build('fuzz')) && (await run(process.execPath, ['dist/test/fuzz/fuzz.js', '20000'])).code === 0]),

  integration: async (options) => ((await build('desktop', 'webviews', 'integration')) ? extensionSuite('integration', options) : FAILED),

  web: async (options) => ((await build('web', 'webviews', 'web-tests')) ? extensionSuite('web', options) : FAILED),

  package: async (options) => node('test/host/packageSuite.mjs', flags(options)),

  ui: async (options) => node('test/ui/run.mjs', [...flags(options), ...options.parts]),
};

function hasTypeScript(folder) {
  const where = path.join(ROOT, folder);
  return fs.readdirSync(where, { recursive: true }).some((file) => file.endsWith('.ts') && !file.includes('node_modules'));
}
