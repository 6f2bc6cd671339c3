// The README's picture of the preview: the sample screenplay and its pages.
import { drawn, openPreview } from './previewScript.mjs';

export const workbench = { open: 'surtitles.fountain', sampleOnly: true, height: 900, width: 1480 };

export const scenarios = {
  'the script and its pages': async (ui) => {
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.goToText('surtitles.fountain', "There's what she says, there's what she means");
    const frame = await openPreview(ui);
    await drawn(ui, frame, 3);
    await ui.page.waitForTimeout(1500);
    await ui.picture('readme-preview-dark');
  },
};
