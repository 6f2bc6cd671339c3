// The welcome: a new screenplay, and a sample to try Backlot on, both opened as nobody's file yet.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { FOUNTAIN } from '../host/scriptStore';

const SAMPLE = ['media', 'sample', 'surtitles.fountain'];

export function registerWelcome(app: App): vscode.Disposable {
  return vscode.Disposable.from(
    app.commands.register('backlot.welcome.openSample', () => openSample(app.context.extensionUri)),
    app.commands.register('backlot.welcome.newScreenplay', newScreenplay),
  );
}

/** Untitled, so that a writer can do anything to it and nothing of theirs, or of Backlot's, is changed. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...SAMPLE));
  const document = await vscode.workspace.openTextDocument({ language: FOUNTAIN, content: new TextDecoder().decode(bytes) });
  await vscode.window.showTextDocument(document);
}

/** An untitled script with a title page to fill in: Tab goes from one place to the next. */
async function newScreenplay(): Promise<void> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: FOUNTAIN, content: '' }));
  const draft = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'long' }).format(new Date());
  const titlePage = new vscode.SnippetString('Title: ').appendPlaceholder(vscode.l10n.t('Untitled'));
  titlePage.appendText('\nCredit: written by\nAuthor: ').appendTabstop().appendText(`\nDraft date: ${draft}\n\n`).appendText('FADE IN:\n\n').appendTabstop(0);
  await editor.insertSnippet(titlePage);
}
