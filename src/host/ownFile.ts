// Keeps a script from being written over by what is made of it.
import * as vscode from 'vscode';
import { WriterError } from './commands';
import { nameIn } from './fileName';

/** @throws WriterError where the target is the script's own file, by whatever name */
export async function refuseOwnFile(script: vscode.Uri, target: vscode.Uri): Promise<void> {
  if (script.toString() === target.toString() || (await isSameFile(script, target))) {
    throw new WriterError(vscode.l10n.t('{0} is the screenplay itself, and would be lost. Choose another name.', nameIn(target)));
  }
}

/**
 * VS Code does not say where a link leads, nor whether a disk tells capitals apart. What has the script's times, size and every
 * byte is the script, or a copy that must be kept as well.
 */
async function isSameFile(one: vscode.Uri, other: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  try {
    const [a, b] = await Promise.all([fs.stat(one), fs.stat(other)]);
    if (a.size !== b.size || a.mtime !== b.mtime || a.ctime !== b.ctime) {
      return false;
    }
    const [left, right] = await Promise.all([fs.readFile(one), fs.readFile(other)]);
    return left.length === right.length && left.every((byte, at) => byte === right[at]);
  } catch {
    // One of them is not there: not saved yet, or a new name.
    return false;
  }
}
