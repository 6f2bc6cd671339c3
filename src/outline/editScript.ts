// Applies core's edits to a document as one change the writer can undo, and shows a place in it.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { WriterError } from '../host/commands';
import { rangeOfEdit } from '../host/positions';

/** Core's edits as the editor's: they do not overlap and all speak of the document as it is now. */
function workspaceEditOf(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const changes = new vscode.WorkspaceEdit();
  changes.set(
    document.uri,
    edits.map((edit) => new vscode.TextEdit(rangeOfEdit(document, edit), edit.inserted)),
  );
  return changes;
}

/** @throws WriterError when VS Code refuses, as it does for a file that may not be written */
export async function applyToScript(document: vscode.TextDocument, edits: readonly Edit[]): Promise<void> {
  if (edits.length > 0 && !(await vscode.workspace.applyEdit(workspaceEditOf(document, edits)))) {
    throw new WriterError(vscode.l10n.t('VS Code did not allow the change. Is the file read-only?'));
  }
}

/**
 * Puts the cursor at an offset, in the editor that shows the script or in a new one.
 * `top` brings that line near the top; `nearby` scrolls only where it is out of sight.
 */
export async function showPlace(document: vscode.TextDocument, offset: number, preserveFocus: boolean, where: 'top' | 'nearby' = 'top'): Promise<void> {
  const position = document.positionAt(offset);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const active = vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : shown;
  const column = active?.viewColumn;
  const editor =
    active !== undefined && preserveFocus ? active : await vscode.window.showTextDocument(document, { preserveFocus, ...(column !== undefined && { viewColumn: column }) });
  editor.selection = new vscode.Selection(position, position);
  if (where === 'nearby') {
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  const above = new vscode.Position(Math.max(0, position.line - LINES_ABOVE), 0);
  editor.revealRange(new vscode.Range(above, above), vscode.TextEditorRevealType.AtTop);
}

// What comes right before a heading helps the eye; more would push the scene down.
const LINES_ABOVE = 2;
