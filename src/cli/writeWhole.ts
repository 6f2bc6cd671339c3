// Writes what a verb has made: whole, or not at all.
import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
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
};

/**
 * Writes beside the target first and then puts the whole file in its place, so that an older file stays until the new one is there.
 * "-" is standard output. @throws InputError with one sentence; nothing is left behind then
 */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  if (target === '-') {
    await new Promise<void>((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));
    return;
  }
  // Through a link, to the file it stands for: a rename would put the file where the link was.
  const real = await realpath(target).catch(() => target);
  const beside = path.join(path.dirname(real), `.${path.basename(real).slice(0, 100)}.${randomUUID().slice(0, 8)}.part`);
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(`${target} was not written: ${REASONS[code] ?? 'the system refused it'}.`);
  }
}
