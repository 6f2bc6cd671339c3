// Between core's offsets (UTF-16 units from the start) and the editor's positions.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import type { Span } from '../core/fountain/elements';

export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.from), document.positionAt(span.to));
}

/** What an edit takes away, in the document as it is before it. */
export function rangeOfEdit(document: vscode.TextDocument, { offset, removed }: Edit): vscode.Range {
  return rangeOf(document, { from: offset, to: offset + removed });
}

/** An editor's change event as edits that may be applied one after the other. */
export function editsOf(event: vscode.TextDocumentChangeEvent): Edit[] {
  // VS Code gives every change relative to the text before the event; from the end to the start none moves another.
  return [...event.contentChanges]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .map((change) => ({ offset: change.rangeOffset, removed: change.rangeLength, inserted: change.text }));
}
