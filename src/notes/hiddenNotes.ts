// VS Code can be told to show no comments. Notes are comments to it, so they would be hidden in silence: said once.
import * as vscode from 'vscode';
import { areCommentsVisible, showComments } from '../host/settings';
import type { NoteStore } from './noteStore';

/** Tells the writer, once a window, that the notes they asked for are hidden, and offers to show them. */
export function noticeHiddenNotes(store: NoteStore): vscode.Disposable {
  let told = false;
  return store.onDidChange(async ({ before }) => {
    if (before !== undefined || told || areCommentsVisible()) {
      return;
    }
    told = true;
    const show = vscode.l10n.t('Show Notes');
    const message = vscode.l10n.t('Notes appear under the lines they are on, but your settings hide everything that appears there ("Comments: Visible" is off).');
    if ((await vscode.window.showInformationMessage(message, show)) === show) {
      await showComments();
    }
  });
}
