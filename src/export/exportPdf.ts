// Export as PDF: where to, progress that can be cancelled, the file whole in its place, and what it could not show.
import * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import { textOf, type Script } from '../core/fountain/script';
import { layoutOf } from '../core/page/layout';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { nameIn } from '../host/fileName';
import { scriptMeant } from '../host/scriptMeant';
import { countedPageOptions, printSettings } from '../host/settings';
import { findFallbacks } from '../print/fallbackFonts';
import { fontFolders } from '../print/fontFolders';
import { openCourier } from '../print/face';
import { charactersBeyond } from '../print/needed';
import { changesSince } from '../print/revisions';
import { writePdf, type PrintedPdf } from '../print/scriptPdf';
import { readCourier } from '../host/courier';
import { plainMessage } from '../host/plainMessage';
import { chooseEarlier, lastCommitted, type Earlier } from './earlierVersion';
import { targetFor } from './exportTarget';
import { systemFonts } from '../host/systemFonts';
import { tellExported } from './tellExported';
import { writeWhole } from '../host/writeWhole';

/** The script as PDF; with asterisks since the last commit where the writer's settings say so. */
export async function exportPdf(app: App, uri?: vscode.Uri, target?: unknown): Promise<void> {
  const document = await scriptMeant(uri);
  const since = printSettings(document).revisionMarks === 'sinceLastCommit' ? await lastCommitted(document) : {};
  await exportTo(app, document, target, since);
}

/** The script as PDF, with an asterisk at every line that differs from an earlier version of the writer's choice. */
export async function exportRevisedPdf(app: App, uri?: vscode.Uri, target?: unknown): Promise<void> {
  const document = await scriptMeant(uri);
  const earlier = await chooseEarlier(document);
  if (earlier !== undefined) {
    await exportTo(app, document, target, { text: earlier });
  }
}

async function exportTo(app: App, document: vscode.TextDocument, given: unknown, { text: earlier, unmarked }: Earlier): Promise<void> {
  const target = await targetFor(app, document, given, 'pdf', vscode.l10n.t('PDF'));
  if (!target) {
    return;
  }
  // As it stands now: what is typed while pages are drawn belongs to the next export.
  const script = app.scripts.get(document);
  const stop = new AbortController();
  const shown: { report?: (done: number, all: number) => void } = {};
  const job = print(app, document, { script, earlier, target, signal: stop.signal, report: (done, all) => shown.report?.(done, all) });
  const printed = await withLateProgress(job, nameIn(target), stop, shown);
  if (printed) {
    app.log.info(`export.pdf: ${printed.pages} pages, ${printed.bytes.length} bytes, ${printed.missing.length} characters without a font`);
    // Not awaited: the command is done, whether or not the writer answers.
    inBackground(app.log, 'export.pdf', tellExported(document, target, { ...printed, ...(unmarked !== undefined && { unmarked }) }));
  }
}

// Milliseconds after which a writer wants to see that something goes on. Most scripts are done by then.
const QUICK = 500;

/** Shows progress, with a way to cancel, for what is not done at once. */
async function withLateProgress<T>(job: Promise<T>, name: string, stop: AbortController, shown: { report?: (done: number, all: number) => void }): Promise<T> {
  const late = Symbol('late');
  const first = await Promise.race([job, new Promise<typeof late>((resolve) => setTimeout(resolve, QUICK, late))]);
  if (first !== late) {
    return first;
  }
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Exporting {0}', plainMessage(name)), cancellable: true }, (progress, token) => {
    token.onCancellationRequested(() => stop.abort());
    let told = 0;
    shown.report = (done, all) => {
      progress.report({ message: vscode.l10n.t('page {0} of {1}', done, all), increment: ((done - told) / all) * 100 });
      told = done;
    };
    return job;
  });
}

interface Job {
  readonly script: Script;
  readonly earlier: string | undefined;
  readonly target: vscode.Uri;
  readonly signal: AbortSignal;
  readonly report: (done: number, all: number) => void;
}

/** Undefined when the writer cancelled: then nothing was written. */
async function print(app: App, document: vscode.TextDocument, { script, earlier, target, signal, report }: Job): Promise<PrintedPdf | undefined> {
  const { watermark, header, footer, fallbackFonts } = printSettings(document);
  try {
    const revised: readonly Span[] | undefined = earlier === undefined ? undefined : changesSince(earlier, textOf(script));
    const layout = layoutOf(script, countedPageOptions(document));
    const courier = await readCourier(app.context.extensionUri);
    const needed = charactersBeyond(layout, openCourier(courier).of({ bold: false, italic: false }), [watermark, header, footer]);
    const fallbacks = await findFallbacks(needed, { source: systemFonts(fontFolders), chosen: fallbackFonts, signal });
    const printed = await writePdf(layout, { fonts: { courier, fallbacks }, created: new Date(), watermark, header, footer, ...(revised && { revised }), signal, progress: report });
    await writeWhole(target, printed.bytes);
    return printed;
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}
