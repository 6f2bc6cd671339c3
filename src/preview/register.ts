// The preview: real pages beside the script. All behind its command is read when a writer first opens one.
import * as vscode from 'vscode';
import type { App } from '../host/app';

export const VIEW_TYPE = 'backlot.preview';

export function registerPreview(app: App): vscode.Disposable {
  const previews = async () => (await import('./previews')).previewsOf(app);
  return vscode.Disposable.from(
    app.commands.register('backlot.preview.open', async (uri?: unknown) => (await previews()).open(uri)),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel: async (panel, state) => (await previews()).restore(panel, state) }),
  );
}
