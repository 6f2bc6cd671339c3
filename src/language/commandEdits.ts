// What a writing command acts on, and how its edits come into the editor: one change, one undo, the words still selected.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';
import { WriterError } from '../host/commands';
import { rangeOfEdit } from '../host/positions';
import { isScript, type ScriptStore } from '../host/scriptStore';

export interface WritingNow {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  readonly script: Script;
  /** What is selected, by offsets, the main cursor first. */
  readonly selections: readonly Span[];
}

/** @throws WriterError when the active editor holds no script */
export function writingNow(scripts: ScriptStore): WritingNow {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isScript(editor.document)) {
    throw new WriterError(vscode.l10n.t('Put the cursor in a Fountain script first.'));
  }
  const { document, selections } = editor;
  return {
    editor,
    document,
    script: scripts.get(document),
    selections: selections.map(({ start, end }) => ({ from: document.offsetAt(start), to: document.offsetAt(end) })),
  };
}

/**
 * Applies edits that all speak of the text as it is now.
 * @param selected what is selected afterwards, index for index with the selections before; left to the editor when not given
 * @throws WriterError when VS Code refuses, as it does for a file that may not be written
 */
export async function applyHere({ editor, document }: WritingNow, edits: readonly Edit[], selected?: readonly Span[]): Promise<void> {
  if (edits.length === 0) {
    return;
  }
  const { version } = document;
  const turned = editor.selections.map(({ isReversed }) => isReversed);
  const applied = await editor.edit((builder) => {
    for (const edit of edits) {
      builder.replace(rangeOfEdit(document, edit), edit.inserted);
    }
  });
  // A read-only editor says that it has applied what it has not.
  if (!applied || document.version === version) {
    throw new WriterError(vscode.l10n.t('VS Code did not allow the change. Is the file read-only?'));
  }
  if (selected) {
    editor.selections = selected.map(({ from, to }, index) => {
      const [start, end] = [document.positionAt(from), document.positionAt(to)];
      return turned[index] === true ? new vscode.Selection(end, start) : new vscode.Selection(start, end);
    });
  }
}
