// What the record's commands, its report and its tint share, from the moment one of them is first needed.
import * as vscode from 'vscode';
import { saySummary, sayFindings } from '../core/ledger/sayChain';
import { verifyChain } from '../core/ledger/verifyChain';
import type { App } from '../host/app';
import { type CommandHandler } from '../host/commands';
import { plainMessage } from '../host/plainMessage';
import { scriptMeant } from '../host/scriptMeant';
import { recordSettings } from '../host/settings';
import type { Review } from '../review/review';
import type { ExportWish } from './exportRecord';
import { createOffNotice, noRecordSentence } from './offNotice';
import { RecordPanel } from './recordPanel';
import { Records } from './records';
import { sayCount } from './say';
import { TINT } from './register';
import { Tint } from './tint';

export interface RecordRoom {
  readonly commands: Readonly<Record<string, CommandHandler>>;
  readonly panel: RecordPanel;
  readonly records: Records;
  /** Undefined while AI text is not tinted. */
  tint(): Tint | undefined;
  dispose(): void;
}

export function createRecordRoom(app: App, review: Review): RecordRoom {
  const records = new Records(app, review);
  const panel = new RecordPanel(app, records);
  let tint: Tint | undefined;
  const tintNow = async (on: boolean): Promise<void> => {
    tint?.dispose();
    tint = on ? new Tint(app, records) : undefined;
    await app.context.workspaceState.update(TINT, on ? true : undefined);
    await tint?.draw();
  };
  if (app.context.workspaceState.get(TINT) === true) {
    void tintNow(true);
  }
  const parts = vscode.Disposable.from(createOffNotice(), panel, records);
  return {
    panel,
    records,
    tint: () => tint,
    dispose() {
      tint?.dispose();
      parts.dispose();
    },
    commands: {
      'backlot.record.report': async (uri?: unknown) => panel.show(await scriptMeant(uri)),
      'backlot.record.export': async (uri?: unknown, wish?: ExportWish) => {
        const document = await scriptMeant(uri);
        await (await import('./exportRecord')).exportRecord(app, document, await records.of(document, true), wish);
      },
      'backlot.record.verify': async (uri?: unknown) => {
        const document = await scriptMeant(uri);
        tellChain((await records.of(document, true)).read.files);
      },
      'backlot.record.toggleTint': async () => {
        await tintNow(tint === undefined);
        if (tint) {
          tellTint(await records.of(await scriptMeant(undefined)));
        }
      },
    },
  };
}

function tellChain(files: Parameters<typeof verifyChain>[0]): void {
  const report = verifyChain(files);
  if (report.entries === 0 && report.findings.length === 0) {
    void vscode.window.showInformationMessage(recordSettings().enabled ? vscode.l10n.t('Nothing is on record for this script yet.') : noRecordSentence());
    return;
  }
  if (report.whole) {
    void vscode.window.showInformationMessage(report.entries === 1 ? vscode.l10n.t('The record is whole: 1 entry, as it was written.') : vscode.l10n.t('The record is whole: {0} entries, each as it was written.', sayCount(report.entries)));
    return;
  }
  const details = vscode.l10n.t('Details');
  void vscode.window.showWarningMessage(vscode.l10n.t('The record is not whole. {0}', plainMessage(sayFindings(report)[0] ?? '', 400)), details).then(async (chosen) => {
    if (chosen === details) {
      const text = [saySummary(report), '', ...sayFindings(report)].join('\n');
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language: 'plaintext' }));
    }
  });
}

/** Where there is nothing to tint, the writer is told why nothing changes. */
function tellTint({ attribution: { spans } }: Awaited<ReturnType<Records['of']>>): void {
  if (spans.length === 0) {
    void vscode.window.showInformationMessage(recordSettings().enabled ? vscode.l10n.t('AI text is tinted from now on. None is on record in this script.') : noRecordSentence());
  }
}
