// The verb scenarios against a server on loopback: what it asks for, prints, notes and fails with.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { composeAnswer } from '../../practice/server.mjs';
import { SAMPLE } from '../core/suggest/sampleScript';
import { piece, says, startFaultServer, streams, type FaultServer } from '../models/faultServer';

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function call(args: string[], env: Record<string, string>, input = SAMPLE): Promise<Called> {
  let out = '';
  let err = '';
  const code = await run(['scenarios', 'x', ...args], {
    readInput: () => Promise.resolve(input),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

const one = { turn: 'who knows', title: 'The other boat', logline: 'He rows.', beats: ['Tobias finds the second boat.', 'Mara hides the key in the flour.'], consequences: [{ scene: 'int. lighthouse kitchen – dawn', number: '', change: 'Nobody sings.' }, { scene: 'EXT. MOON', number: '', change: 'Gone.' }] };
const answer = JSON.stringify({ scenarios: [one, { ...one, title: 'Again' }, { title: 'Thin', beats: ['x'] }, { ...one, title: 'Price', turn: 'pays', beats: ['Henrik sells the nets to a stranger.', 'A storm takes the pier.'], consequences: [] }] });

describe('backlot scenarios', () => {
  let server: FaultServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startFaultServer();
    env = { BACKLOT_BASE_URL: server.base, BACKLOT_MODEL: 'test-model', BACKLOT_CONTEXT_TOKENS: '8192' };
  });
  afterEach(() => server.close());

  it('prints the scope, the scenarios with their places, and what was left out', async () => {
    server.answer(says(...(answer.match(/[^]{1,9}/g) ?? [])));
    const { code, out, err } = await call(['--scenes', '2-3', '--json'], env);
    assert.deepEqual([code, err], [0, '']);
    const printed = JSON.parse(out) as { scope: unknown; scenarios: { title: string; turn: string; consequences: unknown[] }[]; notes: string[] };
    assert.deepEqual(printed.scope, { kind: 'range', from: 'EXT. HARBOUR - DAY', fromNumber: '2', to: 'EXT. PIER - LATER', toNumber: '3' });
    assert.deepEqual(printed.scenarios.map(({ title, turn }) => [title, turn]), [['The other boat', 'knows'], ['Price', 'pays']]);
    const line = SAMPLE.slice(0, SAMPLE.indexOf('INT. LIGHTHOUSE KITCHEN - DAWN')).split('\n').length - 1;
    assert.deepEqual(printed.scenarios[0]?.consequences, [{ scene: 'INT. LIGHTHOUSE KITCHEN - DAWN', sceneNumber: '4', change: 'Nobody sings.', line }, { scene: 'EXT. MOON', change: 'Gone.', unknown: true }]);
    assert.deepEqual(printed.notes, ['Left out a scenario: the same happens in "The other boat".', 'Left out a scenario: only one thing happens in it.']);
    assert.match(server.seen[0]?.text ?? '', /It goes from scene 2, EXT\. HARBOUR - DAY to scene 3, EXT\. PIER - LATER\./);
  });

  it('prints for a person, no more than asked for, with the direction in the request', async () => {
    server.answer(says(answer));
    const { code, out } = await call(['--scenes', '2', '-n', '1', '--direction', 'darker'], env);
    assert.equal(code, 0);
    assert.match(out, /^1\. The other boat {2}\[knows\]\n {3}He rows\.\n {3}- Tobias finds[^]*\n {3}> 4 {2}INT\. LIGHTHOUSE KITCHEN - DAWN: Nobody sings\.\n {3}> EXT\. MOON \(no such scene\): Gone\.\n\n$/);
    assert.match(server.seen[0]?.text ?? '', /Propose 1 scenario for[^]*<direction>\\ndarker\\n/);
  });

  it('goes to the end, and takes scenes in any way of numbering them', async () => {
    const plain = SAMPLE.replace(/ #\d#/g, '');
    for (const [named, input, said] of [['3-', SAMPLE, /to the end of the script/], ['2-3', plain, /EXT\. HARBOUR - DAY to EXT\. PIER/], ['1-A', SAMPLE.replace('#1#', '#1-A#'), /It is scene 1-A/]] as const) {
      server.answer(says(answer));
      assert.equal((await call(['--scenes', named, '--json'], env, input)).code, 0);
      assert.match(server.seen.at(-1)?.text ?? '', said);
    }
  });

  it('prints nothing that steers a terminal, and takes no number that stands twice', async () => {
    server.answer(says(answer.replace(/"title": ?"/, '$&\\u001b[2J\\u202e')));
    const { code, out, err } = await call(['--scenes', '2'], env);
    assert.equal(code, 0);
    assert.doesNotMatch(out + err, /[^\P{Cc}\n]|\u202e/u);
    const twice = await call(['--scenes', '1'], env, SAMPLE.replace('#2#', '#1#'));
    assert.deepEqual([twice.code, twice.err], [1, 'More than one scene has the number 1.\n']);
  });

  it('keeps what came whole of a cut answer, and says so', async () => {
    server.answer(streams(piece(answer.slice(0, answer.indexOf('"Again"')))));
    const { code, out, err } = await call(['--scenes', '2', '--json'], env);
    assert.deepEqual([code, err], [0, '']);
    const printed = JSON.parse(out) as { scenarios: unknown[]; notes: string[] };
    assert.equal(printed.scenarios.length, 1);
    assert.ok(printed.notes.length > 0);
  });

  it('fails with a sentence where nothing can be used', async () => {
    for (const text of ["I'm sorry, I can't.", '<html><body>Login</body></html>', '{"scenarios":[]}', '']) {
      server.answer(says(text));
      const { code, out, err } = await call(['--scenes', '2', '--json'], env);
      assert.equal(code, 1);
      assert.match(err, /\.\n$/);
      assert.match(out, /^\{"error":\{"kind":"[a-zA-Z]+","message":"[^"]+"\}\}\n$/);
    }
  });

  it('says what is wrong with a call', async () => {
    assert.equal((await call([], env)).code, 2);
    assert.equal((await call(['--scenes', '--'], env)).code, 2);
    assert.equal((await call(['--scenes', '2', '-n', '9'], env)).code, 2);
    assert.equal((await call(['--scenes', '3-2'], env)).code, 2);
    assert.deepEqual(await call(['--scenes', '99'], env), { code: 1, out: '', err: 'There is no scene 99: the script has 5 scenes.\n' });
    assert.equal(server.seen.length, 0);
  });

  it('reads what the practice model answers', async () => {
    server.answer(says('{}'));
    await call(['--scenes', '1-2', '--json'], env);
    const body = JSON.parse(server.seen[0]?.text ?? '{}') as { messages: { role: string; content: string }[] };
    server.answer(says(composeAnswer(body)));
    const { code, out } = await call(['--scenes', '1-2', '--json'], env);
    assert.equal(code, 0);
    assert.equal((JSON.parse(out) as { scenarios: unknown[] }).scenarios.length, 3);
  });
});
