// The one door through which requests leave: the only file that calls fetch, so no rule can be forgotten elsewhere.
import { readWhole, startClock, watchBody, wholeAnswer, type Clock } from './answerBody';
import type { Failures, HttpProblem } from './failures';
import type { ModelFailure } from './model';

/** Whether a request may leave for an origin now: trust, "local only", the writer's yes. Asked before each request. */
export type Permit = (origin: string) => Promise<ModelFailure | undefined>;

export interface Outlet {
  /** Requests to any other origin are not sent. */
  readonly origin: string;
  readonly key?: string | undefined;
  readonly permit: Permit;
  /** How long to wait for the first byte of an answer, in milliseconds. */
  readonly firstByteMs: number;
  /** How long an answer may pause, in milliseconds. */
  readonly idleMs: number;
  /** "stream" (when left out): events of a chat. "json": one JSON text. */
  readonly expects?: 'stream' | 'json';
  readonly fetch?: typeof fetch;
}

/** One request and what became of it. Either `failure` or `problem` is set once it has gone wrong. */
export interface Exchange {
  readonly fetch: (url: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly signal: AbortSignal;
  failure?: ModelFailure;
  problem?: HttpProblem;
  /** Whether the server said `[DONE]`. */
  sawDone: boolean;
  bytes: number;
  /** Ends the request, wherever it is. */
  abort(): void;
}

/**
 * Opens the door for one request. The returned `fetch` sends it at most once, never follows a redirect, sends no header
 * but those of the protocol, and gives back an event stream; everything else ends as `failure` or `problem`, and a rejection.
 */
export function openExchange(outlet: Outlet, failures: Failures, signal: AbortSignal): Exchange {
  const controller = new AbortController();
  const exchange: Exchange = {
    fetch: async (url, init) => send(exchange, outlet, failures, controller, url, init),
    signal: controller.signal,
    sawDone: false,
    bytes: 0,
    abort: () => controller.abort(),
  };
  const onAbort = (): void => {
    exchange.failure ??= failures.cancelled();
    controller.abort();
  };
  if (signal.aborted) {
    onAbort();
  }
  signal.addEventListener('abort', onAbort, { once: true });
  controller.signal.addEventListener('abort', () => signal.removeEventListener('abort', onAbort), { once: true });
  return exchange;
}

async function send(
  exchange: Exchange,
  outlet: Outlet,
  failures: Failures,
  controller: AbortController,
  url: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const address = typeof url === 'object' && 'url' in url ? url.url : String(url);
  const stopped = new URL(address).origin === outlet.origin ? await outlet.permit(outlet.origin) : failures.wrongOrigin();
  if (stopped !== undefined || controller.signal.aborted) {
    exchange.failure ??= stopped ?? failures.cancelled();
    throw new Error('not sent');
  }
  if (!/^[\x21-\x7e]*$/.test(outlet.key ?? '')) {
    // No header can carry it, so no server can have given it; fetch would only say that something is wrong somewhere.
    exchange.failure ??= failures.http({ status: 401, body: '' });
    throw new Error('not a key');
  }
  const clock = startClock(exchange, failures, controller);
  clock.wait(outlet.firstByteMs, false);
  try {
    const response = await (outlet.fetch ?? fetch)(address, {
      method: init.method ?? 'GET',
      // From scratch: the client adds what it finds in the environment (OPENAI_CUSTOM_HEADERS) and facts about the machine.
      headers: headersOf(outlet, init.body !== undefined && init.body !== null),
      body: init.body ?? null,
      signal: controller.signal,
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    return await accept(exchange, outlet, failures, controller, response, clock);
  } catch (error) {
    if (exchange.failure === undefined && exchange.problem === undefined) {
      exchange.failure = isRedirect(error) ? failures.redirected() : failures.network(error);
    }
    throw error;
  } finally {
    clock.stop();
  }
}

function headersOf(outlet: Outlet, hasBody: boolean): Record<string, string> {
  return {
    accept: 'text/event-stream, application/json',
    // A packed answer that breaks inside its packing can leave fetch waiting without a byte and without an error.
    'accept-encoding': 'identity',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(outlet.key ? { authorization: `Bearer ${outlet.key}` } : {}),
  };
}

/** undici says so in the cause; a browser does not tell a redirect from any other network error. */
function isRedirect(error: unknown): boolean {
  return error instanceof Error && /redirect/i.test(`${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`);
}

async function accept(
  exchange: Exchange,
  outlet: Outlet,
  failures: Failures,
  controller: AbortController,
  response: Response,
  clock: Clock,
): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.type === 'opaqueredirect' || response.redirected || (response.status >= 300 && response.status < 400)) {
    exchange.failure ??= failures.redirected();
    controller.abort();
    throw new Error('redirected');
  }
  if (!response.ok) {
    const retryAfterMs = retryAfter(response.headers);
    const body = await readWhole(response, controller);
    exchange.problem = { status: response.status, body, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    throw new Error(`status ${response.status}`);
  }
  if (/text\/html|application\/xhtml/i.test(type)) {
    controller.abort();
    exchange.failure ??= failures.notAServer();
    throw new Error('a page');
  }
  if (/application\/(?:[\w.]+\+)?json/i.test(type)) {
    return wholeAnswer(await readWhole(response, controller), exchange, outlet, failures);
  }
  if (!response.body || outlet.expects === 'json') {
    controller.abort();
    exchange.failure ??= failures.notAServer();
    throw new Error('no events');
  }
  clock.stop();
  return new Response(watchBody(response.body, exchange, outlet, failures, controller), { headers: { 'content-type': 'text/event-stream' } });
}

/** Seconds or a date; undefined where there is none. */
function retryAfter(headers: Headers): number | undefined {
  const inMs = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (Number.isFinite(inMs)) {
    return Math.max(0, inMs);
  }
  const value = headers.get('retry-after');
  if (value === null) {
    return undefined;
  }
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
