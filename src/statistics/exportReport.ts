// Takes the statistics out of the editor: a report as PDF, tables as CSV, all figures as JSON.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import type { Layout } from '../core/page/page';
import { csvOf } from '../core/statistics/csv';
import { statisticsJson } from '../core/statistics/json';
import { statisticsOf } from '../core/statistics/statistics';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { countedPageOptions } from '../host/settings';
import { refuseOwnFile } from '../host/ownFile';
import { plainMessage } from '../host/plainMessage';
import { writeWhole } from '../host/writeWhole';
import { csvTables, type CsvTable } from './csvTables';
import { titleOf } from './scriptTitle';

type Format = 'pdf' | 'csv' | 'csvFolder' | 'json';

/** What a key binding or another program may say beforehand, so that nothing is asked. */
export interface ExportWish {
  readonly format?: Format;
  /** The file, or for all tables the folder. */
  readonly target?: vscode.Uri;
  /** Which table, by its id: characters, scenes, sets, exchanges, interruptions, sections, pages. */
  readonly table?: string;
}

/** Asks for the form and the place where they are not said, and writes it there. Ends quietly where the writer changes their mind. */
export async function exportReport(app: App, document: vscode.TextDocument, wish: ExportWish = {}): Promise<void> {
  const layout = layoutOf(app.scripts.get(document), countedPageOptions(document));
  if (layout.pages.length === 0) {
    throw new WriterError(vscode.l10n.t('There is nothing to count in this script yet.'));
  }
  const format = wish.format ?? (await pickFormat());
  switch (format) {
    case 'pdf':
      await writeOne(document, 'pdf', async () => pdfBytes(app, document, layout), wish.target);
      return;
    case 'json':
      await writeOne(document, 'json', () => `${JSON.stringify(statisticsJson(statisticsOf(layout)), undefined, 2)}\n`, wish.target);
      return;
    case 'csv': {
      const tables = csvTables(statisticsOf(layout));
      const table = tables.find(({ id }) => id === wish.table) ?? (await pickTable(tables));
      if (table) {
        await writeOne(document, 'csv', () => csvOf(table.rows), wish.target, table.id);
      }
      return;
    }
    case 'csvFolder':
      await writeFolder(document, csvTables(statisticsOf(layout)), wish.target);
      return;
    case undefined:
      return;
  }
}

async function pickFormat(): Promise<Format | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly format: Format })[] = [
    { format: 'pdf', label: vscode.l10n.t('PDF'), description: vscode.l10n.t('the report with its pictures and tables') },
    { format: 'csv', label: vscode.l10n.t('CSV, one table'), description: vscode.l10n.t('for a spreadsheet') },
    { format: 'csvFolder', label: vscode.l10n.t('CSV, all tables'), description: vscode.l10n.t('a file for each, into a folder') },
    { format: 'json', label: vscode.l10n.t('JSON'), description: vscode.l10n.t('all figures, for programs') },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Export the statistics as') }))?.format;
}

async function pickTable(tables: readonly CsvTable[]): Promise<CsvTable | undefined> {
  const items = tables.map((table) => ({ table, label: table.name, description: vscode.l10n.t('{0} rows', table.rows.length - 1) }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which table?') }))?.table;
}

/** Asks where, makes it and writes it. */
async function writeOne(document: vscode.TextDocument, extension: string, make: () => string | Promise<string | Uint8Array | undefined>, given?: vscode.Uri, table?: string): Promise<void> {
  const name = `${stemOf(document)} ${vscode.l10n.t('statistics')}${table === undefined ? '' : ` ${table}`}.${extension}`;
  const folder = document.uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  const asked = { ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { [extension.toUpperCase()]: [extension] }, title: vscode.l10n.t('Export Statistics') };
  const target = given ?? (await vscode.window.showSaveDialog(asked));
  if (target) {
    await refuseOwnFile(document.uri, target);
    const made = await make();
    if (made !== undefined) {
      await writeWhole(target, typeof made === 'string' ? new TextEncoder().encode(made) : made);
      tellDone(target, vscode.l10n.t('The statistics are in {0}.', nameIn(target)));
    }
  }
}

async function writeFolder(document: vscode.TextDocument, tables: readonly CsvTable[], given?: vscode.Uri): Promise<void> {
  const asked = { canSelectFiles: false, canSelectFolders: true, openLabel: vscode.l10n.t('Export Here'), title: vscode.l10n.t('Export Statistics') };
  const folder = given ?? (await vscode.window.showOpenDialog(asked))?.[0];
  if (!folder) {
    return;
  }
  const files = tables.map((table) => ({ table, uri: vscode.Uri.joinPath(folder, `${stemOf(document)} ${vscode.l10n.t('statistics')} ${table.id}.csv`) }));
  // A save dialog asks before it writes over a file; a folder dialog does not.
  const there = await Promise.all(files.map(({ uri }) => vscode.workspace.fs.stat(uri).then(() => true, () => false)));
  if (there.includes(true)) {
    const replace = vscode.l10n.t('Replace');
    if ((await vscode.window.showWarningMessage(vscode.l10n.t('Some of these files are there already. Replace them?'), { modal: true }, replace)) !== replace) {
      return;
    }
  }
  for (const { table, uri } of files) {
    await writeWhole(uri, new TextEncoder().encode(csvOf(table.rows)));
  }
  tellDone(undefined, vscode.l10n.t('{0} tables are in {1}.', files.length, nameIn(folder)));
}

/** Undefined when the writer cancelled. */
async function pdfBytes(app: App, document: vscode.TextDocument, layout: Layout): Promise<Uint8Array | undefined> {
  const { makePdf } = await import('./makePdf');
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Writing the PDF'), cancellable: true };
  try {
    const { bytes, missing } = await vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.abort());
      return makePdf(app.context.extensionUri, document.uri, titleOf(document, layout.script), layout, stop.signal);
    });
    if (missing.size > 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No font here has these characters; boxes stand in their place: {0}', plainMessage([...missing.keys()].slice(0, 40).join(' '))));
    }
    return stop.signal.aborted ? undefined : bytes;
  } catch (error) {
    if (stop.signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

function tellDone(target: vscode.Uri | undefined, message: string): void {
  const open = vscode.l10n.t('Open');
  // Not awaited by the command: who exported may go on at once.
  void vscode.window.showInformationMessage(message, ...(target ? [open] : [])).then(async (chosen) => {
    if (chosen === open && target) {
      await (target.path.endsWith('.pdf') ? vscode.env.openExternal(target) : vscode.commands.executeCommand('vscode.open', target));
    }
  });
}

function stemOf(document: vscode.TextDocument): string {
  const name = nameIn(document.uri);
  return name.replace(/\.(?:fountain|spmd)$/i, '') || name;
}
