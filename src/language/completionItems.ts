// Core's completion as VS Code's items. None has a commit character or a command, so that no key but the writer's choice takes one.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { completionAt, type CompletionEntry, type CompletionKind } from '../core/script/complete';
import { rangeOf } from '../host/positions';

const KINDS: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  cue: vscode.CompletionItemKind.User,
  heading: vscode.CompletionItemKind.Keyword,
  set: vscode.CompletionItemKind.Module,
  time: vscode.CompletionItemKind.Constant,
  extension: vscode.CompletionItemKind.Property,
  transition: vscode.CompletionItemKind.Event,
  titleKey: vscode.CompletionItemKind.Field,
};

/** @param asked the writer asked for the list (Ctrl+Space, Tab) */
export function completionItems(script: Script, document: vscode.TextDocument, position: vscode.Position, asked: boolean): vscode.CompletionList | undefined {
  const found = completionAt(script, document.offsetAt(position), asked);
  if (found === undefined) {
    return undefined;
  }
  const range = rangeOf(document, found);
  const items = found.entries.map((entry, index) => {
    const item = new vscode.CompletionItem({ label: entry.label, description: descriptionOf(entry) }, KINDS[entry.kind]);
    item.range = range;
    item.insertText = entry.inserted;
    item.filterText = entry.typedAs;
    item.sortText = String(index).padStart(5, '0');
    return item;
  });
  // Incomplete, so that core is asked at each letter: VS Code by itself would keep names whose letters are only scattered in it.
  return new vscode.CompletionList(items, true);
}

function descriptionOf({ kind, why }: CompletionEntry): string {
  if (kind === 'cue') {
    return why === 'otherSpeaker' ? vscode.l10n.t('speaks next') : why === 'inScene' ? vscode.l10n.t('in this scene') : '';
  }
  return '';
}
