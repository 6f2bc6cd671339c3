// backlot parse: the elements of a script.
import { parse } from '../core/fountain/parse';
import { elementsJson, type ElementJson } from './elementJson';
import { onlyFile, readOptions } from './options';
import { UsageError, type Io, type Verb } from './verb';

export const parseVerb: Verb = {
  name: 'parse',
  summary: 'the elements of a script, with their lines',
  usage: 'backlot parse FILE [--json]\nbacklot parse --batch < REQUESTS.ndjson   (lines of {"id", "input"}; answers lines of {"id", "elements"})',
  async run(args, io) {
    const { values, positionals } = readOptions(args, { json: { type: 'boolean' }, batch: { type: 'boolean' } });
    if (values.batch) {
      if (positionals.length > 1 || (positionals[0] ?? '-') !== '-') {
        throw new UsageError('--batch reads its requests from standard input: name no file.');
      }
      return runBatch(await io.readInput('-'), io);
    }
    const elements = elementsJson(parse(await io.readInput(onlyFile(positionals))));
    io.write(values.json ? `${JSON.stringify({ elements })}\n` : elements.map(lineFor).join(''));
    return 0;
  },
};

function lineFor(element: ElementJson): string {
  const words = element['text'] ?? element['name'] ?? '';
  const text = typeof words === 'string' ? words.replaceAll('\n', ' / ') : '';
  return `${String(element.line + 1).padStart(5)}  ${element.type.padEnd(14)} ${text}`.trimEnd() + '\n';
}

/** Answers every line it can. A line that is no request is answered with an error, and the exit code says so. */
function runBatch(requests: string, io: Io): number {
  let failed = false;
  for (const line of requests.split('\n')) {
    if (line.trim() === '') {
      continue;
    }
    const request = readRequest(line);
    failed ||= request === undefined;
    const answer = request
      ? { id: request.id, elements: elementsJson(parse(request.input)) }
      : { id: null, error: { kind: 'badInput', message: 'This line is no JSON object with "id" and a text "input".' } };
    io.write(`${JSON.stringify(answer)}\n`);
  }
  if (failed) {
    io.writeError('Some lines could not be read as requests; the others are answered.\n');
  }
  return failed ? 1 : 0;
}

function readRequest(line: string): { id: unknown; input: string } | undefined {
  try {
    const request: unknown = JSON.parse(line);
    if (typeof request === 'object' && request !== null && 'input' in request && typeof request.input === 'string') {
      return { id: 'id' in request ? request.id : null, input: request.input };
    }
  } catch {
    // Not JSON: answered as such.
  }
  return undefined;
}
