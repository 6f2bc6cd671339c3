// The stripboard: a script's scenes as strips on the days of the shoot. All behind it is read when first needed.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Planning } from '../planning/planning';
import type { BoardRoom } from './boardRoom';

export function registerBoard(app: App, planning: Planning): vscode.Disposable {
  let room: Promise<BoardRoom> | undefined;
  const open = () => (room ??= import('./boardRoom').then(({ openBoardRoom }) => openBoardRoom(app, planning)));
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.board.', async () => (await open()).commands),
    vscode.window.registerWebviewPanelSerializer('backlot.board', { deserializeWebviewPanel: async (panel, state: unknown) => (await open()).restore(panel, state) }),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.board', open)] : []),
    { dispose: () => void room?.then((each) => void each.dispose()) },
  );
}
