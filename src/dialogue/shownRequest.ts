// "Show What Will Be Sent": the request for the speech at the cursor, for the writer to read. Nothing is sent.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { modelSettings } from '../host/settings';
import { hereSentence } from '../models/statusBar';
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
    const body = model.preview(await asker.request({ ...target, reveal: false }, model));
    const { tellRequest } = await import('./requestText');
    const { label, origin, local } = model;
    const text = tellRequest(
      { label, origin, here: local ? hereSentence() : undefined, stopped: modelSettings().localOnly && !local, speaker: target.speech.name, body },
      (message, args) => (args ? vscode.l10n.t(message, args) : vscode.l10n.t(message)),
    );
    const name = vscode.l10n.t('What will be sent to {0}', label).replace(/[\\/?#]/gu, ' ');
    // By its ending plain text: in any other language the script's own words would be read as something else.
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.txt` });
    shown.set(uri.toString(), text);
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
