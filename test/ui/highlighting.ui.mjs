// A screenplay's colours in the default dark theme: elements told apart, and put right where only the line below tells.
import { checkCorrections, checkElements, files } from './highlightingChecks.mjs';

export const workbench = { open: 'everyElement.fountain', theme: 'dark', files };

export const scenarios = {
  'tells elements apart': async (ui) => {
    const seen = await checkElements(ui);
    await ui.picture('highlighting-dark');
    await checkCorrections(ui, seen);
    await ui.picture('highlighting-corrected-dark');
    await ui.open('surtitles.fountain');
    await ui.goToText('surtitles.fountain', 'INT. SURTITLE BOOTH');
    await ui.line('INT. SURTITLE BOOTH').waitFor();
    await ui.picture('highlighting-sample-dark');
  },
};
