// The sidebar in a light theme: rows, and what stands there when there is nothing to list.
export const workbench = { open: 'surtitles.fountain', theme: 'light', height: 1000, files: { 'blank.fountain': 'A line of action.\n' } };

export const scenarios = {
  'is readable in a light theme': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.row('Scenes', 'AUDITORIUM').first().waitFor();
    await ui.row('Characters', 'TEDDY').first().locator('.monaco-tl-twistie').click();
    await ui.row('Characters', 'They').or(ui.row('Characters', 'BOOTH')).first().waitFor();
    await ui.goToText('surtitles.fountain', 'A cupboard with a window');
    await ui.picture('outline-light');
  },

  'explains itself when a script has no scenes, and when none is open': async (ui) => {
    await ui.open('blank.fountain');
    await ui.view('Scenes').locator('.welcome-view', { hasText: 'No scenes yet' }).waitFor();
    await ui.picture('outline-no-scenes-light');
    await ui.command('View: Close All Editors');
    await ui.view('Scenes').locator('.welcome-view', { hasText: 'New Screenplay' }).waitFor();
    await ui.picture('outline-no-script-light');
  },
};
