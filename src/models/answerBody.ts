// The body of an answer: read with a clock on its silence, and told apart from what is no answer.
import type { Failures } from './failures';
import type { Exchange, Outlet } from './outlet';

/** Bytes of an error or of a whole answer that are read at most. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Ends a request that has been silent for too long. */
export interface Clock {
  wait(ms: number, started: boolean): void;
  stop(): void;
}

export function startClock(exchange: Exchange, failures: Failures, controller: AbortController): Clock {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    wait: (ms, started) => {
      stop();
      timer = setTimeout(() => {
        exchange.failure ??= failures.timeout(Math.round(ms / 1000), started);
        controller.abort();
      }, ms);
    },
    stop,
  };
}

/**
 * A reader that an abort always reaches. Undici in Node 20 holds the way from the signal to the connection by a weak
 * reference: after a collection of garbage an abort in mid-answer does nothing, and the server goes on.
 */
function readerOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStreamDefaultReader<Uint8Array> {
  const reader = body.getReader();
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true });
  return reader;
}

/** The text of an answer, cut at a size no answer has. */
export async function readWhole(response: Response, controller: AbortController): Promise<string> {
  if (!response.body) {
    return '';
  }
  const decoder = new TextDecoder();
  const reader = readerOf(response.body, controller.signal);
  let text = '';
  for (let read = 0; read < MOST_BYTES; ) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    read += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  controller.abort();
  return text;
}

/** One JSON text where a stream was asked for: an error with status 200, a whole answer at once, or no model server. */
export function wholeAnswer(text: string, exchange: Exchange, outlet: Outlet, failures: Failures): Response {
  if (outlet.expects === 'json') {
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  }
  const answer = parseObject(text);
  if (answer?.['error']) {
    exchange.problem = { status: 0, body: text };
    throw new Error('an error with status 200');
  }
  if (!Array.isArray(answer?.['choices'])) {
    exchange.failure ??= failures.notAServer();
    throw new Error('no choices');
  }
  exchange.sawDone = true;
  exchange.bytes = text.length;
  return new Response(`data: ${JSON.stringify(answer)}\n\ndata: [DONE]\n\n`, { headers: { 'content-type': 'text/event-stream' } });
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The body as it comes, with a clock on every silence and an ear for `[DONE]`, which the client keeps to itself. */
export function watchBody(body: ReadableStream<Uint8Array>, exchange: Exchange, outlet: Outlet, failures: Failures, controller: AbortController): ReadableStream<Uint8Array> {
  const reader = readerOf(body, controller.signal);
  const clock = startClock(exchange, failures, controller);
  const decoder = new TextDecoder();
  let tail = '\n';
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        clock.wait(exchange.bytes === 0 ? outlet.firstByteMs : outlet.idleMs, exchange.bytes > 0);
        try {
          const { done, value } = await reader.read();
          if (done) {
            stream.close();
            return;
          }
          if (exchange.bytes === 0 && /^\s*</.test(new TextDecoder().decode(value.subarray(0, 64)))) {
            exchange.failure ??= failures.notAServer();
            controller.abort();
            throw new Error('a page');
          }
          exchange.bytes += value.byteLength;
          if (exchange.bytes > MOST_BYTES) {
            exchange.failure ??= failures.unreadable();
            controller.abort();
            throw new Error('no end');
          }
          tail = (tail + decoder.decode(value, { stream: true })).slice(-64);
          // Line ends inside an answer are escaped in its JSON, so this can only be the protocol's own line.
          exchange.sawDone ||= /[\r\n]data: ?\[DONE\]/.test(tail);
          stream.enqueue(value);
          if (exchange.sawDone) {
            // Some servers keep the connection open afterwards; the silence would look like a stall.
            stream.close();
            await reader.cancel();
          }
        } catch (error) {
          exchange.failure ??= failures.network(error);
          throw error;
        } finally {
          clock.stop();
        }
      },
      cancel: (reason) => {
        clock.stop();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
