// Finding one's way, in a light theme.
import { scenariosIn, workbench as dark } from './navigation.ui.mjs';

export const workbench = { ...dark, theme: 'light' };
export const scenarios = scenariosIn('light');
