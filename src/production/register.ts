// What the shoot has and what it must keep to: cast, sets, crew, rules, in a form beside the script. All behind it is read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Planning } from '../planning/planning';
import type { ProductionRoom } from './productionRoom';

export function registerProduction(app: App, planning: Planning): vscode.Disposable {
  let room: Promise<ProductionRoom> | undefined;
  const roomOf = () => (room ??= import('./productionRoom').then(({ openProductionRoom }) => openProductionRoom(app, planning)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.production.', async () => (await roomOf()).commands),
    vscode.window.registerWebviewPanelSerializer('backlot.production', { deserializeWebviewPanel: async (panel, state: { uri?: string } | undefined) => (await roomOf()).restore(panel, state?.uri) }),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.production', roomOf)] : []),
    { dispose: () => void room?.then((each) => void each.dispose()) },
  );
}
