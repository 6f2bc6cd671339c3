// Exports: the script as PDF, as HTML and for Final Draft; and Final Draft's files as scripts.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';

/** A script's address where the command comes from a menu, and where to write it, which tests say beforehand. */
type Where = [script?: vscode.Uri, target?: unknown];

export function registerExport(app: App): vscode.Disposable {
  const { commands } = app;
  // Read when a writer first exports: pdfkit alone is as large as all that the start needs.
  return vscode.Disposable.from(
    commands.register('backlot.export.pdf', async (...where: Where) => (await import('./exportPdf')).exportPdf(app, ...where)),
    commands.register('backlot.export.revisedPdf', async (...where: Where) => (await import('./exportPdf')).exportRevisedPdf(app, ...where)),
    commands.register('backlot.export.html', async (...where: Where) => (await import('./exportHtml')).exportHtml(app, ...where)),
    commands.register('backlot.export.fdx', async (...where: Where) => (await import('./fdxExport')).exportFdx(app, ...where)),
    commands.register('backlot.import.fdx', async (file?: vscode.Uri) => (await import('./fdxImport')).importFdx(app, file)),
    offersConversion(app),
  );
}

/** Final Draft's files, when one is opened. */
function offersConversion(app: App): vscode.Disposable {
  const look = (editor: vscode.TextEditor | undefined): void => {
    if (editor && /\.fdxt?$/i.test(editor.document.uri.path)) {
      inBackground(app.log, 'fdx.offer', import('./fdxOffer').then(({ offerConversion }) => offerConversion(app, editor.document)));
    }
  };
  look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(look);
}
