// Writes an exported file: whole in its place, or not at all.
import * as vscode from 'vscode';
import { WriterError } from './commands';
import { nameIn } from './fileName';

/**
 * Writes beside the target first, then puts the whole file in its place: what stood there stays until then.
 * @throws WriterError with a sentence saying why not; nothing half-written is left
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const name = nameIn(target);
  const beside = vscode.Uri.joinPath(target, '..', `.${name.slice(0, 100)}.${Math.random().toString(36).slice(2, 10)}.part`);
  const there = await vscode.workspace.fs.stat(target).then(({ type }) => type, () => undefined);
  if (there !== undefined && (there & vscode.FileType.Directory) !== 0) {
    // To put a file in a folder's place would take away the folder.
    throw new WriterError(vscode.l10n.t('{0} was not written: a folder has that name. Choose another name.', name));
  }
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined);
    throw new WriterError(sentenceFor(name, error));
  }
}

function sentenceFor(name: string, error: unknown): string {
  const said = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : '';
  if (/ENOSPC|EDQUOT|no space|quota/i.test(said)) {
    return vscode.l10n.t('{0} was not written: the disk is full. Make room, or choose another place.', name);
  }
  if (/NoPermissions|EACCES|EPERM|EROFS|read-?only|permission/i.test(said)) {
    return vscode.l10n.t('{0} was not written: nothing may be written in that folder. Choose another place.', name);
  }
  if (/EBUSY|busy|being used/i.test(said)) {
    return vscode.l10n.t('{0} was not written: another program has it open. Close it there, or choose another name.', name);
  }
  if (/ENAMETOOLONG|too long/i.test(said)) {
    return vscode.l10n.t('{0} was not written: the name is too long.', name);
  }
  return vscode.l10n.t('{0} was not written: it cannot be written there. Choose another place.', name);
}
