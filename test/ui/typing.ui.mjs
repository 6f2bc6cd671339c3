// A writer's own keys, at full speed: what is typed is what stands there, whatever is on offer meanwhile; and Enter and Tab go
// from element to element.
import assert from 'node:assert/strict';
import { DINER, atEnd, breath, expectTail, fast, gone, list, offered, rows } from './typing.mjs';

const NAMES = ['speed', 'burst', 'slow', 'lists', 'tab', 'longer', 'cycle', 'brackets', 'crlf', 'prose', 'many'];
export const workbench = {
  open: 'speed.fountain',
  files: { ...Object.fromEntries(NAMES.map((name) => [`${name}.fountain`, DINER])), 'crlf.fountain': DINER.replaceAll('\n', '\r\n') },
};

const PAGE = `INT. KITCHEN - DAY
Mara walks. The dev team waits.
MARA
I know. Mar.
Marble everywhere. Int. is no heading.
DEV
So.
CUT TO:
EXT. P - D
M`;
const PAGE_TYPED = 'INT. KITCHEN - DAY\n\nMara walks. The dev team waits.\n\nMARA\nI know. Mar.\n\nMarble everywhere. Int. is no heading.\n\nDEV\nSo.\n\nCUT TO:\n\nEXT. P - D\n\nM';

export const scenarios = {
  'has exactly what is typed at full speed': async (ui) => {
    await atEnd(ui, 'speed');
    await fast(ui, PAGE);
    await expectTail(ui, 'speed', PAGE_TYPED);
  },

  'keeps every letter in its place faster than any hand': async (ui) => {
    await atEnd(ui, 'burst');
    await ui.page.keyboard.type(PAGE, { delay: 0 });
    await ui.save();
    // VS Code asks no rule for a line that it has not yet drawn: then Enter is one line end, and nothing else differs.
    const lines = (text) => text.split('\n').filter((line) => line !== '');
    await ui.until('the letters', async () => ui.read('burst.fountain').length > DINER.length + 60);
    assert.deepEqual(lines(ui.read('burst.fountain').slice(DINER.length)), lines(PAGE));
  },

  'has exactly what is typed at a pace where every list opens': async (ui) => {
    await atEnd(ui, 'slow');
    await ui.page.keyboard.type(PAGE, { delay: 60 });
    await expectTail(ui, 'slow', PAGE_TYPED);
  },

  'shows names, sets and times as they are typed, chosen by none but the writer': async (ui) => {
    await atEnd(ui, 'lists');
    await ui.type('D');
    await offered(ui, 'DEV');
    assert.equal(await list(ui).locator('.monaco-list-row.focused').count(), 0);
    await ui.press('Tab');
    await gone(ui);
    // The name taken leads on to the line below.
    await ui.type('Yes.\nIN');
    await offered(ui, 'INT.');
    await ui.press('Tab');
    await ui.type('A');
    await offered(ui, 'ALL-NIGHT DINER');
    await ui.picture('typing-heading-dark');
    await ui.press('ArrowDown', 'Enter');
    await ui.type(' - ');
    await offered(ui, 'NIGHT');
    await ui.press('Enter');
    await ui.type('M');
    await expectTail(ui, 'lists', 'DEV\nYes.\n\nINT. ALL-NIGHT DINER - \n\nM');
  },

  'begins a cue by Tab, the other speaker first': async (ui) => {
    await atEnd(ui, 'tab');
    await ui.press('Tab');
    await offered(ui, 'DEV');
    assert.deepEqual((await rows(ui)).slice(0, 3), ['DEV', 'MARA', 'OSKAR']);
    await ui.picture('typing-cue-dark');
    await ui.press('Enter');
    await ui.type('Say it.');
    await ui.press('Enter', 'Tab');
    await offered(ui, 'MARA');
    await ui.type('os');
    await offered(ui, 'OSKAR');
    await ui.press('Tab');
    await gone(ui);
    await ui.press('Tab');
    await ui.until('the brackets', () => ui.line('()').isVisible());
    await ui.type('beat)');
    await ui.press('Enter');
    await ui.type('No.');
    await expectTail(ui, 'tab', 'DEV\nSay it.\n\nOSKAR\n(beat)\nNo.');
    // VS Code itself takes an Enter and the words behind it back together.
    for (const left of ['DEV\nSay it.\n\nOSKAR\n(beat)', 'DEV\nSay it.\n\nOSKAR\n()', 'DEV\nSay it.\n\nOSKAR\n']) {
      await ui.press('Control+KeyZ');
      await expectTail(ui, 'tab', left);
    }
  },

  'takes no longer name for the one typed behind Tab': async (ui) => {
    await atEnd(ui, 'longer');
    await fast(ui, 'DEVON\nHm.\nMARA\nOh.\n');
    await breath(ui);
    await ui.press('Tab');
    await list(ui).waitFor();
    await ui.page.keyboard.type('DEV', { delay: 100 });
    await gone(ui);
    await ui.press('Enter');
    await ui.type('So.');
    await expectTail(ui, 'longer', 'DEVON\nHm.\n\nMARA\nOh.\n\n@DEV\nSo.');
  },

  'goes round the elements by Tab and back, each one undo': async (ui) => {
    await atEnd(ui, 'cycle');
    for (const mark of ['@', '> ', '.', '']) {
      await ui.press('Tab');
      if (mark !== '') {
        await list(ui).waitFor();
        await ui.press('Escape');
        await gone(ui);
      }
      await expectTail(ui, 'cycle', mark);
    }
    await ui.press('Shift+Tab');
    await list(ui).waitFor();
    await ui.press('Escape');
    await expectTail(ui, 'cycle', '.');
    await ui.press('Shift+Tab');
    await list(ui).waitFor();
    await offered(ui, 'CUT TO:');
    await ui.press('Enter', 'Enter');
    await expectTail(ui, 'cycle', 'CUT TO:\n\n');
    await ui.press('Control+KeyZ', 'Control+KeyZ');
    await expectTail(ui, 'cycle', '> ');
  },

  'leaves brackets by Enter and by Tab': async (ui) => {
    await atEnd(ui, 'brackets');
    await ui.type('MARA (');
    await offered(ui, '(V.O.)');
    await ui.press('Tab', 'Enter');
    await ui.type('Hm.');
    await ui.press('Shift+Enter');
    await breath(ui);
    await ui.type('(beat');
    await breath(ui);
    await ui.press('Enter');
    await ui.type('Hm!');
    await ui.press('Enter');
    await fast(ui, 'DEV (V.O.)\n(low)\nOh.');
    await expectTail(ui, 'brackets', 'MARA (V.O.)\nHm.\n(beat)\nHm!\n\nDEV (V.O.)\n(low)\nOh.');
  },

  'keeps the line ends of the file': async (ui) => {
    await atEnd(ui, 'crlf');
    await fast(ui, 'INT. A - DAY\nOne.\nMARA');
    await gone(ui);
    await breath(ui);
    await ui.press('Tab');
    await ui.until('the brackets', () => ui.line('()').isVisible());
    await fast(ui, 'x');
    await expectTail(ui, 'crlf', 'INT. A - DAY\r\n\r\nOne.\r\n\r\nMARA\r\n(x)', '\r\n');
  },

  'never shows a list in action and speeches': async (ui) => {
    await atEnd(ui, 'prose');
    await fast(ui, 'MARA\n');
    for (const text of ['MARA', ' DEV', ' INT. A', ' (']) {
      await ui.type(text);
      await ui.page.waitForTimeout(250);
      assert.equal(await list(ui).count(), 0, text);
    }
  },

  'presses Enter and Tab for several cursors': async (ui) => {
    await ui.open('many.fountain');
    await ui.goTo(6, 13);
    await ui.press('Control+Alt+ArrowDown');
    await ui.press('Escape');
    await ui.goTo(3, 1);
    await ui.press('End', 'Enter');
    await ui.type('One.');
    await ui.save();
    await ui.until('the paragraph', async () => ui.read('many.fountain').includes('from DEV.\n\nOne.\n\nDEV'));
  },
};
