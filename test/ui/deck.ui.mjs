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
  ['There is a stop sign at Fourth I have now come to a full and legal stop at eleven times tonight, and each time I thought, well, here she is, a woman who stops.', 'hides in detail'],
];

export const workbench = {
  open: 'diner.fountain',
  files: { 'diner.fountain': DINER },
  settings: {
    'backlot.model.provider': 'openai-compatible',
    'backlot.model.address': server.address,
    'backlot.model.name': server.model,
  },
};

const MARA = 'I drove around the block';
const comments = (ui) => ui.page.locator('.review-widget .review-comment');
const deckText = (ui) => ui.page.locator('.review-widget:visible').allInnerTexts().then((texts) => texts.join('\n'));
const waitForText = (ui, text) => ui.until(`the deck to say "${text}"`, async () => (await deckText(ui)).includes(text));
const scriptText = async (ui) => {
  await ui.save();
  return ui.read('diner.fountain');
};

export const scenarios = {
  'shows each alternative as soon as it is whole': async (ui) => {
    server.script(answerOf(FOUR, 900));
    await ui.goToText('diner.fountain', MARA);
    await ui.press('Control+Alt+KeyD');
    await waitForText(ui, 'Reading the scene');
    await ui.picture('deck-reading-dark');
    await waitForText(ui, 'circles the truth');
    await ui.picture('deck-writing-dark');
    await waitForText(ui, 'blames the road');
    await waitForText(ui, '4 alternatives');
    await ui.page.waitForTimeout(400);
    await ui.picture('deck-dark');
    assert.equal(await ui.page.locator('.tab.active.dirty').count(), 0);
  },

  'is readable in a light theme': async (ui) => {
    await ui.theme('light');
    await ui.picture('deck-light');
    await ui.theme('dark');
  },
};
