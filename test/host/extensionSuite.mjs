// Runs one of the two suites that need a real VS Code, with the practice model running, and counts its tests.
import fs from 'node:fs';
import path from 'node:path';
import { startPractice } from '../practice/server.mjs';
import { runBrowserSuite } from './browserSuite.mjs';
import { findDesktop, runDesktopSuite, withDisplay } from './desktop.mjs';
import { ROOT } from './paths.mjs';
import { writeProfile } from './profile.mjs';
import { countsIn } from './reporter.mjs';
import { makeTemp, removeFolder } from './shell.mjs';

const TIMEOUT = Number(process.env.BACKLOT_SUITE_TIMEOUT_MS ?? 900_000);

/**
 * @param {'integration' | 'web'} name
 * @param {{ grep?: string, verbose?: boolean }} options
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runExtensionSuite(name, { grep, verbose = true } = {}) {
  const practice = await startPractice({ quick: true });
  const temp = makeTemp(name);
  const workspace = path.join(temp, 'workspace');
  fs.cpSync(path.join(ROOT, 'test/fixtures/workspace'), workspace, { recursive: true });
  let counts;
  const onLine = (line) => {
    const found = countsIn(line);
    counts = found ?? counts;
    if (!found) {
      console.log(line);
    }
  };
  // How the tests learn what they are told: settings reach both kinds of extension host, an environment only one.
  const settings = { 'backlotTests.practiceAddress': practice.address, 'backlotTests.practiceModel': practice.model, 'backlotTests.grep': grep ?? '', 'backlotTests.verbose': verbose };
  const tests = path.join(ROOT, name === 'web' ? 'dist/test/web/index.js' : 'dist/test/integration/index.js');
  try {
    const desktop = name === 'web' ? undefined : await findDesktop();
    let code;
    if (desktop && withDisplay('', [])) {
      console.log(`In ${desktop.name}.`);
      const data = path.join(temp, 'data');
      writeProfile(data, settings);
      code = await runDesktopSuite(desktop, { tests, workspace, data, timeoutMs: TIMEOUT, onLine });
    } else {
      console.log(`In the browser-served VS Code, ${name === 'web' ? 'web worker' : 'Node'} extension host${name === 'web' ? '' : ' (no desktop VS Code can be had here)'}.`);
      code = await runBrowserSuite({ kind: name === 'web' ? 'web' : 'desktop', tests, workspace, settings, timeoutMs: TIMEOUT, onLine });
    }
    return settle(counts, code);
  } finally {
    await practice.stop();
    removeFolder(temp);
  }
}

/** A suite that printed no counts, or ended badly with none failed, failed. */
function settle(counts, code) {
  if (!counts || (code !== 0 && counts.failed === 0)) {
    console.log(`The extension host ended with code ${code}${counts ? '' : ' and ran no test to its end'}.`);
    return { passed: counts?.passed ?? 0, failed: 1, skipped: counts?.skipped ?? 0 };
  }
  return counts;
}
