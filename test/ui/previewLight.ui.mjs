// The preview in a light theme, in a narrow window, and as a screen reader has it.
import assert from 'node:assert/strict';
import { DINER, drawn, openPreview } from './previewScript.mjs';

export const workbench = { open: 'diner.fountain', sampleOnly: true, theme: 'light', files: { 'diner.fountain': DINER } };

let frame;
const settle = (ui, ms = 600) => ui.page.waitForTimeout(ms);

export const scenarios = {
  'shows pages in a light theme': async (ui) => {
    await ui.goToText('diner.fountain', 'It was *real*');
    frame = await openPreview(ui);
    await drawn(ui, frame, 2);
    await settle(ui, 1200);
    await ui.picture('preview-light');
    await frame.locator('.toolbar button.paper').click();
    await frame.locator('body.themePaper').waitFor();
    await settle(ui);
    await ui.picture('preview-theme-light');
  },

  'fits a narrow window': async (ui) => {
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.page.setViewportSize({ width: 760, height: 820 });
    await settle(ui, 900);
    await ui.picture('preview-narrow-light');
    const { toolbar, page, view } = await frame.evaluate(() => {
      const of = (selector) => document.querySelector(selector).getBoundingClientRect();
      return { toolbar: of('.toolbar').height, page: of('.sheet').width, view: document.querySelector('main.pages').clientWidth };
    });
    assert.ok(page <= view, 'the page fits');
    assert.ok(toolbar < 90, 'the toolbar leaves room');
    await ui.page.setViewportSize({ width: 1440, height: 900 });
  },

  'is read out page by page and line by line': async () => {
    const tree = await frame.locator('body').ariaSnapshot();
    for (const said of ['toolbar "Preview"', 'main "Pages of the script', 'region "Title page"', 'region "Page 1"', 'heading "INT. ALL-NIGHT DINER - NIGHT" [level=2]', 'I drove around the block.']) {
      assert.ok(tree.includes(said), `${said} is not in\n${tree}`);
    }
    assert.match(tree, /button "Show notes"/);
  },
};
