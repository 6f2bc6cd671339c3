// The deck and the overview in a light theme.
import { dinerWorkbench, inTheme } from './diner.mjs';

export const workbench = { ...dinerWorkbench('diner'), theme: 'light' };

export const scenarios = inTheme('light');
