// Where a script's scenarios are kept: .backlot/scenarios/<the script's file name>/ beside it, if anything may be written there.
import * as vscode from 'vscode';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { writeWhole } from '../host/writeWhole';
import type { Folder } from './shelf';

/** In bytes. A developed scenario with its scenes is a tenth of it. */
const MOST_BYTES = 2_000_000;

/** Why nothing can be kept on disk for a script. */
export type WhyNot = 'untitled' | 'untrusted' | 'readOnly';

export function whyNotKept({ isUntitled, uri }: Pick<vscode.TextDocument, 'isUntitled' | 'uri'>): WhyNot | undefined {
  if (isUntitled || uri.scheme === 'untitled') {
    return 'untitled';
  }
  if (!vscode.workspace.isTrusted) {
    return 'untrusted';
  }
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? 'readOnly' : undefined;
}

export function folderOf(script: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(script, '..', '.backlot', 'scenarios', nameIn(script));
}

/**
 * Brings a script's scenarios to where it is now: the folder, or where one of that name is there, each file that is not.
 * @throws WriterError where nothing may be written
 */
export async function bringFiles(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const isThere = (uri: vscode.Uri): Thenable<boolean> => fs.stat(uri).then(() => true, () => false);
  const [old, now] = [folderOf(from), folderOf(to)];
  if (!(await isThere(old))) {
    return;
  }
  if (!vscode.workspace.isTrusted) {
    throw new WriterError(vscode.l10n.t('You have not trusted this folder, so nothing is written in it.'));
  }
  if (!(await isThere(now))) {
    await fs.rename(old, now);
    return;
  }
  for (const [name] of await fs.readDirectory(old)) {
    // One of the same name is the same scenario: neither is written over.
    await fs.rename(vscode.Uri.joinPath(old, name), vscode.Uri.joinPath(now, name), { overwrite: false }).then(undefined, () => undefined);
  }
  if ((await fs.readDirectory(old)).length === 0) {
    await fs.delete(old);
  }
}

/** @param refusal a sentence on why nothing may be written: then what is there is read, and no more */
export function openFolder(folder: vscode.Uri, refusal: string | undefined): Folder {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(folder, name);
  return {
    async list() {
      const entries = await fs.readDirectory(folder).then(undefined, () => []);
      return entries.filter(([name, type]) => name.endsWith('.json') && (type & vscode.FileType.File) !== 0).map(([name]) => name);
    },
    async read(name) {
      try {
        const { size } = await fs.stat(at(name));
        // Beyond the limit the reader refuses it: no more is read than shows that.
        return size > MOST_BYTES ? ' '.repeat(MOST_BYTES) : new TextDecoder().decode(await fs.readFile(at(name)));
      } catch {
        return undefined;
      }
    },
    async write(name, text) {
      if (refusal !== undefined) {
        throw new WriterError(refusal);
      }
      await writeWhole(at(name), new TextEncoder().encode(text));
    },
    async remove(name) {
      if (refusal !== undefined) {
        throw new WriterError(refusal);
      }
      // To the bin, where there is one: a scenario deleted in haste comes back from there.
      await fs.delete(at(name), { useTrash: true }).then(undefined, () => fs.delete(at(name)));
    },
  };
}
