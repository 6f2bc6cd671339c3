// Reads from VS Code's own logs whether Backlot is active.
import fs from 'node:fs';
import path from 'node:path';

/** All log files of extension hosts in a profile so far, joined. */
export function extensionHostLogs(profile) {
  const folder = path.join(profile, 'logs');
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }).filter((file) => /exthost.*\.log$/.test(file)) : [];
  return files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

/** Whether they say that Backlot is active. Throws where they say that it failed. */
export function activated(logs) {
  const failure = /Activating extension backlot\.backlot failed.*(\n.*){0,5}/.exec(logs);
  if (failure) {
    throw new Error(failure[0]);
  }
  return /_doActivateExtension backlot\.backlot,/.test(logs);
}
