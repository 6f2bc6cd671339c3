// Writes what a verb has made: whole, or not at all.
import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, lstat, open, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from './verb';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'that is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be written there',
  EPERM: 'it may not be written there',
  EROFS: 'that disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EBUSY: 'another program has it open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its link leads round in a circle',
  EPIPE: 'what it leads to was closed',
};

/**
 * Writes beside the target first and then puts the whole file in its place, so that an older file stays until the new one is there.
 * What is no file (a pipe with a name, a device) is written into. "-" is standard output.
 * @throws InputError with one sentence; nothing is left behind then
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  if (target === '-') {
    await new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));
    return;
  }
  try {
    const older = await stat(target).catch(() => undefined);
    if (older && !older.isFile() && !older.isDirectory()) {
      await writeInto(target, bytes);
    } else {
      const real = await placeFor(target);
      if (older?.isFile() && !(await mayWrite(real, older))) {
        throw new InputError(`${target} was not written: it can only be read. Allow writing to it, or name another file.`);
      }
      await putInPlace(real, bytes, older);
    }
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(`${target} was not written: ${REASONS[code] ?? 'the system refused it'}.`);
  }
}

/** Neither made nor emptied: it is there, and others may hold its other end. */
async function writeInto(target: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(target, constants.O_WRONLY);
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** Through links, to the file that they stand for, be it there or not: a rename would put the file where the link was. */
async function placeFor(target: string): Promise<string> {
  try {
    return await realpath(target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOOP') {
      throw error;
    }
  }
  const isLink = await lstat(target).then((found) => found.isSymbolicLink(), () => false);
  return isLink ? placeFor(path.resolve(await realpath(path.dirname(target)), await readlink(target))) : target;
}

/** Its owner said no, which holds for an administrator too, who could. */
async function mayWrite(file: string, { mode }: Stats): Promise<boolean> {
  return (mode & 0o222) !== 0 && access(file, constants.W_OK).then(() => true, () => false);
}

async function putInPlace(real: string, bytes: Uint8Array, older: Stats | undefined): Promise<void> {
  const beside = path.join(path.dirname(real), `.${path.basename(real).slice(0, 100)}.${randomUUID().slice(0, 8)}.part`);
  try {
    // As the older file was: what only its owner could read stays so, from its first byte on.
    const mode = older && older.mode & 0o777;
    const handle = await open(beside, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      if (older && mode !== undefined) {
        // Allowed to administrators alone, and nobody else needs it.
        await handle.chown(older.uid, older.gid).catch(() => undefined);
        await handle.chmod(mode);
      }
    } finally {
      await handle.close();
    }
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
