// The same in the light theme that was the default for years: most writers have it still.
import { checkCorrections, checkElements, files } from './highlightingChecks.mjs';

export const workbench = { open: 'everyElement.fountain', theme: 'lightModern', files };

export const scenarios = {
  'tells elements apart': async (ui) => {
    const seen = await checkElements(ui);
    await ui.picture('highlighting-modern-light');
    await checkCorrections(ui, seen);
  },
};
