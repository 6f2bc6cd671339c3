// Statistics: the view, its exports and the status bar. All behind them is read when a writer first needs it.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { isScript } from '../host/scriptStore';
import type { ExportWish } from './exportReport';
import type { StatisticsPanel } from './statisticsPanel';

export function registerStatistics(app: App): vscode.Disposable {
  const { commands, context, log } = app;
  let panel: Promise<StatisticsPanel> | undefined;
  const panelOf = () => (panel ??= import('./statisticsPanel').then(({ StatisticsPanel: Panel }) => new Panel(app)));
  let bar: Promise<vscode.Disposable> | undefined;
  const wake = () => {
    if (vscode.window.visibleTextEditors.some(({ document }) => isScript(document))) {
      bar ??= import('./pageStatus').then(({ createPageStatus }) => createPageStatus(app));
      bar.catch((error: unknown) => log.error(String(error)));
    }
  };
  wake();
  return vscode.Disposable.from(
    commands.register('backlot.statistics.open', async (uri?: unknown) => (await panelOf()).show(await scriptAt(uri))),
    commands.register('backlot.statistics.export', async (uri?: unknown, wish?: ExportWish) => (await import('./exportReport')).exportReport(app, await scriptAt(uri), wish)),
    vscode.window.registerWebviewPanelSerializer('backlot.statistics', {
      deserializeWebviewPanel: async (opened, state: { uri?: string } | undefined) => (await panelOf()).restore(opened, state?.uri),
    }),
    vscode.window.onDidChangeVisibleTextEditors(wake),
    vscode.workspace.onDidOpenTextDocument(wake),
    ...(context.extensionMode === vscode.ExtensionMode.Test ? [commands.register('_backlot.statistics', panelOf)] : []),
    { dispose: () => [panel, bar].forEach((part) => void part?.then((each) => void each.dispose())) },
  );
}

/** The script that is meant: the one named, or the one being written, or one that is open. */
async function scriptAt(uri: unknown): Promise<vscode.TextDocument> {
  if (uri instanceof vscode.Uri) {
    return vscode.workspace.openTextDocument(uri);
  }
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find((each) => each && isScript(each.document));
  // In a tab behind another it is open all the same.
  const document = editor?.document ?? vscode.workspace.textDocuments.find((each) => isScript(each) && !each.isClosed);
  if (!document) {
    throw new WriterError(vscode.l10n.t('Open a Fountain script first.'));
  }
  return document;
}
