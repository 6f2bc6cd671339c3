// The files of one call: what it reads, what it writes, and that it never writes over what it read.
import { fstat, stat } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { decode, isBinary, type Decoded } from './decode';
import { InputError, NoFileError, UsageError, type Io } from './verb';
import { writeWhole } from './writeWhole';

/** A call's reading and writing. Every script that was read is kept from being written over, by whatever name. `tell` takes a line for the writer. */
export function callFiles(tell: (line: string) => void): Pick<Io, 'readInput' | 'writeOutput'> {
  const read = new Set<string>();
  return {
    async readInput(input) {
      read.add(input);
      const { text, guessed } = await readText(input);
      if (guessed && !isBinary(text)) {
        tell(`${input === '-' ? 'Standard input' : input} is not in UTF-8 and was read as Windows-1252: if letters with accents are wrong, save it in UTF-8.\n`);
      }
      return text;
    },
    async writeOutput(output, bytes) {
      for (const input of output === '-' ? [] : read) {
        if (await isSameFile(input, output)) {
          throw new UsageError(`${output} is a script that this call reads: name another file to write to.`);
        }
      }
      await writeWhole(output, bytes);
    },
  };
}

/** By the place on the disk, so that links and names in other capitals count; "-" is the file that standard input comes from, if it is one. */
async function isSameFile(input: string, output: string): Promise<boolean> {
  if (input !== '-' && (await placeOf(input)) === (await placeOf(output))) {
    return true;
  }
  const [one, other] = await Promise.all([identityOf(input), identityOf(output)]);
  return one !== undefined && one === other;
}

const placeOf = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));

async function identityOf(file: string): Promise<string | undefined> {
  const found = await (file === '-' ? promisify(fstat)(0, { bigint: true }) : promisify(stat)(file, { bigint: true })).catch(() => undefined);
  // Some file systems number no files.
  return found?.isFile() === true && found.ino !== 0n ? `${found.dev}:${found.ino}` : undefined;
}

async function readText(file: string): Promise<Decoded> {
  try {
    return decode(file === '-' ? await readStandardInput() : await readFile(file));
  } catch (error) {
    const message = `${file}: ${reasonOf(error)}.`;
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new NoFileError(message) : new InputError(message);
  }
}

/** Why a file was not read, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : 'it cannot be read';
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}
