// What the UI tests of typing share: a script, and how a writer types.

export const DINER = `INT. ALL-NIGHT DINER - NIGHT

Rain. MARA slides in across from DEV.

DEV
You're late.

MARA (V.O.)
I know.

EXT. PARKING LOT - LATER

OSKAR waits.

OSKAR
So?

INT. ALL-NIGHT DINER - DAWN

DEV
Well?

MARA
Well what?

`;

/** Opens a script with the cursor on its last, empty line. */
export async function atEnd(ui, name) {
  await ui.open(`${name}.fountain`);
  await ui.press('Control+End');
}

/** What stands behind the scene above, once saved. */
export async function expectTail(ui, name, tail, lineEnd = '\n') {
  const start = DINER.replaceAll('\n', lineEnd);
  let text = '';
  const saved = async () => {
    await ui.save();
    await ui.page.waitForTimeout(100);
    text = ui.read(`${name}.fountain`);
    return text === start + tail;
  };
  await ui.until(`"${tail}" in ${name}`, saved, 5000).catch((error) => {
    throw new Error(`it is ${JSON.stringify(text.slice(text.startsWith(start) ? start.length : 0))}, ${error.message}`);
  });
}

/** As fast as hands go: two hundred words a minute are 60 ms a key. */
export const fast = (ui, text) => ui.page.keyboard.type(text, { delay: 20 });
/** The time hands take to move to another key. */
export const breath = (ui) => ui.page.waitForTimeout(150);
export const list = (ui) => ui.page.locator('.suggest-widget.visible');
export const rows = async (ui) => (await list(ui).locator('.monaco-list-row .label-name').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '));
export const offered = (ui, first) => ui.until(`${first} to be offered`, async () => (await rows(ui))[0] === first);
export const gone = (ui) => list(ui).waitFor({ state: 'hidden' });
