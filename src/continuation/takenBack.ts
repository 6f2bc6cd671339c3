// Tells the record when undo takes an accepted continuation out again, and when redo brings it back.
import * as vscode from 'vscode';
import { isScript } from '../host/scriptStore';
import type { Recorder } from '../review/recorder';

interface Taken {
  readonly document: vscode.TextDocument;
  readonly id: string;
  readonly offset: number;
  readonly text: string;
}

const MOST = 20;

export interface TakenBack {
  remember(taken: Taken): void;
  dispose(): void;
}

export function createTakenBack(recorder: Recorder): TakenBack {
  let all: readonly Taken[] = [];
  const heard = vscode.workspace.onDidChangeTextDocument(({ document, reason, contentChanges }) => {
    const [change] = contentChanges;
    if (reason === undefined || change === undefined || all.length === 0 || !isScript(document)) {
      return;
    }
    const again = reason === vscode.TextDocumentChangeReason.Redo;
    const found = all.findLast((taken) => taken.document === document && taken.offset === change.rangeOffset && (again ? change.text === taken.text : change.rangeLength === taken.text.length && change.text === ''));
    if (found) {
      recorder.takenBack(document, found.id, again);
    }
  });
  return {
    remember: (taken) => {
      all = [...all, ...(taken.id === '' ? [] : [taken])].slice(-MOST);
    },
    dispose: () => void heard.dispose(),
  };
}
