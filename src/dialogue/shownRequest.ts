// "Show What Will Be Sent": the request for the speech at the cursor, for the writer to read. Nothing is sent.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import type { Asker } from './asker';
import { speechAtCursor } from './speechAtCursor';

export async function showWhatIsSent({ scripts, context }: App, asker: Asker): Promise<void> {
  const target = await speechAtCursor(scripts);
  const model = target && (await asker.model());
  if (target && model) {
    const { showRequest } = await import('../models/showRequest');
    const asked = vscode.l10n.t('Nothing has been sent by opening this page. It shows what would go out if you asked for alternatives to this speech of {0} now.', target.speech.name);
    await showRequest(context, model, await asker.request({ ...target, reveal: false }, model), asked);
  }
}
