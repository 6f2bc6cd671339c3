// What the UI tests of review share: a scene in a diner, a model that says what it is told, and what a writer does with a deck.
import assert from 'node:assert/strict';
import { answerOf, startScriptedServer } from '../support/scriptedServer.mjs';

export const server = await startScriptedServer();

export const DINER = `Title: The Long Way Down
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

export const FOUR = [
  ['I circled the block till the radio ran out of songs. Parked means I came.', 'deflects'],
  ['Twice around. I figured as long as the engine ran, nobody had died.', 'circles the truth'],
  ['You know how long you can drive in a circle? I do. I know to the tenth of a mile.', 'goes precise'],
  ['I had the blinker on for an hour. Nobody honked. Even strangers knew.', 'blames the road'],
];
export const LONG = [
  ...FOUR,
  ['Fourth and Alameda has a stop sign I have now fully, legally and reverently obeyed eleven separate times tonight.', 'hides in detail'],
];
export const TOO_LONG = ['Well. '.repeat(60).trim(), 'rambles'];

/** A workbench with the scene under these names, the scripted model connected. */
export const dinerWorkbench = (...names) => ({
  open: `${names[0]}.fountain`,
  files: Object.fromEntries(names.map((name) => [`${name}.fountain`, DINER])),
  settings: {
    'backlot.model.provider': 'openai-compatible',
    'backlot.model.address': server.address,
    'backlot.model.name': server.model,
  },
});

export const MARA = 'I drove around the block';
export const deckText = (ui) => ui.page.locator('.review-widget').filter({ visible: true }).allInnerTexts().then((texts) => texts.join('\n'));
export const waitForDeck = (ui, text) => ui.until(`the deck to say "${text}"`, async () => (await deckText(ui)).includes(text), 8000);
export const waitForNoDeck = (ui) => ui.until('the deck to fold', async () => (await deckText(ui)) === '', 8000);
export const settle = (ui, ms = 600) => ui.page.waitForTimeout(ms);
export const isDirty = async (ui) => (await ui.page.locator('.tab.active.dirty').count()) > 0;
export const rows = (ui) => ui.page.locator('.review-widget .review-comment').filter({ visible: true });
export const focusIsInScript = (ui) => ui.page.evaluate(() => {
  const active = document.activeElement;
  return active?.closest('.monaco-editor') !== null && active?.closest('.review-widget') === null;
});
export const focusIsInDeck = (ui) => ui.page.evaluate(() => Boolean(document.activeElement?.closest('.review-widget')));
/** Waits until the script, saved, is this to the letter. */
export const expectScript = async (ui, name, text) => {
  const end = Date.now() + 6000;
  do {
    await ui.press('Control+KeyS');
    await settle(ui, 250);
  } while (ui.read(`${name}.fountain`) !== text && Date.now() < end);
  assert.equal(ui.read(`${name}.fountain`), text);
};
/** Each scenario has a file of its own, so that none stumbles over another. */
export const begin = async (ui, name) => {
  await ui.press('Escape');
  await ui.open(`${name}.fountain`);
  await goTo(ui, MARA);
};
export const goTo = async (ui, text) => {
  await ui.goTo(DINER.split('\n').findIndex((line) => line.includes(text)) + 1);
};
export const inDeck = (ui) => ui.until('the focus to be in the deck', () => focusIsInDeck(ui), 6000);
export const inScript = (ui) => ui.until('the focus to be in the script', () => focusIsInScript(ui), 6000);
/** Alternatives for MARA's first speech, all there. */
export const suggest = async (ui, alternatives = FOUR) => {
  server.script(answerOf(alternatives));
  await goTo(ui, MARA);
  await ui.press('Control+Alt+KeyD');
  await waitForDeck(ui, `${alternatives.length} alternatives`);
};
export const discardAll = async (ui) => {
  await ui.command('Backlot: Discard All Alternatives');
  await waitForNoDeck(ui);
};
/** Decks and overview together, for pictures in one theme. */
export const inTheme = (name) => ({
  'shows the deck and all that waits': async (ui) => {
    await ui.command('Backlot: Show All Lines With Alternatives');
    await ui.frame('.empty');
    await settle(ui, 1200);
    await ui.picture(`overview-empty-${name}`);
    await ui.line('It was real in March').click();
    server.script(answerOf(FOUR.slice(0, 2)));
    await ui.press('Control+Alt+KeyD');
    await waitForDeck(ui, 'DEV — 2 alternatives');
    await suggest(ui, LONG);
    await settle(ui, 1500);
    await ui.picture(`overview-${name}`);
    await ui.command('View: Toggle Secondary Side Bar Visibility');
    await settle(ui);
    await ui.picture(`deck-${name}`);
    await ui.press('End');
    await ui.type(' Almost.');
    await waitForDeck(ui, 'the line has changed');
    await settle(ui);
    await ui.picture(`deck-stale-${name}`);
    assert.ok(await focusIsInScript(ui));
  },
});
