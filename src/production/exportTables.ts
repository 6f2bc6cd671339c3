// The tables of a production as CSV files for a spreadsheet.
import * as vscode from 'vscode';
import { writeCsv } from '../core/production/csv';
import { csvTable, CSV_TABLES, type CsvTableId } from '../core/production/csvTables';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { refuseOwnFile } from '../host/ownFile';
import { writeWhole } from '../host/writeWhole';
import type { Productions, ProductionState } from '../planning/planning';

/** What another command may say beforehand, so that nothing is asked. */
export interface ExportWish {
  readonly table?: CsvTableId | 'all';
  /** The file; of all tables the folder. */
  readonly target?: vscode.Uri;
}

/** Asks which table and where, and writes it. Ends quietly where the writer changes their mind. */
export async function exportTables(productions: Productions, uri: vscode.Uri, wish: ExportWish = {}): Promise<void> {
  const state = await productions.of(uri);
  if (state.trouble !== undefined) {
    throw new WriterError(state.trouble);
  }
  const table = wish.table ?? (await pickTable(vscode.l10n.t('Export which table?'), true));
  if (table === 'all') {
    await writeAll(state, wish.target);
  } else if (table !== undefined) {
    await writeOne(state, table, wish.target);
  }
}

export function tableNames(): Readonly<Record<CsvTableId, string>> {
  return {
    cast: vscode.l10n.t('Cast'), elements: vscode.l10n.t('Elements'), sets: vscode.l10n.t('Sets'), locations: vscode.l10n.t('Locations'), crew: vscode.l10n.t('Crew'),
    demands: vscode.l10n.t('Constraints'), windows: vscode.l10n.t('Windows'),
  };
}

export async function pickTable(placeHolder: string, withAll: boolean): Promise<CsvTableId | 'all' | undefined> {
  const details: Readonly<Record<CsvTableId, string>> = {
    cast: vscode.l10n.t('numbers, actors, costs, dates'), elements: vscode.l10n.t('vehicles, animals, props and the rest, with costs and dates'), sets: vscode.l10n.t('which is at which location'),
    locations: vscode.l10n.t('costs, dates, addresses'), crew: vscode.l10n.t('departments, jobs, costs, dates'), demands: vscode.l10n.t('orders, shared days, pinned days'),
    windows: vscode.l10n.t('when who and what is available, a row each'),
  };
  const items: (vscode.QuickPickItem & { readonly id: CsvTableId | 'all' })[] = CSV_TABLES.map((id) => ({ id, label: tableNames()[id], description: details[id] }));
  const all = withAll ? [{ id: 'all', label: vscode.l10n.t('All tables'), description: vscode.l10n.t('a file for each, into a folder') } as const] : [];
  return (await vscode.window.showQuickPick([...items, ...all], { placeHolder }))?.id;
}

async function writeOne(state: ProductionState, table: CsvTableId, given: vscode.Uri | undefined): Promise<void> {
  const folder = vscode.Uri.joinPath(state.uri, '..');
  const target = given ?? (await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(folder, fileName(state, table)), filters: { CSV: ['csv'] }, title: vscode.l10n.t('Export CSV') }));
  if (target) {
    await refuseOwnFile(state.uri, target);
    await writeWhole(target, csvBytes(state, table));
    const open = vscode.l10n.t('Open');
    // Not awaited by the command: who exported may go on at once.
    void vscode.window.showInformationMessage(vscode.l10n.t('The table is in {0}.', nameIn(target)), open).then(async (chosen) => {
      if (chosen === open) {
        await vscode.commands.executeCommand('vscode.open', target);
      }
    });
  }
}

async function writeAll(state: ProductionState, given: vscode.Uri | undefined): Promise<void> {
  const folder = given ?? (await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: vscode.l10n.t('Export Here'), title: vscode.l10n.t('Export CSV') }))?.[0];
  if (!folder) {
    return;
  }
  const files = CSV_TABLES.filter((table) => rowsOf(state, table).length > 1).map((table) => ({ table, file: vscode.Uri.joinPath(folder, fileName(state, table)) }));
  if (files.length === 0) {
    throw new WriterError(vscode.l10n.t('There is nothing in this production to export yet.'));
  }
  // A save dialog asks before it writes over a file; a folder dialog does not.
  const there = await Promise.all(files.map(({ file }) => vscode.workspace.fs.stat(file).then(() => true, () => false)));
  const replace = vscode.l10n.t('Replace');
  if (there.includes(true) && (await vscode.window.showWarningMessage(vscode.l10n.t('Some of these files are there already. Replace them?'), { modal: true }, replace)) !== replace) {
    return;
  }
  for (const { table, file } of files) {
    await writeWhole(file, csvBytes(state, table));
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('{0} tables are in {1}.', files.length, nameIn(folder)));
}

function rowsOf({ production, breakdown }: ProductionState, table: CsvTableId): ReturnType<typeof csvTable> {
  return csvTable(production, breakdown, table, ({ name }) => vscode.l10n.t(name));
}

function csvBytes(state: ProductionState, table: CsvTableId): Uint8Array {
  return new TextEncoder().encode(writeCsv(rowsOf(state, table)));
}

function fileName({ uri }: ProductionState, table: CsvTableId): string {
  return `${nameIn(uri).replace(/\.(?:fountain|spmd)$/i, '')} ${tableNames()[table].toLowerCase()}.csv`;
}
