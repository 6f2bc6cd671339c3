// To a place in the script, in the editor that shows it.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { rangeOf } from '../host/positions';
import { reopenDocument } from '../host/reopenDocument';

/** Selects the words there, so that one sees them; an empty span puts the cursor. A closed script is opened. */
export async function goToSpan(script: vscode.Uri, span: Span): Promise<vscode.TextEditor> {
  const document = await reopenDocument(script.toString());
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === script.toString());
  const editor = await vscode.window.showTextDocument(document, shown?.viewColumn ?? vscode.ViewColumn.One);
  const range = rangeOf(document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}
