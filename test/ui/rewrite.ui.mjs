// A rewrite as a writer meets it: streamed beside the old scene, taken over change by change with keys and with the mouse, kept
// through a reload; and the list of drafts in the sidebar.
import assert from 'node:assert/strict';
import { DINER, dinerWorkbench, expectScript, server } from './diner.mjs';

const SCENE = DINER.slice(DINER.indexOf('INT.'), DINER.indexOf('EXT.'));
const NEW = SCENE.replace("You're late.", "You're late. I ordered for you.")
  .replace('I drove around the block. Twice. I kept thinking if I parked, then it\'s real.', 'I circled the block. Twice. I kept thinking if I never parked, then it isn\'t real yet.')
  .replace('A WAITRESS refills a cup nobody touched.', 'A WAITRESS tops up a cup nobody has touched since midnight.')
  .replace('DEV\nDid you open it?\n\nMARA\nNo.\n\n', '');

export const workbench = dinerWorkbench('keys', 'mouse', 'reload');

/** The rewritten scene in pieces, each after a while. */
const streamed = (everyMs) => NEW.match(/[^]{1,70}/g).flatMap((text) => [{ text }, { waitMs: everyMs }]);
const right = (ui) => ui.page.locator('.editor-group-container.active .monaco-diff-editor .editor.modified');
const lens = (ui, text) => right(ui).locator('.codelens-decoration a, .codelens-decoration span', { hasText: text }).first();
const rightLine = (ui, text) => right(ui).locator('.view-line', { hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\u00a0]')) }).first();

/** Its badge lies over the icon: the click is meant for whatever is there. */
async function showDrafts(ui) {
  if ((await ui.row('Drafts').count()) === 0) {
    await ui.page.locator('.activitybar .action-item a[aria-label^="Backlot"]').first().click({ force: true });
  }
}

async function rewrite(ui, file, everyMs) {
  await ui.open(`${file}.fountain`);
  await ui.goToText(`${file}.fountain`, 'It was real in March');
  server.script(streamed(everyMs));
  const pick = ui.page.locator('.quick-input-widget', { hasText: 'Rewrite INT. ALL-NIGHT DINER' }).filter({ visible: true });
  for (let tries = 0; tries < 4 && (await pick.count()) === 0; tries++) {
    await ui.press('Control+Alt+KeyR');
    await pick.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  await ui.quickInput().fill('less on the nose');
  await ui.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'less on the nose' }).waitFor();
  await ui.press('Enter');
}

/** The cursor goes on to the next change a moment after one was decided, and takes the editor along: pressed until the top is there. */
async function atTop(ui, text) {
  for (let tries = 0; tries < 6 && !(await lens(ui, text).isVisible()); tries++) {
    await ui.press('Control+Home');
    await lens(ui, text).waitFor({ timeout: 2000 }).catch(() => undefined);
  }
  await lens(ui, text).waitFor();
}

export const scenarios = {
  'streams a rewrite beside the scene, and takes it over by keys alone': async (ui) => {
    await rewrite(ui, 'keys', 400);
    await rightLine(ui, 'I ordered for you').waitFor();
    await ui.page.locator('.editor-actions .action-label[aria-label^="Stop Writing"]').waitFor();
    await ui.picture('rewrite-streaming-dark');
    assert.equal(ui.read('keys.fountain'), DINER);
    await lens(ui, '4 changes left').waitFor();
    await lens(ui, 'Accept').waitFor();
    // Written to its end, the cursor stands on the first change.
    await ui.statusBar('Ln 5, Col 1').waitFor();
    await ui.page.waitForTimeout(700);
    await ui.picture('rewrite-dark');
    await rightLine(ui, 'I circled the block').click();
    await ui.press('Control+Enter');
    // On to the next change, which is refused.
    await ui.statusBar('Ln 18, Col 1').waitFor();
    await ui.press('Control+Shift+Backspace');
    await rightLine(ui, 'refills a cup nobody touched').waitFor();
    await atTop(ui, '2 changes left');
    await ui.press('Control+Alt+KeyZ');
    await atTop(ui, '3 changes left');
    await ui.press('Control+Shift+Enter');
    await lens(ui, 'All decided').waitFor();
    await ui.page.waitForTimeout(400);
    await ui.picture('rewrite-decided-dark');
    await ui.command('Backlot: Close Finished Draft');
    await ui.page.locator('.tab.active[data-resource-name="keys.fountain"]').waitFor();
    await expectScript(ui, 'keys', DINER.replace(SCENE, NEW).replace('tops up a cup nobody has touched since midnight', 'refills a cup nobody touched'));
  },

  'is taken over with the mouse, edited freely, and listed in the sidebar': async (ui) => {
    await rewrite(ui, 'mouse', 0);
    await lens(ui, '4 changes left').waitFor();
    // Del edits the draft here: it must not be named as the key that discards it.
    assert.equal(await ui.page.locator('.editor-actions .action-label[aria-label^="Discard Draft"]').first().getAttribute('aria-label'), 'Discard Draft');
    await right(ui).locator('.codelens-decoration a', { hasText: 'Refuse' }).nth(1).click();
    await lens(ui, '3 changes left').waitFor();
    await rightLine(ui, 'tops up').click();
    await ui.press('End');
    await ui.type(' Nobody thanks her.');
    await rightLine(ui, 'Nobody thanks her').waitFor();
    await ui.page.locator('.tab.active:not(.dirty)').waitFor();
    await right(ui).locator('.codelens-decoration a', { hasText: /Accept$/ }).first().click();
    await lens(ui, '2 changes left').waitFor();
    await showDrafts(ui);
    const row = ui.row('Drafts', 'INT. ALL-NIGHT DINER').filter({ hasText: '2 changes left' });
    await row.click({ button: 'right' });
    await ui.page.locator('.monaco-menu .action-label', { hasText: 'Write Draft Again' }).waitFor();
    await ui.press('Escape');
    await ui.page.waitForTimeout(500);
    await ui.picture('rewrite-list-dark');
  },

  'survives closing its tab and a reload of the window': async (ui) => {
    await ui.page.waitForTimeout(700);
    await ui.reload();
    // VS Code shows a comparison from its first change on.
    await rightLine(ui, 'Nobody thanks her').click();
    await atTop(ui, '2 changes left');
    await ui.command('View: Close Editor');
    await showDrafts(ui);
    await ui.row('Drafts', '2 changes left').click();
    await rightLine(ui, 'Nobody thanks her').click();
    await atTop(ui, '2 changes left');
    await ui.picture('rewrite-reloaded-dark');
  },
};
