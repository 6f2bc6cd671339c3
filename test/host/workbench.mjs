// One window of the browser-served workbench with the packaged extension in it: for UI tests, pictures and a first look.
import fs from 'node:fs';
import path from 'node:path';
import { startPractice } from '../practice/server.mjs';
import { openPage } from './browser.mjs';
import { ROOT } from './paths.mjs';
import { practiceSettings } from './profile.mjs';
import { startServer } from './server.mjs';
import { makeTemp, removeFolder } from './shell.mjs';

/** The themes in which pictures are made: VS Code's defaults of today, and those of the years before. */
export const THEMES = { dark: 'Dark 2026', light: 'Light 2026', darkModern: 'Default Dark Modern', lightModern: 'Default Light Modern' };

/** A folder of scripts as a writer would have it: the sample, a scene made for tests, and what is given. */
export function makeWorkspace(folder, { files = {}, sampleOnly = false } = {}) {
  for (const source of sampleOnly ? ['media/sample'] : ['test/fixtures/workspace', 'media/sample']) {
    const from = path.join(ROOT, source);
    if (fs.existsSync(from)) {
      fs.cpSync(from, folder, { recursive: true });
    }
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/**
 * @param {object} what
 * @param {string} what.vsix the packaged extension
 * @param {import('playwright-core').Browser} what.browser
 * @param {Record<string, string>} [what.files] scripts to put into the folder, by name
 * @param {boolean} [what.sampleOnly] nothing else beside the sample: for pictures
 * @param {object} [what.settings] the user's settings
 * @param {boolean | object} [what.practice] run the practice model and let Backlot ask it; an object is its options
 * @param {keyof THEMES} [what.theme]
 * @param {boolean} [what.trust] ask for workspace trust as VS Code does
 */
export async function openWorkbench({ vsix, browser, files, sampleOnly, settings = {}, practice = false, theme = 'dark', trust = false, width, height }) {
  const temp = makeTemp('workbench');
  const workspace = path.join(temp, 'scripts');
  makeWorkspace(workspace, { files, sampleOnly });
  const model = practice ? await startPractice(practice === true ? {} : practice) : undefined;
  const wanted = { 'workbench.colorTheme': THEMES[theme], ...(model ? practiceSettings(model) : {}), ...settings };
  const server = await startServer({ vsix, trust, settings: wanted });
  const page = await openPage(browser, server, { width, height, colorScheme: theme.startsWith('dark') ? 'dark' : 'light' });
  await page.goto(`${server.base}/?folder=${encodeURIComponent(workspace)}`);
  await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
  return {
    page,
    server,
    workspace,
    practice: model,
    settings: wanted,
    async close() {
      await page.context().close();
      await server.stop();
      await model?.stop();
      removeFolder(temp);
    },
  };
}
