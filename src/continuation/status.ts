// Ghost text cannot show that it is being written: the status bar says so, and stops it with a click.
import * as vscode from 'vscode';
import { plainMessage } from '../host/plainMessage';

export interface Status extends vscode.Disposable {
  /** @param speaker who is about to speak; undefined where something is about to happen */
  show(speaker: string | undefined): void;
  hide(): void;
}

export function createStatus(): Status {
  const item = vscode.window.createStatusBarItem('backlot.continuation', vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t('Backlot Continuation');
  item.command = 'backlot.continuation.stop';
  const setContext = (on: boolean): void => void vscode.commands.executeCommand('setContext', 'backlot.continuing', on);
  return {
    show(speaker) {
      const words = speaker === undefined ? vscode.l10n.t('Continuing') : vscode.l10n.t('Continuing: {0}', plainMessage(speaker, 60));
      item.text = `$(loading~spin) ${words}`;
      item.tooltip = vscode.l10n.t('A model is writing what could come next. Click, or press Escape, to stop it.');
      item.accessibilityInformation = { label: words, role: 'button' };
      item.show();
      setContext(true);
    },
    hide() {
      item.hide();
      setContext(false);
    },
    dispose: () => item.dispose(),
  };
}
