// What is sent, what never is, and how a request ends when the writer says so: over a real socket.
import { estimateTokens } from '../../../src/core/suggest/estimateTokens';
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { MannersMemory } from '../../../src/models/requestBody';
import { ask, failureOf, modelAt, REQUEST, SCRIPT } from './asking';
import { DONE, fails, openStream, piece, says, stalls, startFaultServer, until, type FaultServer, type SeenRequest } from './faultServer';

describe('models: requests', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  describe('the body', () => {
    it('is the smallest that works', async () => {
      await ask(modelAt(server.base));
      const [{ path, body }] = server.seen as [SeenRequest];
      assert.equal(path, '/v1/chat/completions');
      assert.deepEqual(Object.keys(body).sort(), ['max_tokens', 'messages', 'model', 'response_format', 'stream']);
      assert.deepEqual([body['messages'], body['max_tokens']], [REQUEST.messages, 200]);
    });

    it('is exactly what the preview shows', async () => {
      const model = modelAt(server.base);
      const shown = model.preview(REQUEST);
      assert.equal(server.seen.length, 0);
      await ask(model);
      assert.deepEqual(JSON.parse(server.seen[0]?.text ?? ''), JSON.parse(shown));
    });

    it('never has sampling, n, store or tools, for any model', async () => {
      for (const model of ['gpt-5.2', 'o4-mini', 'mistral-large', 'llama3']) {
        server.seen.length = 0;
        await ask(modelAt(server.base, { model }));
        for (const field of ['temperature', 'top_p', 'n', 'store', 'tools', 'frequency_penalty', 'presence_penalty', 'seed']) {
          assert.ok(!(field in (server.seen[0]?.body ?? {})), `${model}: ${field}`);
        }
      }
    });

    it('suits OpenAI, OpenRouter and models that think', () => {
      const body = (address: string, model: string): Record<string, unknown> => JSON.parse(modelAt(address, { model, contextTokens: 128_000 }).preview(REQUEST)) as Record<string, unknown>;
      const openai = body('https://api.openai.com', 'gpt-4.1');
      assert.deepEqual([openai['max_completion_tokens'], openai['max_tokens'], openai['stream_options']], [200, undefined, { include_usage: true }]);
      assert.equal(body('https://api.openai.com', 'gpt-5.2')['max_completion_tokens'], 4296);
      const router = body('https://openrouter.ai/api/v1', 'mistralai/mistral-large');
      assert.deepEqual(router['provider'], { require_parameters: true });
      assert.ok(!('provider' in openai));
    });
  });

  describe('room for thoughts', () => {
    it('is what the request leaves of the context, never more', () => {
      const limit = (contextTokens: number): number => {
        const shown = modelAt('http://127.0.0.1:1', { model: 'qwen3:8b', contextTokens }).preview(REQUEST);
        return (JSON.parse(shown) as { max_tokens: number }).max_tokens;
      };
      assert.equal(limit(400), 400 - asked());
      assert.equal(limit(100), REQUEST.maxOutputTokens);
      assert.equal(limit(100_000), REQUEST.maxOutputTokens + 4096);
    });
    const asked = (): number => REQUEST.messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  });

  describe('a server that refuses a field', () => {
    const refuses = (field: string, message: string, status: number) => fails(status, { error: { message, param: field } });

    it('is asked again without it, and never told it again', async () => {
      const memory: MannersMemory = new Map();
      server.answer(
        refuses('response_format', "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model", 400),
        refuses('response_format', 'This response format is unavailable now', 422),
        says('Yes.'),
      );
      assert.equal((await ask(modelAt(server.base, { memory }))).text, 'Yes.');
      const formats = server.seen.map(({ body }) => (body['response_format'] as { type: string } | undefined)?.type);
      assert.deepEqual(formats, ['json_schema', 'json_object', undefined]);
      await ask(modelAt(server.base, { memory }));
      assert.equal(server.seen.length, 4);
      assert.ok(!('response_format' in (server.seen[3]?.body ?? {})));
    });

    it('learns forms of answers for each model, since they differ within one server', async () => {
      const memory: MannersMemory = new Map();
      server.answer(refuses('response_format', 'json_schema is not supported', 400), says('Yes.'));
      await ask(modelAt(server.base, { memory, model: 'small' }));
      await ask(modelAt(server.base, { memory, model: 'large' }));
      assert.deepEqual(server.seen.map(({ body }) => (body['response_format'] as { type: string }).type), ['json_schema', 'json_object', 'json_schema']);
    });

    it('gets the limit under its other name, then none', async () => {
      server.answer(
        refuses('max_tokens', "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", 400),
        fails(422, { detail: [{ type: 'extra_forbidden', loc: ['body', 'max_completion_tokens'], msg: 'Extra inputs are not permitted' }] }),
        says('Yes.'),
      );
      assert.equal((await ask(modelAt(server.base))).text, 'Yes.');
      const limits = server.seen.map(({ body }) => Object.keys(body).filter((field) => field.startsWith('max')));
      assert.deepEqual(limits, [['max_tokens'], ['max_completion_tokens'], []]);
    });

    it('is asked once more with nothing optional when it names no field, then the failure stands', async () => {
      server.answer(fails(400, { error: 'Bad Request' }));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'badRequest');
      assert.deepEqual(server.seen.map(({ body }) => 'response_format' in body), [true, false]);
    });

    it('that has no provider for strict answers (OpenRouter, 404) is asked for looser ones', async () => {
      server.answer(fails(404, { error: { message: 'No endpoints found that can handle the requested parameters.', code: 404 } }), says('Yes.'));
      assert.equal((await ask(modelAt(server.base))).text, 'Yes.');
      assert.equal(server.seen.length, 2);
    });

    it('is not asked again when the request is too long, which less form would not cure', async () => {
      server.answer(fails(400, { error: { code: 'context_length_exceeded', message: 'maximum context length is 4096 tokens; max_tokens 200' } }));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'badRequest');
      assert.equal(server.seen.length, 1);
    });
  });

  describe('headers', () => {
    it('are the protocol’s own: the key as bearer, nothing about the machine', async () => {
      await ask(modelAt(server.base, { key: () => Promise.resolve('sk-mine') }));
      const headers = server.seen[0]?.headers ?? {};
      assert.equal(headers.authorization, 'Bearer sk-mine');
      assert.equal(headers['accept-encoding'], 'identity');
      assert.deepEqual(Object.keys(headers).filter((name) => /stainless|openai|x-/.test(name)), []);
      await ask(modelAt(server.base));
      assert.equal(server.seen[1]?.headers.authorization, undefined);
    });

    it('cannot carry a key with other than plain characters: nothing is sent, and the key is named as the trouble', async () => {
      for (const key of ['sk-ключ', 'two words', 'line\r\nX-Evil: 1']) {
        const failure = await failureOf(modelAt(server.base, { key: () => Promise.resolve(key) }));
        assert.deepEqual([failure.kind, server.seen.length], ['unauthorised', 0]);
      }
    });

    it('and everything else ignore the environment', async () => {
      const other = await startFaultServer();
      const hostile = {
        OPENAI_BASE_URL: other.base, OPENAI_API_KEY: 'sk-environment', OPENAI_ADMIN_KEY: 'sk-admin', OPENAI_ORG_ID: 'org-environment',
        OPENAI_PROJECT_ID: 'proj-environment', OPENAI_CUSTOM_HEADERS: 'X-Evil: 1\nAuthorization: Bearer sk-evil', OPENAI_LOG: 'debug',
      };
      const before = { ...process.env };
      const printed: unknown[] = [];
      const { debug, info, warn, error, log } = console;
      Object.assign(process.env, hostile);
      Object.assign(console, Object.fromEntries(['debug', 'info', 'warn', 'error', 'log'].map((name) => [name, (...args: unknown[]) => printed.push(args)])));
      try {
        await ask(modelAt(server.base, { key: () => Promise.resolve('sk-mine') }));
        await ask(modelAt(server.base));
      } finally {
        Object.assign(console, { debug, info, warn, error, log });
        for (const name of Object.keys(hostile)) {
          if (before[name] === undefined) {
            Reflect.deleteProperty(process.env, name);
          } else {
            process.env[name] = before[name];
          }
        }
        await other.close();
      }
      assert.equal(other.seen.length, 0);
      assert.deepEqual(server.seen.map(({ headers }) => headers.authorization), ['Bearer sk-mine', undefined]);
      assert.ok(!/environment|evil/i.test(JSON.stringify(server.seen.map(({ headers }) => headers))));
      assert.deepEqual(printed, []);
    });
  });

  describe('an abort', () => {
    const abortAfter = async (when: (controller: AbortController) => void): Promise<{ readonly kinds: string[]; readonly failure: string; readonly abortedAt: number }> => {
      const controller = new AbortController();
      let abortedAt = 0;
      controller.signal.addEventListener('abort', () => (abortedAt = performance.now()));
      when(controller);
      const kinds: string[] = [];
      let failure = '';
      for await (const event of modelAt(server.base).stream(REQUEST, controller.signal)) {
        kinds.push(event.kind);
        failure = event.kind === 'failed' ? event.failure.kind : failure;
      }
      return { kinds, failure, abortedAt };
    };
    const seenCut = async (abortedAt: number): Promise<void> => {
      await until(() => server.seen[0]?.cutAt !== undefined, 'the server sees the abort');
      const after = (server.seen[0]?.cutAt ?? Infinity) - abortedAt;
      assert.ok(after < 100, `the server saw it after ${after} ms`);
    };

    it('before the request sends nothing', async () => {
      const { kinds, failure } = await abortAfter((controller) => controller.abort());
      assert.deepEqual([kinds, failure, server.seen.length], [['failed'], 'cancelled', 0]);
    });

    it('while waiting for the answer is seen by the server within 100 ms', async () => {
      server.answer(() => undefined);
      const { failure, abortedAt } = await abortAfter((controller) => void until(() => server.seen.length === 1, 'request').then(() => controller.abort()));
      assert.equal(failure, 'cancelled');
      await seenCut(abortedAt);
    });

    it('in the middle of an answer is seen by the server within 100 ms, and is not taken for an answer', async () => {
      server.answer(stalls(piece('Half')));
      const { kinds, failure, abortedAt } = await abortAfter((controller) => void until(() => server.seen.length === 1, 'request').then(() => setTimeout(() => controller.abort(), 50)));
      assert.deepEqual([kinds, failure], [['text', 'failed'], 'cancelled']);
      await seenCut(abortedAt);
    });

    it('reaches the server after a collection of garbage too, which in Node 20 breaks the way from signal to connection', async () => {
      setFlagsFromString('--expose-gc');
      const collect = runInNewContext('gc') as () => void;
      const collectThenAbort = async (controller: AbortController): Promise<void> => {
        await until(() => server.seen.length === 1, 'request');
        for (let times = 0; times < 5; times++) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          collect();
        }
        controller.abort();
      };
      for (const fault of [stalls(piece('Half')), () => undefined]) {
        server.seen.length = 0;
        server.answer(fault);
        const { failure, abortedAt } = await abortAfter((controller) => void collectThenAbort(controller));
        assert.equal(failure, 'cancelled');
        await seenCut(abortedAt);
      }
    });

    it('while waiting to try again ends at once', async () => {
      server.answer(fails(429, {}, { 'retry-after': '15' }));
      const { failure } = await abortAfter((controller) => void until(() => server.seen.length === 1, 'request').then(() => setTimeout(() => controller.abort(), 20)));
      assert.deepEqual([failure, server.seen.length], ['cancelled', 1]);
    });

    it('also reaches the server when the reader walks away', async () => {
      server.answer((response) => {
        openStream(response);
        response.write(piece('First.') + piece('Second.'));
      });
      let left = 0;
      for await (const event of modelAt(server.base).stream(REQUEST, new AbortController().signal)) {
        assert.equal(event.kind, 'text');
        left = performance.now();
        break;
      }
      await seenCut(left);
    });
  });

  describe('leave to send', () => {
    it('is asked before every request, and without it nothing leaves', async () => {
      const asked: string[] = [];
      const failure = await failureOf(modelAt(server.base, {
        permit: (origin) => {
          asked.push(origin);
          return Promise.resolve({ kind: 'blocked', message: 'Not here.' });
        },
      }));
      assert.deepEqual([failure.kind, failure.message, asked, server.seen.length], ['blocked', 'Not here.', [server.origin], 0]);
    });

    it('is asked again for every further try', async () => {
      let leave = 1;
      server.answer(fails(500));
      const failure = await failureOf(modelAt(server.base, { permit: () => Promise.resolve(leave-- > 0 ? undefined : { kind: 'blocked', message: 'No more.' }) }));
      assert.deepEqual([failure.kind, server.seen.length], ['blocked', 1]);
    });
  });

  describe('the log', () => {
    it('has sizes and status, and neither the key nor a word of the script, the answer or the server', async () => {
      const lines: string[] = [];
      const key = 'very-secret-42';
      const options = { key: () => Promise.resolve(key), log: (line: string) => lines.push(line) };
      server.answer(says('He is in the garden.'));
      await ask(modelAt(server.base, options));
      for (const status of [400, 401, 500]) {
        server.answer(fails(status, { error: { message: `${key} may not say ${SCRIPT} [run](command:evil)` } }));
        const failure = await failureOf(modelAt(server.base, options));
        assert.ok(!failure.message.includes(key) && !failure.message.includes('SECRET'));
        assert.ok(failure.said !== undefined && !failure.said.includes(key) && !/[[\]]|command:/.test(failure.said), failure.said);
      }
      assert.ok(lines.length >= 4);
      assert.ok(!/secret|garden|command/i.test(lines.join('\n')), lines.join('\n'));
    });
  });

  it('ends every stream with exactly one last event', async () => {
    for (const fault of [says('Yes.'), fails(401), stalls(piece('Half')), (response: Parameters<typeof openStream>[0]) => void response.end(DONE)]) {
      server.answer(fault);
      const { events } = await ask(modelAt(server.base, { idleMs: 50 }));
      assert.equal(events.filter(({ kind }) => kind !== 'text').length, 1);
      assert.notEqual(events.at(-1)?.kind, 'text');
    }
  });
});
