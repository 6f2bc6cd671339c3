// Export for Final Draft: the script as an .fdx file.
import * as vscode from 'vscode';
import { breakdownOf } from '../core/breakdown/breakdownOf';
import { fdxTagsOf, type FdxTags } from '../core/fdx/productionTags';
import { toFdx } from '../core/fdx/toFdx';
import { layoutOf } from '../core/page/layout';
import type { Layout } from '../core/page/page';
import { readProduction } from '../core/production/file';
import { productionFileName } from '../core/production/fileName';
import { settle } from '../core/production/settle';
import type { App } from '../host/app';
import { inBackground } from '../host/commands';
import { nameIn } from '../host/fileName';
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
  const { fdx, reports } = toFdx(layout, await tagsBeside(document, layout));
  await writeWhole(target, new TextEncoder().encode(fdx));
  // Not awaited: the command is done, whether or not the writer answers.
  inBackground(app.log, 'export.fdx', tellExported(document, target, { pages: layout.pages.length, reports }));
}

/** The breakdown kept beside the script, as Final Draft's tags. A file that cannot be read is the breakdown's to tell: the script goes without. */
async function tagsBeside({ uri }: vscode.TextDocument, layout: Layout): Promise<FdxTags | undefined> {
  if (uri.scheme === 'untitled') {
    return undefined;
  }
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, '..', productionFileName(nameIn(uri)))).then((read) => read, () => undefined);
  const read = bytes && readProduction(new TextDecoder().decode(bytes));
  if (read?.ok !== true) {
    return undefined;
  }
  let next = 0;
  const production = settle(read.production, layout, () => `new-${next++}`);
  return fdxTagsOf(production, breakdownOf(layout, production));
}
