// A script of slips, and how its hints are looked at: the marks, the menu of fixes, the hover.
import assert from 'node:assert/strict';

export const SLIPS = `Title: Slips

INT. BAR - NIGHT #1#
Rain on glass.

EXT. PIER - DAY #2#

One more thing [[ask the fisherman.

MARA
Stay.

MARA

I said stay.

MARRA
Please, Mara.

INT. CAR - DAY

EXT. SEA - DAY #2#

Waves /* and more of them.
`;

const lines = (ui) => ui.activeEditor().locator('.squiggly-info');
const dots = (ui) => ui.activeEditor().locator('.squiggly-hint');
const menu = (ui) => ui.page.locator('.action-widget:not(.action-list-submenu-panel)');

export async function openFixes(ui, text) {
  await ui.goToText('slips.fountain', text);
  const first = menu(ui).locator('.action-item, .monaco-list-row').first();
  // VS Code drops the key while it still asks for the fixes of the place the cursor has just come to.
  for (let tries = 0; tries < 5 && !(await first.isVisible()); tries++) {
    await ui.press('Control+Period');
    await first.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await first.waitFor();
}

export async function lookAtFixes(ui, theme) {
  await ui.until('the hints', async () => (await lines(ui).count()) >= 3 && (await dots(ui).count()) >= 4);
  await ui.goToText('slips.fountain', 'Waves');
  await ui.picture(`hints-${theme}`);
  await openFixes(ui, 'MARRA');
  assert.match(await menu(ui).innerText(), /Change it to MARA[^]*two people[^]*Turn off hints about names/);
  await ui.picture(`hints-fixes-${theme}`);
  await ui.press('Escape');
  await ui.goToText('slips.fountain', 'INT. BAR');
  await ui.press('Control+KeyK', 'Control+KeyI');
  await ui.page.locator('.monaco-hover', { hasText: 'looks like a scene heading' }).waitFor();
  await ui.picture(`hints-hover-${theme}`);
  await ui.press('Escape');
}
