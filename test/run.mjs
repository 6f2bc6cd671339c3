// npm test: node test/run.mjs [--fresh] [--grep TEXT] [--quiet] [suite ...] [part of a test file's name ...]
// All suites, or those named; a table at the end; exit code 0 when nothing failed.
import { parseArgs } from 'node:util';
import { ensureDependencies } from './host/dependencies.mjs';
import { isCI, Sorry } from './host/shell.mjs';
import { SUITES } from './suites.mjs';

const NARROWED_BY_FILE = ['unit', 'ui'];
const NEEDS_VSCODE = ['integration', 'web', 'package', 'ui'];

function readArguments() {
  const options = { fresh: { type: 'boolean' }, grep: { type: 'string' }, quiet: { type: 'boolean' }, help: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const named = positionals.filter((word) => word in SUITES);
  const parts = positionals.filter((word) => !(word in SUITES));
  if (values.help || (parts.length > 0 && !named.some((name) => NARROWED_BY_FILE.includes(name)))) {
    const wrong = parts.length > 0 ? `No suite is called ${parts.join(' or ')}.\n` : '';
    throw new Sorry(`${wrong}npm test -- [--fresh] [--grep TEXT] [suite ...] [part of a file's name ...]\nSuites: ${Object.keys(SUITES).join(', ')}`);
  }
  return { ...values, named: named.length > 0 ? named : Object.keys(SUITES), parts };
}

async function runSuite(name, options) {
  console.log(`\n--- ${name}`);
  const started = Date.now();
  let counts;
  try {
    counts = await SUITES[name](options);
  } catch (error) {
    console.log(error instanceof Sorry ? error.message : error);
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  if (counts.passed + counts.failed === 0 && (isCI || !options.grep)) {
    console.log('No test ran.');
    counts = { ...counts, failed: 1 };
  }
  return { name, ...counts, seconds: (Date.now() - started) / 1000 };
}

function printTable(results) {
  const column = (value, width) => String(value).padStart(width);
  console.log(`\n${'suite'.padEnd(12)}${column('passed', 8)}${column('failed', 8)}${column('skipped', 9)}${column('seconds', 9)}`);
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(`${name.padEnd(12)}${column(passed, 8)}${column(failed, 8)}${column(skipped, 9)}${column(seconds.toFixed(1), 9)}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  const unsteady = results.reduce((total, result) => total + (result.unsteady ?? 0), 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${unsteady > 0 ? `, ${unsteady} of those that passed only at a second try (look for AGAIN)` : ''}`);
  return sum('failed');
}

async function main() {
  const { named, ...options } = readArguments();
  await ensureDependencies();
  if (options.fresh && named.some((name) => NEEDS_VSCODE.includes(name))) {
    const { ensureServer } = await import('./host/install.mjs');
    await ensureServer({ fresh: true });
  }
  const results = [];
  for (const name of named) {
    results.push(await runSuite(name, { ...options, verbose: !options.quiet && (named.length === 1 || NEEDS_VSCODE.includes(name)) }));
  }
  return printTable(results) > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Sorry ? error.message : error);
  process.exitCode = 2;
}
