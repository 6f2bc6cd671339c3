// The settings of a workbench made for a test or a first look: nothing asks, nothing pops up, nothing goes out.
import fs from 'node:fs';
import path from 'node:path';

export const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  // Otherwise the Chat view opens at the right at the first start.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.commandCenter.enabled': false,
  'chat.agentsControl.enabled': false,
  'chat.titleBar.signIn.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.enabled': false,
};

/** Writer's settings that make Backlot ask the practice model. */
export function practiceSettings(practice) {
  return {
    'backlot.model.provider': 'openai-compatible',
    'backlot.model.address': practice.address,
    'backlot.model.name': practice.model,
  };
}

/** Writes the user's settings into a profile folder (--user-data-dir). */
export function writeProfile(dataDir, settings = {}) {
  const user = path.join(dataDir, 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, 'settings.json'), `${JSON.stringify({ ...QUIET, ...settings }, null, 2)}\n`);
}
