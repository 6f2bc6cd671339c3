// The breakdown as a first assistant director meets it: sheets beside the script, suggestions by keys, tags in the script, a model asked.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const FILE = 'surtitles.fountain';

export const workbench = { open: FILE, sampleOnly: true, practice: { quick: true }, width: 1700, height: 1100 };

const frame = (ui) => ui.frame('#breakdown #tab-scenes');
const kept = (ui) => path.join(ui.workspace, 'surtitles.production.json');
const production = (ui) => (fs.existsSync(kept(ui)) ? JSON.parse(fs.readFileSync(kept(ui), 'utf8')) : undefined);
const elements = (ui) => Object.values(production(ui)?.elements ?? {}).map(({ name }) => name);
const figure = async (view, tab) => Number(await view.locator(`#tab-${tab} .figure`).innerText());
const settle = (ui, ms = 600) => ui.page.waitForTimeout(ms);

/** Presses a key until something holds: a window that is busy loses one now and then. */
async function pressUntil(ui, what, key, holds) {
  for (let tries = 0; tries < 5; tries++) {
    await ui.press(key);
    for (let waited = 0; waited < 2500; waited += 100) {
      if (await holds()) {
        return;
      }
      await ui.page.waitForTimeout(100);
    }
  }
  throw new Error(`${key} does not bring ${what}`);
}

export const scenarios = {
  'shows a sheet for each scene beside the script, and goes to the place by Enter': async (ui) => {
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.goToText(FILE, 'Nine hundred seats');
    await ui.command('Backlot: Show Breakdown');
    const view = await frame(ui);
    await ui.until('twelve sheets', async () => (await view.locator('.sheet').count()) === 12);
    await view.locator('.keeping', { hasText: 'Your first change is kept in surtitles.production.json' }).waitFor();
    assert.equal(production(ui), undefined);
    await view.locator('.sheet .row').first().waitFor();
    await settle(ui);
    await ui.picture('breakdown-dark');
    const top = view.locator('.sheet .top');
    await top.nth(0).focus();
    await pressUntil(ui, 'the second sheet', 'ArrowDown', async () => top.nth(1).evaluate((each) => each === document.activeElement));
    // Once: in the script, the same key would write.
    await ui.press('Enter');
    const line = ui.read(FILE).split('\n').findIndex((each) => each.startsWith('INT. SURTITLE BOOTH - CONTINUOUS')) + 1;
    await ui.statusBar(`Ln ${line}, Col 1`).waitFor();
  },

  'accepts and refuses suggestions by keys, keeps them beside the script, and takes them back': async (ui) => {
    const view = await frame(ui);
    await view.locator('#tab-suggestions').click();
    const rows = view.locator('.group li');
    await rows.first().waitFor();
    await settle(ui);
    await ui.picture('breakdown-suggestions-dark');
    const before = await figure(view, 'suggestions');
    const name = await rows.first().locator('.name').innerText();
    await rows.first().locator('.top').focus();
    await pressUntil(ui, 'the element in the file', 'a', async () => elements(ui).includes(name));
    await ui.until('one suggestion less', async () => (await figure(view, 'suggestions')) < before);
    const left = await figure(view, 'suggestions');
    await rows.first().locator('.top').focus();
    await pressUntil(ui, 'a refusal in the file', 'r', async () => Object.keys(production(ui)?.refused ?? {}).length === 1);
    await ui.until('it to be gone', async () => (await figure(view, 'suggestions')) < left);
    await view.locator('.keeping', { hasText: 'Kept in surtitles.production.json' }).waitFor();
    await view.locator('#tab-scenes').focus();
    await pressUntil(ui, 'the refusal to be taken back', 'Control+KeyZ', async () => Object.keys(production(ui)?.refused ?? {}).length === 0);
  },

  'takes what is set by hand in the place of what the script says': async (ui) => {
    const view = await frame(ui);
    await view.locator('#tab-scenes').click();
    const card = view.locator('.sheet').nth(2);
    await card.locator('[data-key$="/more"]').click();
    const minutes = card.locator('.fields .minutes input');
    await minutes.fill('75');
    await minutes.press('Enter');
    await ui.until('the minutes in the file', () => Object.values(production(ui)?.scenes ?? {}).some((scene) => scene.minutes === 75));
    await card.locator('.facts', { hasText: '75 min' }).waitFor();
    await card.locator('.fields .light select').selectOption('dusk');
    await card.locator('.light', { hasText: 'Dusk (set by hand)' }).waitFor();
    await settle(ui);
    await ui.picture('breakdown-details-dark');
    await card.locator('[data-key$="/more"]').click();
  },

  'tags words of the script, says over them what they are, and tints them': async (ui) => {
    const view = await frame(ui);
    await ui.press('Control+Digit1');
    const line = ui.read(FILE).split('\n').findIndex((each) => each.includes('copies the line into a notebook')) + 1;
    const column = ui.read(FILE).split('\n')[line - 1].indexOf('notebook') + 3;
    await ui.goTo(line, column);
    const text = ui.read(FILE);
    await ui.until('the question what it is', async () => {
      await ui.press('Shift+Alt+KeyT');
      return ui.quickInput().waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    await ui.answer('Props');
    await ui.page.locator('.quick-input-title', { hasText: 'Props' }).waitFor();
    await settle(ui, 300);
    await ui.page.keyboard.press('Enter');
    await ui.until('the tag in the file', () => Object.values(production(ui)?.elements ?? {}).some(({ category, name }) => category === 'props' && /^notebook$/i.test(name)));
    await view.locator('.sheet').first().locator('.element', { hasText: /^notebook$/i }).waitFor();
    assert.equal(ui.read(FILE), text);
    await ui.command('Backlot: Tint Tagged Words');
    const hover = ui.page.locator('.monaco-hover', { hasText: 'Take the tag off' }).first();
    await ui.until('what the words are', async () => {
      await ui.press('Control+KeyK', 'Control+KeyI');
      return hover.waitFor({ timeout: 3000 }).then(() => true, () => false);
    });
    await settle(ui, 300);
    await ui.picture('breakdown-tag-dark');
    await ui.press('Escape');
  },

  'asks the model for the whole script, and shows every element with its scenes': async (ui) => {
    const view = await frame(ui);
    const before = await figure(view, 'suggestions');
    await view.locator('[data-key="ask"]').click();
    await ui.answer('The whole script');
    await ui.notification('to look at').waitFor({ timeout: 60_000 });
    await ui.until('more suggestions', async () => (await figure(view, 'suggestions')) > before);
    await ui.command('Notifications: Clear All Notifications');
    await view.locator('#tab-suggestions').click();
    await view.locator('.grouping select').selectOption('kind');
    await settle(ui);
    await ui.picture('breakdown-kinds-dark');
    await view.locator('.group .head .actions button').first().click();
    await view.locator('#tab-elements').click();
    await view.locator('.category li').nth(6).waitFor();
    await settle(ui);
    await ui.picture('breakdown-elements-dark');
    await ui.command('Preferences: Toggle between Light/Dark Themes');
    await ui.page.locator('.monaco-workbench.vs').first().waitFor();
    await view.locator('#tab-scenes').click();
    await settle(ui, 900);
    await ui.picture('breakdown-light');
  },
};
