// Options of the command line, read by Node's own parser, with sentences for what is wrong.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './verb';

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

/** The options and words of a call. @throws UsageError */
export function readOptions<T extends OptionsConfig>(args: string[], options: T): ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // What Node says on about words that begin with a dash is about none of our verbs.
    throw new UsageError(error instanceof Error ? error.message.replace(/\. To specify a positional argument [\s\S]*$/u, '.') : 'The options cannot be read.');
  }
}

/** The one file a verb takes. @throws UsageError */
export function onlyFile(positionals: readonly string[]): string {
  const [file, ...more] = positionals;
  if (file === undefined) {
    throw new UsageError('Name a Fountain file, or - for standard input.');
  }
  if (more.length > 0) {
    throw new UsageError(`One file at a time: ${more.join(' ')} is too many.`);
  }
  return file;
}
