// "Show What Will Be Sent": a request as a page for the writer to read. Nothing is sent.
import * as vscode from 'vscode';
import type { ChatRequest } from '../core/suggest/chat';
import { modelSettings } from '../host/settings';
import type { Model } from './model';
import { tellRequest } from './requestText';
import { hereSentence } from './statusBar';

const SCHEME = 'backlot-request';
const shown = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();
let serving: vscode.Disposable | undefined;

/** @param asked a sentence: that nothing was sent by this, and what the request would ask for */
export async function showRequest(context: vscode.ExtensionContext, model: Model, request: ChatRequest, asked: string): Promise<void> {
  serve(context);
  const { label, origin, local } = model;
  const text = tellRequest({ label, origin, here: local ? hereSentence() : undefined, stopped: modelSettings().localOnly && !local, asked, body: model.preview(request) }, (message, args) =>
    args ? vscode.l10n.t(message, args) : vscode.l10n.t(message),
  );
  const name = vscode.l10n.t('What will be sent to {0}', label).replace(/[\\/?#]/gu, ' ');
  // By its ending plain text: in any other language the script's own words would be read as something else.
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.txt` });
  shown.set(uri.toString(), text);
  changed.fire(uri);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}

function serve({ subscriptions }: vscode.ExtensionContext): void {
  if (!serving) {
    serving = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: changed.event, provideTextDocumentContent: (uri) => shown.get(uri.toString()) ?? '' }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
    );
    subscriptions.push(serving);
  }
}
