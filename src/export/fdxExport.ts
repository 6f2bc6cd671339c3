// Export for Final Draft: the script as an .fdx file.
import * as vscode from 'vscode';
import { toFdx } from '../core/fdx/toFdx';
import { layoutOf } from '../core/page/layout';
import type { App } from '../host/app';
import { scriptMeant } from '../host/scriptMeant';
import { countedPageOptions } from '../host/settings';
import { askTarget } from './exportTarget';
import { tellExported } from './tellExported';
import { writeWhole } from '../host/writeWhole';

export async function exportFdx(app: App, uri?: vscode.Uri, given?: unknown): Promise<void> {
  const document = await scriptMeant(uri);
  const target = given instanceof vscode.Uri ? given : await askTarget(app, document, 'fdx', vscode.l10n.t('Final Draft'));
  if (!target) {
    return;
  }
  // Pages as they are counted: notes and synopses stand beside the script in Final Draft, not on its pages.
  const layout = layoutOf(app.scripts.get(document), countedPageOptions(document));
  await writeWhole(target, new TextEncoder().encode(toFdx(layout).fdx));
  void tellExported(document, target, { pages: layout.pages.length, missing: [] });
}
