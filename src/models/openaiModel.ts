// Any server that speaks OpenAI's chat protocol, as a Model.
import type { ChatRequest } from '../core/suggest/chat';
import type { Address } from './address';
import { failuresFor, isTooLong, type Failures, type HttpProblem } from './failures';
import type { Model, ModelEvent, ModelFailure } from './model';
import type { ChatChunk } from './openaiClient';
import { openExchange, type Exchange, type Outlet, type Permit } from './outlet';
import { createChunkReader } from './readChunks';
import { buildBody, learnManners, recallManners, rememberManners, type MannersMemory } from './requestBody';
import { inEnglish, type Translate } from './translate';

export interface OpenAiModelOptions {
  readonly address: Address;
  readonly model: string;
  readonly contextTokens: number;
  /** Asked at each request, so that a key lives in memory no longer than it must. */
  readonly key: () => Promise<string | undefined>;
  readonly permit: Permit;
  readonly memory: MannersMemory;
  /** The longest silence within an answer, in milliseconds. */
  readonly idleMs: number;
  /** Gets sizes, times and status; never text, never a key. */
  readonly log?: (line: string) => void;
  readonly translate?: Translate;
  readonly fetch?: typeof fetch;
  /** The first wait before another try, in milliseconds; doubled each time. */
  readonly retryMs?: number;
}

const MOST_RETRIES = 2;
/** Retry-After is obeyed up to here; whoever asks for more is not waited for. */
const LONGEST_WAIT_MS = 20_000;
/** A field dropped, the limit renamed, two steps of the ladder: no server needs more than this. */
const MOST_LESSONS = 5;

export function createOpenAiModel(options: OpenAiModelOptions): Model {
  const { address, model, contextTokens } = options;
  const target = { origin: address.origin, model, contextTokens };
  return {
    id: model,
    label: `${model} (${address.host})`,
    origin: address.origin,
    local: address.local,
    contextTokens,
    stream: (request, signal) => ask(options, request, signal),
    preview: (request) => JSON.stringify(buildBody(request, target, recallManners(options.memory, target)), null, 2),
  };
}

type Opened = { readonly chunks: AsyncIterable<ChatChunk>; readonly exchange: Exchange } | { readonly failure: ModelFailure };

async function* ask(options: OpenAiModelOptions, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent, void, void> {
  const key = await options.key();
  const failures = failuresFor({ host: options.address.host, model: options.model, key }, options.translate ?? inEnglish);
  const began = Date.now();
  let exchange: Exchange | undefined;
  try {
    const opened = await open(options, outletOf(options, key), failures, request, signal);
    if ('failure' in opened) {
      options.log?.(`model: ${opened.failure.kind} ${opened.failure.status ?? ''} after ${Date.now() - began} ms`);
      yield { kind: 'failed', failure: opened.failure };
      return;
    }
    exchange = opened.exchange;
    for await (const event of readEvents(opened.chunks, exchange, failures, options.model)) {
      if (event.kind !== 'text') {
        const end = event.kind === 'done' ? event.finish : event.failure.kind;
        options.log?.(`model: ${end}, ${exchange.bytes} bytes in ${Date.now() - began} ms`);
      }
      yield event;
    }
  } finally {
    // Also when the reader walks away in the middle: the server must not go on writing for nobody.
    exchange?.abort();
  }
}

function outletOf(options: OpenAiModelOptions, key: string | undefined): Outlet {
  const { address, permit, idleMs } = options;
  // A model on this machine may first have to be read from the disk, and reads a long request slowly.
  const firstByteMs = idleMs * (address.local ? 10 : 2);
  return { origin: address.origin, key, permit, idleMs, firstByteMs, ...(options.fetch ? { fetch: options.fetch } : {}) };
}

/** Asks until there is a stream or no hope: again with fewer fields after a complaint, again later after a 429 or 5xx. */
async function open(options: OpenAiModelOptions, outlet: Outlet, failures: Failures, request: ChatRequest, signal: AbortSignal): Promise<Opened> {
  const { address, model, contextTokens, memory, log } = options;
  const target = { origin: address.origin, model, contextTokens };
  const { openChat } = await import('./openaiClient');
  let manners = recallManners(memory, target);
  let learned = false;
  for (let lessons = 0, retries = 0; ; ) {
    const body = buildBody(request, target, manners);
    const exchange = openExchange(outlet, failures, signal);
    try {
      const chunks = await openChat(address.base, body, exchange.fetch, exchange.signal);
      if (learned) {
        rememberManners(memory, target, manners);
      }
      return { chunks, exchange };
    } catch (error) {
      exchange.abort();
      const { problem } = exchange;
      if (signal.aborted || problem === undefined) {
        return { failure: signal.aborted ? failures.cancelled() : (exchange.failure ?? failures.network(error)) };
      }
      const lesson = lessons < MOST_LESSONS && !isTooLong(problem.body) ? learnManners(manners, body, problem.status, problem.body) : undefined;
      if (lesson !== undefined) {
        log?.(`model: ${problem.status}, asking again with less`);
        manners = lesson;
        learned = true;
        lessons++;
        continue;
      }
      const wait = retries < MOST_RETRIES ? waitBeforeRetry(problem, retries, options.retryMs ?? 500) : undefined;
      if (wait === undefined) {
        return { failure: failures.http(problem) };
      }
      log?.(`model: ${problem.status}, asking again in ${Math.round(wait)} ms`);
      retries++;
      await pause(wait, signal);
    }
  }
}

/** Milliseconds to wait before asking again; undefined where asking again would not help or take too long. */
function waitBeforeRetry({ status, body, retryAfterMs }: HttpProblem, retries: number, firstMs: number): number | undefined {
  if ((status !== 429 && status < 500) || /insufficient_quota/.test(body) || isTooLong(body)) {
    return undefined;
  }
  // Never sooner than unasked: a Retry-After of nothing or of yesterday comes from servers that are just closing up.
  const wait = Math.max(retryAfterMs ?? 0, firstMs * 2 ** retries);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

/** Resolves after the time or at the abort, whichever is first; the next request then ends as cancelled. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) {
      done();
    }
  });
}

async function* readEvents(chunks: AsyncIterable<ChatChunk>, exchange: Exchange, failures: Failures, model: string): AsyncGenerator<ModelEvent, void, void> {
  const reader = createChunkReader(model, failures);
  try {
    for await (const chunk of chunks) {
      const text = reader.read(chunk);
      if (text !== '') {
        yield { kind: 'text', text };
      }
    }
  } catch (error) {
    const { errorInStream } = await import('./openaiClient');
    const body = errorInStream(error);
    exchange.failure ??= body === undefined ? failures.unreadable() : failures.http({ status: 0, body });
  }
  // An abort ends the client's iterator as if all were well, so what the exchange knows comes first. Only a connection
  // that broke after the model's last word has done no harm.
  const { failure } = exchange;
  const harmless = reader.finished && (failure?.kind === 'network' || failure?.kind === 'timeout');
  yield failure && !harmless ? { kind: 'failed', failure } : reader.end(exchange.sawDone);
}
