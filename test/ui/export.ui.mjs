// Exporting as a writer does: from the palette, through the question where to, to the message that it is done; and what no font has.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const NETS = 'Title: Nets\n\nINT. HARBOUR - DAY\n\nA net lies there.\n\nMARA\nIt is torn.\n';

export const workbench = { open: 'nets.fountain', settings: { 'files.simpleDialog.enable': true }, files: { 'nets.fountain': NETS, 'odd.fountain': 'INT. HARBOUR - DAY\n\nA net \u{10fff0} lies there.\n\nAnother \u{10fff1}.\n' } };

const notice = (ui, text) => ui.notification(text);

async function exported(ui, name) {
  const file = path.join(ui.workspace, name);
  await ui.until(`${name} on disk`, () => fs.existsSync(file));
  const bytes = fs.readFileSync(file);
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-');
  assert.deepEqual(fs.readdirSync(ui.workspace).filter((each) => each.endsWith('.part')), []);
}

export const scenarios = {
  'exports beside the script under its name, and says so': async (ui) => {
    await ui.goToText('nets.fountain', 'A net lies');
    await ui.command('Backlot: Export PDF...');
    const input = ui.page.locator('.quick-input-widget input.input').first();
    await input.waitFor();
    await ui.until('the name filled in', async () => (await input.inputValue()).endsWith('/nets.pdf'));
    await ui.picture('export-where-dark');
    await ui.page.keyboard.press('Enter');
    await notice(ui, 'nets.pdf is exported: 1 page.').waitFor();
    await ui.picture('export-done-dark');
    await exported(ui, 'nets.pdf');
    await ui.page.keyboard.press('Escape');
  },

  'says which characters no font has, and shows where they are': async (ui) => {
    await ui.open('odd.fountain');
    await ui.command('Backlot: Export PDF...');
    const input = ui.page.locator('.quick-input-widget input.input').first();
    await ui.until('the name filled in', async () => (await input.inputValue()).endsWith('/odd.pdf'));
    await ui.page.keyboard.press('Enter');
    const told = notice(ui, 'No font here has these characters');
    await told.waitFor();
    await ui.picture('export-missing-dark');
    await exported(ui, 'odd.pdf');
    await told.locator('a.monaco-button', { hasText: 'Show Characters' }).click();
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'line 5' }).waitFor();
    await ui.picture('export-characters-dark');
    await ui.page.keyboard.press('Escape');
  },

  'offers versions to compare with': async (ui) => {
    await ui.command('Backlot: Export PDF with Revision Marks...');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Another file...' }).waitFor();
    await ui.picture('export-revised-dark');
    await ui.page.keyboard.press('Escape');
  },
};
