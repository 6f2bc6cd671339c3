// The report's PDF from a laid-out script, with the fonts that ship with Backlot and what the system has besides.
import * as vscode from 'vscode';
import type { Layout } from '../core/page/page';
import { readCourier } from '../host/courier';
import { printSettings } from '../host/settings';
import { systemFonts } from '../host/systemFonts';
import { openCourier } from '../print/face';
import { findFallbacks } from '../print/fallbackFonts';
import { fontFolders } from '../print/fontFolders';
import { charactersBeyond } from '../print/needed';
import { reportOf } from './report';
import { pictureRoom, reportPdf, type PdfReport } from './reportPdf';

/**
 * @param extension where Backlot's own files are
 * @param scope the script, for the writer's settings
 */
export async function makePdf(extension: vscode.Uri, scope: vscode.Uri, title: string, layout: Layout, signal: AbortSignal): Promise<PdfReport> {
  const { width, text } = pictureRoom(layout.paper);
  const report = reportOf(layout, title, width, text);
  if (!report) {
    throw new RangeError('nothing of the script prints');
  }
  const courier = await readCourier(extension);
  // Names in the report stand in the script too: what it needs, the report needs at most.
  const needed = charactersBeyond(layout, openCourier(courier).of({ bold: false, italic: false }), [title]);
  const fallbacks = await findFallbacks(needed, { source: systemFonts(fontFolders), chosen: printSettings(scope).fallbackFonts, signal });
  return reportPdf(report, layout.paper, { courier, fallbacks }, new Date(), vscode.l10n.t('and {0} more', '{0}'), signal);
}
