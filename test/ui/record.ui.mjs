// The record of AI use as a writer meets it: the report beside the script, the tint in it, and what is said where no record is kept.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { begin, dinerWorkbench, goTo, server, settle, suggest, waitForDeck, waitForNoDeck } from './diner.mjs';

const MARCH = "You don't get to say March";
const base = dinerWorkbench('record', 'bare');
export const workbench = { ...base, width: 1500, height: 1000 };

const reportFrame = (ui) => ui.frame('#record h1');
const figure = (view, role) => view.locator(`.totals .${role} dd`).innerText();

export const scenarios = {
  'says that nothing is on record where nothing is': async (ui) => {
    await begin(ui, 'bare');
    await ui.command('Backlot: Show AI Use Report');
    const view = await reportFrame(ui);
    await view.locator('.nothing h1', { hasText: 'No suggestion is on record' }).waitFor();
    await settle(ui);
    await ui.picture('record-nothing-dark');
    await ui.press('Control+Digit1');
  },

  'tells whose the words are, scene by scene, and leads to them': async (ui) => {
    await ui.page.locator('.tab[data-resource-name="record.fountain"]').click();
    await goTo(ui, 'I drove around the block');
    await suggest(ui);
    await ui.press('Alt+Digit1');
    await waitForNoDeck(ui);
    await goTo(ui, MARCH);
    server.script(answerOf([['March was a room, and you left the light on in it.', 'makes a picture'], ['Do not.', 'shuts the door']]));
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, '2 alternatives');
    await ui.press('Alt+Digit1');
    await waitForNoDeck(ui);
    await ui.line('March was a room').click();
    await ui.press('End', 'Backspace', 'Backspace', 'Backspace');
    await ui.type('the porch.');
    await ui.save();
    const view = await reportFrame(ui);
    await ui.until('the report to follow', async () => (await view.locator('.taken li').count()) === 2);
    await ui.until('the edit to count', async () => /\(11\)/.test(await figure(view, 'edited')));
    assert.match(await figure(view, 'offered'), /\(15\)/);
    assert.equal(await view.locator('.disclosure').count(), 3);
    assert.equal(await view.locator('table.scenes tbody tr').count(), 1);
    await settle(ui);
    await ui.picture('record-dark');
    await view.locator('[data-key="copy/registration"]').click();
    await view.locator('[data-key="copy/registration"]', { hasText: 'Copied' }).waitFor();
    await ui.picture('record-disclosures-dark');
    await view.locator('.taken li.edited button').click();
    const line = ui.read('record.fountain').split('\n').findIndex((each) => each.startsWith('March was')) + 1;
    await ui.statusBar(`Ln ${line}, Col 1`).waitFor();
    await view.locator('[data-key="scenes/more"]').click();
    assert.equal(await view.locator('table.scenes tbody tr').count(), 2);
  },

  'tints what is still AI text': async (ui) => {
    const view = await reportFrame(ui);
    await view.locator('[data-key="tint"]').click();
    await ui.press('Control+Digit1');
    await ui.line('March was a room').hover({ position: { x: 60, y: 8 } });
    const hover = ui.page.locator('.monaco-hover', { hasText: 'AI text in a line that was edited since' }).first();
    await hover.waitFor();
    await ui.picture('record-tint-dark');
    // By VS Code's own command: a change of the settings file is not always noticed in a browser.
    await ui.command('Preferences: Toggle between Light/Dark Themes');
    await ui.page.locator('.monaco-workbench.vs').first().waitFor();
    await settle(ui, 900);
    await ui.picture('record-light');
    await ui.command('Preferences: Toggle between Light/Dark Themes');
    await ui.page.locator('.monaco-workbench.vs-dark').first().waitFor();
  },

  'is there again after a reload': async (ui) => {
    await ui.reload();
    const view = await reportFrame(ui);
    await view.locator('.taken li.edited').waitFor();
    assert.match(await figure(view, 'offered'), /\(15\)/);
  },

  'says wherever one looks that no record is kept, where it is off': async (ui) => {
    ui.change({ 'backlot.record.enabled': false });
    await ui.reload();
    await ui.statusBar('no record').waitFor();
    const view = await reportFrame(ui);
    await view.locator('.notice.warning', { hasText: 'No record of AI use is kept' }).waitFor();
    await settle(ui);
    await ui.picture('record-off-dark');
  },
};
