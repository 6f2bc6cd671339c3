// Progress where the writer looks: in the view while it is in sight, which tells more and has its own Stop; else as a message that can be cancelled.
import * as vscode from 'vscode';
import type { ScenariosView } from './scenariosView';

/** @param stop called when the writer cancels */
export async function showProgress(view: ScenariosView, title: string, stop: () => void, work: (progress: vscode.Progress<{ message?: string; increment?: number }>) => Promise<void>): Promise<void> {
  const location = view.inSight ? { viewId: 'backlot.scenarios' } : vscode.ProgressLocation.Notification;
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const cancelling = token.onCancellationRequested(stop);
    try {
      await work(progress);
    } finally {
      cancelling.dispose();
    }
  });
}
