// While no record is kept, the status bar says so beside the model, as long as a script is in view.
import * as vscode from 'vscode';
import { isScript } from '../host/scriptStore';
import { onSettingsChange, recordSettings } from '../host/settings';

export function createOffNotice(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('backlot.record', vscode.StatusBarAlignment.Right, 99);
  item.name = vscode.l10n.t('Backlot Record of AI Use');
  item.text = `$(circle-slash) ${vscode.l10n.t('no record')}`;
  item.tooltip = noRecordSentence();
  item.accessibilityInformation = { label: noRecordSentence(), role: 'button' };
  item.command = { title: vscode.l10n.t('Settings of the record'), command: 'workbench.action.openSettings', arguments: ['@ext:backlot.backlot backlot.record'] };
  const refresh = (): void => {
    if (!recordSettings().enabled && vscode.window.visibleTextEditors.some(({ document }) => isScript(document))) {
      item.show();
    } else {
      item.hide();
    }
  };
  refresh();
  return vscode.Disposable.from(item, onSettingsChange(['record'], refresh), vscode.window.onDidChangeVisibleTextEditors(refresh), vscode.workspace.onDidOpenTextDocument(refresh));
}

export function noRecordSentence(): string {
  return vscode.l10n.t('No record of AI use is kept: your settings say so. What models write for you leaves no entry.');
}
