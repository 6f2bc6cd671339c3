// What the view leaves to the extension to ask: words of a banner or a note, a name, which day, which sheet.
import * as vscode from 'vscode';
import type { Board } from '../core/production/board';
import { bannerText } from './applyEdit';
import type { BoardEdit, SheetKind } from './protocol';

/** The edit with its words; undefined: the writer let it be. */
export async function askText(edit: BoardEdit, board: Board): Promise<BoardEdit | undefined> {
  switch (edit.op) {
    case 'addBanner':
      return withText(edit, vscode.l10n.t('Words of the banner, such as LUNCH or COMPANY MOVE'), '', true);
    case 'editBanner':
      return withText(edit, vscode.l10n.t('Words of the banner'), bannerText(board, edit.strip) ?? '', true);
    case 'note':
      return withText(edit, vscode.l10n.t('A note on the day. Empty takes it away'), board.days.find(({ id }) => id === edit.day)?.note ?? '', false);
    default:
      return edit;
  }
}

async function withText<E extends { readonly text?: string }>(edit: E, prompt: string, value: string, needed: boolean): Promise<E | undefined> {
  const given = edit.text ?? (await vscode.window.showInputBox({ prompt, value }));
  const text = given?.replace(/\s+/gu, ' ').trim();
  return text === undefined || (needed && text === '') ? undefined : { ...edit, text };
}

export async function askName(value: string): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({ prompt: vscode.l10n.t('Name of the board'), value });
  const told = name?.replace(/\s+/gu, ' ').trim();
  return told === '' ? undefined : told;
}

/** Which of the papers. */
export async function askSheet(): Promise<SheetKind | undefined> {
  const sheets: readonly { readonly label: string; readonly sheet: SheetKind }[] = [
    { label: vscode.l10n.t('Day Out of Days'), sheet: 'dood' },
    { label: vscode.l10n.t('One-line schedule'), sheet: 'oneLine' },
    { label: vscode.l10n.t('Shooting schedule'), sheet: 'shooting' },
    { label: vscode.l10n.t('Call sheet'), sheet: 'call' },
    { label: vscode.l10n.t('Cost summary'), sheet: 'costs' },
  ];
  return (await vscode.window.showQuickPick(sheets, { placeHolder: vscode.l10n.t('Which sheet of this board?') }))?.sheet;
}
