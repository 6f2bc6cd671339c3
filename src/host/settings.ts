// The one place where settings are read. Each has its type, its default (the manifest's) and its bounds here.
import * as vscode from 'vscode';

const SECTION = 'backlot';

function read<T>(key: string, fallback: T, scope?: vscode.ConfigurationScope): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get<T>(key, fallback);
}

/** How many alternatives one request asks for: 1 to 5. */
export function alternativesPerRequest(): number {
  const wanted = read('suggest.alternatives', 4);
  return Number.isFinite(wanted) ? Math.min(5, Math.max(1, Math.round(wanted))) : 4;
}

/** Calls back when any of the settings named (without the "backlot." prefix) changed. */
export function onSettingsChange(keys: readonly string[], changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${SECTION}.${key}`))) {
      changed();
    }
  });
}
