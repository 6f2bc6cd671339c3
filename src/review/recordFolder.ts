// The ledger folder beside a script, through the editor's file systems: on disk, on another computer, in a browser.
import * as vscode from 'vscode';
import { isEntryFile, type LedgerFile } from '../core/ledger/readLedger';
import { nameIn } from '../host/fileName';
import type { LedgerFolder } from './recordChain';

/** `.backlot/ledger` beside a script; undefined for one that has no file yet. */
export function ledgerUri(script: vscode.Uri): vscode.Uri | undefined {
  return script.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(script, '..', '.backlot', 'ledger');
}

/** How many files are read at once. */
const AT_ONCE = 24;
/** Larger than any entry: something else that lies in the folder. */
const LARGEST = 16_000_000;

export function ledgerFolder(uri: vscode.Uri): LedgerFolder {
  const { fs } = vscode.workspace;
  const at = (name: string): vscode.Uri => vscode.Uri.joinPath(uri, name);
  return {
    names: () => namesIn(uri),
    read: (name) => readText(at(name)),
    async write(name, text) {
      const beside = at(`.${name}.${Math.random().toString(36).slice(2, 10)}.part`);
      await fs.createDirectory(uri);
      try {
        await fs.writeFile(beside, new TextEncoder().encode(text));
        await fs.rename(beside, at(name), { overwrite: true });
      } catch (error) {
        await fs.delete(beside).then(undefined, () => undefined);
        throw error;
      }
    },
    remove: async (name) => fs.delete(at(name)),
  };
}

/** Every file of a ledger folder with its text, in order of their names. @param known entries' texts by name, that need not be read again */
export async function readLedgerFiles(uri: vscode.Uri, known?: ReadonlyMap<string, string>): Promise<LedgerFile[]> {
  const names = (await namesIn(uri)).filter((name) => /\.(?:json|head)$/i.test(name));
  const files: LedgerFile[] = [];
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const texts = await Promise.all(some.map(async (name) => (isEntryFile(name) ? known?.get(name) : undefined) ?? readText(vscode.Uri.joinPath(uri, name)).catch(() => '')));
    files.push(...some.map((name, index) => ({ name, text: texts[index] ?? '' })));
  }
  return files;
}

async function namesIn(uri: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.filter(([, type]) => (type & vscode.FileType.Directory) === 0).map(([name]) => name).sort();
  } catch (error) {
    if (isMissing(error)) {
      return [];
    }
    throw error;
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > LARGEST ? '' : new TextDecoder().decode(bytes);
  } catch (error) {
    if (isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}

/** A script's path from the folder that holds its `.backlot`. */
export function scriptName(script: vscode.Uri): string {
  return nameIn(script);
}
