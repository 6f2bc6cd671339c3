// The deck under a speech, as a writer meets it: while it is written, whole, used, stale and failed; and the keys that must
// reach the script whatever arrives meanwhile.
import assert from 'node:assert/strict';
import { answerOf, startScriptedServer } from '../support/scriptedServer.mjs';

const server = await startScriptedServer();

const DINER = `Title: The Long Way Down
Credit: written by
Author: A. Writer

INT. ALL-NIGHT DINER - NIGHT

Rain on the windows. A dead jukebox. MARA (40s, coat still on) slides into the booth across from DEV (50s), who has been here long enough to shred three napkins.

DEV
You're late.

MARA
I drove around the block. Twice. I kept thinking if I parked, then it's real.

DEV
It was real in March.

MARA
(not looking at him)
You don't get to say March to me like it's a place we went together.

A WAITRESS refills a cup nobody touched.

DEV
Did you open it?

MARA
No.

EXT. PARKING LOT - LATER

DEV
Say it, then.
`;

const FOUR = [
  ['I circled the block till the radio ran out of songs. Parked means I came.', 'deflects'],
  ['Twice around. I figured as long as the engine ran, nobody had died.', 'circles the truth'],
  ['You know how long you can drive in a circle? I do. I know to the tenth of a mile.', 'goes precise'],
  ['I had the blinker on for an hour. Nobody honked. Even strangers knew.', 'blames the road'],
];
const LONG = [
  ...FOUR,
  ['Fourth and Alameda has a stop sign I have now fully, legally and reverently obeyed eleven separate times tonight.', 'hides in detail'],
];
const TOO_LONG = ['Well. '.repeat(60).trim(), 'rambles'];

export const workbench = {
  open: 'first.fountain',
  files: Object.fromEntries(['first', 'number', 'keys', 'wish', 'edit', 'typing', 'clicking', 'arrows', 'stale', 'failure', 'stop', 'notes', 'overview'].map((name) => [`${name}.fountain`, DINER])),
  settings: {
    'backlot.model.provider': 'openai-compatible',
    'backlot.model.address': server.address,
    'backlot.model.name': server.model,
  },
};

const MARA = 'I drove around the block';
const deckText = (ui) => ui.page.locator('.review-widget').filter({ visible: true }).allInnerTexts().then((texts) => texts.join('\n'));
const waitForDeck = (ui, text) => ui.until(`the deck to say "${text}"`, async () => (await deckText(ui)).includes(text), 8000);
const waitForNoDeck = (ui) => ui.until('the deck to fold', async () => (await deckText(ui)) === '', 8000);
const settle = (ui, ms = 600) => ui.page.waitForTimeout(ms);
const isDirty = async (ui) => (await ui.page.locator('.tab.active.dirty').count()) > 0;
const rows = (ui) => ui.page.locator('.review-widget .review-comment').filter({ visible: true });
const focusIsInScript = (ui) => ui.page.evaluate(() => {
  const active = document.activeElement;
  return active?.closest('.monaco-editor') !== null && active?.closest('.review-widget') === null;
});
const focusIsInDeck = (ui) => ui.page.evaluate(() => Boolean(document.activeElement?.closest('.review-widget')));
/** Waits until the script, saved, is this to the letter. */
const expectScript = async (ui, name, text) => {
  const end = Date.now() + 6000;
  do {
    await ui.press('Control+KeyS');
    await settle(ui, 250);
  } while (ui.read(`${name}.fountain`) !== text && Date.now() < end);
  assert.equal(ui.read(`${name}.fountain`), text);
};
/** Each scenario has a file of its own, so that none stumbles over another. */
const begin = async (ui, name) => {
  await ui.press('Escape');
  await ui.open(`${name}.fountain`);
  await goTo(ui, MARA);
};
const goTo = async (ui, text) => {
  await ui.goTo(DINER.split('\n').findIndex((line) => line.includes(text)) + 1);
};
const inDeck = (ui) => ui.until('the focus to be in the deck', () => focusIsInDeck(ui), 6000);
const inScript = (ui) => ui.until('the focus to be in the script', () => focusIsInScript(ui), 6000);
const theme = async (ui, name) => {
  await ui.command('Preferences: Color Theme');
  await ui.answer(`Default ${name === 'dark' ? 'Dark' : 'Light'} Modern`);
  await ui.page.locator(`.monaco-workbench.${name === 'dark' ? 'vs-dark' : 'vs'}`).waitFor();
  await settle(ui);
};
/** Alternatives for MARA's first speech, all there. */
const suggest = async (ui, alternatives = FOUR) => {
  server.script(answerOf(alternatives));
  await goTo(ui, MARA);
  await ui.press('Control+Alt+KeyD');
  await waitForDeck(ui, `${alternatives.length} alternatives`);
};
const discardAll = async (ui) => {
  await ui.command('Backlot: Discard All Alternatives');
  await waitForNoDeck(ui);
};

export const scenarios = {
  'shows each alternative as soon as it is whole': async (ui) => {
    server.script(answerOf(FOUR, 900));
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'Reading the scene');
    await ui.picture('deck-reading-dark');
    await waitForDeck(ui, 'circles the truth');
    await ui.picture('deck-writing-dark');
    await waitForDeck(ui, '4 alternatives');
    await settle(ui);
    await ui.picture('deck-dark');
    assert.equal(await isDirty(ui), false);
    assert.ok(await focusIsInScript(ui));
  },

  'uses one by its number, and one undo brings the line back': async (ui) => {
    await begin(ui, 'number');
    await suggest(ui);
    await ui.press('Alt+Digit2');
    await ui.line('Twice around').waitFor();
    await waitForNoDeck(ui);
    await settle(ui);
    await ui.picture('deck-used-dark');
    await expectScript(ui, 'number', DINER.replace(/I drove.*real\./, FOUR[1][0]));
    await ui.press('Control+KeyZ');
    await ui.line(MARA).waitFor();
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'number', DINER);
    await ui.press('Control+Shift+KeyZ');
    await ui.line('Twice around').waitFor();
    await waitForNoDeck(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'number', DINER);
  },

  'is worked by keys alone: go to it, choose, use': async (ui) => {
    await begin(ui, 'keys');
    await suggest(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await settle(ui, 200);
    await ui.picture('deck-focused-dark');
    await ui.press('Escape');
    await inScript(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowDown', 'ArrowDown', 'Control+Enter');
    await ui.line('Twice around').waitFor();
    await inScript(ui);
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('Digit3');
    await ui.line('You know how long').waitFor();
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'keys', DINER);
  },

  'takes a wish in its box, reached by a key': async (ui) => {
    await begin(ui, 'wish');
    await suggest(ui);
    server.script(answerOf([['Block. Twice. Parked. Real.', 'counts words'], ['The car stayed warm. I did not.', 'turns cold']], 300));
    await ui.press('Control+Alt+KeyM');
    await ui.page.locator('.review-widget .comment-form.expand, .review-widget .comment-form-container.expand').first().waitFor();
    await ui.type('colder');
    await settle(ui, 200);
    await ui.picture('deck-steer-dark');
    await ui.press('Control+Enter');
    await waitForDeck(ui, '6 alternatives');
    assert.match(JSON.stringify(server.requests.at(-1)), /Colder: the character gives less/);
    await inScript(ui);
    await ui.picture('deck-six-dark');
    await expectScript(ui, 'wish', DINER);
  },

  'lets the writer change an alternative before using it': async (ui) => {
    await begin(ui, 'edit');
    await suggest(ui);
    await ui.press('Control+Alt+KeyA');
    await inDeck(ui);
    await ui.press('ArrowDown', 'F2');
    await ui.page.locator('.review-widget .edit-container .monaco-editor').waitFor();
    await ui.press('Control+End');
    await ui.type(' Nearly.');
    await ui.picture('deck-edit-dark');
    await ui.press('Control+Enter');
    await ui.line('Parked means I came. Nearly.').waitFor();
    await ui.press('Control+KeyZ');
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'edit', DINER);
    await discardAll(ui);
    assert.equal(await isDirty(ui), false);
  },

  'loses no key of a writer who types, clicks and moves while alternatives arrive': async (ui) => {
    for (const mood of ['typing', 'clicking', 'arrows']) {
      await begin(ui, mood);
      server.script(answerOf([...LONG, TOO_LONG], 700));
      await ui.press('Control+Alt+KeyD');
      await waitForDeck(ui, 'deflects');
      if (mood === 'clicking') {
        await rows(ui).first().click();
      } else if (mood === 'arrows') {
        await ui.press('Control+Alt+KeyA');
        await inDeck(ui);
        await ui.press('ArrowDown', 'Escape');
        await inScript(ui);
      }
      await ui.line("You're late").click();
      await ui.press('End');
      const top = () => ui.page.evaluate(() => document.querySelector('.editor-instance .view-lines')?.getBoundingClientRect().top);
      const before = await top();
      const typed = ' The quick brown fox is late again, and again, and again, and once more.';
      await ui.page.keyboard.type(typed, { delay: 45 });
      assert.ok(await focusIsInScript(ui), mood);
      assert.equal(await top(), before, `${mood}: the script scrolled`);
      await waitForDeck(ui, 'Left out');
      await settle(ui);
      await ui.picture(`deck-long-${mood}`);
      await expectScript(ui, mood, DINER.replace("You're late.", `You're late.${typed}`));
    }
  },

  'says so when the line has changed, and offers nothing that would not fit': async (ui) => {
    await begin(ui, 'stale');
    await suggest(ui);
    await ui.press('End');
    await ui.type(' Almost.');
    await waitForDeck(ui, 'the line has changed');
    await settle(ui);
    await ui.picture('deck-stale-dark');
    for (let i = 0; i < 8 && !(await deckText(ui)).includes('4 alternatives'); i++) {
      await ui.press('Control+KeyZ');
      await settle(ui);
    }
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'stale', DINER);
    await discardAll(ui);
  },

  'tells a failure in one sentence and asks again when told to': async (ui) => {
    await begin(ui, 'failure');
    server.script([{ status: 401, message: 'no' }]);
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'no answer');
    await settle(ui);
    await ui.picture('deck-failed-dark');
    server.script(answerOf(FOUR));
    await rows(ui).first().locator('.action-label').first().click();
    await waitForDeck(ui, '4 alternatives');
    await expectScript(ui, 'failure', DINER);
    await discardAll(ui);
  },

  'stops at Escape, and keeps what is whole': async (ui) => {
    await begin(ui, 'stop');
    server.script(answerOf(FOUR, 700));
    await goTo(ui, MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'deflects');
    const before = server.aborts.length;
    await ui.press('Escape');
    await ui.until('the server to see it', () => server.aborts.length > before);
    await waitForDeck(ui, 'MARA — ');
    assert.ok((await rows(ui).count()) < 4);
    await discardAll(ui);
  },

  'keeps alternatives in the script as notes, one step for undo': async (ui) => {
    await begin(ui, 'notes');
    await suggest(ui, FOUR.slice(0, 2));
    await ui.command('Backlot: Keep Alternatives as Notes in the Script');
    await ui.line('[[alt:').first().waitFor();
    await ui.picture('deck-kept-dark');
    await expectScript(ui, 'notes', DINER.replace("it's real.", `it's real.\n\n[[alt: ${FOUR[0][0]}]]\n[[alt: ${FOUR[1][0]}]]`));
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'notes', DINER);
    await discardAll(ui);
  },

  'shows all that waits beside the script': async (ui) => {
    await begin(ui, 'overview');
    await ui.command('Backlot: Show All Lines With Alternatives');
    await suggest(ui, LONG);
    server.script(answerOf(FOUR.slice(0, 2)));
    await goTo(ui, 'It was real in March');
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'DEV — 2 alternatives');
    const overview = await ui.frame('.card');
    await overview.locator('.card').nth(1).waitFor();
    await settle(ui);
    await ui.picture('overview-dark');
    await overview.locator('.card button.top').first().click();
    await waitForDeck(ui, 'MARA — 5 alternatives');
    await settle(ui);
    await ui.picture('overview-current-dark');
    await theme(ui, 'light');
    await ui.picture('overview-light');
  },

  'is still there after the window was reloaded': async (ui) => {
    await settle(ui);
    await ui.reload();
    const overview = await ui.frame('.card');
    await overview.locator('.card button.top').first().click();
    await waitForDeck(ui, 'MARA — 5 alternatives');
    await settle(ui);
    await ui.picture('deck-light');
    await ui.press('Alt+Digit1');
    await ui.line('I circled the block').waitFor();
    await ui.press('Control+KeyZ');
    await expectScript(ui, 'overview', DINER);
  },
};
