// A draft's tab: shown side by side, found again, closed.
import * as vscode from 'vscode';
import type { Draft } from '../core/drafts/draft';
import { addressOf, readAddress } from './draftAddress';
import { openSide } from './draftSides';

/** Shows old and new side by side: in the tab it has, or in a new one. */
export async function showDraft(draft: Draft): Promise<void> {
  const [tab] = tabsOf(draft.id);
  const input = tab?.input;
  const sides = input instanceof vscode.TabInputTextDiff ? { left: input.original, right: input.modified } : sidesOf(draft);
  const title = draft.kind === 'scenario' ? vscode.l10n.t('{0} · scenario', draft.title) : vscode.l10n.t('{0} · rewrite', draft.title);
  const options: vscode.TextDocumentShowOptions = { preview: false, ...(tab ? { viewColumn: tab.group.viewColumn } : {}) };
  await vscode.commands.executeCommand('vscode.diff', sides.left, sides.right, title, options);
}

function sidesOf({ id, title }: Draft): { left: vscode.Uri; right: vscode.Uri } {
  return { left: openSide(id, 'old')?.uri ?? addressOf(id, 'old', title), right: openSide(id, 'new')?.uri ?? addressOf(id, 'new', title) };
}

export async function closeTabs(id: string): Promise<void> {
  const tabs = tabsOf(id);
  if (tabs.length > 0) {
    await vscode.window.tabGroups.close(tabs, true);
  }
}

function tabsOf(id: string): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => draftOfTab(input) === id);
}

/** Whose tab it is, if a draft's. */
export function draftOfTab(input: unknown): string | undefined {
  const uri = input instanceof vscode.TabInputTextDiff ? input.modified : input instanceof vscode.TabInputText ? input.uri : undefined;
  return uri && readAddress(uri)?.id;
}

/** The draft in the active editor, whichever of its sides has the focus. */
export function activeDraft(): string | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  const inEditor = activeTextEditor && readAddress(activeTextEditor.document.uri)?.id;
  return inEditor ?? draftOfTab(tabGroups.activeTabGroup.activeTab?.input);
}
