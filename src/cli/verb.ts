// What a verb of the command line is, and what it may reach: given in, so that tests need no process.

export interface Io {
  /** The text of a file, or of standard input for "-". Rejects with an InputError. */
  readInput(path: string): Promise<string>;
  /** Puts a whole file in its place, or, for "-", on standard output. Rejects with an InputError, and then nothing half-written is left. */
  writeOutput(path: string, bytes: Uint8Array): Promise<void>;
  /** To standard output. */
  write(text: string): void;
  /** To standard error. */
  writeError(text: string): void;
  readonly env: Record<string, string | undefined>;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  /** Resolves to the exit code: 0 done, 1 the input or the service failed, 2 wrong usage. */
  run(args: string[], io: Io): Promise<number>;
}

/** The input cannot be had or read: exit 1 with this sentence. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The same, because there is no such file. */
export class NoFileError extends InputError {}

/** The call's words are off: exit 2 with this sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
