// Renaming a character as the editor's edit, and what a writer is told of it: for the sidebar and for VS Code's Rename.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import type { Rename } from '../core/script/renameCharacter';
import { rangeOfEdit } from './positions';

/**
 * Cues change at once, mentions wait in VS Code's preview for the writer's yes; so does everything when two characters would become one.
 * @param here the mention the writer stands on needs no second yes
 */
export function renameEdits(document: vscode.TextDocument, rename: Rename, showCues: boolean, here?: number): vscode.WorkspaceEdit {
  const changes = new vscode.WorkspaceEdit();
  const add = (edits: readonly Edit[], label: string, description: string | undefined, confirm: (edit: Edit) => boolean): void => {
    for (const edit of edits) {
      changes.replace(document.uri, rangeOfEdit(document, edit), edit.inserted, { label, ...(description !== undefined && { description }), needsConfirmation: confirm(edit) });
    }
  };
  const joins = rename.joins && joinSaid(rename.joins);
  add(rename.cues, vscode.l10n.t('Names above speeches'), joins, () => joins !== undefined);
  add(rename.mentions, vscode.l10n.t('Mentions'), vscode.l10n.t('in action, dialogue, headings and synopses'), (edit) => showCues || joins !== undefined || !isAt(edit, here));
  return changes;
}

function isAt({ offset, removed }: Edit, place: number | undefined): boolean {
  return place !== undefined && offset >= place && offset <= place + removed;
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
