// Takes the papers of the shoot out of the editor: one sheet, or all of a board, as PDF or CSV.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import { sheetRows } from '../core/sheets/sheetRows';
import type { Sheet } from '../core/sheets/sheet';
import { csvOf } from '../core/statistics/csv';
import type { App } from '../host/app';
import { readCourier } from '../host/courier';
import { nameIn } from '../host/fileName';
import { refuseOwnFile } from '../host/ownFile';
import { plainMessage } from '../host/plainMessage';
import { countedPageOptions, printSettings } from '../host/settings';
import { systemFonts } from '../host/systemFonts';
import { writeWhole } from '../host/writeWhole';
import type { ProductionState } from '../planning/planning';
import { openCourier } from '../print/face';
import { findFallbacks } from '../print/fallbackFonts';
import { fontFolders } from '../print/fontFolders';
import { charactersBeyond } from '../print/needed';
import { sheetPdf, type SheetPdf } from '../print/sheetPdf';
import { coloursOf, sheetsFor } from './makeSheets';
import type { SheetWish } from './wish';

/** What is to be written; what is not said is asked. */
export interface SheetExport extends SheetWish {
  readonly format?: 'pdf' | 'csv';
  readonly target?: vscode.Uri;
  /** Every day's call sheet, every scene's breakdown sheet: not the one that is chosen alone. */
  readonly all?: boolean;
}

/** Asks for the form and the place where they are not said, and writes it there. Resolves to the file; undefined where the writer changes their mind. */
export async function exportSheets(app: App, state: ProductionState, wish: SheetExport): Promise<vscode.Uri | undefined> {
  const sheets = sheetsFor(state, wish, wish.all === true);
  const format = wish.format ?? (await pickFormat());
  const [first] = sheets;
  if (!format || !first) {
    return undefined;
  }
  const target = wish.target ?? (await askTarget(state.uri, first, sheets.length > 1, format));
  if (!target) {
    return undefined;
  }
  await refuseOwnFile(state.uri, target);
  const bytes = format === 'csv' ? csvBytes(sheets) : await pdfBytes(app, state, sheets);
  if (!bytes) {
    return undefined;
  }
  await writeWhole(target, bytes);
  void tellWritten(target);
  return target;
}

async function pickFormat(): Promise<'pdf' | 'csv' | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly format: 'pdf' | 'csv' })[] = [
    { format: 'pdf', label: vscode.l10n.t('PDF'), description: vscode.l10n.t('to print and to send') },
    { format: 'csv', label: vscode.l10n.t('CSV'), description: vscode.l10n.t('for a spreadsheet') },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Export the sheet as'), ignoreFocusOut: true }))?.format;
}

// No system lets all of these into a file's name.
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST_NAME = 120;

async function askTarget(script: vscode.Uri, { title, subtitles }: Sheet, several: boolean, format: string): Promise<vscode.Uri | undefined> {
  const words = [nameIn(script).replace(/\.(?:fountain|spmd)$/i, ''), title, ...(several ? [] : subtitles.slice(-1))].join(' ');
  const name = `${words.replaceAll(NOT_IN_NAMES, ' ').replace(/ +/g, ' ').trim().slice(0, LONGEST_NAME)}.${format}`;
  return vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(script, '..', name), filters: { [format.toUpperCase()]: [format] }, title: vscode.l10n.t('Export Sheet') });
}

function csvBytes(sheets: readonly Sheet[]): Uint8Array {
  return new TextEncoder().encode(csvOf(sheets.flatMap((sheet, index) => [...(index === 0 ? [] : [[]]), ...sheetRows(sheet)])));
}

async function pdfBytes(app: App, state: ProductionState, sheets: readonly Sheet[]): Promise<Uint8Array | undefined> {
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Writing the PDF'), cancellable: true };
  try {
    const { bytes, missing } = await vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.abort());
      return makePdf(app, state, sheets, stop.signal);
    });
    if (missing.size > 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No font has these characters, so boxes stand for them: {0}', plainMessage([...missing.keys()].slice(0, 20).join(' '))));
    }
    return bytes;
  } catch (error) {
    if (stop.signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

async function makePdf(app: App, { uri, script, production }: ProductionState, sheets: readonly Sheet[], signal: AbortSignal): Promise<SheetPdf> {
  const courier = await readCourier(app.context.extensionUri);
  const layout = layoutOf(script, countedPageOptions(uri));
  const needed = charactersBeyond(layout, openCourier(courier).of({ bold: false, italic: false }), [JSON.stringify(sheets)]);
  const fallbacks = await findFallbacks(needed, { source: systemFonts(fontFolders), chosen: printSettings(uri).fallbackFonts, signal });
  return sheetPdf(sheets, { paper: layout.paper, fonts: { courier, fallbacks }, created: new Date(), colours: new Map(Object.entries(coloursOf(production))), signal });
}

async function tellWritten(target: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('{0} is written.', plainMessage(nameIn(target))), open)) === open) {
    await vscode.env.openExternal(target);
  }
}
