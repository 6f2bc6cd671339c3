// Completion: asks core what may stand at the cursor. What turns the answer into VS Code's items is read when first needed.
import * as vscode from 'vscode';
import type { ScriptStore } from '../host/scriptStore';

/**
 * Every letter asks, instead of VS Code's quick suggestions: so nothing but Backlot speaks up while a writer types, and
 * what is on offer is looked at anew with each letter. Latin, Greek, Cyrillic, and the marks that begin something.
 */
const ASKING = Array.from({ length: 0x530 }, (_, code) => String.fromCharCode(code)).filter((letter) => /[\p{L} .(@>']/u.test(letter));

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
