// What a click on the model in the status bar offers.
import * as vscode from 'vscode';
import type { Model, ModelFailure } from './model';

interface MenuItem extends vscode.QuickPickItem {
  readonly command: string;
  readonly argument?: unknown;
}

/** Shows the menu and runs what was chosen. */
export async function chooseFromMenu(current: Model | ModelFailure, localOnly: boolean): Promise<void> {
  const known = await vscode.commands.getCommands(true);
  const items = menuItems(current, localOnly).filter(({ command }) => known.includes(command));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'stream' in current ? current.label : vscode.l10n.t('No model is connected'),
    placeHolder: localOnly ? vscode.l10n.t('"Local only" is on: nothing leaves this machine') : vscode.l10n.t('What would you like to do?'),
  });
  if (chosen) {
    await vscode.commands.executeCommand(chosen.command, ...(chosen.argument === undefined ? [] : [chosen.argument]));
  }
}

function menuItems(current: Model | ModelFailure, localOnly: boolean): MenuItem[] {
  const connected = 'stream' in current;
  const other = connected ? vscode.l10n.t('$(arrow-swap) Choose another model…') : vscode.l10n.t('$(plug) Connect a model…');
  return [
    { label: other, command: 'backlot.model.connect' },
    ...(connected
      ? [
          { label: vscode.l10n.t('$(eye) Show what will be sent'), description: vscode.l10n.t('for the speech at the cursor; sends nothing'), command: 'backlot.dialogue.showRequest' },
          { label: vscode.l10n.t('$(pulse) Check that it answers'), command: 'backlot.model.check' },
        ]
      : []),
    {
      label: localOnly ? vscode.l10n.t('$(unlock) Turn "Local only" off') : vscode.l10n.t('$(lock) Turn "Local only" on'),
      description: localOnly ? '' : vscode.l10n.t('nothing may leave this machine'),
      command: 'backlot.model.toggleLocalOnly',
    },
    ...(connected ? [{ label: vscode.l10n.t('$(debug-disconnect) Disconnect'), command: 'backlot.model.disconnect' }] : []),
    { label: vscode.l10n.t('$(key) Forget a key…'), command: 'backlot.model.forgetKey' },
    { label: vscode.l10n.t('$(gear) Settings of the model'), command: 'workbench.action.openSettings', argument: '@ext:backlot.backlot backlot.model' },
  ];
}
