// The preview in high contrast: the theme's colours, edges instead of shades.
import assert from 'node:assert/strict';
import { DINER, drawn, openPreview } from './previewScript.mjs';

export const workbench = { open: 'diner.fountain', sampleOnly: true, files: { 'diner.fountain': DINER }, settings: { 'workbench.colorTheme': 'Default High Contrast' } };

export const scenarios = {
  'is clear in high contrast': async (ui) => {
    await ui.goToText('diner.fountain', 'It was *real*');
    const frame = await openPreview(ui);
    await drawn(ui, frame, 2);
    await frame.locator('main.pages').focus();
    await ui.press('ArrowDown', 'ArrowDown');
    await ui.page.waitForTimeout(1200);
    await ui.picture('preview-contrast');
    const colours = await frame.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.querySelector('.sheet'));
      return [backgroundColor, color];
    });
    assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  },
};
