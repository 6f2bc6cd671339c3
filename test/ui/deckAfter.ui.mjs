// What a deck does to the window around it: the script stays where the writer had it, and titles tell what has become of an answer.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { begin, DINER, dinerWorkbench, discardAll, expectScript, FOUR, goTo, inDeck, inScript, MARA, rows, server, settle, suggest, waitForDeck, waitForNoDeck } from './diner.mjs';

const before = 'The same booth, the same rain.\n\n'.repeat(40);
const LONG_SCRIPT = DINER.replace('Rain on the windows.', `${before}Rain on the windows.`).trimEnd() + `\n\n${before}`;

const base = dinerWorkbench('again', 'stopped');
export const workbench = { ...base, files: { ...base.files, 'scroll.fountain': LONG_SCRIPT } };

const topOf = async (ui, text) => (await ui.line(text).boundingBox()).y;

export const scenarios = {
  'says that the line has changed, also after a use was taken back': async (ui) => {
    await begin(ui, 'again');
    await suggest(ui);
    await ui.press('Alt+Digit1');
    await waitForNoDeck(ui);
    await settle(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await ui.line(MARA).click();
    await ui.press('End');
    await ui.type('x');
    await waitForDeck(ui, 'MARA — the line has changed');
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, 'MARA — 4 alternatives');
    await expectScript(ui, 'again', DINER);
    await discardAll(ui);
  },

  'says that it was stopped, with nothing to keep': async (ui) => {
    await begin(ui, 'stopped');
    server.script(answerOf(FOUR, 3000));
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'Reading the scene');
    await ui.press('Escape');
    await waitForDeck(ui, 'MARA — stopped');
    await settle(ui);
    await ui.picture('deck-stopped-dark');
    const button = (name) => ui.page.locator(`.review-widget .head .action-label[aria-label*="${name}"]`);
    assert.equal(await button('Keep').count(), 0);
    assert.equal(await button('More').count(), 1);
    server.script(answerOf(FOUR));
    await rows(ui).first().locator('.action-label').first().click();
    await waitForDeck(ui, 'MARA — 4 alternatives');
    await settle(ui);
    assert.equal(await button('Keep').count(), 1);
    await inScript(ui);
    await discardAll(ui);
  },

  'leaves the script where it is when one is used, and when more are asked for': async (ui) => {
    await ui.open('scroll.fountain');
    await ui.goToText('scroll.fountain', MARA);
    server.script(answerOf(FOUR));
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, '4 alternatives');
    // Away from the middle, where the editor would put it.
    await ui.line("You're late").hover();
    await ui.page.mouse.wheel(0, 250);
    await settle(ui);
    server.script(answerOf([['The car stayed warm. I did not.', 'turns cold']]));
    await ui.press('Control+Alt+KeyM');
    await inDeck(ui);
    // On the way into a deck the editor itself brings all of it into sight.
    await settle(ui);
    const at = await topOf(ui, "You're late");
    await ui.type('colder');
    await ui.press('Control+Enter');
    await waitForDeck(ui, '5 alternatives; 5: colder');
    await settle(ui, 900);
    assert.equal(await topOf(ui, "You're late"), at, 'a wish');
    await ui.picture('deck-new-dark');
    await ui.command('Backlot: Show All Lines With Alternatives');
    const frame = await ui.frame('.card');
    await settle(ui);
    server.script(answerOf([['Warm is a place. I drove past it.', 'warms'], ['It was nice out. I stayed out.', 'lies']]));
    const top = await topOf(ui, "You're late");
    await frame.getByRole('button', { name: 'warmer' }).first().click();
    await waitForDeck(ui, '7 alternatives; 6 to 7: warmer');
    await settle(ui, 900);
    assert.equal(await topOf(ui, "You're late"), top, 'a wish of the overview');
    await ui.line("You're late").click();
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await settle(ui);
    const now = await topOf(ui, "You're late");
    await ui.press('ArrowDown', 'Control+Enter');
    await waitForNoDeck(ui);
    await settle(ui, 900);
    assert.equal(await topOf(ui, "You're late"), now, 'using one');
    await ui.command('View: Toggle Secondary Side Bar Visibility');
  },
};
