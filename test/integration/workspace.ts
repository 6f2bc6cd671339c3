// What integration tests do over and over: open a script with given text, type, wait for something to become true.
import * as vscode from 'vscode';

let made = 0;

/** A new file of the workspace with this text, shown in an editor. Its name is its own, so tests never meet each other's. */
export async function openScript(text: string, name?: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('the tests need a workspace folder');
  }
  made += 1;
  const uri = vscode.Uri.joinPath(folder.uri, name ?? `test-${made}.fountain`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Backlot, active. */
export async function activateBacklot(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('backlot.backlot');
  if (!extension) {
    throw new Error('Backlot is not installed in this VS Code');
  }
  await extension.activate();
  return extension;
}

/**
 * Waits until `probe` gives something other than undefined or false, and gives that.
 * @throws when `timeoutMs` pass first, naming `what`
 */
export async function waitFor<T>(what: string, probe: () => T | undefined | false | Promise<T | undefined | false>, timeoutMs = 10_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${timeoutMs} ms for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Closes every editor without saving, so that the next test begins with an empty window. */
export async function closeAllEditors(): Promise<void> {
  // Not settings.json, which VS Code holds dirty for a moment while it writes a setting.
  const ours = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  for (const document of vscode.workspace.textDocuments.filter((open) => open.isDirty && ours(open))) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
