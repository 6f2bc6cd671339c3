// What a file is called.
import type * as vscode from 'vscode';

/** The name of a file or folder, with its ending. */
export function nameIn({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
