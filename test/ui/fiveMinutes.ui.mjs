// A writer's first five minutes, as the README promises them: with the practice model, by keys, and back to the byte.
import assert from 'node:assert/strict';

const FILE = 'surtitles.fountain';
const LINE = 'They laughed at my husband.';

export const workbench = { open: FILE, practice: true, sampleOnly: true };

const alternatives = (ui) => ui.threads().first().locator('.review-comment');
const allThere = (ui, least) => ui.until(`${least} alternatives`, async () => (await alternatives(ui).count()) >= least);
const texts = (ui) => alternatives(ui).locator('.comment-body').allInnerTexts();

let original;

export const scenarios = {
  'jumps to a scene and follows the cursor': async (ui) => {
    original = ui.read(FILE);
    await ui.showContainer('Backlot');
    await ui.row('Scenes', 'BACKSTAGE CORRIDOR').first().click();
    await ui.line('INT. BACKSTAGE CORRIDOR').waitFor();
    await ui.goToText(FILE, LINE);
    await ui.until('the scene at the cursor to be selected', async () => /BACKSTAGE/.test(await ui.view('Scenes').locator('.monaco-list-row.selected').first().innerText()));
  },

  'gets alternatives under the line, and the script is untouched': async (ui) => {
    await ui.press('Control+Alt+KeyD');
    await allThere(ui, 4);
    assert.equal(await ui.page.locator('.tab.active.dirty').count(), 0);
    assert.equal(ui.read(FILE), original);
    assert.equal(ui.practice.requests.length, 1);
  },

  'uses one with a key, and one undo brings the line back byte for byte': async (ui) => {
    const [first] = await texts(ui);
    await ui.press('Alt+Digit1');
    await ui.line(first.trim()).waitFor();
    await ui.save();
    await ui.until('the line to be replaced on disk', () => ui.read(FILE) === original.replace(LINE, first.trim()));
    await ui.press('Control+KeyZ');
    await ui.line(LINE).waitFor();
    await ui.save();
    await ui.until('the script to be what it was', () => ui.read(FILE) === original);
  },

  'asks for more, colder': async (ui) => {
    await ui.goToText(FILE, LINE);
    await allThere(ui, 1);
    const before = await texts(ui);
    await ui.press('Control+Alt+KeyM');
    const box = ui.page.locator('.review-widget .comment-form.expand, .review-widget .comment-form-container.expand').first();
    await box.waitFor();
    await ui.until('the box to take the keys', () => ui.page.evaluate(() => Boolean(document.activeElement?.closest('.comment-form, .comment-form-container'))));
    await ui.type('colder');
    await ui.until('the wish to stand in the box', async () => (await box.innerText()).includes('colder'));
    await ui.press('Control+Enter');
    await ui.until('more alternatives', async () => ui.practice.requests.length === 2 && (await texts(ui)).some((text) => !before.includes(text)));
    assert.match(JSON.stringify(ui.practice.requests[1]), /colder/i);
    assert.equal(ui.read(FILE), original);
  },

  'finds everything open again after a reload': async (ui) => {
    await ui.until('the answer to end', () => ui.practice.requests.length === 2 && ui.page.waitForTimeout(4000).then(() => true));
    const before = await texts(ui);
    await ui.reload();
    await ui.threads().first().waitFor({ timeout: 60_000 });
    await ui.until('the same alternatives', async () => JSON.stringify(await texts(ui)) === JSON.stringify(before), 30_000);
    assert.equal(ui.practice.requests.length, 2, 'a reload asks nothing');
    assert.equal(ui.read(FILE), original);
  },
};
