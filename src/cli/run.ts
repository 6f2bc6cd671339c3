// Finds the verb of a call, runs it, and turns errors into sentences and exit codes.
import { breakdownVerb } from './breakdown';
import { doodVerb } from './dood';
import { fdxVerb } from './fdx';
import { htmlVerb } from './html';
import { ledgerVerb } from './ledger';
import { outlineVerb } from './outline';
import { pagesVerb } from './pages';
import { parseVerb } from './parse';
import { pdfVerb } from './pdf';
import { promptVerb } from './prompt';
import { reportVerb } from './report';
import { rewriteVerb } from './rewrite';
import { scenariosVerb } from './scenarios';
import { scheduleVerb } from './schedule';
import { sequenceVerb } from './sequence';
import { statsVerb } from './stats';
import { suggestVerb } from './suggest';
import { InputError, UsageError, type Io, type Verb } from './verb';

const VERBS: readonly Verb[] = [parseVerb, outlineVerb, pagesVerb, pdfVerb, htmlVerb, fdxVerb, statsVerb, suggestVerb, promptVerb, rewriteVerb, scenariosVerb, reportVerb, ledgerVerb, breakdownVerb, scheduleVerb, sequenceVerb, doodVerb];

function help(): string {
  const verbs = VERBS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}\n`).join('');
  return `backlot VERB FILE [options]: screenplays in Fountain, without an editor\n\n${verbs}\nFILE may be - for standard input. backlot VERB --help tells more.\n`;
}

/** Runs a call. Resolves to the exit code of cli.md: 0 done, 1 the input or the service failed, 2 wrong usage. */
export async function run(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.writeError(help());
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    io.write(help());
    return 0;
  }
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (!verb) {
    io.writeError(`There is no verb ${name}.\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.write(`${verb.usage}\n\n${verb.summary}\n`);
    return 0;
  }
  try {
    return await verb.run(rest, io);
  } catch (error) {
    return tell(error, verb, rest, io);
  }
}

function tell(error: unknown, verb: Verb, args: string[], io: Io): number {
  if (error instanceof UsageError) {
    const calls = verb.usage.split('\n').filter((line) => line.startsWith('backlot '));
    io.writeError(`${error.message}\n\n${calls.join('\n')}\nbacklot ${verb.name} --help tells more.\n`);
    return 2;
  }
  const message = error instanceof InputError ? error.message : `Something went wrong that should not: ${String(error)}`;
  io.writeError(`${message}\n`);
  if (args.includes('--json')) {
    io.write(`${JSON.stringify({ error: { kind: error instanceof InputError ? 'input' : 'internal', message } })}\n`);
  }
  return 1;
}
