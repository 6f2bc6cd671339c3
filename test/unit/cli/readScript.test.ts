// What is no Fountain is told, not laid out: Final Draft, pictures, PDFs; and encodings that had to be guessed.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, decodeText, isBinary } from '../../../src/cli/decode';
import { callFiles } from '../../../src/cli/files';
import { run } from '../../../src/cli/run';

const SCRIPT = 'INT. HARBOUR - DAY\n\nA net.\n';
const FONT = 'node_modules/@expo-google-fonts/courier-prime/400Regular/CourierPrime_400Regular.ttf';
const READERS = [['pages'], ['stats'], ['outline'], ['pdf', '-o'], ['html', '-o']] as const;

describe('what a call reads', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'backlot-read-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(path.join(folder, name), bytes);
    return path.join(folder, name);
  };
  async function call(args: readonly string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
    let [out, err] = ['', ''];
    const writeError = (text: string): void => void (err += text);
    const code = await run([...args], { ...callFiles(writeError), write: (text) => void (out += text), writeError, env, signal: new AbortController().signal });
    return { code, out, err };
  }

  for (const [verb, output] of READERS) {
    it(`is no Final Draft file and no binary one: ${verb}`, async () => {
      const to = output === undefined ? [] : [output, path.join(folder, 'out')];
      const fdx = put('a.fdx', readFileSync('test/fixtures/finalDraft5.fdx'));
      const converting = await call([verb, fdx, ...to, '--json']);
      assert.equal(converting.code, 1);
      assert.equal(converting.err, `${fdx} is a Final Draft file. Convert it first: backlot fdx ${fdx} -o ${path.join(folder, 'a.fountain')}\n`);
      const font = put('a.ttf', readFileSync(FONT));
      assert.deepEqual(await call([verb, font, ...to]), { code: 1, out: '', err: `${font} is no text, and so no script.\n` });
      const old = put('a.fdr', `FDR\x01${'\0'.repeat(500)}`);
      assert.match((await call([verb, old, ...to])).err, /of before version 8/);
      assert.deepEqual(readdirSync(folder).sort(), ['a.fdr', 'a.fdx', 'a.ttf']);
      assert.equal((await call([verb, put('a.fountain', SCRIPT), ...to])).code, 0);
    });
  }

  it('is refused by fdx too where it is no text, and where a Final Draft file holds no script', async () => {
    const target = path.join(folder, 'out');
    const font = put('a.ttf', readFileSync(FONT));
    assert.deepEqual(await call(['fdx', font, '-o', target]), { code: 1, out: '', err: `${font} is no text, and so no script.\n` });
    const bare = put('bare.fdx', '<FinalDraft Version="5"></FinalDraft>');
    assert.deepEqual(await call(['fdx', bare, '-o', target]), { code: 1, out: '', err: `${bare}: This Final Draft file holds no script: the part with its text (Content) is missing.\n` });
    assert.deepEqual(readdirSync(folder).sort(), ['a.ttf', 'bare.fdx']);
    const empty = put('empty.fdx', '<FinalDraft Version="5"><Content/></FinalDraft>');
    assert.deepEqual(await call(['fdx', empty, '-o', target]), { code: 0, out: '', err: 'The file has no words of a script in it.\n' });
  });

  it('is read as Windows-1252 where it is no UTF-8, and that is told', async () => {
    const latin = put('latin.fountain', Buffer.from('INT. CAFÉ\n\nA net.\n', 'latin1'));
    const { code, out, err } = await call(['pages', latin]);
    assert.equal(code, 0);
    assert.match(out, /INT\. CAFÉ/);
    assert.equal(err, `${latin} is not in UTF-8 and was read as Windows-1252: if letters with accents are wrong, save it in UTF-8.\n`);
    const xml = put('latin.fdx', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><FinalDraft><Content><Paragraph><Text>CAFÉ</Text></Paragraph></Content></FinalDraft>', 'latin1'));
    assert.match((await call(['fdx', xml, '-o', path.join(folder, 'out')])).err, /was read as Windows-1252/);
    for (const sound of [SCRIPT, 'INT. CAFÉ\n', Buffer.from('\ufeffINT. CAFÉ\n', 'utf16le'), Buffer.from('INT. CAFE - DAY\n', 'utf16le')]) {
      assert.equal((await call(['pages', put('sound.fountain', sound)])).err, '');
    }
  });

  it('takes fonts that are there and are some, and no date that there cannot be', async () => {
    const script = put('a.fountain', SCRIPT);
    const pdf = path.join(folder, 'a.pdf');
    const none = path.join(folder, 'none.ttf');
    assert.deepEqual(await call(['pdf', script, '-o', pdf, '--font', none]), { code: 1, out: '', err: `The font ${none} cannot be used: there is no such file.\n` });
    assert.match((await call(['pdf', script, '-o', pdf, '--font', FONT, '--font', script])).err, /^The font .*a\.fountain cannot be used: it is no font /);
    assert.deepEqual(readdirSync(folder), ['a.fountain']);
    for (const impossible of ['99999999999999', '253402300800', '-1', 'soon', '']) {
      assert.equal((await call(['pdf', script, '-o', pdf, '--font', FONT], { SOURCE_DATE_EPOCH: impossible })).code, 0, impossible);
      assert.match(readFileSync(pdf, 'latin1'), new RegExp(`<xmp:CreateDate>${new Date().getUTCFullYear()}-`), impossible);
    }
    await call(['pdf', script, '-o', pdf], { SOURCE_DATE_EPOCH: '86400' });
    assert.match(readFileSync(pdf, 'latin1'), /<xmp:CreateDate>1970-01-02T00:00:00Z</);
  });
});

describe('text and no text', () => {
  it('are told apart by signs that no one types', () => {
    for (const name of readdirSync('test/fixtures').filter((file) => file.endsWith('.fountain'))) {
      assert.ok(!isBinary(decodeText(readFileSync(path.join('test/fixtures', name)))), name);
    }
    for (const text of ['', 'A\0', '\f\t\r\n\v', `A stray \0 zero.\n`, 'é'.repeat(100)]) {
      assert.ok(!isBinary(text));
    }
    assert.ok(isBinary('%PDF-1.7\nall letters\n'));
    assert.ok(isBinary('\0'.repeat(10)));
    assert.ok(isBinary(decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]))));
  });

  it('UTF-16 is known without its mark, by every second byte', () => {
    for (const order of ['le', 'be']) {
      const bytes = Buffer.from('INT. CAFÉ – DAY\n', 'utf16le');
      assert.deepEqual(decode(order === 'le' ? bytes : bytes.swap16()), { text: 'INT. CAFÉ – DAY\n', guessed: false });
    }
    const zeros = 'A\0B\0C D E F G H I J K L M N O P Q R S T U V W X Y Z';
    assert.deepEqual(decode(Buffer.from(zeros)), { text: zeros, guessed: false });
  });
});
