// The verb rewrite against a server on loopback: what it prints, marks and fails with; the script is never written.
import * as assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { SAMPLE } from '../core/suggest/sampleScript';
import { gives, piece, says, startFaultServer, streams, type FaultServer } from '../models/faultServer';

async function call(args: string[], env: Record<string, string>, signal = new AbortController().signal, script = SAMPLE): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await run(args, {
    readInput: () => Promise.resolve(script),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env,
    signal,
  });
  return { code, out, err };
}

const DRAFT = `INT. LIGHTHOUSE KITCHEN - NIGHT #1#

MARA (30s), oilskins dripping, sets two mugs on a table laid for three.

MARA
Thursday, you said.

TOBIAS
There was fog.

MARA
Henrik did.`;

describe('backlot rewrite', function () {
  this.timeout(60_000); // a busy machine is no failure

  let server: FaultServer;
  let env: Record<string, string>;
  beforeEach(async () => {
    server = await startFaultServer();
    env = { BACKLOT_BASE_URL: server.base, BACKLOT_MODEL: 'test-model', BACKLOT_API_KEY: 'sk-test', BACKLOT_CONTEXT_TOKENS: '8192' };
  });
  afterEach(() => server.close());

  it('prints the draft, its hunks and length, and what is off with it', async () => {
    server.answer(says(...(`Here it is:\n\n<draft>\n${DRAFT}\n\nOLGA\nEnough.\n</draft>`.match(/[^]{1,9}/g) ?? [])));
    const { code, out, err } = await call(['rewrite', 'x', '--scene', '1', '--direction', 'onTheNose', '--json'], env);
    assert.deepEqual([code, err], [0, '']);
    const printed = JSON.parse(out) as { title: string; original: string; draft: string; hunks: unknown[]; problems: { kind: string; name?: string }[]; length: { after: { lines: number } } };
    assert.equal(printed.title, 'INT. LIGHTHOUSE KITCHEN - NIGHT');
    assert.ok(SAMPLE.includes(printed.original) && printed.draft.includes('There was fog.'));
    assert.ok(printed.hunks.length >= 3 && printed.length.after.lines > 5);
    assert.ok(printed.problems.some(({ kind, name }) => kind === 'newSpeaker' && name === 'OLGA'));
    assert.match(server.seen[0]?.text ?? '', /<direction>\\nLess on the nose/);
    assert.doesNotMatch(server.seen[0]?.text ?? '', /PRIVATE/);
  });

  it('prints for a person, and says what was wished for', async () => {
    server.answer(says(`<draft>\n${DRAFT}\n</draft>`));
    const { code, out, err } = await call(['rewrite', 'x', '--scene', '1', '--to', '3 lines'], env);
    assert.equal(code, 0);
    assert.ok(out.startsWith('INT. LIGHTHOUSE KITCHEN - NIGHT #1#\n') && out.includes('Thursday, you said.'));
    assert.match(err, /^Asking test-model [^]*It takes \d+ lines, 3 were wished for\./);
    assert.match(server.seen[0]?.text ?? '', /at most 3 printed lines/);
  });

  it('takes lines, grown to whole speeches', async () => {
    server.answer(says('<draft>\nMARA\nHe did.\n</draft>'));
    const line = String(SAMPLE.slice(0, SAMPLE.indexOf('Henrik did.')).split('\n').length);
    const { out } = await call(['rewrite', 'x', '--lines', line, '--json'], env);
    const printed = JSON.parse(out) as { original: string; draft: string };
    assert.equal(printed.original, 'MARA\nHenrik did. [[alt: PRIVATE-ALTERNATIVE]]\n\n');
    assert.equal(printed.draft, 'MARA\nHe did. [[alt: PRIVATE-ALTERNATIVE]]\n\n', 'the note no model saw is still there');
  });

  it('shows the request with --prompt and sends nothing', async () => {
    const { code, out } = await call(['rewrite', 'x', '--scene', '2', '--like', '1', '--prompt'], {});
    assert.equal(code, 0);
    assert.match(out, /<like>/);
    assert.equal(server.seen.length, 0);
  });

  it('keeps what came of a cut answer, and fails: its end is missing', async () => {
    server.answer(streams(piece(`<draft>\n${DRAFT.slice(0, 120)}`)));
    const { code, out } = await call(['rewrite', 'x', '--scene', '1', '--json'], env);
    const printed = JSON.parse(out) as { draft: string; notes: string[]; error: { message: string } };
    assert.equal(code, 1);
    assert.ok(printed.draft.startsWith('INT. LIGHTHOUSE'));
    assert.match(printed.error.message, /the end of the draft is missing|cut/);
    assert.deepEqual(printed.notes, [printed.error.message]);
    server.answer(streams(piece(`<draft>\n${DRAFT.slice(0, 120)}`)));
    const told = await call(['rewrite', 'x', '--scene', '1'], env);
    assert.equal(told.code, 1);
    assert.match(told.out, /^INT\. LIGHTHOUSE/);
    assert.match(told.err, /missing|cut/);
  });

  it('takes the scene with the number that is said, and none where it stands twice or nowhere', async () => {
    const numbered = 'INT. ONE - DAY #1#\n\nRain.\n\nINT. THREE - DAY #3#\n\nSnow.\n\nINT. TWO A - DAY #2A#\n\nFog.\n\nINT. FOUR - DAY #4#\n\nHail.\n\nINT. AGAIN - DAY #4#\n\nSun.\n';
    const title = async (...args: string[]): Promise<string> => {
      server.answer(says('<draft>\nINT. X - DAY\n\nWind.\n</draft>'));
      const { code, out, err } = await call(['rewrite', 'x', '--json', ...args], env, undefined, numbered);
      return code === 0 ? (JSON.parse(out) as { title: string }).title : err.trim();
    };
    assert.equal(await title('--scene', '3'), 'INT. THREE - DAY');
    assert.equal(await title('--scene', '2a'), 'INT. TWO A - DAY');
    assert.equal(await title('--scene', '2'), 'There is no scene 2: the script has 5 scenes.');
    assert.equal(await title('--scene', '4'), 'More than one scene has the number 4.');
    assert.equal(await title('--scene', '1', '--like', '2'), 'There is no scene 2: the script has 5 scenes.');
  });

  it('prints nothing that steers a terminal', async () => {
    server.answer(says('<draft>\nINT. X\u001b[2J - DAY\n\nWi\u202end\ta.\n\n\u001b]0;x\u0007</draft>'));
    const { out, err } = await call(['rewrite', 'x', '--scene', '1'], env);
    assert.match(out, /^INT\. X\[2J - DAY\n\nWind\ta\./);
    assert.doesNotMatch(out + err, /[^\P{Cc}\n\t]|\u202e/u);
  });

  it('takes the name of a direction for its instruction, and for plain words where what it asks for is missing', async () => {
    const sent = async (...args: string[]) => (await call(['rewrite', 'x', '--scene', '1', ...args, '--prompt'], {})).out;
    assert.match(await sent('--direction', 'visual'), /a camera can shoot/);
    assert.match(await sent('--direction', 'tighten'), /<direction>\\ntighten\\n<\/direction>/);
  });

  it('fails with a sentence: no scene, no model, a stretch too long, no screenplay in the answer', async () => {
    for (const [args, code, message] of [
      [['--scene', '99'], 1, /There is no scene 99/],
      [['--lines', '9999'], 1, /There is no line 9999/],
      [['--lines', '7-3'], 2, /--lines takes/],
      [[], 2, /Say which stretch/],
      [['--scene', '1', '--to', 'soon'], 2, /--to takes a length/],
    ] as const) {
      const called = await call(['rewrite', 'x', ...args], env);
      assert.equal(called.code, code, args.join(' '));
      assert.match(called.err, message);
    }
    assert.match((await call(['rewrite', 'x', '--scene', '1'], {})).err, /BACKLOT_BASE_URL/);
    server.answer(gives('text/html', '<html><body>502</body></html>'));
    const page = await call(['rewrite', 'x', '--scene', '1', '--json'], env);
    assert.equal(page.code, 1);
    assert.ok(page.out.includes('"error"'));
    server.answer(says("I'm sorry, I can't help with that."));
    assert.match((await call(['rewrite', 'x', '--scene', '1'], env)).err, /no screenplay/);
    assert.match((await call(['rewrite', 'x', '--lines', '1-99999'], { ...env, BACKLOT_CONTEXT_TOKENS: '2048' })).err, /too long for this model/);
  });
});
