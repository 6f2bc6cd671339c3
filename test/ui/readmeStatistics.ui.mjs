// The picture of the README: the sample with its statistics beside it.
import { openStatistics } from './statistics.mjs';

export const workbench = { open: 'surtitles.fountain', sampleOnly: true, height: 1120, width: 1380 };

export const scenarios = {
  'the script with its statistics': async (ui) => {
    await ui.goToText('surtitles.fountain', 'What did you touch.');
    await openStatistics(ui);
    await ui.command('View: Toggle Primary Side Bar Visibility');
    await ui.page.mouse.move(500, 700);
    await ui.page.waitForTimeout(1200);
    await ui.picture('readme-statistics-dark');
  },
};
