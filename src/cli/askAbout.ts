// What suggest and prompt share: their options, the speech they are about, and the request for it.
import type { ChatRequest } from '../core/suggest/chat';
import { dialogueRequest } from '../core/suggest/dialogueRequest';
import { instructionOf } from '../core/suggest/directions';
import { parse } from '../core/fountain/parse';
import type { Script } from '../core/fountain/script';
import { speechesOf, type Speech } from '../core/script/speeches';
import { onlyFile, readOptions } from './options';
import { readScript } from './readScript';
import { InputError, UsageError, type Io } from './verb';

export interface Asking {
  readonly script: Script;
  readonly speech: Speech;
  readonly count: number;
  readonly direction?: string;
  readonly json: boolean;
}

const MOST = 10;

function wholeNumber(text: string | undefined, option: string, most: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most) {
    throw new UsageError(most === Infinity ? `${option} takes a whole number from 1.` : `${option} takes a whole number from 1 to ${most}.`);
  }
  return value;
}

/** The speech on a line counted from 1, its cue's line included. @throws InputError when there is none */
function speechOnLine(script: Script, line: number): Speech {
  const found = speechesOf(script).find(({ cueLine, endLine }) => cueLine <= line - 1 && line - 1 <= endLine);
  if (!found) {
    throw new InputError(line - 1 > script.lines ? `There is no line ${line}: the script has ${script.lines + 1}.` : `Line ${line} is not in a speech.`);
  }
  return found;
}

/** Reads a call of `suggest` or `prompt`. @throws UsageError, InputError */
export async function readAsking(args: string[], io: Io): Promise<Asking> {
  const { values, positionals } = readOptions(args, {
    line: { type: 'string' },
    count: { type: 'string', short: 'n' },
    direction: { type: 'string' },
    json: { type: 'boolean' },
  });
  const line = wholeNumber(values.line, '--line', Infinity);
  const count = wholeNumber(values.count, '-n', MOST) ?? 3;
  const file = onlyFile(positionals);
  if (line === undefined) {
    throw new UsageError('Say which speech: --line N, counted from 1 as editors do.');
  }
  const script = parse(await readScript(file, io));
  const typed = values.direction?.trim();
  // The names of our own directions stand for their instructions.
  const direction = typed ? (instructionOf(typed) ?? typed) : undefined;
  return { script, speech: speechOnLine(script, line), count, json: values.json === true, ...(direction !== undefined && { direction }) };
}

/** The request for a model that can read so many tokens. */
export function requestFor({ script, speech, count, direction }: Asking, contextTokens: number): ChatRequest {
  return dialogueRequest({ script, speech, count, already: [], contextTokens, ...(direction !== undefined && { direction }) });
}
