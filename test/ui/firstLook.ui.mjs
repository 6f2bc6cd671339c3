// What a writer sees first: the sample screenplay, open and coloured, with Backlot awake.
export const workbench = { open: 'surtitles.fountain' };

/** The sample as a screenplay, in a picture of this name. */
export async function lookAtSample(ui, name) {
  await ui.statusBar('Fountain').waitFor();
  await ui.goToText('surtitles.fountain', 'INT. SURTITLE BOOTH');
  await ui.line('INT. SURTITLE BOOTH').waitFor();
  await ui.picture(name);
}

export const scenarios = {
  'opens the sample as a screenplay': (ui) => lookAtSample(ui, 'first-look-dark'),
};
