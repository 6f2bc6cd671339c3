// VS Code's Rename (F2): a character on a cue or a mention, a set in a scene heading.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { printedText } from '../core/fountain/inline';
import { renameCharacter } from '../core/script/renameCharacter';
import { renameSet, type SetRename } from '../core/script/renameSet';
import { subjectAt, type CharacterSubject, type SetSubject, type Subject } from '../core/script/subjects';
import { rangeOf, rangeOfEdit } from '../host/positions';
import { reasonFor, renameEdits } from '../host/renameEdits';
import type { ScriptStore } from '../host/scriptStore';

export function createRenaming(scripts: ScriptStore): Required<vscode.RenameProvider> {
  return {
    prepareRename(document, position) {
      const range = rangeOf(document, subjectFor(scripts.get(document), document.offsetAt(position)));
      return { range, placeholder: printedText(document.getText(range)) };
    },
    provideRenameEdits(document, position, typed) {
      const script = scripts.get(document);
      const subject = subjectFor(script, document.offsetAt(position));
      return subject.kind === 'character' ? characterEdits(document, script, subject, typed) : setEdits(document, script, subject, typed);
    },
  };
}

/** @throws Error with a sentence that VS Code shows at the cursor */
function subjectFor(script: Script, offset: number): Subject {
  const subject = subjectAt(script, offset);
  if (subject === undefined) {
    throw new Error(vscode.l10n.t('Put the cursor on the name of a character who speaks, or on the set in a scene heading.'));
  }
  return subject;
}

function characterEdits(document: vscode.TextDocument, script: Script, subject: CharacterSubject, typed: string): vscode.WorkspaceEdit {
  const old = document.getText(rangeOf(document, subject));
  // Renamed where it is written as a name (Mara), the new one is meant so too, and stands in capitals above speeches.
  const isProse = !subject.isCue && old !== old.toUpperCase();
  const rename = isProse ? renameCharacter(script, subject.name, typed.toUpperCase(), typed.trim()) : renameCharacter(script, subject.name, typed);
  if (!rename.ok) {
    throw new Error(reasonFor(rename.reason, subject.name, typed));
  }
  // Its mentions are the places that light up with the cursor on the name: the writer has them before their eyes.
  return renameEdits(document, rename, false);
}

function setEdits(document: vscode.TextDocument, script: Script, { path }: SetSubject, typed: string): vscode.WorkspaceEdit {
  const rename = renameSet(script, path, typed);
  if (!rename.ok) {
    throw new Error(setReason(rename.reason, typed));
  }
  const description = rename.joins && setJoinSaid(rename.joins);
  const changes = new vscode.WorkspaceEdit();
  for (const edit of rename.edits) {
    changes.replace(document.uri, rangeOfEdit(document, edit), edit.inserted, {
      label: vscode.l10n.t('Scene headings'),
      ...(description !== undefined && { description }),
      needsConfirmation: description !== undefined,
    });
  }
  return changes;
}

function setReason(reason: 'unknown' | 'notASet' | 'sameName', typed: string): string {
  if (reason === 'sameName') {
    return vscode.l10n.t('That is the name already.');
  }
  return typed.trim() === ''
    ? vscode.l10n.t('Type a name.')
    : vscode.l10n.t('“{0}” cannot be the name of a set: its scene headings would be read as something else. Leave out times of day and marks.', typed.trim());
}

function setJoinSaid({ set, scenes }: NonNullable<SetRename['joins']>): string {
  return scenes === 1
    ? vscode.l10n.t('One scene plays in {0} already. The two sets would become one.', set)
    : vscode.l10n.t('{1} scenes play in {0} already. The two sets would become one.', set, scenes);
}
