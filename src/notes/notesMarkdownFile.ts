// A script's notes as Markdown: on the clipboard for a mail, or in a new editor to save or print.
import * as vscode from 'vscode';
import { notesByScene, notesMarkdown } from '../core/notes/noteList';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import type { NoteParts } from './noteCommands';
import { countNotes, markdownWords } from './noteWords';

export async function copyNotes(document: vscode.TextDocument, parts: NoteParts): Promise<void> {
  const { text, count } = markdownOf(document, parts);
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(vscode.l10n.t('Copied {0} as Markdown.', countNotes(count)));
}

/** In an editor without a file: where it is saved is the writer's choice. */
export async function openAsMarkdown(document: vscode.TextDocument, parts: NoteParts): Promise<void> {
  const { text } = markdownOf(document, parts);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }));
}

function markdownOf(document: vscode.TextDocument, { store, app }: NoteParts): { readonly text: string; readonly count: number } {
  const notes = store.shown(document.uri.toString());
  if (notes.length === 0) {
    throw new WriterError(vscode.l10n.t('There are no notes on this script yet.'));
  }
  return { text: notesMarkdown(notesByScene(notes, app.scripts.get(document)), markdownWords(nameIn(document.uri))), count: notes.length };
}
