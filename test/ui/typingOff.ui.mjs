// With the screenwriting keys switched off, Enter and Tab are VS Code's own; the lists are there all the same. In the light.
import assert from 'node:assert/strict';
import { DINER, atEnd, breath, expectTail, offered } from './typing.mjs';

export const workbench = {
  open: 'off.fountain',
  theme: 'light',
  settings: { 'backlot.typing.screenwritingKeys': false },
  files: { 'off.fountain': DINER, 'light.fountain': DINER },
};

export const scenarios = {
  'leaves Enter and Tab alone': async (ui) => {
    await atEnd(ui, 'off');
    await ui.page.keyboard.type('INT. A - DAY\nMara walks.\n', { delay: 20 });
    await breath(ui);
    await ui.press('Tab');
    await ui.type('x');
    await ui.press('Enter');
    await ui.type('y');
    await expectTail(ui, 'off', 'INT. A - DAY\nMara walks.\n    x\ny');
  },

  'shows the lists': async (ui) => {
    await atEnd(ui, 'light');
    await ui.type('@');
    await offered(ui, 'DEV');
    await ui.picture('typing-cue-light');
    await ui.press('Escape', 'Backspace');
    await ui.type('INT. ');
    await offered(ui, 'ALL-NIGHT DINER');
    await ui.picture('typing-heading-light');
    assert.equal(await ui.page.locator('.suggest-widget .monaco-list-row.focused').count(), 0);
  },
};
