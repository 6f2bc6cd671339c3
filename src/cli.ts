// backlot: the core without an editor. Gives the verbs the process's streams.
import { callFiles } from './cli/files';
import { run } from './cli/run';

const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
// A reader that has seen enough (| head) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const writeError = (text: string): void => void process.stderr.write(text);

void run(process.argv.slice(2), {
  ...callFiles(writeError),
  write: (text) => void process.stdout.write(text),
  writeError,
  env: process.env,
  signal: interrupted.signal,
}).then((code) => {
  process.exitCode = code;
});
