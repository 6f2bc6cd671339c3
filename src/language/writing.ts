// The writing commands, the scene numbers and the hints, each read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';

export function registerWriting(app: App): vscode.Disposable {
  const { commands, scripts, log } = app;
  // Not at once: what a writer sees first comes first.
  const hints = import('./hints').then(({ startHints }) => startHints(app));
  inBackground(log, 'hints', hints);
  return vscode.Disposable.from(
    { dispose: () => void hints.then((started) => void started.dispose(), () => undefined) },
    commands.registerFamily('backlot.write.', async () => (await import('./writingCommands')).writingCommands(scripts)),
    commands.registerFamily('backlot.sceneNumbers.', async () => (await import('./sceneNumbers')).numberCommands(scripts)),
  );
}
