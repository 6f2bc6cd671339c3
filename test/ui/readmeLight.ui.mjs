// The README's picture in the light theme: a window that was light from its start.
import { pictureAlternatives, workbench as dark } from './readme.ui.mjs';

export const workbench = { ...dark, theme: 'light' };

export const scenarios = {
  'alternatives under a speech, in a light theme': async (ui) => {
    await ui.showContainer('Backlot');
    await ui.widenSideBar(110);
    await pictureAlternatives(ui, 'readme-alternatives-light');
  },
};
