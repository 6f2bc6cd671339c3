// backlot suggest: alternatives for a speech, from the model that the environment names.
import { sliceOf } from '../core/fountain/script';
import { createAnswerReader, type RawAlternative } from '../core/suggest/answerReader';
import { checkAlternative, type CheckedAlternative, type Refusal } from '../core/suggest/checkAlternative';
import { modelFromEnvironment } from '../models/environment';
import type { Finish, Model, ModelFailure, Usage } from '../models/model';
import { readAsking, requestFor, type Asking } from './askAbout';
import type { Io, Verb } from './verb';

interface Alternative {
  readonly text: string;
  readonly intent?: string;
}

interface Answer {
  readonly alternatives: Alternative[];
  /** What the writer should know: lines refused, an answer cut. */
  readonly notes: string[];
  usage?: Usage;
  failure?: ModelFailure;
}

export const suggestVerb: Verb = {
  name: 'suggest',
  summary: 'alternatives for the speech on a line, from the model named by BACKLOT_BASE_URL, BACKLOT_MODEL and BACKLOT_API_KEY',
  usage: 'backlot suggest FILE --line N [-n 3] [--direction TEXT] [--json]',
  async run(args, io) {
    const asking = await readAsking(args, io);
    const model = modelFromEnvironment(io.env);
    if ('message' in model) {
      return tellFailure(model, asking, io);
    }
    const answer = await ask(model, asking, io);
    const { failure } = answer;
    // What came whole before a connection broke is worth having; a writer's own Ctrl+C is no answer.
    if (failure && (failure.kind === 'cancelled' || answer.alternatives.length === 0)) {
      return tellFailure(failure, asking, io, answer.notes);
    }
    if (answer.alternatives.length === 0) {
      return tellFailure({ kind: 'badAnswer', message: 'The answer held no line that can be used. Asking again may help.' }, asking, io, answer.notes);
    }
    const notes = failure ? [...answer.notes, failure.message] : answer.notes;
    const { script, speech } = asking;
    if (asking.json) {
      const original = sliceOf(script, speech.from, speech.to);
      io.write(`${JSON.stringify({ original, alternatives: answer.alternatives, notes, ...(answer.usage && { usage: answer.usage }) })}\n`);
    } else {
      notes.forEach((note) => io.writeError(`${note}\n`));
    }
    return 0;
  },
};

function tellFailure({ kind, message, said }: ModelFailure, { json }: Asking, io: Io, notes: readonly string[] = []): number {
  [...notes, message, ...(said === undefined ? [] : [`The server said: ${said}`])].forEach((line) => io.writeError(`${line}\n`));
  if (json) {
    io.write(`${JSON.stringify({ error: { kind, message } })}\n`);
  }
  return 1;
}

/** Asks the model and takes what it says, printing alternatives for a person as each is whole. */
async function ask(model: Model, asking: Asking, io: Io): Promise<Answer> {
  const answer: Answer = { alternatives: [], notes: [] };
  const reader = createAnswerReader();
  const take = (raws: readonly RawAlternative[]): void => raws.forEach((raw) => takeOne(raw, asking, answer, io));
  if (!asking.json) {
    io.writeError(`Asking ${model.label}.\n`);
  }
  for await (const event of model.stream(requestFor(asking, model.contextTokens), io.signal)) {
    if (event.kind === 'text') {
      take(reader.push(event.text));
    } else if (event.kind === 'failed') {
      answer.failure = event.failure;
    } else {
      take(reader.end(event.finish !== 'stop'));
      noteFinish(event.finish, answer);
      if (event.usage) {
        answer.usage = event.usage;
      }
    }
  }
  return answer;
}

function takeOne(raw: RawAlternative, asking: Asking, answer: Answer, io: Io): void {
  if (answer.alternatives.length >= asking.count) {
    return;
  }
  const { script, speech, direction } = asking;
  const accepted = answer.alternatives.map(({ text }) => text);
  const checked: CheckedAlternative = checkAlternative({ script, speech, accepted, ...(direction !== undefined && { direction }) }, raw);
  if (!checked.ok) {
    answer.notes.push(`Left out a line: ${whyRefused(checked)}.`);
    return;
  }
  const { text, intent } = checked;
  answer.alternatives.push(intent === undefined ? { text } : { text, intent });
  if (!asking.json) {
    const label = intent === undefined ? '' : `  [${intent}]`;
    io.write(`${answer.alternatives.length}.${label}\n${text.replace(/\r\n?|\n/g, '\n').replace(/^/gm, '   ')}\n\n`);
  }
}

function whyRefused(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'same':
      return 'it is the speech as it stands';
    case 'alike':
      return refusal.to === 'original' ? 'it is too like the speech as it stands' : 'it is too like another';
    case 'empty':
      return 'it has no words';
    case 'long':
      return `it has ${refusal.words} words, at most ${refusal.allowed} are asked for`;
    case 'structure':
      return `it brings along a ${refusal.found === 'form' ? 'piece of the answer around it' : refusal.found}`;
    case 'unsafe':
      return 'put in place, it would change what stands around it';
  }
}

function noteFinish(finish: Finish, answer: Answer): void {
  if (finish !== 'stop') {
    answer.notes.push(finish === 'length' ? 'The answer was longer than allowed and was cut.' : 'The answer was cut off.');
  }
}
