// Takes the AI Use Report out of the editor.
import * as vscode from 'vscode';
import { toCsv, toHtml, toJson, toMarkdown } from '../core/ledger/renderReport';
import type { AiUseReport } from '../core/ledger/report';
import type { App } from '../host/app';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { recordSettings } from '../host/settings';
import { refuseOwnFile } from '../host/ownFile';
import { plainMessage } from '../host/plainMessage';
import { writeWhole } from '../host/writeWhole';
import type { ToRecord } from './protocol';
import { noRecordSentence } from './offNotice';
import type { RecordNow } from './records';
import { reportFor } from './reportFor';
import { messageFor } from './reportMessage';

type Format = 'pdf' | 'html' | 'markdown' | 'csv' | 'json';

const EXTENSIONS: Readonly<Record<Format, string>> = { pdf: 'pdf', html: 'html', markdown: 'md', csv: 'csv', json: 'json' };

/** What a key binding or another program may say beforehand, so that nothing is asked. */
export interface ExportWish {
  readonly format?: Format;
  readonly target?: vscode.Uri;
}

/** Asks for the form and the place where they are not said, and writes it there. Ends quietly where the writer changes their mind. */
export async function exportRecord(app: App, document: vscode.TextDocument, now: RecordNow, wish: ExportWish = {}): Promise<void> {
  const message = messageFor(document, now);
  if (message.kind === 'nothing') {
    throw new WriterError(recordSettings().enabled ? message.title : noRecordSentence());
  }
  const format = wish.format ?? (await pickFormat());
  const target = format && (wish.target ?? (await askPlace(document, format)));
  if (!target) {
    return;
  }
  await refuseOwnFile(document.uri, target);
  const report = reportFor(document, now);
  const bytes = format === 'pdf' ? await pdfBytes(app, document, message) : new TextEncoder().encode(TEXTS[format](report));
  if (bytes) {
    await writeWhole(target, bytes);
    tellDone(target);
  }
}

const TEXTS: Readonly<Record<Exclude<Format, 'pdf'>, (report: AiUseReport) => string>> = { html: toHtml, markdown: toMarkdown, csv: toCsv, json: toJson };

async function pickFormat(): Promise<Format | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly format: Format })[] = [
    { format: 'pdf', label: vscode.l10n.t('PDF'), description: vscode.l10n.t('to print or to send') },
    { format: 'html', label: vscode.l10n.t('HTML'), description: vscode.l10n.t('one page for any browser') },
    { format: 'markdown', label: vscode.l10n.t('Markdown'), description: vscode.l10n.t('text to edit further') },
    { format: 'csv', label: vscode.l10n.t('CSV'), description: vscode.l10n.t('for a spreadsheet') },
    { format: 'json', label: vscode.l10n.t('JSON'), description: vscode.l10n.t('all figures, for programs') },
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Export the AI Use Report as') }))?.format;
}

async function askPlace(document: vscode.TextDocument, format: Format): Promise<vscode.Uri | undefined> {
  const extension = EXTENSIONS[format];
  const stem = nameIn(document.uri).replace(/\.(?:fountain|spmd)$/i, '');
  const folder = document.uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
  const name = `${stem} ${vscode.l10n.t('AI use')}.${extension}`;
  return vscode.window.showSaveDialog({ ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }), filters: { [extension.toUpperCase()]: [extension] }, title: vscode.l10n.t('Export AI Use Report') });
}

/** Undefined when the writer cancelled. */
async function pdfBytes(app: App, document: vscode.TextDocument, { report, words }: Extract<ToRecord, { kind: 'show' }>): Promise<Uint8Array | undefined> {
  const { makeRecordPdf } = await import('./recordPdf');
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Writing the PDF'), cancellable: true };
  try {
    const { bytes, missing } = await vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.abort());
      return makeRecordPdf(app.context.extensionUri, document.uri, report, words, stop.signal);
    });
    if (missing.size > 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('No font here has these characters; boxes stand in their place: {0}', plainMessage([...missing.keys()].slice(0, 40).join(' '))));
    }
    return bytes;
  } catch (error) {
    if (stop.signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

function tellDone(target: vscode.Uri): void {
  const open = vscode.l10n.t('Open');
  // Not awaited by the command: who exported may go on at once.
  void vscode.window.showInformationMessage(vscode.l10n.t('The AI Use Report is in {0}.', plainMessage(nameIn(target))), open).then(async (chosen) => {
    if (chosen === open) {
      await (/\.(?:pdf|html)$/i.test(target.path) ? vscode.env.openExternal(target) : vscode.commands.executeCommand('vscode.open', target));
    }
  });
}
