// Export for Final Draft: the script as an .fdx file.
import * as vscode from 'vscode';
import { toFdx } from '../core/fdx/toFdx';
import { layoutOf } from '../core/page/layout';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { scriptMeant } from '../host/scriptMeant';
import { countedPageOptions } from '../host/settings';
import { targetFor } from './exportTarget';
import { tellExported } from './tellExported';
import { writeWhole } from '../host/writeWhole';

export async function exportFdx(app: App, uri?: vscode.Uri, given?: unknown): Promise<void> {
  const document = await scriptMeant(uri);
  const target = await targetFor(app, document, given, 'fdx', vscode.l10n.t('Final Draft'));
  if (!target) {
    return;
  }
  // Pages as they are counted: notes and synopses stand beside the script in Final Draft, not on its pages.
  const layout = layoutOf(app.scripts.get(document), countedPageOptions(document));
  const { fdx, reports } = toFdx(layout);
  await writeWhole(target, new TextEncoder().encode(fdx));
  // Not awaited: the command is done, whether or not the writer answers.
  inBackground(app.log, 'export.fdx', tellExported(document, target, { pages: layout.pages.length, reports }));
}
