// Shows in the script which speech the open deck belongs to.
import * as vscode from 'vscode';
import { stateOf } from '../core/proposals/proposal';
import { rangeOf } from '../host/positions';
import type { Deck } from './deck';
import type { ProposalStore } from './proposalStore';

/** Marks the speech of the open deck in every split that shows it. */
export function markSpeech(deck: Deck, store: ProposalStore): vscode.Disposable {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editorCommentsWidget.rangeActiveBackground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.commentForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  const draw = () => {
    const open = deck.open === undefined ? undefined : store.get(deck.open);
    const state = open && stateOf(open);
    const shown = open && state !== 'used' && state !== 'stale' ? open : undefined;
    for (const editor of vscode.window.visibleTextEditors) {
      const here = shown?.uri === editor.document.uri.toString();
      editor.setDecorations(mark, here ? [rangeOf(editor.document, shown.anchor)] : []);
    }
  };
  return vscode.Disposable.from(
    mark,
    deck.onDidOpen(draw),
    store.onDidChange(({ id }) => id === deck.open && draw()),
    vscode.window.onDidChangeVisibleTextEditors(draw),
  );
}
