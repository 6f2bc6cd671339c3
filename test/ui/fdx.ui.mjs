// A Final Draft file as a writer meets it: opened, offered, converted, what changed; from the keyboard, from the explorer; and the way out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const KEY = readFileSync('test/fixtures/finalDraft3.fdx', 'utf8');
const TIDES = 'Title: Tides\n\nINT. FERRY - NIGHT #1#\n\nRain on *glass*.\n\nMARA\nYou came back.\n';

export const workbench = {
  open: 'tides.fountain',
  height: 900,
  settings: { 'files.simpleDialog.enable': true },
  files: { 'tides.fountain': TIDES, 'The Gold Key.fdx': KEY, 'second.fdx': KEY, 'broken.fdx': KEY.slice(0, KEY.indexOf('UNCLE</Text>') + 5) },
};

const shown = (ui) =>
  ui.activeEditor().locator('.view-line').evaluateAll((lines) => lines.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map((line) => line.textContent.replace(/\u00a0/g, ' ')));
const button = (ui, text, label) => ui.notification(text).locator('.monaco-button', { hasText: label });
/** Goes to an editor that is open, by its tab: files of nearly one name stand together in Go to File. */
const tab = async (ui, name) => {
  await ui.page.locator(`.tab[data-resource-name="${name}"]`).click();
  await ui.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
};
const clear = (ui) => ui.command('Notifications: Clear All Notifications');

export const scenarios = {
  'offers to convert a Final Draft file that is opened, and shows it as XML meanwhile': async (ui) => {
    await ui.open('The Gold Key.fdx');
    await ui.notification('The Gold Key.fdx is a Final Draft script').waitFor();
    await ui.statusBar('Final Draft').waitFor();
    await ui.picture('fdx-offer-dark');
  },

  'makes a script of it, and says what is not as it was': async (ui) => {
    await button(ui, 'is a Final Draft script', 'Convert to Fountain').click();
    await ui.page.locator('.tab.active[data-resource-name="The Gold Key.fountain"]').waitFor();
    await ui.until('the script', async () => (await shown(ui)).includes('INT. LIBRARY - DAY #1#'));
    await ui.notification('The Gold Key.fdx is converted').waitFor();
    await ui.picture('fdx-converted-dark');
    await button(ui, 'is converted', 'What Changed').click();
    const dialog = ui.page.locator('.monaco-dialog-box');
    await dialog.getByText('Cues with nothing said below them, written as action: 1.').waitFor();
    await ui.picture('fdx-changed-dark');
    await ui.press('Escape');
    assert.equal(ui.read('The Gold Key.fdx'), KEY, 'the file stays as it is');
  },

  'offers once, and converts from the keyboard too': async (ui) => {
    await clear(ui);
    await tab(ui, 'The Gold Key.fdx');
    await ui.page.waitForTimeout(1500);
    assert.equal(await ui.page.locator('.notifications-toasts .notification-list-item').count(), 0);
    await ui.command('Backlot: Convert Final Draft File to Fountain');
    await ui.page.locator('.tab.active[data-resource-name="The Gold Key 2.fountain"]').waitFor();
    await clear(ui);
  },

  'says of a file that is cut off where it ends': async (ui) => {
    await ui.open('broken.fdx');
    await button(ui, 'broken.fdx is a Final Draft script', 'Convert to Fountain').click();
    await ui.page.locator('.tab.active[data-resource-name="broken.fountain"]').waitFor();
    await button(ui, 'broken.fdx is converted', 'What Changed').click();
    await ui.page.locator('.monaco-dialog-box').getByText('The file ends in the middle, at line').waitFor();
    await ui.picture('fdx-broken-dark');
    await ui.press('Escape');
    await clear(ui);
  },

  'converts from the explorer': async (ui) => {
    await ui.command('File: Focus on Files Explorer');
    const row = ui.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'second.fdx' });
    await row.click({ button: 'right' });
    const entry = ui.page.locator('.context-view .action-label', { hasText: 'Convert Final Draft File to Fountain' });
    await entry.waitFor();
    // A menu takes no click in its first moment, lest the one that opened it chooses something.
    await ui.page.waitForTimeout(400);
    await ui.picture('fdx-menu-dark');
    await entry.click();
    await ui.page.locator('.tab.active[data-resource-name="second.fountain"]').waitFor();
    await clear(ui);
  },

  'exports for Final Draft beside the script': async (ui) => {
    await tab(ui, 'tides.fountain');
    await ui.activeEditor().locator('.view-line').first().click();
    await ui.command('Backlot: Export for Final Draft...');
    await ui.until('the name beside the script', async () => (await ui.quickInput().inputValue()).endsWith('/tides.fdx'));
    await ui.press('Enter');
    await ui.notification('tides.fdx is exported').waitFor();
    assert.match(ui.read('tides.fdx'), /<Paragraph Number="1" Type="Scene Heading">\s+<SceneProperties Length="[1-8]\/8" Page="1" Title=""\/>/);
    await ui.picture('fdx-exported-dark');
  },
};
