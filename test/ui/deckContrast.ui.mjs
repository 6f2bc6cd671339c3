// The deck and the overview in high contrast.
import { dinerWorkbench, inTheme } from './diner.mjs';

const diner = dinerWorkbench('diner');

export const workbench = { ...diner, settings: { ...diner.settings, 'workbench.colorTheme': 'Default High Contrast' } };

export const scenarios = inTheme('contrast');
