// Continuation as a writer sees it: asked for by a key, grey on the page, taken whole, by word or by line, or not at all.
import assert from 'node:assert/strict';
import { answerOf } from '../support/scriptedServer.mjs';
import { DINER, dinerWorkbench, expectScript, server } from './diner.mjs';

export const workbench = dinerWorkbench('whole', 'word', 'stop');

const LINE = "You don't get to say March to me like it's a place we went together.";
const NEXT = [
  ['Then give me another month. You kept all of them.', 'DEV'],
  ['You sent the postcard.', 'DEV'],
  ['DEV squares the shredded napkins into a pile, and stops when he sees her watching.', 'action'],
];
const WHOLE = DINER.replace(LINE, `${LINE}\n\nDEV\n${NEXT[0][0]}`);

const ghost = (ui) => ui.page.locator('.ghost-text-decoration, .ghost-text, .ghost-text-decoration-preview').filter({ visible: true });
const shows = (ui, words) => ui.until(`ghost text "${words}"`, async () => (await ghost(ui).allInnerTexts()).join(' ').replaceAll('\u00a0', ' ').includes(words), 8000);
const showsNone = (ui) => ui.until('no ghost text', async () => (await ghost(ui).count()) === 0, 8000);

/** The cursor at the end of MARA's speech, and the key; pressed again where VS Code dropped it. */
async function ask(ui, name, words) {
  await ui.press('Escape');
  await ui.open(`${name}.fountain`);
  await ui.goTo(DINER.split('\n').indexOf(LINE) + 1, LINE.length + 1);
  const before = server.requests.length;
  for (let tries = 0; tries < 4 && server.requests.length === before; tries++) {
    await ui.press('Control+Alt+Space');
    await ui.until('the request', () => server.requests.length > before, 3000).catch(() => undefined);
  }
  if (words !== undefined) {
    await shows(ui, words);
  }
}

export const scenarios = {
  'shows what could come next, the others in turn, and takes it whole with Tab': async (ui) => {
    server.script(answerOf(NEXT));
    await ask(ui, 'whole', 'another month');
    await ui.picture('continuation-dark');
    await ui.press('Alt+BracketRight');
    await shows(ui, 'You sent the postcard.');
    await ui.press('Alt+BracketLeft');
    await shows(ui, 'another month');
    await ui.press('Tab');
    await showsNone(ui);
    await expectScript(ui, 'whole', WHOLE);
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'whole', DINER);
  },

  'takes it by line and by word, and leaves the rest': async (ui) => {
    server.script(answerOf(NEXT));
    await ask(ui, 'word', 'another month');
    const saved = () => ui.read('word.fountain').split('\n\nA WAITRESS')[0];
    // A line of it is the blank one, the cue, or the words: never more.
    await ui.press('Control+ArrowDown');
    await ui.until('a line of it', async () => (await ui.page.locator('.statusbar-item', { hasText: `Ln ${DINER.split('\n').indexOf(LINE) + 1},` }).count()) === 0, 8000);
    await ui.until('the first words', async () => {
      await ui.press('Control+ArrowRight', 'Control+KeyS');
      await ui.page.waitForTimeout(250);
      return saved().includes('\nDEV\nThen');
    });
    await ui.picture('continuation-words-dark');
    await ui.press('Escape');
    await showsNone(ui);
    await ui.press('Control+KeyS');
    assert.ok(WHOLE.startsWith(saved()) && saved() !== DINER.split('\n\nA WAITRESS')[0]);
  },

  'says while it asks, and stops at Escape': async (ui) => {
    server.script([{ text: '{"alternatives":[' }, { waitMs: 30_000 }]);
    await ask(ui, 'stop');
    await ui.statusBar('Continuing: DEV').waitFor();
    await ui.picture('continuation-asking-dark');
    const aborts = server.aborts.length;
    for (let tries = 0; tries < 4 && server.aborts.length === aborts; tries++) {
      await ui.press('Escape');
      await ui.until('the abort', () => server.aborts.length > aborts, 2000).catch(() => undefined);
    }
    assert.ok(server.aborts.length > aborts);
    await ui.statusBar('Continuing: DEV').waitFor({ state: 'hidden' });
    assert.equal(ui.read('stop.fountain'), DINER);
  },
};
