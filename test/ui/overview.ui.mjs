// All lines with alternatives, beside the script: empty, by scene, in both themes, by keys, and after the window was reloaded.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { DINER, dinerWorkbench, expectScript, focusIsInScript, FOUR, goTo, inScript, LONG, MARA, server, settle, suggest, waitForDeck } from './diner.mjs';

export const workbench = dinerWorkbench('diner');

export const scenarios = {
  'says what it is for while nothing waits': async (ui) => {
    await ui.command('Backlot: Show All Lines With Alternatives');
    const empty = await ui.frame('.empty');
    await empty.locator('.empty button').waitFor();
    await settle(ui, 1500);
    await ui.picture('overview-empty-dark');
  },

  'shows each line with its alternatives as they come': async (ui) => {
    await ui.line('I drove around').click();
    await suggest(ui, LONG);
    assert.ok(await focusIsInScript(ui));
    server.script(answerOf(FOUR.slice(0, 2)));
    await goTo(ui, 'It was real in March');
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'DEV — 2 alternatives');
    server.script([{ status: 500, message: 'down' }]);
    await goTo(ui, 'Say it, then');
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'DEV — no answer');
    const overview = await ui.frame('.card');
    await overview.locator('.card').nth(2).waitFor();
    await settle(ui);
    await ui.picture('overview-dark');
    await overview.locator('.card button.top').first().click();
    await waitForDeck(ui, 'MARA — 5 alternatives');
    await settle(ui, 1500);
    await ui.picture('overview-current-dark');
  },

  'asks for more with one click, and takes no focus while it comes': async (ui) => {
    const overview = await ui.frame('.card');
    server.script(answerOf([['The car stayed warm. I did not.', 'turns cold']], 400));
    await overview.getByRole('button', { name: 'colder' }).first().click();
    await waitForDeck(ui, '6 alternatives');
    assert.match(JSON.stringify(server.requests.at(-1)), /Colder: the character gives less/);
  },

  'is worked by keys': async (ui) => {
    const overview = await ui.frame('.card');
    await overview.locator('.card.current button.use').nth(1).focus();
    await ui.press('Enter');
    await ui.line('Twice around').waitFor();
    await expectScript(ui, 'diner', DINER.replace(/I drove.*real\./, FOUR[1][0]));
    await overview.locator('.card.used').waitFor();
    await ui.line('Twice around').click();
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'diner', DINER);
    await waitForDeck(ui, '6 alternatives');
  },

  'is still there after the window was reloaded': async (ui) => {
    await settle(ui, 1000);
    await ui.reload();
    const overview = await ui.frame('.card');
    await overview.locator('.card').nth(2).waitFor();
    await waitForDeck(ui, 'MARA — 6 alternatives');
    await overview.locator('.card button.top').first().click();
    await inScript(ui);
    await ui.press('Alt+Digit1');
    await ui.line('I circled the block').waitFor();
    await ui.press('Control+KeyZ');
    await ui.line(MARA).waitFor();
    await expectScript(ui, 'diner', DINER);
  },
};
