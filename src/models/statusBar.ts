// The status bar: which model would be asked and whether the script stays here. Only while a script is in view.
import * as vscode from 'vscode';
import { isScript } from '../host/scriptStore';
import { modelSettings } from '../host/settings';
import type { Model, ModelFailure } from './model';

export interface StatusTexts {
  readonly text: string;
  readonly tooltip: string;
  /** Without icons, for screen readers. */
  readonly spoken: string;
}

/** What the status bar says of a model, or of there being none. */
export function statusTexts(current: Model | ModelFailure, localOnly: boolean): StatusTexts {
  const only = localOnly ? vscode.l10n.t('local only') : '';
  if (!('stream' in current)) {
    const spoken = vscode.l10n.t('Connect a model');
    return { text: `$(plug) ${[spoken, only].filter(Boolean).join(' · ')}`, tooltip: current.message, spoken: [spoken, only].filter(Boolean).join(', ') };
  }
  const where = current.local ? hereSentence() : vscode.l10n.t('Parts of your script are sent there when you ask for suggestions, and only then.');
  const short = current.id.slice(current.id.lastIndexOf('/') + 1);
  const place = localOnly ? only : current.local ? vscode.l10n.t('local') : '';
  return {
    text: `${current.local ? '$(vm)' : '$(cloud)'} ${[short, place].filter(Boolean).join(' · ')}`,
    tooltip: [current.label, where, ...(localOnly ? [vscode.l10n.t('"Local only" is on: nothing may leave this machine.')] : [])].join('\n'),
    spoken: vscode.l10n.t('Model: {model}. {where}', { model: current.label, where }),
  };
}

/** Where a local model is, as seen from this window. */
export function hereSentence(): string {
  // With a remote window, "this machine" is the one the folder is on.
  return vscode.env.remoteName === undefined
    ? vscode.l10n.t('Your script stays on this machine.')
    : vscode.l10n.t('The model runs on the same computer as your script.');
}

/**
 * Shows the item and keeps it in step; `refresh` after whatever changes the answer of `current`.
 * @param failed gets the error when `current` rejects; the item then leads to connecting
 */
export function createStatusBar(current: () => Promise<Model | ModelFailure>, command: string, failed: (error: unknown) => void): { refresh(): void; dispose(): void } {
  const item = vscode.window.createStatusBarItem('backlot.model', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Backlot Model');
  item.command = command;
  let turn = 0;
  const refresh = (): void => {
    const mine = ++turn;
    if (!vscode.window.visibleTextEditors.some(({ document }) => isScript(document))) {
      item.hide();
      return;
    }
    const unknown = (error: unknown): ModelFailure => {
      failed(error);
      return { kind: 'notConnected', message: vscode.l10n.t('Backlot could not find out which model is connected. Connect it again.') };
    };
    void current().catch(unknown).then((model) => {
      if (mine !== turn) {
        return;
      }
      const { text, tooltip, spoken } = statusTexts(model, modelSettings().localOnly);
      item.text = text;
      item.tooltip = tooltip;
      item.accessibilityInformation = { label: spoken, role: 'button' };
      item.show();
    });
  };
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(refresh),
    // A change of language counts as opening: what is in view becomes a script.
    vscode.workspace.onDidOpenTextDocument(refresh),
    vscode.lm.onDidChangeChatModels(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
  );
  refresh();
  return {
    refresh,
    dispose: () => {
      turn++;
      vscode.Disposable.from(listeners, item).dispose();
    },
  };
}
