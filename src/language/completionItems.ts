// Core's completion as VS Code's items. None has a commit character or a command, so that no key but the writer's choice takes one.
import * as vscode from 'vscode';
import { sliceOf, type Script } from '../core/fountain/script';
import { completionAt, type Asking, type CompletionEntry, type CompletionKind } from '../core/script/complete';
import { screenwritingKeys } from '../host/settings';

const KINDS: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  cue: vscode.CompletionItemKind.User,
  heading: vscode.CompletionItemKind.Keyword,
  set: vscode.CompletionItemKind.Module,
  time: vscode.CompletionItemKind.Constant,
  extension: vscode.CompletionItemKind.Property,
  transition: vscode.CompletionItemKind.Event,
  titleKey: vscode.CompletionItemKind.Field,
};

/** What VS Code asks, and what was typed just before; all as it was when it asked. */
export interface Asked {
  readonly position: vscode.Position;
  /** The position's, in the script. */
  readonly offset: number;
  /** The line up to the position. */
  readonly before: string;
  readonly triggerKind: vscode.CompletionTriggerKind;
  /** Milliseconds since the script was last typed in. */
  readonly sinceTyped: number;
  /** Whether that only took something away. */
  readonly deleted: boolean;
}

// VS Code asks about a letter 10 ms after it was typed; a hand that goes to Ctrl+Space takes longer.
const TYPING = 150;

/** Whether the list that may be open was opened by the writer's asking. */
let isAskedFor = false;

export async function completionItems(script: Script, asked: Asked, token: vscode.CancellationToken): Promise<vscode.CompletionList | undefined> {
  const { position, offset } = asked;
  const asking = askingOf(asked);
  isAskedFor = asking === 'asked' || (asking === 'stillOpen' && isAskedFor);
  const found = completionAt(script, offset, asking);
  if (found === undefined) {
    // VS Code closes a list of its own that has nothing more, but one that was asked for stays to say so, and would no more
    // ask about further letters.
    if (asking === 'stillOpen' && isAskedFor && !token.isCancellationRequested) {
      await vscode.commands.executeCommand('hideSuggestWidget');
    }
    return undefined;
  }
  const range = new vscode.Range(position.translate(0, found.from - offset), position.translate(0, found.to - offset));
  const leadsOn = screenwritingKeys() && isFreeBelow(script, found.to);
  const items = found.entries.map((entry, index) => {
    const item = new vscode.CompletionItem({ label: entry.label, description: descriptionOf(entry) }, KINDS[entry.kind]);
    item.range = range;
    // Who has chosen a name goes on to what it says: one key less at every speech, as in Final Draft.
    item.insertText = entry.kind === 'cue' && leadsOn ? `${entry.inserted}\n` : entry.inserted;
    item.filterText = entry.typedAs;
    item.sortText = String(index).padStart(5, '0');
    return item;
  });
  // Incomplete, so that core is asked at each letter: VS Code by itself would keep names whose letters are only scattered in it.
  return new vscode.CompletionList(items, true);
}

/** Whether nothing stands behind a place on its line, and nothing on the line below. */
function isFreeBelow(script: Script, offset: number): boolean {
  return /^[ \t]*(?:$|(?:\r\n|[\r\n])[ \t]*(?:$|[\r\n]))/.test(sliceOf(script, offset, Math.min(script.length, offset + 1000)));
}

/**
 * VS Code calls both Ctrl+Space and a letter typed an invocation; but of its own accord it asks only behind a letter, at once,
 * and when something was taken away only for a list that is open.
 */
function askingOf({ before, triggerKind, sinceTyped, deleted }: Asked): Asking {
  const ofItself = sinceTyped <= TYPING && /[\p{L}\p{N}]$/u.test(before);
  if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions || (ofItself && deleted)) {
    return 'stillOpen';
  }
  return triggerKind === vscode.CompletionTriggerKind.Invoke && !ofItself ? 'asked' : 'unasked';
}

function descriptionOf({ kind, why }: CompletionEntry): string {
  if (kind === 'cue') {
    return why === 'otherSpeaker' ? vscode.l10n.t('speaks next') : why === 'inScene' ? vscode.l10n.t('in this scene') : '';
  }
  return '';
}
