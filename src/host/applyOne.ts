// The one way in which a yes of the writer's changes a script: by one edit, which is one step for undo.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { rangeOfEdit } from './positions';
import { WriterError } from './commands';

/** `missed`: the script changed in that moment, or its editor was closed. `readOnly`: nobody may write there. Then nothing has changed. */
export type Applied = 'applied' | 'missed' | 'readOnly';

/** Makes one edit, through the split the writer works in, so that undo puts the cursor where it was. */
export async function applyOne(document: vscode.TextDocument, edit: Edit): Promise<Applied> {
  const range = rangeOfEdit(document, edit);
  const seen = { came: false };
  // A read-only editor says that it has applied what it has not: what counts is that the text has changed there.
  const listening = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
    seen.came ||= changed === document && contentChanges.some(({ rangeOffset, rangeLength }) => rangeOffset <= edit.offset + edit.removed && rangeOffset + rangeLength >= edit.offset);
  });
  try {
    const said = await apply(document, range, edit.inserted);
    return said ? (seen.came ? 'applied' : 'readOnly') : 'missed';
  } finally {
    listening.dispose();
  }
}

/** What tells the writer why nothing came of it. */
export function notApplied(applied: Exclude<Applied, 'applied'>): WriterError {
  return new WriterError(
    applied === 'readOnly'
      ? vscode.l10n.t('The script is read-only here, so nothing was changed. Make it writable, or save it under another name, and try again.')
      : vscode.l10n.t('Your script was changing in that moment. It is as you left it; try again.'),
  );
}

async function apply(document: vscode.TextDocument, range: vscode.Range, inserted: string): Promise<boolean> {
  const editor = editorOf(document);
  const changes = new vscode.WorkspaceEdit();
  changes.replace(document.uri, range, inserted);
  const applying = editor ? editor.edit((builder) => builder.replace(range, inserted), { undoStopBefore: true, undoStopAfter: true }) : vscode.workspace.applyEdit(changes);
  // An editor that is closed in that moment rejects: the next try goes without it.
  return applying.then(undefined, () => false);
}

/** The active split if it shows the document, else any other. */
function editorOf({ uri }: vscode.TextDocument): vscode.TextEditor | undefined {
  const shows = (editor: vscode.TextEditor | undefined) => editor?.document.uri.toString() === uri.toString();
  const active = vscode.window.activeTextEditor;
  return shows(active) ? active : vscode.window.visibleTextEditors.find(shows);
}
