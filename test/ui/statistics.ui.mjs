// The statistics in a dark theme: pictures and tables of a feature, by mouse and by keys, in step with the writing; and when there is nothing.
import assert from 'node:assert/strict';
import { feature, fits, openStatistics, wholePicture } from './statistics.mjs';

const FEATURE = feature(90);

export const workbench = { open: 'feature.fountain', width: 1500, height: 1000, files: { 'feature.fountain': FEATURE, 'blank.fountain': '\n', 'notes.txt': 'Not a script.\n' } };

const cursorLine = async (ui) => Number(/Ln (\d+)/.exec(await ui.statusBar(/^Ln \d+/).innerText())?.[1]);

export const scenarios = {
  'tells page, scene and length at the cursor in the status bar': async (ui) => {
    const line = FEATURE.split('\n').findIndex((each) => each.includes('#40#')) + 1;
    await ui.goTo(line);
    const item = ui.statusBar(/^p\. \d+ of \d+ · sc\. 40 · /);
    await item.waitFor();
    assert.match(await item.innerText(), /^p\. \d+ of \d+ · sc\. 40 · (\d+ )?(\d\/8|\d+) · \d+:\d\d$/);
    await item.hover();
    await ui.page.waitForTimeout(900);
    await ui.picture('statistics-bar-dark');
    await ui.open('notes.txt');
    await ui.until('the bar to be gone', async () => !(await ui.statusBar(/^p\. \d+ of \d+/).isVisible()));
    await ui.page.locator('.tab[data-resource-name="feature.fountain"]').click();
    await ui.statusBar(/sc\. 40/).click();
    const view = await ui.frame('#statistics h1');
    await view.locator('h1', { hasText: 'The Long Way Down' }).waitFor();
  },

  'shows a feature at a glance': async (ui) => {
    const view = await openStatistics(ui);
    assert.deepEqual(await view.locator('h2').allInnerTexts(), ['Rhythm', 'Acts and sections', 'Characters', 'Who speaks with whom', 'Interruptions', 'Longest speeches', 'Lengths of scenes', 'Sets and times of day']);
    await fits(view);
    await ui.picture('statistics-dark');
    await wholePicture(ui, view, 'statistics-dark');
  },

  'goes to the script from a picture and from a table': async (ui) => {
    const view = await openStatistics(ui);
    const first = view.locator('svg').nth(1).locator('.spot[aria-label*="OSKAR, scene"]').first();
    const told = await first.getAttribute('aria-label');
    await first.hover();
    await view.locator('.tip', { hasText: 'OSKAR, scene' }).waitFor();
    await ui.picture('statistics-tip-dark');
    await first.click();
    const number = /scene (\d+)/.exec(told)?.[1];
    await ui.statusBar(new RegExp(`sc\\. ${number} `)).waitFor();
    assert.equal(FEATURE.split('\n')[(await cursorLine(ui)) - 1], 'OSKAR');
    await view.locator('table[aria-label="Sets"] tbody th button').first().click();
    await ui.until('the cursor on a heading', async () => FEATURE.split('\n')[(await cursorLine(ui)) - 1].startsWith('INT.') || FEATURE.split('\n')[(await cursorLine(ui)) - 1].startsWith('EXT.'));
  },

  'can be read and used by keys alone': async (ui) => {
    const view = await openStatistics(ui);
    await view.locator('svg .spot[tabindex="0"]').first().focus();
    await ui.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    const page = await view.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    assert.match(page, /^(Act|Page) /);
    await view.locator('.tip', { hasText: page.slice(0, 12) }).waitFor();
    await ui.picture('statistics-keys-dark');
    await view.locator('svg .spot[aria-label^="Page 12:"]').focus();
    await ui.press('Enter');
    await ui.statusBar(/^p\. 12 of/).waitFor();
    const sort = view.locator('table[aria-label="Characters"] th button', { hasText: 'Character' });
    await sort.click();
    const names = await view.locator('table[aria-label="Characters"] tbody th').allInnerTexts();
    assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b)));
  },

  'is in step with what is written': async (ui) => {
    const view = await openStatistics(ui);
    const scenes = async () => Number(await view.locator('.figures div', { hasText: 'scenes' }).locator('.value').innerText());
    const before = await scenes();
    await ui.press('Control+Digit1', 'Control+End');
    await ui.type('\n\nINT. LAST PLACE - DAY\n\nThe end.\n');
    await ui.until('one scene more', async () => (await scenes()) === before + 1);
  },

  'says what to do while there is nothing to count': async (ui) => {
    await ui.press('Control+Digit1');
    await ui.open('blank.fountain');
    const view = await ui.frame('.nothing h1');
    assert.equal(await ui.statusBar(/^p\. \d/).count(), 0);
    await ui.page.waitForTimeout(500);
    await ui.picture('statistics-nothing-dark');
    assert.match(await view.locator('.nothing p').innerText(), /INT\. KITCHEN/);
  },
};
