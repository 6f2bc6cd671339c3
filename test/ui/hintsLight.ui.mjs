// Hints in a light theme: as quiet, and as readable.
import { lookAtFixes, SLIPS } from './hintsScript.mjs';

export const workbench = { open: 'slips.fountain', theme: 'light', height: 900, files: { 'slips.fountain': SLIPS } };

export const scenarios = {
  'are quiet in the light, and say in a hover and a menu what they mean': (ui) => lookAtFixes(ui, 'light'),
};
