// What a writer sees first: the sample screenplay, open and coloured, with Backlot awake.
export const workbench = { open: 'surtitles.fountain' };

export const scenarios = {
  'opens the sample as a screenplay': async (ui) => {
    await ui.statusBar('Fountain').waitFor();
    await ui.goToText('surtitles.fountain', 'INT. SURTITLE BOOTH');
    await ui.line('INT. SURTITLE BOOTH').waitFor();
    await ui.picture('first-look-dark');
  },

  'is readable in a light theme too': async (ui) => {
    await ui.theme('light');
    await ui.activeEditor().locator('.view-line').first().waitFor();
    await ui.goToText('surtitles.fountain', 'INT. SURTITLE BOOTH');
    await ui.line('INT. SURTITLE BOOTH').waitFor();
    await ui.picture('first-look-light');
  },
};
