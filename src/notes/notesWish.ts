// What the reader is to look at: everything, one kind of trouble, or what the writer says in their own words.
import * as vscode from 'vscode';
import { NOTE_KINDS, type NoteKind } from '../core/notes/note';
import type { ScopeKind } from './notesScope';
import { kindDetail, kindLabel } from './noteWords';

export interface NotesChoice {
  readonly kinds?: readonly NoteKind[];
  /** In the writer's words. */
  readonly direction?: string;
}

/** Which part, and what to look at; undefined when the writer went away. */
export async function chooseNotes(): Promise<{ readonly scope: ScopeKind; readonly wish: NotesChoice } | undefined> {
  const title = vscode.l10n.t('Script Notes');
  const parts: readonly (vscode.QuickPickItem & { readonly scope: ScopeKind })[] = [
    { scope: 'scene', label: vscode.l10n.t('This scene'), description: vscode.l10n.t('the one the cursor is in') },
    { scope: 'section', label: vscode.l10n.t('This section'), description: vscode.l10n.t('a sequence or an act, where the script has any') },
    { scope: 'script', label: vscode.l10n.t('The whole script') },
  ];
  const part = await vscode.window.showQuickPick(parts, { title, placeHolder: vscode.l10n.t('Notes on which part?') });
  const wish = part && (await chooseWish(title));
  return part && wish && { scope: part.scope, wish };
}

async function chooseWish(title: string): Promise<NotesChoice | undefined> {
  type Item = vscode.QuickPickItem & { readonly kind?: vscode.QuickPickItemKind; readonly looksFor?: NoteKind; readonly own?: true };
  const items: Item[] = [
    { label: vscode.l10n.t('Everything'), description: vscode.l10n.t('what matters most, whatever it is') },
    ...NOTE_KINDS.map((looksFor): Item => ({ label: kindLabel(looksFor), description: kindDetail(looksFor), looksFor })),
    { label: vscode.l10n.t('Your own words…'), description: vscode.l10n.t('as you would say it to a reader'), own: true },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('What should the reader look at?'), matchOnDescription: true });
  if (!chosen?.own) {
    return chosen && (chosen.looksFor === undefined ? {} : { kinds: [chosen.looksFor] });
  }
  const words = await vscode.window.showInputBox({ title, prompt: vscode.l10n.t('What should the reader look at?'), placeHolder: vscode.l10n.t('Does anyone guess the ending before page 80?') });
  return words === undefined ? undefined : words.trim() === '' ? {} : { direction: words.trim() };
}
