// Where a script is exported to: beside it under its own name, or where the writer put it last time.
import * as vscode from 'vscode';
import type { App } from '../host/app';
import { nameIn } from '../host/fileName';
import { refuseOwnFile } from '../host/ownFile';
import { titlePropertiesOf } from '../print/titleProperties';

/** The script's name without its ending; an unsaved one is called by its title. */
export function nameOf(document: vscode.TextDocument, app: App): string {
  if (!document.isUntitled) {
    return nameIn(document.uri).replace(/\.[^.]+$/, '');
  }
  const title = titlePropertiesOf(app.scripts.get(document)).title ?? vscode.l10n.t('Screenplay');
  // What no file system takes in a name.
  return title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || vscode.l10n.t('Screenplay');
}

/**
 * Where to: as given, or asked for with a good answer filled in; undefined when the writer thinks better of it.
 * @throws WriterError where it is the script's own file
 */
export async function targetFor(app: App, document: vscode.TextDocument, given: unknown, ending: string, kind: string): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) {
    await refuseOwnFile(document.uri, given);
    return given;
  }
  return askTarget(app, document, ending, kind);
}

async function askTarget(app: App, document: vscode.TextDocument, ending: string, kind: string): Promise<vscode.Uri | undefined> {
  const key = `export.${ending}:${document.uri.toString()}`;
  const remembered = app.context.workspaceState.get<string>(key);
  const defaultUri = remembered === undefined ? defaultTarget(app, document, ending) : vscode.Uri.parse(remembered);
  const target = await vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { [kind]: [ending] }, title: vscode.l10n.t('Export {0}', kind), saveLabel: vscode.l10n.t('Export') });
  if (!target) {
    return undefined;
  }
  await refuseOwnFile(document.uri, target);
  if (!document.isUntitled) {
    await app.context.workspaceState.update(key, target.toString());
  }
  return target;
}

function defaultTarget(app: App, document: vscode.TextDocument, ending: string): vscode.Uri | undefined {
  const file = `${nameOf(document, app)}.${ending}`;
  if (!document.isUntitled) {
    return vscode.Uri.joinPath(document.uri, '..', file);
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, file);
}
