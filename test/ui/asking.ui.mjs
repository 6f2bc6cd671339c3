// Asking in the writer's own words, and reading what would be sent.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { dinerWorkbench, FOUR, goTo, MARA, server, waitForDeck } from './diner.mjs';

export const workbench = dinerWorkbench('asking');

const WISH = 'as if she is ordering soup';
const rows = (ui) => ui.page.locator('.quick-input-list .monaco-list-row');

export const scenarios = {
  'takes the direction as it is typed': async (ui) => {
    server.script(answerOf(FOUR));
    await goTo(ui, MARA);
    await ui.command('Backlot: Suggest Dialogue Alternatives in a Direction…');
    await rows(ui).filter({ hasText: 'colder' }).waitFor();
    await ui.type(WISH);
    await rows(ui).filter({ hasText: `As you say: ${WISH}` }).waitFor();
    await ui.picture('direction-dark');
    await ui.press('Enter');
    await waitForDeck(ui, '4 alternatives');
    assert.ok(JSON.stringify(server.requests.at(-1)).includes(WISH));
  },

  'offers it again, and still finds the directions that are there': async (ui) => {
    await goTo(ui, MARA);
    await ui.command('Backlot: Suggest Dialogue Alternatives in a Direction…');
    await rows(ui).filter({ hasText: WISH }).waitFor();
    await ui.type('colder');
    await ui.until('no row but the one that is there', async () => {
      const texts = await rows(ui).allInnerTexts();
      return texts.some((text) => text.includes('colder')) && !texts.some((text) => text.includes('As you say'));
    });
    await ui.press('Enter');
    await ui.until('the request', () => JSON.stringify(server.requests.at(-1)).includes('by courtesy, brevity or distance'));
  },

  'shows what will be sent as a page to read': async (ui) => {
    await goTo(ui, MARA);
    const before = server.requests.length;
    await ui.command('Backlot: Show What Will Be Sent');
    await ui.line('Nothing has been sent by opening this page').waitFor();
    await ui.line('sends it to no other computer.').waitFor();
    await ui.picture('request-dark');
    assert.equal(server.requests.length, before);
  },
};
