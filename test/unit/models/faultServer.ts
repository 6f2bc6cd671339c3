// A model server on loopback that goes wrong in every way servers do, and remembers what reached it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** The JSON body; {} where there was none. */
  readonly body: Record<string, unknown>;
  /** When the connection closed before the answer was whole (performance.now()); undefined while it has not. */
  cutAt?: number;
}

export type Fault = (response: ServerResponse, request: SeenRequest) => void | Promise<void>;

export interface FaultServer {
  readonly origin: string;
  readonly base: string;
  readonly seen: SeenRequest[];
  /** How the next requests are answered; the last one also answers all after it. */
  answer(...faults: Fault[]): void;
  close(): Promise<void>;
}

/** Starts on a free port of 127.0.0.1. */
export async function startFaultServer(): Promise<FaultServer> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let faults: Fault[] = [says('Hello.')];
  const server = createServer((request, response) => {
    void readText(request).then(async (text) => {
      const record: SeenRequest = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, text, body: parse(text) };
      seen.push(record);
      response.on('close', () => {
        if (!response.writableFinished) {
          record.cutAt = performance.now();
        }
      });
      const fault = faults.length > 1 ? faults.shift() : faults[0];
      await fault?.(response, record);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    base: `${origin}/v1`,
    seen,
    answer: (...next) => {
      faults = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) {
          socket.destroy();
        }
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** One event of a stream, as text. */
export function sse(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';

/** A piece with text, or with other fields of the delta. */
export function piece(delta: string | Record<string, unknown>, finish: string | null = null): string {
  return sse({ id: 'x', model: 'test-model', choices: [{ index: 0, delta: typeof delta === 'string' ? { content: delta } : delta, finish_reason: finish }] });
}

export function openStream(response: ServerResponse, type = 'text/event-stream'): void {
  response.writeHead(200, { 'content-type': type });
}

/** A proper streamed answer of these pieces. */
export function says(...pieces: string[]): Fault {
  return streams(...pieces.map((text) => piece(text)), piece({}, 'stop'), DONE);
}

/** These raw texts or bytes, then a proper end of the connection. */
export function streams(...parts: (string | Uint8Array)[]): Fault {
  return (response) => {
    openStream(response);
    for (const part of parts) {
      response.write(part);
    }
    response.end();
  };
}

/** These raw texts or bytes, each in a packet of its own. */
export function dribbles(parts: readonly (string | Uint8Array)[], pauseMs = 2): Fault {
  return async (response) => {
    response.socket?.setNoDelay(true);
    openStream(response);
    for (const part of parts) {
      response.write(part);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    response.end();
  };
}

/** These parts, then silence with the connection open. */
export function stalls(...parts: string[]): Fault {
  return (response) => {
    openStream(response);
    response.flushHeaders();
    for (const part of parts) {
      response.write(part);
    }
  };
}

/** These parts, then the connection is torn down. */
export function resets(...parts: string[]): Fault {
  return (response) => {
    if (parts.length === 0) {
      response.socket?.resetAndDestroy();
      return;
    }
    openStream(response);
    response.write(parts.join(''), () => setTimeout(() => response.socket?.resetAndDestroy(), 20));
  };
}

export function fails(status: number, body: unknown = { error: { message: `status ${status}` } }, headers: Record<string, string> = {}): Fault {
  return (response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/html' : 'application/json', ...headers });
    response.end(text);
  };
}

/** Status 200 with any body and type. */
export function gives(type: string, body: string): Fault {
  return (response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
}

export function redirectsTo(url: string, status = 307): Fault {
  return (response) => {
    response.writeHead(status, { location: url });
    response.end();
  };
}

/** Resolves once the condition holds; rejects after two seconds. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 1000) {
      throw new Error(`never: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
