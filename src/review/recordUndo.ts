// Tells the record when a yes is taken back by undo, or comes again by redo.
import * as vscode from 'vscode';
import type { ProposalStore } from './proposalStore';
import type { Recorder } from './recorder';

export function recordUndo(store: ProposalStore, recorder: Recorder): vscode.Disposable {
  return store.onDidChange(({ before, after }) => {
    const accept = after?.used?.accept;
    if (after?.used && accept !== undefined && before?.used?.accept === accept && before.used.undone !== after.used.undone) {
      recorder.takenBack({ uri: vscode.Uri.parse(after.uri) }, accept, after.used.undone !== true);
    }
  });
}
