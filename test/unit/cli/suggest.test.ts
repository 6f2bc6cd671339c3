// The verbs suggest and prompt against a server on loopback: what they print, note and fail with.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { InputError } from '../../../src/cli/verb';
import { SAMPLE } from '../core/suggest/sampleScript';
import { DONE, gives, piece, says, startFaultServer, streams, type FaultServer } from '../models/faultServer';

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function call(args: string[], env: Record<string, string>, signal = new AbortController().signal): Promise<Called> {
  let out = '';
  let err = '';
  const code = await run(args, {
    readInput: (path) => (path === 'missing' ? Promise.reject(new InputError('missing: there is no such file.')) : Promise.resolve(SAMPLE)),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env,
    signal,
  });
  return { code, out, err };
}

const lineOf = (text: string): string => String(SAMPLE.slice(0, SAMPLE.indexOf(text)).split('\n').length);
const HENRIK = lineOf("Nets keep. People don't.");

const answer = JSON.stringify({
  alternatives: [
    { intent: 'changes subject', likelihood: 0.1, text: 'Ropes rot. I keep buying rope.' },
    { intent: 'same again', likelihood: 0.5, text: "Nets keep; people don't." },
    { intent: 'pulls rank', likelihood: 0.05, text: 'HENRIK: "Sixty years, and never one hole."' },
  ],
});

describe('backlot suggest', () => {
  let server: FaultServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startFaultServer();
    env = { BACKLOT_BASE_URL: server.base, BACKLOT_MODEL: 'test-model', BACKLOT_API_KEY: 'sk-test', BACKLOT_CONTEXT_TOKENS: '8192' };
  });
  afterEach(() => server.close());

  it('prints the original, the alternatives and what was left out', async () => {
    server.answer(says(...(answer.match(/[^]{1,7}/g) ?? [])));
    const { code, out, err } = await call(['suggest', 'x', '--line', HENRIK, '--json'], env);
    assert.equal(code, 0);
    assert.equal(err, '');
    const printed = JSON.parse(out) as Record<string, unknown>;
    assert.equal(printed['original'], "Nets keep. People don't.");
    assert.deepEqual(printed['alternatives'], [
      { text: 'Ropes rot. I keep buying rope.', intent: 'changes subject' },
      { text: 'Sixty years, and never one hole.', intent: 'pulls rank' },
    ]);
    assert.deepEqual(printed['notes'], ['Left out a line: it is the speech as it stands.']);
    assert.equal(server.seen.length, 1);
    assert.equal(server.seen[0]?.headers.authorization, 'Bearer sk-test');
  });

  it('prints for a person, and takes no more than was asked for', async () => {
    server.answer(says(answer));
    const { code, out, err } = await call(['suggest', 'x', '--line', HENRIK, '-n', '1'], env);
    assert.deepEqual([code, out], [0, '1.  [changes subject]\n   Ropes rot. I keep buying rope.\n\n']);
    assert.match(err, /^Asking test-model \(127\.0\.0\.1/);
  });

  it('takes the name of a direction for its instruction, and any other for itself', async () => {
    server.answer(says(answer));
    await call(['suggest', 'x', '--line', HENRIK, '--direction', 'colder'], env);
    await call(['suggest', 'x', '--line', HENRIK, '--direction', 'as if drunk'], env);
    assert.match(server.seen[0]?.text ?? '', /<direction>\\nColder: the character gives less/);
    assert.match(server.seen[1]?.text ?? '', /<direction>\\nas if drunk\\n<\/direction>/);
  });

  it('keeps what came whole of a cut answer, and says so', async () => {
    server.answer(streams(piece(answer.slice(0, answer.indexOf('}') + 20))));
    const { code, out } = await call(['suggest', 'x', '--line', HENRIK, '--json'], env);
    const printed = JSON.parse(out) as { alternatives: unknown[]; notes: string[] };
    assert.deepEqual([code, printed.alternatives.length, printed.notes], [0, 1, ['The answer was cut off.']]);
  });

  it('fails with a sentence, a kind and exit code 1', async () => {
    const failures: readonly (readonly [args: string[], env: Record<string, string>, kind: string, message: RegExp])[] = [
      [['--line', HENRIK], {}, 'notConnected', /BACKLOT_BASE_URL and BACKLOT_MODEL/],
      [['--line', HENRIK], env, 'badAnswer', /no line that can be used/],
      [['--line', '3'], env, 'input', /^Line 3 is not in a speech\.$/],
      [['--line', '999'], env, 'input', /^There is no line 999: the script has \d+\.$/],
    ];
    server.answer(says("I'm sorry, I can't do that."));
    for (const [args, given, kind, message] of failures) {
      const { code, out, err } = await call(['suggest', 'x', ...args, '--json'], given);
      const { error } = JSON.parse(out) as { error: { kind: string; message: string } };
      assert.deepEqual([code, error.kind], [1, kind]);
      assert.match(error.message, message);
      assert.ok(err.includes(error.message));
    }
  });

  it('fails when the server does', async () => {
    server.answer(gives('text/html', '<html>hello</html>'));
    const { code, out } = await call(['suggest', 'x', '--line', HENRIK, '--json'], env);
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as { error: { kind: string } }).error.kind, 'badAnswer');
  });

  it('ends as cancelled on Ctrl+C, whatever came before', async () => {
    const interrupted = new AbortController();
    server.answer(async (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(piece(answer.slice(0, answer.indexOf('}') + 1)));
      await new Promise((resolve) => setTimeout(resolve, 50));
      interrupted.abort();
    });
    const { code, out } = await call(['suggest', 'x', '--line', HENRIK, '--json'], env, interrupted.signal);
    assert.equal(code, 1);
    assert.equal((JSON.parse(out) as { error: { kind: string } }).error.kind, 'cancelled');
  });

  it('takes wrong words for wrong usage', async () => {
    for (const args of [[], ['--line', '0'], ['--line', 'x'], ['--line', HENRIK, '-n', '11'], ['--line', HENRIK, '--loud']]) {
      const { code, err } = await call(['suggest', 'x', ...args], env);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, /backlot suggest FILE --line N/);
    }
    assert.equal(server.seen.length, 0);
  });

  it('has as prompt exactly the body that suggest sends, and prompt sends nothing', async () => {
    server.answer(streams(piece(answer), DONE));
    const prompt = await call(['prompt', 'x', '--line', HENRIK, '-n', '2', '--direction', 'colder'], env);
    assert.deepEqual([prompt.code, prompt.err, server.seen.length], [0, '', 0]);
    await call(['suggest', 'x', '--line', HENRIK, '-n', '2', '--direction', 'colder'], env);
    assert.deepEqual(JSON.parse(prompt.out), server.seen[0]?.body);
  });

  it('prints the request even where no model is named', async () => {
    const { code, out } = await call(['prompt', 'x', '--line', HENRIK], { BACKLOT_MODEL: '' });
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { messages: unknown[] }).messages.length, 2);
    assert.equal((await call(['prompt', 'x', '--line', '3'], {})).code, 1);
  });
});
