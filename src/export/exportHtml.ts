// Export as HTML: the pages in one file that opens, reads and prints anywhere.
import * as vscode from 'vscode';
import { layoutOf } from '../core/page/layout';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import { countedPageOptions, printSettings } from '../host/settings';
import { writeHtml } from '../print/html';
import { readCourier } from '../host/courier';
import { nameOf, targetFor } from './exportTarget';
import { tellExported } from './tellExported';
import { writeWhole } from '../host/writeWhole';

export async function exportHtml(app: App, uri?: vscode.Uri, given?: unknown): Promise<void> {
  const document = await scriptMeant(uri);
  const target = await targetFor(app, document, given, 'html', vscode.l10n.t('HTML'));
  if (!target) {
    return;
  }
  const layout = layoutOf(app.scripts.get(document), countedPageOptions(document));
  const { watermark, header, footer } = printSettings(document);
  // Without its font a page still reads; only the letters are others.
  const courier = await readCourier(app.context.extensionUri).catch(() => undefined);
  const html = writeHtml(layout, { name: nameOf(document, app), watermark, header, footer, ...(courier && { courier }) });
  await writeWhole(target, new TextEncoder().encode(html));
  // Not awaited: the command is done, whether or not the writer answers.
  inBackground(app.log, 'export.html', tellExported(document, target, { pages: layout.pages.length }));
}
