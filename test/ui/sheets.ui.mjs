// The papers of the shoot as a writer meets them: the sample's call sheet, its Day Out of Days, a hostile script, and nothing to show.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../host/paths.mjs';
import { THEMES } from '../host/workbench.mjs';

const SAMPLE = fs.readFileSync(path.join(ROOT, 'media/sample/surtitles.fountain'), 'utf8');
const HOSTILE = 'INT. <img src=x onerror=alert(1)> - DAY\n\n<script>document.title=1</script>\n\n@<b>MARA</b>\nHello.\n';

export const workbench = { open: 'surtitles.fountain', width: 1500, height: 1000, theme: 'dark', files: { 'surtitles.fountain': SAMPLE, 'hostile.fountain': HOSTILE, 'broken.fountain': SAMPLE, 'broken.production.json': '{ "version": 1,\n' } };

const show = async (ui, sheet) => {
  await ui.command('Backlot: Show Sheets of the Shoot');
  await ui.answer(sheet);
  const view = await ui.frame('#sheets h1');
  await view.locator('h1', { hasText: sheet }).waitFor();
  return view;
};

/** Nothing of the page is wider than the page, but for tables in their own scrolling boxes. */
const fits = (view) => view.locator('body').evaluate((body) => body.scrollWidth <= body.clientWidth + 1);

export const scenarios = {
  'shows the first day of the sample as a call sheet': async (ui) => {
    const view = await show(ui, 'Call sheet');
    assert.equal(await view.locator('select[data-key="board"] option:checked').innerText(), 'Script order');
    await view.locator('table', { hasText: 'MRS. ADEYEMI' }).waitFor();
    assert.ok(await fits(view));
    await ui.picture('sheets-call-dark');
    await view.locator('button.link').first().click();
    await ui.statusBar(/^Ln \d+/).waitFor();
    assert.equal(fs.existsSync(path.join(ui.workspace, 'surtitles.production.json')), false);
  },

  'goes from sheet to sheet by keys alone': async (ui) => {
    const view = await show(ui, 'Day Out of Days');
    await view.locator('td.start', { hasText: 'SW' }).first().waitFor();
    await ui.picture('sheets-dood-dark');
    await view.locator('select[data-key="sheet"]').focus();
    await ui.press('ArrowUp');
    await view.locator('h1', { hasText: 'Shooting schedule' }).waitFor();
    await ui.until('the focus to stay', () => view.locator('select[data-key="sheet"]').evaluate((select) => document.activeElement === select));
    await ui.picture('sheets-shooting-dark');
    await ui.press('Tab', 'Tab', 'Tab');
    assert.equal(await view.locator('body').evaluate(() => document.activeElement?.getAttribute('data-key')), 'csv');
  },

  'is paper in a light theme and in a narrow panel too': async (ui) => {
    await ui.command('Backlot: Show One-Line Schedule');
    const view = await ui.frame('#sheets h1');
    await view.locator('h1', { hasText: 'One-line schedule' }).waitFor();
    await ui.command('Preferences: Color Theme');
    await ui.answer(THEMES.light);
    await ui.until('a light page', () => view.evaluate(() => document.body.classList.contains('vscode-light')));
    assert.ok(await fits(view));
    await ui.picture('sheets-one-line-light');
  },

  'shows what a hostile script says as words': async (ui) => {
    await ui.press('Control+Digit1');
    await ui.open('hostile.fountain');
    const view = await show(ui, 'Breakdown sheet');
    await view.locator('h2', { hasText: '<img src=x onerror=alert(1)>' }).waitFor();
    assert.equal(await view.locator('main img, main script').count(), 0);
  },

  'says why where the production file is broken': async (ui) => {
    await ui.press('Control+Digit1');
    await ui.open('broken.fountain');
    await ui.command('Backlot: Show Sheets of the Shoot');
    await ui.answer('Cost summary');
    const view = await ui.frame('#sheets h1');
    await view.locator('.nothing', { hasText: 'not whole' }).waitFor();
    await ui.picture('sheets-broken-light');
    await view.locator('button', { hasText: 'Open the Production File' }).click();
    await ui.page.locator('.tab.active[data-resource-name="broken.production.json"]').waitFor();
    assert.equal(fs.readFileSync(path.join(ui.workspace, 'broken.production.json'), 'utf8'), '{ "version": 1,\n');
  },
};
