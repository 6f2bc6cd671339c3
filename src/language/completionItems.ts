// Core's completion as VS Code's items. None has a commit character or a command, so that no key but the writer's choice takes one.
import * as vscode from 'vscode';
import type { Script } from '../core/fountain/script';
import { completionAt, type Asking, type CompletionEntry, type CompletionKind } from '../core/script/complete';
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

/** What VS Code says of an asking, and how many milliseconds ago the script was last changed. */
export interface Asked {
  readonly triggerKind: vscode.CompletionTriggerKind;
  readonly sinceTyped: number;
}

// VS Code asks about a letter 10 ms after it was typed; a hand that goes to Ctrl+Space takes longer.
const TYPING = 150;

export function completionItems(script: Script, document: vscode.TextDocument, position: vscode.Position, asked: Asked): vscode.CompletionList | undefined {
  const found = completionAt(script, document.offsetAt(position), askingOf(document, position, asked));
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

/** VS Code calls both Ctrl+Space and a letter typed an invocation; but of its own accord it asks only behind a letter, at once. */
function askingOf(document: vscode.TextDocument, position: vscode.Position, { triggerKind, sinceTyped }: Asked): Asking {
  if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) {
    return 'stillOpen';
  }
  const behindWord = /[\p{L}\p{N}]$/u.test(document.lineAt(position.line).text.slice(0, position.character));
  return triggerKind === vscode.CompletionTriggerKind.Invoke && (!behindWord || sinceTyped > TYPING) ? 'asked' : 'unasked';
}

function descriptionOf({ kind, why }: CompletionEntry): string {
  if (kind === 'cue') {
    return why === 'otherSpeaker' ? vscode.l10n.t('speaks next') : why === 'inScene' ? vscode.l10n.t('in this scene') : '';
  }
  return '';
}
