// "Show What Will Be Sent": the exact request for the speech at the cursor, to read. Nothing is sent.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Asker } from './asker';
import { speechAtCursor } from './speechAtCursor';

const SCHEME = 'backlot-request';

export function registerShownRequests({ commands, scripts }: App, asker: Asker): vscode.Disposable {
  const shown = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const show = async () => {
    const target = await speechAtCursor(scripts);
    const model = target && (await asker.model());
    if (!target || !model) {
      return;
    }
    const name = vscode.l10n.t('What will be sent to {0}', model.label).replace(/[\\/?#]/gu, ' ');
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.json` });
    shown.set(uri.toString(), model.preview(await asker.request({ ...target, reveal: false }, model)));
    changed.fire(uri);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => shown.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
    commands.register('backlot.dialogue.showRequest', show),
  );
}
