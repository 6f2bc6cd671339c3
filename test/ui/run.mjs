// Runs the UI tests: node test/ui/run.mjs [--grep TEXT] [--vsix FILE] [part of a file's name ...]
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../host/browser.mjs';
import { packExtension } from '../host/package.mjs';
import { ROOT } from '../host/paths.mjs';
import { RESULT } from '../host/reporter.mjs';
import { makeTemp, removeFolder, Sorry } from '../host/shell.mjs';
import { openWorkbench } from '../host/workbench.mjs';
import { createDriver, PICTURES } from './driver.mjs';

/** One scenario may take this long; a browser that hangs must not hang the run. */
const LIMIT = 120_000;

/**
 * A file of which something failed is run once more, in a new window: a browser drops a key now and then, a defect fails twice. Told
 * loudly, and counted as unsteady.
 */
async function runTwice(file, { counts, ...how }) {
  const first = { passed: 0, failed: 0, unsteady: 0 };
  await runFile(file, { ...how, counts: first });
  let last = first;
  if (first.failed > 0) {
    console.log(`  AGAIN ${path.basename(file, '.ui.mjs')}: ${first.failed} failed; the whole file once more, in a new window`);
    last = { passed: 0, failed: 0, unsteady: 0 };
    await runFile(file, { ...how, counts: last });
    last.unsteady = last.failed === 0 ? first.failed : 0;
    if (last.unsteady > 0) {
      console.log(`  UNSTEADY ${path.basename(file, '.ui.mjs')}: ${last.unsteady} failed at first and passed the second time`);
    }
  }
  counts.passed += last.passed;
  counts.failed += last.failed;
  counts.unsteady += last.unsteady;
}

async function runFile(file, { browser, vsix, grep, counts }) {
  const { workbench: wanted = {}, scenarios } = await import(pathToFileURL(file).href);
  const chosen = Object.entries(scenarios).filter(([title]) => !grep || title.includes(grep));
  if (chosen.length === 0) {
    return;
  }
  const name = path.basename(file, '.ui.mjs');
  const workbench = await openWorkbench({ vsix, browser, ...wanted });
  try {
    const ui = createDriver(workbench);
    if (wanted.open) {
      await ui.open(wanted.open);
      await ui.awake();
    }
    for (const [title, scenario] of chosen) {
      await runScenario(`${name}: ${title}`, () => scenario(ui), { ui, counts });
    }
  } catch (error) {
    counts.failed += 1;
    console.log(`  FAIL  ${name}: the workbench did not open\n    ${error.stack ?? error}`);
    await createDriver(workbench).picture(`failed-${name}`).catch(() => undefined);
  } finally {
    await workbench.close();
  }
}

async function runScenario(title, scenario, { ui, counts }) {
  const started = Date.now();
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`did not end within ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    await Promise.race([scenario(), late]);
    counts.passed += 1;
    console.log(`  ok    ${title} (${Date.now() - started} ms)`);
  } catch (error) {
    counts.failed += 1;
    const picture = await ui.picture(`failed-${title.replace(/[^a-z0-9]+/gi, '-')}`).catch(() => 'no picture');
    console.log(`  FAIL  ${title}\n    ${String(error.stack ?? error).split('\n').slice(0, 12).join('\n    ')}\n    ${path.relative(ROOT, picture)}`);
  } finally {
    clearTimeout(timer);
  }
}

const options = { grep: { type: 'string' }, vsix: { type: 'string' }, verbose: { type: 'boolean' } };
const { values, positionals } = parseArgs({ allowPositionals: true, options });
const temp = makeTemp('ui');
const counts = { passed: 0, failed: 0, skipped: 0, unsteady: 0 };
let browser;
try {
  const vsix = values.vsix ?? (await packExtension(path.join(temp, 'backlot.vsix')));
  browser = await startBrowser();
  fs.mkdirSync(PICTURES, { recursive: true });
  fs.readdirSync(PICTURES).filter((name) => name.startsWith('failed-')).forEach((name) => fs.rmSync(path.join(PICTURES, name)));
  const files = fs.readdirSync(path.join(ROOT, 'test/ui')).filter((name) => name.endsWith('.ui.mjs')).sort();
  for (const file of files.filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)))) {
    await runTwice(path.join(ROOT, 'test/ui', file), { browser, vsix, grep: values.grep, counts });
  }
} catch (error) {
  counts.failed += 1;
  console.log(error instanceof Sorry ? error.message : error);
} finally {
  await browser?.close();
  removeFolder(temp);
}
console.log(RESULT + JSON.stringify(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
