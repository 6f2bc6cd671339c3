// Reads the record of AI use from the disk: the files of a `.backlot/ledger` folder.
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { deviceOfHead } from '../core/ledger/head';
import type { LedgerFile } from '../core/ledger/readLedger';
import { reasonOf } from './files';
import { InputError } from './verb';

/** In bytes. No entry comes near it. */
const LONGEST = 20_000_000;

/** Where a script's record stands. */
export function ledgerBeside(script: string): string {
  return path.join(path.dirname(script), '.backlot', 'ledger');
}

/** The folder that is meant: a ledger, or the one inside a folder of scripts. @throws InputError where there is no such folder */
export async function ledgerIn(folder: string): Promise<string> {
  const isFolder = (place: string): Promise<boolean> => stat(place).then((found) => found.isDirectory(), () => false);
  const candidates = [path.join(folder, '.backlot', 'ledger'), path.join(folder, 'ledger'), folder];
  const isNamed = (candidate: string): boolean => path.basename(path.resolve(candidate)) === 'ledger';
  for (const candidate of isNamed(folder) ? [folder] : candidates) {
    if ((await isFolder(candidate)) && (isNamed(candidate) || (await holdsRecord(candidate)))) {
      return candidate;
    }
  }
  throw new InputError((await isFolder(folder)) ? `${folder}: no record of AI use is here, nor in .backlot/ledger inside it.` : `${folder}: there is no such folder.`);
}

/** A folder of any other name is a ledger only by what lies in it. */
async function holdsRecord(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => /-\d{6,}-[0-9a-f]{8}\.json$/.test(name) || deviceOfHead(name) !== undefined);
}

/**
 * Entries and heads of a ledger; none where there is no such folder. A file that cannot be read, is no file or is far
 * too large counts as an empty one, so that the check of the chain names it.
 * @throws InputError where the folder is there and cannot be read
 */
export async function readLedgerFolder(folder: string): Promise<LedgerFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return [];
    }
    throw new InputError(`${folder}: ${reasonOf(error)}.`);
  });
  const files: LedgerFile[] = [];
  for (const name of names.filter((each) => /\.(?:json|head)$/i.test(each)).sort()) {
    files.push({ name, text: await readPlain(path.join(folder, name)) });
  }
  return files;
}

async function readPlain(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() === true && found.size <= LONGEST ? readFile(file, 'utf8').catch(() => '') : '';
}
