// Opens a script that the writer worked on before.
import * as vscode from 'vscode';
import { WriterError } from './commands';
import { nameIn } from './fileName';

/**
 * The document at an address, opened if it was closed.
 * @throws WriterError when its file is not there any more
 */
export async function reopenDocument(uri: string): Promise<vscode.TextDocument> {
  const address = vscode.Uri.parse(uri);
  try {
    return await vscode.workspace.openTextDocument(address);
  } catch {
    throw new WriterError(vscode.l10n.t('{0} cannot be opened. If the file was deleted or moved, bring it back first.', nameIn(address)));
  }
}
