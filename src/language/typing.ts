// Enter, Tab and Shift+Tab as in screenwriting programs: Enter by the editor's own rules, Tab by commands. Read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { FOUNTAIN } from '../host/scriptStore';
import { onSettingsChange, screenwritingKeys } from '../host/settings';

export function registerTyping({ commands, scripts, log }: App): vscode.Disposable {
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
  const followSoon = (): void => inBackground(log, 'rules of Enter', follow());
  // Another tab comes to the front without a word about its cursor.
  const look = (editor: vscode.TextEditor | undefined): void => {
    if (editor?.document.languageId === FOUNTAIN && editor === vscode.window.activeTextEditor) {
      inBackground(log, 'closing brackets', keys().then(({ followBrackets }) => followBrackets(editor.document, editor.selections)));
    }
  };
  followSoon();
  look(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    { dispose: () => void enter?.dispose() },
    onSettingsChange(['typing.screenwritingKeys'], followSoon),
    commands.register('backlot.typing.tab', async () => (await keys()).pressTab(scripts, 'tab')),
    commands.register('backlot.typing.backTab', async () => (await keys()).pressTab(scripts, 'outdent')),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(look),
  );
}
