// Rename everywhere: from the Characters view, and with VS Code's own Rename (F2) on a cue or a mention.
import * as vscode from 'vscode';
import type { Edit } from '../core/edits/edit';
import { nameAt } from '../core/script/nameAt';
import { renameCharacter, type Rename, type RenameResult } from '../core/script/renameCharacter';
import { rangeOf, rangeOfEdit } from '../host/positions';
import { isScript, type ScriptStore } from '../host/scriptStore';
import { applyToScript } from './editScript';
import type { FollowedNow } from './followedNow';

/** Asks for the new name, says what comes of it, and renames as one change. */
export async function askRename({ document }: FollowedNow, scripts: ScriptStore, name: string): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename {0}', name),
    value: name,
    prompt: vscode.l10n.t('The new name, as it stands above the speeches'),
    validateInput: (value) => hintFor(name, value, renameCharacter(scripts.get(document), name, value)),
  });
  if (typed === undefined) {
    return;
  }
  const rename = renameCharacter(scripts.get(document), name, typed);
  if (!rename.ok || (rename.joins && !(await confirmJoin(name, rename.joins)))) {
    return;
  }
  const what = rename.mentions.length === 0 ? 'cues' : await askWhat(rename);
  if (what === 'look') {
    await vscode.workspace.applyEdit(renameEdits(document, rename, true), { isRefactoring: true });
  } else if (what !== undefined) {
    const edits = what === 'all' ? [...rename.cues, ...rename.mentions] : rename.cues;
    await applyToScript(document, edits);
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is now {1} in {2} places', name, typed.trim(), edits.length), 5000);
  }
}

/** VS Code's rename. Mentions wait in its preview for the writer's yes; so does everything when two characters would become one. */
export function createRenameProvider(scripts: ScriptStore): vscode.RenameProvider {
  return {
    prepareRename(document, position) {
      const found = isScript(document) ? nameAt(scripts.get(document), document.offsetAt(position)) : undefined;
      if (found === undefined) {
        throw new Error(vscode.l10n.t('Put the cursor on the name of a character who speaks.'));
      }
      const range = rangeOf(document, found);
      return { range, placeholder: document.getText(range) };
    },
    provideRenameEdits(document, position, typed) {
      const script = scripts.get(document);
      const found = isScript(document) ? nameAt(script, document.offsetAt(position)) : undefined;
      if (found === undefined) {
        throw new Error(vscode.l10n.t('Put the cursor on the name of a character who speaks.'));
      }
      const old = document.getText().slice(found.from, found.to);
      // Renamed where it is written as a name (Mara), the new one is meant so too, and stands in capitals above speeches.
      const isProse = !found.isCue && old !== old.toUpperCase();
      const rename = isProse ? renameCharacter(script, found.name, typed.toUpperCase(), typed.trim()) : renameCharacter(script, found.name, typed);
      if (!rename.ok) {
        throw new Error(reasonFor(rename.reason, found.name, typed));
      }
      return renameEdits(document, rename, false, found.from);
    },
  };
}

/** @param here the mention the writer stands on needs no second yes */
function renameEdits(document: vscode.TextDocument, rename: Rename, showCues: boolean, here?: number): vscode.WorkspaceEdit {
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

function hintFor(name: string, value: string, result: RenameResult): vscode.InputBoxValidationMessage | undefined {
  const { Error: error, Warning: warning, Info: info } = vscode.InputBoxValidationSeverity;
  if (!result.ok) {
    return result.reason === 'sameName' ? undefined : { message: reasonFor(result.reason, name, value), severity: error };
  }
  if (result.joins) {
    return { message: joinSaid(result.joins), severity: warning };
  }
  return result.written.startsWith('@')
    ? { message: vscode.l10n.t('Will stand as {0}: a name with small letters, or without capitals, needs the @. It does not print.', result.written), severity: info }
    : undefined;
}

function reasonFor(reason: 'notSpeaking' | 'notAName' | 'sameName', name: string, typed: string): string {
  switch (reason) {
    case 'notSpeaking':
      return vscode.l10n.t('{0} does not speak in this script.', name);
    case 'sameName':
      return vscode.l10n.t('That is the name already.');
    case 'notAName':
      return typed.trim() === '' ? vscode.l10n.t('Type a name.') : vscode.l10n.t('“{0}” cannot stand above a speech. Leave out brackets and marks.', typed.trim());
  }
}

function joinSaid({ name, speeches }: { readonly name: string; readonly speeches: number }): string {
  return speeches === 1
    ? vscode.l10n.t('{0} already speaks once. The two would become one character.', name)
    : vscode.l10n.t('{0} already speaks {1} times. The two would become one character.', name, speeches);
}

async function confirmJoin(name: string, joins: { readonly name: string; readonly speeches: number }): Promise<boolean> {
  const yes = vscode.l10n.t('Make Them One');
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Rename {0} to {1}?', name, joins.name), { modal: true, detail: joinSaid(joins) }, yes);
  return answer === yes;
}

async function askWhat(rename: Rename): Promise<'all' | 'cues' | 'look' | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { what: 'all' as const, label: vscode.l10n.t('Everywhere'), description: vscode.l10n.t('{0} names above speeches, {1} mentions', rename.cues.length, rename.mentions.length) },
      { what: 'cues' as const, label: vscode.l10n.t('Only Above Speeches'), description: String(rename.cues.length) },
      { what: 'look' as const, label: vscode.l10n.t('Look at Each Mention First'), description: vscode.l10n.t('in action, dialogue, headings and synopses') },
    ],
    { title: vscode.l10n.t('Where shall the name change?') },
  );
  return choice?.what;
}
