// The pictures of the README: what a writer sees in their first five minutes, in dark and light.
export const workbench = { open: 'surtitles.fountain', practice: true, sampleOnly: true, height: 860, width: 1380 };

const SPEECH = 'They laughed at my husband.';

export const scenarios = {
  'the script with its scenes and characters': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.row('Scenes', 'SURTITLE BOOTH').first().waitFor();
    await ui.goToText('surtitles.fountain', 'What did you touch.');
    await ui.page.waitForTimeout(800);
    await ui.picture('readme-script-dark');
  },

  'alternatives under a speech': async (ui) => {
    await ui.goToText('surtitles.fountain', SPEECH);
    await ui.press('Control+Alt+KeyD');
    await ui.threads().first().waitFor();
    await ui.until('four alternatives', async () => (await ui.threads().first().locator('.review-comment').count()) >= 4);
    await ui.page.waitForTimeout(1500);
    await ui.picture('readme-alternatives-dark');
    await ui.theme('light');
    await ui.picture('readme-alternatives-light');
  },
};
