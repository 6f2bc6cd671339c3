// Completion: asks core what may stand at the cursor. What turns the answer into VS Code's items is read when first needed.
import * as vscode from 'vscode';
import type { ScriptStore } from '../host/scriptStore';

/** What begins something without being a letter: letters ask by VS Code's quick suggestions. */
const ASKING = [' ', '.', '(', '@', '>'];

/** @param selector the scripts */
export function registerCompletion(scripts: ScriptStore, selector: vscode.DocumentSelector): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, _token, { triggerKind }) => {
      const { completionItems } = await import('./completionItems');
      return completionItems(scripts.get(document), document, position, triggerKind === vscode.CompletionTriggerKind.Invoke);
    },
  };
  return vscode.languages.registerCompletionItemProvider(selector, provider, ...ASKING);
}
