// The writing commands, the scene numbers and the hints, each read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';

export function registerWriting(app: App): vscode.Disposable {
  // Not at once: what a writer sees first comes first.
  const hints = import('./hints').then(({ startHints }) => startHints(app));
  return vscode.Disposable.from(
    { dispose: () => void hints.then((started) => void started.dispose()) },
    app.commands.registerFamily('backlot.write.', async () => (await import('./commands')).writingCommands(app.scripts)),
    app.commands.registerFamily('backlot.sceneNumbers.', async () => (await import('./sceneNumbers')).numberCommands(app.scripts)),
  );
}
