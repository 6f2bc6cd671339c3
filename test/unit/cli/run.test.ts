// The command line's verbs over plain data: what they print, and how they fail.
import assert from 'node:assert/strict';
import { decodeText } from '../../../src/cli/decode';
import { run } from '../../../src/cli/run';
import { InputError, type Io } from '../../../src/cli/verb';

async function call(args: string[], input: string): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io: Io = {
    readInput: (path) => (path === 'missing' ? Promise.reject(new InputError('missing: there is no such file.')) : Promise.resolve(input)),
    writeOutput: () => Promise.reject(new Error('nothing is written here')),
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: {},
    signal: new AbortController().signal,
  };
  return { code: await run(args, io), out, err };
}

const SCRIPT = 'Title: X\n\n# One\n\nINT. HOUSE - DAY #4#\n\n= They meet.\n\nMARA (V.O.)\n(beat)\nI *know* you.\n\nDEV ^\nNo.\n\n===\n\n.NOWHERE\n\n/* cut */\n';

describe('backlot parse', () => {
  it('prints every element with the contract’s names and lines', async () => {
    const { code, out } = await call(['parse', '-', '--json'], SCRIPT);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      elements: [
        { type: 'title_page', line: 0, endLine: 0, entries: [{ key: 'Title', values: ['X'] }] },
        { type: 'section', line: 2, endLine: 2, text: 'One', depth: 1 },
        { type: 'scene_heading', line: 4, endLine: 4, text: 'INT. HOUSE - DAY', number: '4' },
        { type: 'synopsis', line: 6, endLine: 6, text: 'They meet.' },
        { type: 'character', line: 8, endLine: 8, name: 'MARA', extension: 'V.O.', dual: 'left' },
        { type: 'parenthetical', line: 9, endLine: 9, text: '(beat)' },
        { type: 'dialogue', line: 10, endLine: 10, text: 'I *know* you.', inline: [{ type: 'italic', text: 'know' }] },
        { type: 'character', line: 12, endLine: 12, name: 'DEV', dual: 'right' },
        { type: 'dialogue', line: 13, endLine: 13, text: 'No.' },
        { type: 'page_break', line: 15, endLine: 15 },
        { type: 'scene_heading', line: 17, endLine: 17, text: 'NOWHERE' },
        { type: 'boneyard', line: 19, endLine: 19, text: 'cut' },
      ],
    });
  });

  it('answers a batch line by line, and says so where a line is no request', async () => {
    const { code, out, err } = await call(['parse', '--batch'], '{"id": 7, "input": "x"}\nnonsense\n{"id": "b", "input": ""}\n');
    const answers = out.trim().split('\n').map((line): unknown => JSON.parse(line));
    assert.deepEqual(answers[0], { id: 7, elements: [{ type: 'action', line: 0, endLine: 0, text: 'x' }] });
    assert.deepEqual(answers[2], { id: 'b', elements: [] });
    assert.equal(code, 1);
    assert.match(err, /could not be read/);
  });
});

describe('backlot outline', () => {
  it('prints scenes with their sections, characters and sets', async () => {
    const { out } = await call(['outline', '-', '--json'], SCRIPT);
    const outline = JSON.parse(out) as { scenes: Record<string, unknown>[]; characters: unknown; locations: unknown };
    assert.deepEqual(
      outline.scenes.map(({ heading, number, sections, synopsis, characters }) => ({ heading, number, sections, synopsis, characters })),
      [
        { heading: 'INT. HOUSE - DAY', number: '4', sections: ['One'], synopsis: 'They meet.', characters: ['MARA', 'DEV'] },
        { heading: 'NOWHERE', number: undefined, sections: ['One'], synopsis: undefined, characters: [] },
      ],
    );
    assert.deepEqual(outline.characters, [
      { name: 'MARA', speeches: 1, words: 3, scenes: [0] },
      { name: 'DEV', speeches: 1, words: 1, scenes: [0] },
    ]);
    assert.deepEqual(outline.locations, [
      { set: 'HOUSE', scenes: [0] },
      { set: 'NOWHERE', scenes: [1] },
    ]);
  });
});

describe('backlot', () => {
  it('fails with 1 and one sentence where the input cannot be had', async () => {
    const { code, out, err } = await call(['parse', 'missing', '--json'], '');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(out), { error: { kind: 'input', message: 'missing: there is no such file.' } });
    assert.equal(err, 'missing: there is no such file.\n');
  });

  it('fails with 2 where the call is off', async () => {
    for (const args of [[], ['sing'], ['parse'], ['parse', 'a', 'b'], ['parse', '--loud'], ['outline']]) {
      assert.equal((await call(args, '')).code, 2, args.join(' '));
    }
  });

  it('helps, on every verb', async () => {
    for (const args of [['--help'], ['parse', '--help'], ['outline', '-h']]) {
      const { code, out } = await call(args, '');
      assert.equal(code, 0);
      assert.match(out, /backlot/);
    }
  });
});

describe('decodeText', () => {
  it('reads scripts in any encoding', () => {
    const text = 'INÉS\nÇa va — ЖАННА.';
    assert.equal(decodeText(Buffer.from(text, 'utf8')), text);
    assert.equal(decodeText(Buffer.from(`\u{feff}${text}`, 'utf16le')), text);
    assert.equal(decodeText(Buffer.from([0x49, 0x4e, 0xc9, 0x53, 0x0a, 0x93, 0x48, 0x69, 0x94])), 'INÉS\n“Hi”');
  });
});
