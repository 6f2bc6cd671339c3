// The report's PDF from a laid-out script, with the fonts that ship with Backlot.
import * as vscode from 'vscode';
import type { Layout } from '../core/page/page';
import type { CourierPrime } from '../print/face';
import { reportOf } from './report';
import { pictureRoom, reportPdf, type PdfReport } from './reportPdf';

/** @param extension where Backlot's own files are */
export async function makePdf(extension: vscode.Uri, title: string, layout: Layout): Promise<PdfReport> {
  const { width, text } = pictureRoom(layout.paper);
  const report = reportOf(layout, title, width, text);
  if (!report) {
    throw new RangeError('nothing of the script prints');
  }
  return reportPdf(report, layout.paper, { courier: await courierPrime(extension), fallbacks: [] }, new Date(), vscode.l10n.t('and {0} more', '{0}'));
}

async function courierPrime(extension: vscode.Uri): Promise<CourierPrime> {
  const face = async (name: string): Promise<Uint8Array> => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'fonts', `CourierPrime-${name}.ttf`));
  const [regular, bold, italic, boldItalic] = await Promise.all([face('Regular'), face('Bold'), face('Italic'), face('BoldItalic')]);
  return { regular, bold, italic, boldItalic };
}
