// Exports: the script as PDF and as HTML.
import * as vscode from 'vscode';
import type { App } from '../host/app';

/** A script's address where the command comes from a menu, and where to write it, which tests say beforehand. */
type Where = [script?: vscode.Uri, target?: unknown];

export function registerExport(app: App): vscode.Disposable {
  const { commands } = app;
  // Read when a writer first exports: pdfkit alone is as large as all that the start needs.
  return vscode.Disposable.from(
    commands.register('backlot.export.pdf', async (...where: Where) => (await import('./exportPdf')).exportPdf(app, ...where)),
    commands.register('backlot.export.revisedPdf', async (...where: Where) => (await import('./exportPdf')).exportRevisedPdf(app, ...where)),
    commands.register('backlot.export.html', async (...where: Where) => (await import('./exportHtml')).exportHtml(app, ...where)),
  );
}
