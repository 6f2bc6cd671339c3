// Enter, Tab and Shift+Tab as in screenwriting programs: Enter by the editor's own rules, Tab by commands. Read when first needed.
import * as vscode from 'vscode';
import type { Commands } from '../host/commands';
import { FOUNTAIN, type ScriptStore } from '../host/scriptStore';
import { onSettingsChange, screenwritingKeys } from '../host/settings';

export function registerTyping(commands: Commands, scripts: ScriptStore): vscode.Disposable {
  const keys = async () => import('./typingKeys');
  let enter: vscode.Disposable | undefined;
  const follow = async (): Promise<void> => {
    if (!screenwritingKeys()) {
      enter?.dispose();
      enter = undefined;
    } else if (enter === undefined) {
      const { enterRules } = await keys();
      enter ??= screenwritingKeys() ? vscode.languages.setLanguageConfiguration(FOUNTAIN, { onEnterRules: enterRules() }) : undefined;
    }
  };
  void follow();
  return vscode.Disposable.from(
    { dispose: () => void enter?.dispose() },
    onSettingsChange(['typing.screenwritingKeys'], () => void follow()),
    commands.register('backlot.typing.tab', async () => (await keys()).pressTab(scripts, 'tab')),
    commands.register('backlot.typing.backTab', async () => (await keys()).pressTab(scripts, 'outdent')),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (textEditor.document.languageId === FOUNTAIN && textEditor === vscode.window.activeTextEditor) {
        void keys().then(({ followBrackets }) => followBrackets(textEditor.document, selections));
      }
    }),
  );
}
