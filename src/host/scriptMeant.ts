// Which script a command means that was given from anywhere: a menu of a file, an editor, the palette, a view.
import * as vscode from 'vscode';
import { WriterError } from './commands';
import { reopenDocument } from './reopenDocument';
import { isScript } from './scriptStore';

/**
 * The script at the address given; else the one being written, the one in sight, the one whose tab a view hides, the only one open.
 * @param uri what a menu or another command says; anything but an address says nothing
 * @throws WriterError where there is none, or no telling which
 */
export async function scriptMeant(uri: unknown): Promise<vscode.TextDocument> {
  const given = uri instanceof vscode.Uri ? await reopenDocument(uri.toString()) : undefined;
  const document = given ?? scriptInSight() ?? onlyOne(scripts().filter(inFrontTabs())) ?? onlyOne(scripts());
  if (document && isScript(document)) {
    return document;
  }
  throw new WriterError(given === undefined && scripts().length > 1 ? vscode.l10n.t('Click into the script that you mean, then try again.') : vscode.l10n.t('Open a Fountain script first.'));
}

/** The script of the active editor, else the only one that can be seen. */
export function scriptInSight(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return activeTextEditor && isScript(activeTextEditor.document) ? activeTextEditor.document : onlyOne(visibleTextEditors.map(({ document }) => document).filter(isScript));
}

function scripts(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((document) => isScript(document) && !document.isClosed);
}

/** Whether a document has a tab among those of the view in front. */
function inFrontTabs(): (document: vscode.TextDocument) => boolean {
  const inputs = vscode.window.tabGroups.activeTabGroup.tabs.map(({ input }) => input);
  const tabs = new Set(inputs.map((input) => (input instanceof vscode.TabInputText ? input.uri.toString() : undefined)));
  return ({ uri }) => tabs.has(uri.toString());
}

/** The document, however many editors show it; undefined when there are several, or none. */
function onlyOne(documents: readonly vscode.TextDocument[]): vscode.TextDocument | undefined {
  return new Set(documents).size === 1 ? documents[0] : undefined;
}
