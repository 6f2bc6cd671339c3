// Completion: asks core what may stand at the cursor. What turns the answer into VS Code's items is read when first needed.
import * as vscode from 'vscode';
import type { ScriptStore } from '../host/scriptStore';

/** What begins something without being a letter: letters ask by VS Code's quick suggestions. */
const ASKING = [' ', '.', '(', '@', '>'];

/** @param selector the scripts */
export function registerCompletion(scripts: ScriptStore, selector: vscode.DocumentSelector): vscode.Disposable {
  let typedAt = 0;
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, _token, { triggerKind }) => {
      const sinceTyped = Date.now() - typedAt;
      const { completionItems } = await import('./completionItems');
      return completionItems(scripts.get(document), document, position, { triggerKind, sinceTyped });
    },
  };
  return vscode.Disposable.from(
    scripts.onDidChange(() => (typedAt = Date.now())),
    vscode.languages.registerCompletionItemProvider(selector, provider, ...ASKING),
  );
}
