// Where a script's production is kept: <script>.production.json beside it.
import * as vscode from 'vscode';
import { productionFileName } from '../core/production/fileName';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { writeWhole } from '../host/writeWhole';
import type { ProductionFile } from './keptProduction';

/** In bytes. A feature with a dozen boards is a twentieth of it. */
const MOST_BYTES = 20_000_000;

export function fileOf(script: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(script, '..', productionFileName(nameIn(script)));
}

/** @param script where the script is now: it may be given another name */
export function onDisk(script: () => vscode.Uri): ProductionFile {
  return {
    read: () => readText(fileOf(script())),
    write: async (text) => {
      const bytes = new TextEncoder().encode(text);
      if (bytes.length > MOST_BYTES) {
        throw new WriterError(vscode.l10n.t('The production would be too large for its file. Nothing was changed.'));
      }
      await writeWhole(fileOf(script()), bytes);
    },
  };
}

/**
 * Brings a script's production to the script's new name. Where one of that name is there already, both stay as they are.
 * @throws WriterError where it cannot be moved
 */
export async function moveFile(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const [old, now] = [fileOf(from), fileOf(to)];
  const { fs } = vscode.workspace;
  const isThere = (uri: vscode.Uri) => fs.stat(uri).then(() => true, () => false);
  if (old.toString() === now.toString() || !(await isThere(old)) || (await isThere(now))) {
    return;
  }
  try {
    await fs.rename(old, now);
  } catch {
    throw new WriterError(vscode.l10n.t('{0} could not be renamed along with its script. Rename it to {1}.', nameIn(old), nameIn(now)));
  }
}

async function readText(file: vscode.Uri): Promise<string | undefined> {
  const { fs } = vscode.workspace;
  let size: number;
  try {
    ({ size } = await fs.stat(file));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return undefined;
    }
    throw new WriterError(vscode.l10n.t('{0} cannot be read. Look whether it may be opened, then try again.', nameIn(file)));
  }
  if (size > MOST_BYTES) {
    throw new WriterError(vscode.l10n.t('{0} is too large to be a production.', nameIn(file)));
  }
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(await fs.readFile(file));
}
