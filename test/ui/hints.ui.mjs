// Hints as a writer meets them: how quiet they are, what a hover says, the fixes, and the keys of the writing commands.
import { lookAtFixes, openFixes, SLIPS } from './hintsScript.mjs';

export const workbench = { open: 'slips.fountain', height: 900, files: { 'slips.fountain': SLIPS, 'keys.fountain': 'INT. BAR - NIGHT\n\nShe turns away slowly.\n\nMARA\nStay.\n\nDEV\nNo.\n\nEXT. SEA - DAY\n\nWaves.\n' } };

const textOf = (ui) =>
  ui.activeEditor().locator('.view-line').evaluateAll((all) => all.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top)).map((line) => line.textContent.replace(/\u00a0/g, ' ')).join('\n'));

export const scenarios = {
  'are quiet in the dark, and say in a hover and a menu what they mean': (ui) => lookAtFixes(ui, 'dark'),

  'are mended by the fix a writer chooses, and come back with one undo': async (ui) => {
    await openFixes(ui, 'MARRA');
    await ui.press('Enter');
    await ui.until('the name mended', async () => !(await textOf(ui)).includes('MARRA'));
    await ui.press('Control+KeyZ');
    await ui.until('the name as it was', async () => (await textOf(ui)).includes('MARRA'));
  },

  'styles, hides and moves by the keys of a screenwriting program': async (ui) => {
    await ui.open('keys.fountain');
    await ui.goTo(3, 6);
    const press = async (key, wanted) => {
      await ui.press(key);
      await ui.until(`${key}: ${wanted}`, async () => (await textOf(ui)).includes(wanted));
    };
    await press('Control+KeyB', 'She **turns** away');
    await press('Control+KeyB', 'She turns away');
    await press('Control+KeyI', 'She *turns* away');
    await press('Control+KeyI', 'She turns away');
    await press('Control+KeyU', 'She _turns_ away');
    await press('Control+KeyU', 'She turns away');
    await press('Shift+Alt+KeyU', 'SHE TURNS AWAY SLOWLY.');
    await press('Shift+Alt+KeyU', 'she turns away slowly.');
    await press('Shift+Alt+KeyU', 'She Turns Away Slowly.');
    await press('Shift+Alt+KeyU', 'She turns away slowly.');
    await press('Shift+Alt+KeyN', '[[She turns away slowly.]]');
    await press('Shift+Alt+KeyN', '\nShe turns away slowly.\n');
    await press('Control+Slash', '/* She turns away slowly. */');
    await press('Control+Slash', '\nShe turns away slowly.\n');
    await ui.goTo(9);
    await press('Shift+Alt+KeyS', 'DEV ^');
    await press('Shift+Alt+KeyS', 'DEV\nNo.');
    await ui.goTo(13, 3);
    await press('Shift+Alt+PageUp', 'EXT. SEA - DAY\n\nWaves.\n\nINT. BAR');
    await ui.statusBar('Ln 3, Col 3').waitFor();
    await press('Shift+Alt+PageDown', 'No.\n\nEXT. SEA - DAY');
  },

  'offers them all in the menu of the editor': async (ui) => {
    await ui.line('She turns away').click({ button: 'right' });
    await ui.page.locator('.monaco-menu .action-label', { hasText: /^Backlot$/ }).hover();
    await ui.page.locator('.monaco-menu .action-label', { hasText: 'Toggle Dual Dialogue' }).waitFor();
    await ui.picture('writing-menu-dark');
    await ui.press('Escape', 'Escape');
  },

  'numbers scenes, and asks about the numbers there are': async (ui) => {
    await ui.command('Backlot: Number Scenes');
    await ui.until('the numbers', async () => (await textOf(ui)).includes('EXT. SEA - DAY #2#'));
    await ui.goToText('keys.fountain', 'INT. BAR');
    await ui.press('End', 'Backspace', 'Backspace');
    await ui.type('7#');
    await ui.command('Backlot: Number Scenes');
    await ui.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Number All Scenes Anew' }).waitFor();
    await ui.picture('number-scenes-dark');
    await ui.press('Escape');
  },
};
