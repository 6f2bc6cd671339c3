// backlot: the core without an editor. Gives the verbs the process's streams.
import { readFile } from 'node:fs/promises';
import { decodeText } from './cli/decode';
import { run } from './cli/run';
import { InputError } from './cli/verb';
import { writeWhole } from './cli/writeWhole';

async function readInput(path: string): Promise<string> {
  try {
    return decodeText(path === '-' ? await readStandardInput() : await readFile(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'it may not be read' : 'it cannot be read';
    throw new InputError(`${path}: ${reason}.`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
// A reader that has seen enough (| head) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

void run(process.argv.slice(2), {
  readInput,
  writeOutput: writeWhole,
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  env: process.env,
  signal: interrupted.signal,
}).then((code) => {
  process.exitCode = code;
});
