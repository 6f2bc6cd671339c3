// The statistics in a light theme.
import { feature, fits, openStatistics, wholePicture } from './statistics.mjs';

export const workbench = { open: 'feature.fountain', theme: 'light', width: 1700, height: 1000, files: { 'feature.fountain': feature(110, 3) } };

export const scenarios = {
  'are readable in a light theme': async (ui) => {
    const view = await openStatistics(ui);
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.page.waitForTimeout(700);
    await fits(view);
    await ui.picture('statistics-light');
    await wholePicture(ui, view, 'statistics-light');
  },
};
