// The record of AI use for the writer's eyes: its report, its tint in the script, and that none is kept where it is off.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { onSettingsChange, recordSettings } from '../host/settings';
import type { Review } from '../review/review';
import type { RecordRoom } from './recordRoom';

/** Whether the tint was on in this workspace's last window. */
export const TINT = 'record.tint';

export function registerRecord(app: App, review: Review): vscode.Disposable {
  let room: Promise<RecordRoom> | undefined;
  const open = () => (room ??= import('./recordRoom').then(({ createRecordRoom }) => createRecordRoom(app, review)));
  const wake = () => {
    if (!recordSettings().enabled || app.context.workspaceState.get(TINT) === true) {
      inBackground(app.log, 'record', open());
    }
  };
  wake();
  return vscode.Disposable.from(
    app.commands.registerFamily('backlot.record.', async () => (await open()).commands),
    vscode.window.registerWebviewPanelSerializer('backlot.record', {
      deserializeWebviewPanel: async (opened, state: { uri?: string } | undefined) => (await open()).panel.restore(opened, state?.uri),
    }),
    onSettingsChange(['record'], wake),
    ...(app.context.extensionMode === vscode.ExtensionMode.Test ? [app.commands.register('_backlot.record', async () => ({ room: await open(), keeper: await review.keeper() }))] : []),
    { dispose: () => void room?.then((each) => each.dispose()) },
  );
}
