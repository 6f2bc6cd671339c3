// Statistics: the view, its exports and the status bar. All behind them is read when a writer first needs it.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { scriptMeant } from '../host/scriptMeant';
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
    commands.register('backlot.statistics.open', async (uri?: unknown) => (await panelOf()).show(await scriptMeant(uri))),
    commands.register('backlot.statistics.export', async (uri?: unknown, wish?: ExportWish) => (await import('./exportReport')).exportReport(app, await scriptMeant(uri), wish)),
    vscode.window.registerWebviewPanelSerializer('backlot.statistics', {
      deserializeWebviewPanel: async (opened, state: { uri?: string } | undefined) => (await panelOf()).restore(opened, state?.uri),
    }),
    vscode.window.onDidChangeVisibleTextEditors(wake),
    vscode.workspace.onDidOpenTextDocument(wake),
    ...(context.extensionMode === vscode.ExtensionMode.Test ? [commands.register('_backlot.statistics', panelOf)] : []),
    { dispose: () => [panel, bar].forEach((part) => void part?.then((each) => void each.dispose())) },
  );
}
