// Renaming a character as the editor's edit, and what a writer is told of it: for the sidebar and for VS Code's Rename.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import type { Rename } from '../core/script/renameCharacter';
import { rangeOfEdit } from './positions';

/**
 * What is to change, in two groups. When two characters would become one, everything waits in VS Code's preview for the writer's yes.
 * @param waits whether the mentions wait there too
 */
export function renameEdits(document: vscode.TextDocument, rename: Rename, waits: boolean): vscode.WorkspaceEdit {
  const changes = new vscode.WorkspaceEdit();
  const add = (edits: readonly Edit[], label: string, description: string | undefined, needsConfirmation: boolean): void => {
    for (const edit of edits) {
      changes.replace(document.uri, rangeOfEdit(document, edit), edit.inserted, { label, ...(description !== undefined && { description }), needsConfirmation });
    }
  };
  const joins = rename.joins && joinSaid(rename.joins);
  add(rename.cues, vscode.l10n.t('Names above speeches'), joins, joins !== undefined);
  add(rename.mentions, vscode.l10n.t('Mentions'), vscode.l10n.t('in action, dialogue, headings and synopses'), waits || joins !== undefined);
  return changes;
}

export function reasonFor(reason: 'notSpeaking' | 'notAName' | 'sameName', name: string, typed: string): string {
  switch (reason) {
    case 'notSpeaking':
      return vscode.l10n.t('{0} does not speak in this script.', name);
    case 'sameName':
      return vscode.l10n.t('That is the name already.');
    case 'notAName':
      return typed.trim() === '' ? vscode.l10n.t('Type a name.') : vscode.l10n.t('“{0}” cannot stand above a speech. Leave out brackets and marks.', typed.trim());
  }
}

export function joinSaid({ name, speeches }: { readonly name: string; readonly speeches: number }): string {
  return speeches === 1
    ? vscode.l10n.t('{0} already speaks once. The two would become one character.', name)
    : vscode.l10n.t('{0} already speaks {1} times. The two would become one character.', name, speeches);
}
