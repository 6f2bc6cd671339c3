// The papers of the shoot: Day Out of Days, one-line and shooting schedule, call sheets, costs, breakdown sheets; and USS files. Read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Planning } from '../planning/planning';
import type { SheetsRoom } from './sheetsRoom';

export function registerSheets(app: App, planning: Planning): vscode.Disposable {
  let room: Promise<SheetsRoom> | undefined;
  const open = () => (room ??= import('./sheetsRoom').then(({ createSheetsRoom }) => createSheetsRoom(app, planning)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.sheets.', async () => (await open()).commands),
    vscode.window.registerWebviewPanelSerializer('backlot.sheets', { deserializeWebviewPanel: async (panel, state: unknown) => (await open()).panel.restore(panel, state) }),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.sheets', open)] : []),
    { dispose: () => void room?.then((each) => each.panel.dispose()) },
  );
}
