// The breakdown: what each scene needs, as sheets beside the script and as tags in it. All behind it is read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { ModelSource } from '../models/modelSource';
import type { Planning } from '../planning/planning';
import type { BreakdownRoom } from './breakdownRoom';

/** Whether tagged words were tinted in this workspace's last window. */
export const TINT = 'breakdown.tint';

export function registerBreakdown(app: App, planning: Planning, models: ModelSource): vscode.Disposable {
  let room: Promise<BreakdownRoom> | undefined;
  const open = () => (room ??= import('./breakdownRoom').then(({ openBreakdownRoom }) => openBreakdownRoom(app, planning, models)));
  if (app.context.workspaceState.get(TINT) === true) {
    void open();
  }
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.breakdown.', async () => (await open()).commands),
    vscode.window.registerWebviewPanelSerializer('backlot.breakdown', {
      deserializeWebviewPanel: async (opened, state: { uri?: unknown } | undefined) => (await open()).panel.restore(opened, typeof state?.uri === 'string' ? state.uri : undefined),
    }),
    vscode.languages.registerHoverProvider('fountain', { provideHover: async (document, position) => (await open()).hover(document, position) }),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.breakdown', open)] : []),
    { dispose: () => void room?.then((each) => each.dispose()) },
  );
}
