// VS Code can be told to show no comments. Decks are comments to it, so they would be hidden in silence: said once.
import * as vscode from 'vscode';
import { areCommentsVisible, showComments } from '../host/settings';
import type { Deck } from './deck';

/** Tells the writer, once a window, that the alternatives they asked for are hidden, and offers to show them. */
export function noticeHiddenDecks(deck: Deck): vscode.Disposable {
  let told = false;
  return deck.onDidOpen(async (id) => {
    if (id === undefined || told || areCommentsVisible()) {
      return;
    }
    told = true;
    const show = vscode.l10n.t('Show Alternatives');
    const message = vscode.l10n.t('Alternatives appear under the line, but your settings hide everything that appears there ("Comments: Visible" is off).');
    if ((await vscode.window.showInformationMessage(message, show)) === show) {
      await showComments();
    }
  });
}
