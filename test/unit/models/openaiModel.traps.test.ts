// Every way an answer goes wrong, seen over a real socket: what the writer is told, and that nothing wrong passes as an answer.
import assert from 'node:assert/strict';
import { addressOf, ask, failureOf, modelAt } from './asking';
import { dribbles, DONE, fails, gives, openStream, piece, redirectsTo, resets, says, sse, stalls, startFaultServer, streams, until, type Fault, type FaultServer } from './faultServer';

describe('models: a model server that goes wrong', () => {
  let server: FaultServer;
  beforeEach(async () => {
    server = await startFaultServer();
  });
  afterEach(() => server.close());

  describe('answers that are whole', () => {
    it('gives the text as it comes, then how it ended, the model and the usage', async () => {
      server.answer(streams(piece({ role: 'assistant' }), piece('Not '), piece('today.'), piece({}, 'stop'),
        sse({ model: 'test-model-2026', choices: [], usage: { prompt_tokens: 90, completion_tokens: 3, prompt_tokens_details: { cached_tokens: 64 } } }), DONE));
      const { events } = await ask(modelAt(server.base));
      assert.deepEqual(events, [
        { kind: 'text', text: 'Not ' },
        { kind: 'text', text: 'today.' },
        { kind: 'done', finish: 'stop', model: 'test-model-2026', usage: { inputTokens: 90, outputTokens: 3, cachedTokens: 64 } },
      ]);
    });

    it('gives the first text while the rest is still being written', async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      server.answer(async (response) => {
        openStream(response);
        response.write(piece('First.'));
        await held;
        response.end(piece(' Second.', 'stop') + DONE);
      });
      const texts: string[] = [];
      for await (const event of modelAt(server.base).stream({ messages: [], maxOutputTokens: 10 }, new AbortController().signal)) {
        if (event.kind === 'text') {
          texts.push(event.text);
          release();
        }
      }
      assert.deepEqual(texts, ['First.', ' Second.']);
    });

    it('survives bytes split anywhere: in a character, in a line, in a line end', async () => {
      const line = 'Ça va, 東京? 🎬 «да»';
      const bytes = Buffer.from(piece(line).replace(/\n/g, '\r\n') + piece(' Fin.', 'stop') + ': a comment\n\n' + DONE);
      server.answer(dribbles([...bytes].map((byte) => Uint8Array.of(byte)), 0));
      const { text, last } = await ask(modelAt(server.base));
      assert.equal(text, `${line} Fin.`);
      assert.equal(last.kind === 'done' && last.finish, 'stop');
    });

    it('leaves thoughts out, in whichever field a server puts them', async () => {
      server.answer(streams(
        piece({ reasoning_content: 'She lies.' }), piece({ reasoning: 'She lies more.' }), piece({ thinking: 'Hm.' }),
        piece({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Secret.' }] }, { type: 'text', text: 'I am ' }] }),
        piece('fine.', 'stop'), DONE));
      assert.equal((await ask(modelAt(server.base))).text, 'I am fine.');
    });

    it('takes a whole answer from a server that cannot stream', async () => {
      server.answer(gives('application/json', JSON.stringify({ model: 'm', choices: [{ message: { role: 'assistant', content: 'Whole.' }, finish_reason: 'stop' }] }, null, 1)));
      const { text, last } = await ask(modelAt(server.base));
      assert.deepEqual([text, last], ['Whole.', { kind: 'done', finish: 'stop', model: 'm' }]);
    });

    it('takes an answer without [DONE] that has a finish_reason, and one without a finish_reason that has [DONE]', async () => {
      server.answer(streams(piece('Yes.', 'stop')));
      assert.deepEqual((await ask(modelAt(server.base))).last, { kind: 'done', finish: 'stop', model: 'test-model' });
      server.answer(streams(piece('Yes.'), DONE));
      assert.deepEqual((await ask(modelAt(server.base))).last, { kind: 'done', finish: 'stop', model: 'test-model' });
    });

    it('is done at [DONE] even if the server keeps the connection open, and after the last word even if it breaks', async () => {
      server.answer(stalls(piece('Yes.', 'stop'), DONE));
      assert.equal((await ask(modelAt(server.base))).last.kind, 'done');
      server.answer(resets(piece('Yes.', 'stop')));
      assert.equal((await ask(modelAt(server.base))).last.kind, 'done');
    });
  });

  describe('answers that are not', () => {
    it('status 200 with a web page says that this is no model server, whatever type the page claims', async () => {
      const page = '<!doctype html><title>Welcome</title>';
      for (const type of ['text/html; charset=utf-8', 'text/plain', 'text/event-stream', 'application/octet-stream']) {
        server.answer(gives(type, page));
        const failure = await failureOf(modelAt(server.base));
        assert.equal(failure.kind, 'badAnswer', type);
        assert.match(failure.message, /does not answer as a model server.*"\/v1"/);
      }
    });

    it('status 200 with other JSON, with nothing, or with text that is no stream says the same', async () => {
      for (const [type, body] of [['application/json', '{"version":"0.9"}'], ['application/json', 'nonsense'], ['text/event-stream', ''], ['text/plain', 'Ollama is running']] as const) {
        server.answer(gives(type, body));
        assert.match((await failureOf(modelAt(server.base))).message, /does not answer as a model server/, body);
      }
    });

    it('a stream that just ends keeps its text and is marked as cut', async () => {
      server.answer(streams(piece('I never'), piece(' meant')));
      const { text, last } = await ask(modelAt(server.base));
      assert.deepEqual([text, last], ['I never meant', { kind: 'done', finish: 'cut', model: 'test-model' }]);
    });

    it('an answer that ran into its limit is marked so; one that had no room for a word says what to do', async () => {
      server.answer(streams(piece('I never', 'length'), DONE));
      assert.deepEqual((await ask(modelAt(server.base))).last, { kind: 'done', finish: 'length', model: 'test-model' });
      server.answer(streams(piece({ reasoning_content: 'Long thoughts' }), piece({}, 'length'), DONE));
      assert.match((await failureOf(modelAt(server.base))).message, /used up all its room/);
    });

    it('an empty answer is a failure', async () => {
      server.answer(streams(piece({ role: 'assistant' }), piece({}, 'stop'), DONE));
      const failure = await failureOf(modelAt(server.base));
      assert.deepEqual([failure.kind, /without a word/.test(failure.message)], ['badAnswer', true]);
    });

    it('a reset before the answer and one within it are network failures, with what came before', async () => {
      server.answer(resets());
      assert.equal((await failureOf(modelAt(server.base))).kind, 'network');
      server.answer(resets(piece('I never')));
      const failure = await failureOf(modelAt(server.base));
      assert.deepEqual([failure.kind, failure.text], ['network', 'I never']);
      assert.match(failure.message, /^test-model \(.*\) broke off the connection\. Try again\./);
    });

    it('a stall ends by the clock on silence, which every byte starts anew', async () => {
      server.answer(stalls(piece('I never')));
      const failure = await failureOf(modelAt(server.base, { idleMs: 60 }));
      assert.deepEqual([failure.kind, failure.text], ['timeout', 'I never']);
      assert.match(failure.message, /stopped in the middle/);
      await until(() => server.seen[0]?.cutAt !== undefined, 'the server sees the end');
      // 30 pieces of 20 ms are far longer than the 200 ms of silence allowed.
      server.answer(dribbles([...Array.from({ length: 30 }, () => ': thinking\n\n'), piece('Yes.', 'stop'), DONE], 20));
      assert.equal((await ask(modelAt(server.base, { idleMs: 200 }))).text, 'Yes.');
    });

    it('a server that takes the request and says nothing ends by the clock on the first byte', async () => {
      server.answer(() => undefined);
      const failure = await failureOf(modelAt(server.base, { idleMs: 10 }));
      assert.equal(failure.kind, 'timeout');
      assert.match(failure.message, /did not answer within/);
    });

    it('nobody listening is a network failure that names the address', async () => {
      const { base } = server;
      await server.close();
      const failure = await failureOf(modelAt(base));
      assert.equal(failure.kind, 'network');
      assert.ok(failure.message.startsWith(`test-model cannot be reached. Nothing answers at ${addressOf(base).host}.`), failure.message);
    });

    it('pieces that are no JSON are a bad answer', async () => {
      server.answer(streams(piece('I never'), 'data: {"choices": [\n\n'));
      const failure = await failureOf(modelAt(server.base));
      assert.deepEqual([failure.kind, /could not be read/.test(failure.message)], ['badAnswer', true]);
    });

    it('an answer, or an error, that never ends is given up, and the server is let go', async () => {
      const endless = (status: number, type: string): Fault => (response) => {
        response.writeHead(status, { 'content-type': type });
        const write = (): void => {
          while (!response.destroyed && response.write(`: ${'x'.repeat(65_000)}\n\n`));
          response.once('drain', write);
        };
        write();
      };
      server.answer(endless(200, 'text/event-stream'));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'badAnswer');
      server.answer(endless(401, 'application/json'));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'unauthorised');
      await until(() => server.seen.every(({ cutAt }) => cutAt !== undefined), 'the server is let go');
    });

    it('a refusal, and an answer stopped by a content filter, are refusals', async () => {
      server.answer(streams(piece({ refusal: "I can't " }), piece({ refusal: 'help with that.' }), piece({}, 'stop'), DONE));
      const refused = await failureOf(modelAt(server.base));
      assert.deepEqual([refused.kind, refused.said], ['refused', "I can't help with that."]);
      server.answer(streams(piece('Half'), piece({}, 'content_filter'), DONE));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'refused');
      server.answer(fails(400, { error: { code: 'content_filter', message: 'filtered' } }));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'refused');
    });

    it('an error within a stream of status 200, and one instead of it, are failures of their kind', async () => {
      const cases = [
        [{ code: 502, message: 'Provider returned error' }, 'overloaded'],
        [{ code: 429, message: 'slow down' }, 'rateLimited'],
        [{ code: 'rate_limit_exceeded', message: 'slow down' }, 'rateLimited'],
        [{ type: 'server_error', message: 'oops' }, 'overloaded'],
        [{ code: 'context_length_exceeded', status: 400, message: 'too long' }, 'badRequest'],
      ] as const;
      for (const [error, kind] of cases) {
        server.answer(streams(piece('Half'), sse({ error, choices: [] })));
        const failure = await failureOf(modelAt(server.base));
        assert.deepEqual([failure.kind, failure.text], [kind, 'Half']);
      }
      server.answer(gives('application/json', JSON.stringify({ error: { code: 401, message: 'no' } })));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'unauthorised');
    });

    it('every status has its kind, and a sentence with what to do next', async () => {
      const cases: readonly (readonly [number, unknown, string, RegExp])[] = [
        [400, { error: { message: 'Bad request' } }, 'badRequest', /Choose another model there/],
        [400, { error: { message: "This model's maximum context length is 4096 tokens" } }, 'badRequest', /too long for test-model.*Context Tokens/],
        [400, { error: { message: 'API key not valid. Please pass a valid API key.' } }, 'unauthorised', /right one/],
        [401, { error: { message: 'Incorrect API key provided' } }, 'unauthorised', /right one/],
        [402, { error: { message: 'Insufficient credits' } }, 'rateLimited', /no credit left/],
        [403, { error: { message: 'no' } }, 'unauthorised', /may do/],
        [404, { error: { message: 'The model `x` does not exist' } }, 'notFound', /no model named test-model/],
        [404, '<h1>Not Found</h1>', 'notFound', /no model server at this address/],
        [422, { detail: [{ loc: ['body', 'messages'], msg: 'bad' }] }, 'badRequest', /Choose another model there/],
      ];
      for (const [status, body, kind, sentence] of cases) {
        server.answer(fails(status, body));
        const failure = await failureOf(modelAt(server.base));
        assert.deepEqual([failure.kind, failure.status], [kind, status], JSON.stringify(body));
        assert.match(failure.message, sentence);
      }
    });
  });

  describe('trying again', () => {
    it('asks again after 429 and 5xx before the first byte, and the writer sees only the answer', async () => {
      server.answer(fails(429), fails(503, 'busy'), says('Yes.'));
      assert.equal((await ask(modelAt(server.base))).text, 'Yes.');
      assert.equal(server.seen.length, 3);
    });

    it('gives up after two more tries, and says which trouble it was', async () => {
      server.answer(fails(500));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'overloaded');
      assert.equal(server.seen.length, 3);
      server.answer(fails(429));
      assert.equal((await failureOf(modelAt(server.base))).kind, 'rateLimited');
    });

    it('waits as long as Retry-After says', async () => {
      const times: number[] = [];
      server.answer((response, request) => {
        times.push(performance.now());
        return fails(429, {}, { 'retry-after': '0.2' })(response, request);
      }, (response, request) => {
        times.push(performance.now());
        return says('Yes.')(response, request);
      });
      assert.equal((await ask(modelAt(server.base))).text, 'Yes.');
      assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 190, `waited ${(times[1] ?? 0) - (times[0] ?? 0)} ms`);
    });

    it('never asks again sooner than unasked, whatever Retry-After says', async () => {
      for (const value of ['0', '-5', '', 'Fri, 31 Dec 1999 23:59:59 GMT']) {
        const times: number[] = [];
        const noting = (fault: Fault): Fault => (response, request) => {
          times.push(performance.now());
          return fault(response, request);
        };
        server.answer(noting(fails(503, {}, { 'retry-after': value })), noting(says('Yes.')));
        assert.equal((await ask(modelAt(server.base, { retryMs: 100 }))).text, 'Yes.');
        assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 90, `${value}: waited ${(times[1] ?? 0) - (times[0] ?? 0)} ms`);
      }
    });

    it('does not tell the writer to wait for years', async () => {
      server.answer(fails(429, {}, { 'retry-after': '99999999999999999999' }));
      assert.match((await failureOf(modelAt(server.base))).message, /Wait a minute/);
    });

    it('does not wait for a Retry-After of minutes, but says how many', async () => {
      server.answer(fails(429, {}, { 'retry-after': '600' }));
      assert.match((await failureOf(modelAt(server.base))).message, /wait 10 minutes/);
      const inFiveMinutes = new Date(Date.now() + 290_000).toUTCString();
      server.answer(fails(429, {}, { 'retry-after': inFiveMinutes }));
      assert.match((await failureOf(modelAt(server.base))).message, /wait 5 minutes/);
      assert.equal(server.seen.length, 2);
    });

    it('never asks again once a byte has come, nor after other errors, nor when the account is empty', async () => {
      for (const fault of [resets(piece('Half')), resets(), fails(401), fails(404), fails(429, { error: { code: 'insufficient_quota' } })]) {
        server.answer(fault);
        server.seen.length = 0;
        await failureOf(modelAt(server.base));
        assert.equal(server.seen.length, 1);
      }
    });
  });

  describe('redirects', () => {
    for (const status of [301, 302, 307, 308]) {
      it(`are not followed (${status}): the script and the key reach no other server`, async () => {
        const other = await startFaultServer();
        server.answer(redirectsTo(`${other.base}/chat/completions`, status));
        const failure = await failureOf(modelAt(server.base, { key: () => Promise.resolve('sk-secret-key') }));
        await other.close();
        assert.equal(other.seen.length, 0);
        assert.match(failure.message, /another address, so nothing was sent there/);
      });
    }
  });
});
