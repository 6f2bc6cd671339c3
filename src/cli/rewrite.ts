// backlot rewrite: a new version of a scene or of some lines, from the model that the environment names. Changes nothing.
import { checkDraft } from '../core/drafts/checkDraft';
import type { Draft } from '../core/drafts/draft';
import { paperLength } from '../core/drafts/draftLength';
import { createDraft, writeDraft } from '../core/drafts/follow';
import { hunksOf } from '../core/drafts/hunks';
import { createDraftReader } from '../core/rewrite/draftReader';
import { rewriteRequest, stretchFits } from '../core/rewrite/rewriteRequest';
import type { ChatRequest } from '../core/suggest/chat';
import { modelFromEnvironment } from '../models/environment';
import type { Finish, Model, ModelFailure, Usage } from '../models/model';
import { readRewriting, type Rewriting } from './askRewrite';
import { plain } from './ledger';
import { sayProblem } from './sayProblem';
import { InputError, type Io, type Verb } from './verb';

/** Stands in where no model is named, so that a request can be read before there is one. */
const NOBODY = { BACKLOT_BASE_URL: 'http://localhost:11434/v1', BACKLOT_MODEL: 'no-model-named' };

interface Answer {
  written: string;
  usage?: Usage;
  failure?: ModelFailure;
}

export const rewriteVerb: Verb = {
  name: 'rewrite',
  summary: 'a new version of a scene or of some lines, printed; the script stays as it is',
  usage: 'backlot rewrite FILE (--scene N | --lines A-B) [--direction TEXT] [--to LENGTH] [--like N] [--prompt] [--json]',
  async run(args, io) {
    const asking = await readRewriting(args, io);
    const named = asking.prompt ? { ...NOBODY, ...Object.fromEntries(Object.entries(io.env).filter(([, value]) => value?.trim())) } : io.env;
    const model = modelFromEnvironment(named);
    if ('message' in model) {
      return tellFailure(model, asking, io);
    }
    const request = requestFor(asking, model);
    if (asking.prompt) {
      io.write(`${model.preview(request)}\n`);
      return 0;
    }
    const answer = await ask(model, request, asking, io);
    const { failure } = answer;
    // A draft that broke off is no version of the scene, but worth reading; a writer's own Ctrl+C is no answer.
    if (failure && (failure.kind === 'cancelled' || answer.written.trim() === '')) {
      return tellFailure(failure, asking, io);
    }
    if (answer.written.trim() === '') {
      return tellFailure({ kind: 'badAnswer', message: 'The answer held no screenplay. Asking again may help.' }, asking, io);
    }
    tell(draftOf(asking, answer), asking, answer, io);
    return failure ? 1 : 0;
  },
};

function requestFor({ script, span, direction, wish, like }: Rewriting, model: Model): ChatRequest {
  const { contextTokens } = model;
  if (!stretchFits(script, span, contextTokens)) {
    throw new InputError(`That is too long for this model, which reads ${contextTokens} tokens at a time: rewrite fewer lines (--lines A-B), or set BACKLOT_CONTEXT_TOKENS if it reads more.`);
  }
  return rewriteRequest({ script, span, wish, contextTokens, ...(direction === undefined ? {} : { direction }), ...(like ? { like } : {}) });
}

async function ask(model: Model, request: ChatRequest, { json }: Rewriting, io: Io): Promise<Answer> {
  const answer: Answer = { written: '' };
  const reader = createDraftReader();
  if (!json) {
    io.writeError(`Asking ${model.label}.\n`);
  }
  for await (const event of model.stream(request, io.signal)) {
    if (event.kind === 'text') {
      answer.written += reader.push(event.text);
    } else if (event.kind === 'failed') {
      answer.failure = event.failure;
    } else {
      const failure = cutOff(event.finish);
      if (failure) {
        answer.failure = failure;
      }
      if (event.usage) {
        answer.usage = event.usage;
      }
    }
  }
  answer.written += reader.end();
  return answer;
}

/** What is wrong with an answer that did not come to its end. */
function cutOff(finish: Finish): ModelFailure | undefined {
  if (finish === 'stop') {
    return undefined;
  }
  return { kind: 'badAnswer', message: finish === 'length' ? 'The answer was longer than allowed and was cut: the end of the draft is missing.' : 'The answer was cut off: the end of the draft is missing.' };
}

/** As the editor would hold it: in the script's manner, with the notes that no model is shown. */
function draftOf({ script, span, direction, wish, title }: Rewriting, { written }: Answer): Draft {
  const draft = createDraft({ id: 'draft', kind: 'rewrite', uri: '', title, script, span, wish, createdAt: 0, ...(direction === undefined ? {} : { direction }) });
  return { ...writeDraft(draft, written), activity: { kind: 'idle' } };
}

function tell(draft: Draft, { script, json, title }: Rewriting, { usage, failure }: Answer, io: Io): void {
  const problems = checkDraft(draft, script);
  const notes = failure ? [failure.message] : [];
  if (json) {
    const hunks = hunksOf(draft).map(({ removed, inserted }) => ({ removed, inserted }));
    const length = { before: paperLength(draft.base), after: paperLength(draft.text) };
    io.write(`${JSON.stringify({ title, original: draft.base, draft: draft.text, hunks, problems, length, notes, ...(usage && { usage }), ...(failure && { error: { kind: failure.kind, message: failure.message } }) })}\n`);
    return;
  }
  draft.text.replace(/\r\n?/g, '\n').trimEnd().split('\n').forEach((line) => io.write(`${plainLine(line)}\n`));
  [...notes, ...problems.map(sayProblem)].forEach((line) => io.writeError(`${plain(line)}\n`));
}

/** A line of the draft for a terminal: nothing in it steers that, tabs stay. */
function plainLine(line: string): string {
  return line.split('\t').map(plain).join('\t');
}

function tellFailure({ kind, message, said }: ModelFailure, { json }: Rewriting, io: Io): number {
  [message, ...(said === undefined ? [] : [`The server said: ${said}`])].forEach((line) => io.writeError(`${plain(line)}\n`));
  if (json) {
    io.write(`${JSON.stringify({ error: { kind, message } })}\n`);
  }
  return 1;
}
