// The same in a light theme: a window that was light from its start.
import { lookAtSample, workbench as dark } from './firstLook.ui.mjs';

export const workbench = { ...dark, theme: 'light' };

export const scenarios = {
  'is readable in a light theme too': (ui) => lookAtSample(ui, 'first-look-light'),
};
