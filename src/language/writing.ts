// The writing commands, the scene numbers and the hints, each read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { NUMBER_COMMANDS, WRITING_COMMANDS } from './commandIds';

export function registerWriting(app: App): vscode.Disposable {
  // Not at once: what a writer sees first comes first.
  const hints = import('./hints').then(({ startHints }) => startHints(app));
  return vscode.Disposable.from(
    { dispose: () => void hints.then((started) => void started.dispose()) },
    app.commands.registerFamily(WRITING_COMMANDS, async () => (await import('./commands')).writingCommands(app.scripts)),
    app.commands.registerFamily(NUMBER_COMMANDS, async () => (await import('./sceneNumbers')).numberCommands(app.scripts)),
  );
}
