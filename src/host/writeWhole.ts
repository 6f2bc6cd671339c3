// Writes an exported file: whole in its place, or not at all.
import * as vscode from 'vscode';
import { WriterError } from './commands';
import { nameIn } from './fileName';

/**
 * Writes beside the target first, then puts the whole file in its place: what stood there stays until then. Through a link, to the
 * file it stands for.
 * @throws WriterError with a sentence saying why not. Nothing half-written is left; where an older file was lost on the way, the new one stays beside it
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const name = nameIn(target);
  const beside = vscode.Uri.joinPath(target, '..', `.${name.slice(0, 100)}.${Math.random().toString(36).slice(2, 10)}.part`);
  const { fs } = vscode.workspace;
  const there = await statOf(target);
  if (there && (there.type & vscode.FileType.Directory) !== 0) {
    // To put a file in a folder's place would take away the folder.
    throw new WriterError(vscode.l10n.t('{0} was not written: a folder has that name. Choose another name.', name));
  }
  try {
    await fs.writeFile(beside, bytes);
    if (there && (there.type & vscode.FileType.SymbolicLink) !== 0) {
      // A rename would put the file where the link was, and VS Code does not say where the link leads.
      await fs.writeFile(target, bytes);
      await fs.delete(beside);
    } else {
      await fs.rename(beside, target, { overwrite: true });
    }
  } catch (error) {
    if (there && (await isWhole(beside, bytes)) && isOther(there, await statOf(target))) {
      // VS Code may take away the older file before it renames. Then the new one is all that there is.
      throw new WriterError(vscode.l10n.t('{0} was not written, and what it was before is gone. The new one is beside it, whole: rename {1}.', name, nameIn(beside)));
    }
    await fs.delete(beside).then(undefined, () => undefined);
    throw new WriterError(sentenceFor(name, error));
  }
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
}

async function isWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  return (await statOf(uri))?.size === bytes.length;
}

function isOther(before: vscode.FileStat, now: vscode.FileStat | undefined): boolean {
  return now?.size !== before.size || now.mtime !== before.mtime;
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
