// Completion: asks core what may stand at the cursor. What turns the answer into VS Code's items is read when first needed.
import * as vscode from 'vscode';
import type { ScriptStore } from '../host/scriptStore';

/** What begins something without being a letter: letters ask by VS Code's quick suggestions. */
const ASKING = [' ', '.', '(', '@', '>'];

/** @param selector the scripts */
export function registerCompletion(scripts: ScriptStore, selector: vscode.DocumentSelector): vscode.Disposable {
  let typed: { readonly document: vscode.TextDocument; readonly at: number; readonly deleted: boolean } | undefined;
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems: async (document, position, token, { triggerKind }) => {
      const own = typed?.document === document ? typed : undefined;
      // Taken before anything is waited for: the next letter may stand there by then, and this answer is not about it.
      const before = document.lineAt(position.line).text.slice(0, position.character);
      const sinceTyped = own ? Date.now() - own.at : Infinity;
      const asked = { position, offset: document.offsetAt(position), before, triggerKind, sinceTyped, deleted: own?.deleted ?? false };
      const script = scripts.get(document);
      const { completionItems } = await import('./completionItems');
      return completionItems(script, asked, token);
    },
  };
  return vscode.Disposable.from(
    scripts.onDidChange(({ document, edits }) => {
      // A script that is opened is a change too, but nothing is typed.
      if (edits.length > 0) {
        typed = { document, at: Date.now(), deleted: edits.every(({ inserted }) => inserted === '') };
      }
    }),
    vscode.languages.registerCompletionItemProvider(selector, provider, ...ASKING),
  );
}
