// The lightbulb on a speech. A rewrite, not a fix.
import * as vscode from 'vscode';
import { speechAt } from '../core/script/speeches';
import { FOUNTAIN, isScript, type ScriptStore } from '../host/scriptStore';

const KIND = vscode.CodeActionKind.RefactorRewrite.append('dialogue');

export function registerLightbulb(scripts: ScriptStore): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { triggerKind }) {
      // A bulb beside every line would nag: it shines on selected words, and the menu (Ctrl+.) has it always.
      if (triggerKind === vscode.CodeActionTriggerKind.Automatic && range.isEmpty) {
        return [];
      }
      if (!isScript(document) || !speechAt(scripts.get(document), document.offsetAt(range.start))) {
        return [];
      }
      const plain = action(vscode.l10n.t('Suggest dialogue alternatives'), 'backlot.dialogue.suggest');
      const directed = action(vscode.l10n.t('Suggest dialogue alternatives in a direction…'), 'backlot.dialogue.suggestWithDirection');
      return [plain, directed];
    },
  };
  return vscode.languages.registerCodeActionsProvider({ language: FOUNTAIN }, provider, { providedCodeActionKinds: [KIND] });
}

function action(title: string, command: string): vscode.CodeAction {
  const made = new vscode.CodeAction(title, KIND);
  made.command = { title, command };
  return made;
}
