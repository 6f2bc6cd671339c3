// Rename everywhere, from the Characters view. VS Code's own Rename (F2) is in src/language.
import * as vscode from 'vscode';
import { renameCharacter, type Rename, type RenameResult } from '../core/script/renameCharacter';
import { plainMessage } from '../host/plainMessage';
import { joinSaid, reasonFor, renameEdits } from '../host/renameEdits';
import type { ScriptStore } from '../host/scriptStore';
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
    vscode.window.setStatusBarMessage(vscode.l10n.t('{0} is now {1} in {2} places', plainMessage(name), plainMessage(typed), edits.length), 5000);
  }
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

async function confirmJoin(name: string, joins: { readonly name: string; readonly speeches: number }): Promise<boolean> {
  const yes = vscode.l10n.t('Make Them One');
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('Rename {0} to {1}?', plainMessage(name), plainMessage(joins.name)), { modal: true, detail: joinSaid(joins) }, yes);
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
