// All that a conversion could not carry over, at the writer's wish.
import * as vscode from 'vscode';
import { REPORT_WORDS, type Report } from '../core/fdx/report';

/** @param name the file's whose content is not all as it was */
export async function showReports(name: string, reports: readonly Report[]): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t('What is not as it was in {0}', name), { modal: true, detail: reports.map(sentenceOf).join('\n\n') });
}

/** A report in the writer's language. */
function sentenceOf({ kind, count, detail = '' }: Report): string {
  return vscode.l10n.t(REPORT_WORDS[kind], count, detail);
}
