// The pictures of the README: what a writer sees in their first five minutes, in dark and light.
const SPEECH = "Is that what you're saying, or what you mean?";

/** Alternatives under a speech, whole, in a picture of this name. */
export async function pictureAlternatives(ui, name) {
  await ui.goToText('surtitles.fountain', SPEECH);
  await ui.press('Control+Alt+KeyD');
  await ui.threads().first().waitFor();
  await ui.until('four alternatives', async () => (await ui.threads().first().locator('.review-comment').count()) >= 4);
  await ui.page.waitForTimeout(1500);
  await ui.picture(name);
}

export const workbench = { open: 'surtitles.fountain', practice: true, sampleOnly: true, height: 860, width: 1380 };

export const scenarios = {
  'the script with its scenes and characters': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.row('Scenes', 'SURTITLE BOOTH').first().waitFor();
    await ui.widenSideBar(110);
    await ui.goToText('surtitles.fountain', 'What did you touch.');
    await ui.page.waitForTimeout(800);
    await ui.picture('readme-script-dark');
  },

  'alternatives under a speech': (ui) => pictureAlternatives(ui, 'readme-alternatives-dark'),
};
