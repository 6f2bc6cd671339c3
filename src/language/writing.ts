// The writing commands, the scene numbers and the hints, each read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { CommandHandler } from '../host/commands';
import { NUMBER_COMMANDS, WRITING_COMMANDS } from './commandIds';

export function registerWriting({ commands, scripts, ...app }: App): vscode.Disposable {
  // Not at once: what a writer sees first comes first.
  const hints = import('./hints').then(({ startHints }) => startHints({ commands, scripts, ...app }));
  const register = <Id extends string>(ids: readonly Id[], load: () => Promise<Readonly<Record<Id, CommandHandler>>>): vscode.Disposable[] =>
    ids.map((id) => commands.register(id, async () => (await load())[id]()));
  return vscode.Disposable.from(
    { dispose: () => void hints.then((started) => void started.dispose()) },
    ...register(WRITING_COMMANDS, async () => (await import('./writingCommands')).writingCommands(scripts)),
    ...register(NUMBER_COMMANDS, async () => (await import('./sceneNumbers')).numberCommands(scripts)),
  );
}
