// The welcome: a sample screenplay to try Backlot on, opened as a copy that is nobody's file yet.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { FOUNTAIN } from '../host/scriptStore';

const SAMPLE = ['media', 'sample', 'surtitles.fountain'];

export function registerWelcome(app: App): vscode.Disposable {
  return app.commands.register('backlot.welcome.openSample', () => openSample(app.context.extensionUri));
}

/** Untitled, so that a writer can do anything to it and nothing of theirs, or of Backlot's, is changed. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...SAMPLE));
  const document = await vscode.workspace.openTextDocument({ language: FOUNTAIN, content: new TextDecoder().decode(bytes) });
  await vscode.window.showTextDocument(document);
}
