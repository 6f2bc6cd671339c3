// The preview beside the script: real pages, in step both ways, worked by mouse and keys, and deaf to what a script would have it do.
import assert from 'node:assert/strict';
import { DINER, HOSTILE, drawn, generated, openPreview } from './previewScript.mjs';

const FEATURE = await generated(190);

export const workbench = { open: 'diner.fountain', sampleOnly: true, files: { 'diner.fountain': DINER, 'hostile.fountain': HOSTILE, 'feature.fountain': FEATURE, 'blank.fountain': '\n' } };

const settle = (ui, ms = 500) => ui.page.waitForTimeout(ms);
const pageField = (frame) => frame.locator('.toolbar input.page').inputValue();
const topOf = (frame) => frame.evaluate(() => document.querySelector('main.pages').scrollTop);
let frame;

export const scenarios = {
  'opens beside the script by its key, and shows the pages': async (ui) => {
    await ui.goToText('diner.fountain', 'I never said that');
    frame = await openPreview(ui);
    await drawn(ui, frame, 2);
    await settle(ui, 1200);
    await ui.picture('preview-dark');
    assert.equal(await frame.locator('.line.current').innerText(), 'I never said that.');
    assert.equal(await pageField(frame), '1');
    const family = await frame.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
    assert.ok(family.some((name) => name.includes('Courier Prime')), `fonts: ${family}`);
  },

  'shows the title page, and dual dialogue side by side': async (ui) => {
    await frame.evaluate(() => { document.querySelector('main.pages').scrollTop = 0; });
    await settle(ui);
    assert.equal(await pageField(frame), 'Title');
    await ui.picture('preview-title-dark');
    const places = await frame.evaluate(() => ['I never said that.', 'You always say that.'].map((text) => {
      const { top, left } = [...document.querySelectorAll('.line')].find((line) => line.textContent === text).getBoundingClientRect();
      return { top: Math.round(top), left: Math.round(left) };
    }));
    assert.equal(places[0].top, places[1].top);
    assert.ok(places[0].left < places[1].left);
  },

  'a click goes to the source, and the focus with it': async (ui) => {
    await frame.locator('.line', { hasText: 'Did you open it?' }).click();
    await ui.page.locator('.statusbar-item', { hasText: `Ln ${DINER.split('\n').indexOf('Did you open it?') + 1},` }).waitFor();
    await ui.until('the focus to be in the script', () => ui.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null));
    await ui.until('the line to be marked', async () => (await frame.locator('.line.current').innerText()) === 'Did you open it?');
  },

  'follows what is written, and nothing moves that did not change': async (ui) => {
    await ui.press('End');
    await ui.type(' Did you?');
    await ui.until('the words on the page', async () => (await frame.locator('.line.current').innerText()) === 'Did you open it? Did you?');
    await ui.press('Control+KeyZ');
  },

  'is read and left by keys': async (ui) => {
    await frame.locator('main.pages').focus();
    await ui.press('ArrowDown', 'ArrowDown');
    const text = await frame.evaluate(() => document.activeElement.textContent);
    await ui.press('Enter');
    await ui.until('the focus to be in the script', () => ui.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null));
    await ui.until('the cursor to be there', async () => (await frame.locator('.line.current').innerText()) === text);
  },

  'is copied line by line, without the numbers in the margins': async () => {
    const copied = await frame.evaluate(() => {
      window.getSelection().selectAllChildren(document.querySelector('.sheet[aria-label="Page 1"]'));
      const text = window.getSelection().toString();
      window.getSelection().removeAllRanges();
      return text;
    });
    const lines = copied.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    assert.deepEqual(lines.slice(0, 3), ['INT. ALL-NIGHT DINER - NIGHT', 'Rain on the windows. A dead jukebox. MARA (40s, coat still on)', 'slides into the booth across from DEV (50s), who has been here']);
    assert.equal(lines[lines.indexOf('I never said that.') + 1], 'MARA');
    assert.deepEqual(lines.slice(lines.indexOf('You always say that.') - 1).slice(0, 2), ['MARA', 'You always say that.']);
  },

  'shows notes, synopses and sections when told to, from its toolbar': async (ui) => {
    for (const what of ['notes', 'synopses', 'sections']) {
      await frame.locator(`.toolbar .${what}`).click();
    }
    await frame.locator('.line.section', { hasText: 'Act One' }).waitFor();
    await frame.locator('.line.synopsis').first().waitFor();
    await frame.locator('.line.note').first().waitFor();
    await frame.evaluate(() => document.querySelector('.line.section').scrollIntoView());
    await settle(ui);
    await ui.picture('preview-notes-dark');
    for (const what of ['notes', 'synopses', 'sections']) {
      await frame.locator(`.toolbar .${what}`).click();
    }
    await frame.locator('.line.note').first().waitFor({ state: 'detached' });
  },

  'zooms by keys and wheel, and VS Code does not': async (ui) => {
    await frame.locator('main.pages').focus();
    const before = await ui.page.evaluate(() => getComputedStyle(document.querySelector('.part.editor')).fontSize);
    const figure = () => frame.locator('.toolbar .figure').innerText();
    const fit = await figure();
    await ui.press('Control+Equal', 'Control+Equal');
    const larger = await figure();
    assert.ok(parseInt(larger) > parseInt(fit), `${fit} -> ${larger}`);
    await frame.locator('main.pages').hover();
    await ui.page.keyboard.down('Control');
    await ui.page.mouse.wheel(0, 100);
    await ui.page.keyboard.up('Control');
    await ui.until('the wheel to zoom', async () => parseInt(await figure()) < parseInt(larger));
    await ui.press('Control+Digit0');
    assert.equal(await figure(), fit);
    assert.equal(await ui.page.evaluate(() => getComputedStyle(document.querySelector('.part.editor')).fontSize), before);
  },

  'puts the paper in the colours of the theme': async (ui) => {
    await frame.locator('.toolbar button.paper').click();
    await frame.locator('body.themePaper').waitFor();
    await settle(ui);
    await ui.picture('preview-theme-dark');
    await frame.locator('.toolbar button.paper').click();
    await frame.locator('body:not(.themePaper)').waitFor();
  },

  'shows what a script says and does nothing that it says': async (ui) => {
    await ui.page.keyboard.press('Control+Digit1');
    await ui.open('hostile.fountain');
    await frame.locator('.line', { hasText: '<img src=x onerror' }).first().waitFor();
    await drawn(ui, frame, 3);
    await settle(ui);
    await ui.goTo(1);
    await ui.picture('preview-hostile-dark');
    assert.equal(await frame.evaluate(() => window.hacked), undefined);
    assert.equal(await frame.locator('.sheet img, .sheet script, .sheet b').count(), 0);
    const lines = await frame.locator('.line').allTextContents();
    assert.ok(lines.some((line) => line.includes('</SCRIPT><SCRIPT>') || line.includes('</script><script>')));
    assert.ok(lines.some((line) => line.includes('مرحبا')));
    assert.equal(lines.join('').split('long').length - 1, 2500, 'the long line is whole');
    // Each line ends where its columns end: a wide letter takes two, a Cyrillic one takes one.
    const off = await frame.evaluate(() => {
      const em = parseFloat(getComputedStyle(document.querySelector('.sheets')).fontSize);
      const measure = (text, columns) => {
        const line = [...document.querySelectorAll('.line')].find((each) => each.textContent.startsWith(text));
        return Math.abs(line.getBoundingClientRect().width - columns * em * 0.6) / em;
      };
      const han = [...document.querySelectorAll('.line')].find((each) => each.textContent.startsWith('你好')).textContent;
      return { han: measure('你好', [...han].length * 2), cyrillic: measure('ЖАННА', 5) };
    });
    assert.ok(off.han < 0.1 && off.cyrillic < 0.05, JSON.stringify(off));
  },

  'goes with the script through a feature, and the script with it': async (ui) => {
    await ui.open('feature.fountain');
    await ui.until('all pages', async () => (await frame.locator('.sheet').count()) > 100);
    await ui.goTo(FEATURE.split('\n').length >> 1);
    await ui.until('the page of the cursor', async () => Number(await pageField(frame)) > 40);
    await settle(ui);
    const text = await frame.locator('.line.current').innerText();
    assert.ok(text.length > 0);
    await ui.picture('preview-feature-dark');
    // The writer scrolls the preview: the editor goes along and its cursor stays.
    const line = await ui.page.locator('.statusbar-item', { hasText: 'Ln ' }).first().innerText();
    const before = await ui.activeEditor().locator('.view-lines').innerText();
    await frame.locator('main.pages').hover();
    await ui.page.mouse.wheel(0, 4000);
    await ui.until('the editor to go along', async () => (await ui.activeEditor().locator('.view-lines').innerText()) !== before);
    assert.equal(await ui.page.locator('.statusbar-item', { hasText: 'Ln ' }).first().innerText(), line);
    const at = await topOf(frame);
    await settle(ui, 800);
    assert.ok(Math.abs((await topOf(frame)) - at) < 60, 'the preview stays where the writer scrolled it');
    // And the other way round.
    const editor = await ui.activeEditor().boundingBox();
    await ui.page.mouse.move(editor.x + editor.width / 2, editor.y + editor.height / 2);
    await ui.until('the preview to go along', async () => {
      // The editor takes each turn of the wheel for one notch, however far it goes.
      await ui.page.mouse.wheel(0, -120);
      return (await topOf(frame)) < at - 600;
    });
    assert.ok(await frame.locator('.sheet').first().getAttribute('aria-label'));
  },

  'goes to a page by its number': async (ui) => {
    await frame.locator('main.pages').focus();
    await ui.press('Control+KeyG');
    await ui.type('100');
    await ui.press('Enter');
    await ui.until('page 100', async () => (await pageField(frame)) === '100');
    assert.match(await frame.locator('.toolbar .of').innerText(), /^of 1[12]\d$/);
    await ui.page.keyboard.press('Control+Digit1');
    await ui.press('Control+Home');
  },

  'says what to do while there is nothing to print': async (ui) => {
    await ui.open('blank.fountain');
    await frame.locator('.empty h1', { hasText: 'Nothing to print yet.' }).waitFor();
    await settle(ui);
    await ui.picture('preview-nothing-dark');
  },

  'stays with its script when locked, and is there again after a reload': async (ui) => {
    await ui.page.locator('.tab[data-resource-name="diner.fountain"]').click();
    await frame.locator('.line', { hasText: 'Did you open it?' }).waitFor();
    await frame.locator('.toolbar .lock').click();
    await ui.page.locator('.tab', { hasText: '[Preview] diner.fountain' }).waitFor();
    await ui.page.keyboard.press('Control+Digit1');
    await ui.open('surtitles.fountain');
    await settle(ui, 800);
    assert.equal(await frame.locator('.line', { hasText: 'Did you open it?' }).count(), 1);
    // In a browser VS Code writes down what is open every five seconds.
    await settle(ui, 7000);
    await ui.reload();
    frame = await ui.frame('main.pages');
    await drawn(ui, frame, 2);
    assert.equal(await frame.locator('.line', { hasText: 'Did you open it?' }).count(), 1);
    await ui.page.locator('.tab', { hasText: '[Preview] diner.fountain' }).waitFor();
  },
};
