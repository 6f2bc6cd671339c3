// pages, pdf and html of the command line: what they print, what they write, and how they fail.
import assert from 'node:assert/strict';
import { run } from '../../../src/cli/run';
import { InputError, type Io } from '../../../src/cli/verb';
import { readPdf } from '../../support/pdfText';

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

async function call(args: string[], inputs: Readonly<Record<string, string>>, signal = new AbortController().signal): Promise<Called> {
  let out = '';
  let err = '';
  const files = new Map<string, Uint8Array>();
  const io: Io = {
    readInput: (path) => (inputs[path] === undefined ? Promise.reject(new InputError(`${path}: there is no such file.`)) : Promise.resolve(inputs[path])),
    writeOutput: (path, bytes) => {
      files.set(path, bytes);
      return Promise.resolve();
    },
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
    env: { SOURCE_DATE_EPOCH: '0' },
    signal,
  };
  return { code: await run(args, io), out, err, files };
}

const SCRIPT = 'Title: Nets\n\nINT. HARBOUR - DAY #4#\n\nA net.\n\n===\n\nEXT. SEA - NIGHT\n\nWaves.\n';

describe('backlot pages', () => {
  it('counts pages, and gives every scene its page and eighths', async () => {
    const { code, out } = await call(['pages', '-', '--json'], { '-': SCRIPT });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), {
      pages: 2,
      scenes: [
        { number: '4', heading: 'INT. HARBOUR - DAY', page: 1, eighths: 1 },
        { heading: 'EXT. SEA - NIGHT', page: 2, eighths: 1 },
      ],
    });
  });

  it('counts longer pages on A4', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `Line ${index}.\n\n`).join('');
    const pages = async (paper: string): Promise<number> => (JSON.parse((await call(['pages', '-', '--json', '--paper', paper], { '-': long })).out) as { pages: number }).pages;
    assert.ok((await pages('a4')) < (await pages('letter')));
  });

  it('refuses a paper that there is not', async () => {
    const { code, err } = await call(['pages', '-', '--paper', 'a5'], { '-': SCRIPT });
    assert.equal(code, 2);
    assert.match(err, /--paper is letter or a4, not "a5"/);
  });
});

describe('backlot pdf', () => {
  it('writes the pages with what was asked for', async () => {
    const { code, out, files } = await call(['pdf', 'x.fountain', '-o', 'x.pdf', '--paper', 'a4', '--header', '{title}', '--scene-numbers', 'left', '--json'], { 'x.fountain': SCRIPT });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { pages: 2, missing: [] });
    const { pages } = await readPdf(files.get('x.pdf') ?? new Uint8Array());
    assert.deepEqual(pages.map(({ width }) => Math.round(width)), [595, 595, 595]);
    assert.equal(pages[1]?.items.map(({ text }) => text.trim()).join(' '), 'INT. HARBOUR - DAY 4 A net. Nets');
  });

  it('marks what was revised since an older file', async () => {
    const { files } = await call(['pdf', '-', '-o', 'x.pdf', '--revised-since', 'old'], { '-': SCRIPT, old: SCRIPT.replace('Waves', 'Calm') });
    const { pages } = await readPdf(files.get('x.pdf') ?? new Uint8Array());
    assert.deepEqual(pages.map(({ items }) => items.filter(({ text }) => text === '*').length), [0, 0, 1]);
  });

  it('says which characters no font has, and where', async () => {
    // Private use: no font of a system has it.
    const { code, out, err } = await call(['pdf', '-', '-o', 'x.pdf', '--json'], { '-': '!One \u{10fff0} here.\n' });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), { pages: 1, missing: [{ character: '\u{10fff0}', count: 1, line: 0 }] });
    assert.match(err, /No font here has one character of the script.*\n {2}line 1: /s);
  });

  it('says what is wrong with a call: nowhere to write, no file, both at once', async () => {
    assert.equal((await call(['pdf', '-'], { '-': SCRIPT })).code, 2);
    assert.equal((await call(['pdf', '-', '-o', '-', '--json'], { '-': SCRIPT })).code, 2);
    const missing = await call(['pdf', 'none', '-o', 'x.pdf', '--json'], {});
    assert.equal(missing.code, 1);
    assert.deepEqual(JSON.parse(missing.out), { error: { kind: 'input', message: 'none: there is no such file.' } });
  });

  it('writes nothing when it is stopped', async () => {
    const { code, err, files } = await call(['pdf', '-', '-o', 'x.pdf'], { '-': SCRIPT }, AbortSignal.abort());
    assert.deepEqual([code, err, files.size], [1, 'Stopped. Nothing was written.\n', 0]);
  });
});

describe('backlot html', () => {
  it('writes one file with the pages and the fonts in it', async () => {
    const { code, err, files } = await call(['html', '-', '-o', 'x.html', '--watermark', 'A <B>'], { '-': SCRIPT });
    assert.deepEqual([code, err], [0, 'x.html: 2 pages\n']);
    const html = new TextDecoder().decode(files.get('x.html'));
    assert.match(html, /<title>Nets<\/title>/);
    assert.match(html, /A &lt;B&gt;/);
    assert.match(html, /data:font\/ttf;base64,[A-Za-z0-9+/]{1000}/);
  });
});
