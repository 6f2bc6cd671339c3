// The pieces of a streamed answer as text, and how the answer ended.
import type { Failures } from './failures';
import type { Finish, ModelEvent, Usage } from './model';
import type { ChatChunk, ChunkDelta } from './openaiClient';

export interface ChunkReader {
  /** The text for the writer in a piece: '' for thoughts, roles, figures. */
  read(chunk: ChatChunk): string;
  /** Whether the model has said that it is done. */
  readonly finished: boolean;
  /** The last event, once the stream has ended. */
  end(sawDone: boolean): ModelEvent;
}

export function createChunkReader(model: string, failures: Failures): ChunkReader {
  let answered = model;
  let finish: string | undefined;
  let refusal = '';
  let usage: Usage | undefined;
  let pieces = 0;
  let wroteText = false;
  return {
    read: (chunk) => {
      const choice = chunk.choices?.[0];
      // Servers that ignore `stream` give one whole message.
      const delta = choice?.delta ?? choice?.message;
      pieces += choice === undefined && !chunk.usage ? 0 : 1;
      answered = typeof chunk.model === 'string' && chunk.model !== '' ? chunk.model : answered;
      finish = choice?.finish_reason ?? finish;
      refusal += typeof delta?.refusal === 'string' ? delta.refusal : '';
      usage = usageOf(chunk) ?? usage;
      const text = textOf(delta);
      wroteText ||= text !== '';
      return text;
    },
    get finished() {
      return finish !== undefined && finish !== 'error';
    },
    end: (sawDone) => {
      if (refusal !== '') {
        return { kind: 'failed', failure: failures.refused(refusal) };
      }
      if (finish === 'content_filter') {
        return { kind: 'failed', failure: failures.filtered() };
      }
      if (finish === 'error') {
        return { kind: 'failed', failure: failures.http({ status: 0, body: '' }) };
      }
      if (!wroteText) {
        const silent = pieces === 0 && !sawDone ? failures.notAServer() : finish === 'length' ? failures.thoughtTooLong() : failures.empty();
        return { kind: 'failed', failure: silent };
      }
      return { kind: 'done', finish: finishOf(finish, sawDone), model: answered, ...(usage ? { usage } : {}) };
    },
  };
}

function finishOf(reason: string | undefined, sawDone: boolean): Finish {
  if (reason === 'length' || reason === 'max_tokens' || reason === 'model_length') {
    return 'length';
  }
  return reason === undefined && !sawDone ? 'cut' : 'stop';
}

function textOf(delta: ChunkDelta | null | undefined): string {
  const content = delta?.content;
  if (typeof content === 'string') {
    return content;
  }
  if (!Array.isArray(content)) {
    return '';
  }
  return (content as unknown[]).map(textOfPart).join('');
}

/** A part of type "text"; parts of type "thinking" are none of the answer. */
function textOfPart(part: unknown): string {
  const { type, text } = (typeof part === 'object' && part !== null ? part : {}) as { type?: unknown; text?: unknown };
  return type === 'text' && typeof text === 'string' ? text : '';
}

function usageOf({ usage }: ChatChunk): Usage | undefined {
  if (typeof usage?.prompt_tokens !== 'number' || typeof (usage.completion_tokens ?? 0) !== 'number') {
    return undefined;
  }
  const cached = usage.prompt_tokens_details?.cached_tokens;
  return {
    inputTokens: usage.prompt_tokens,
    outputTokens: usage.completion_tokens ?? 0,
    ...(typeof cached === 'number' ? { cachedTokens: cached } : {}),
  };
}
