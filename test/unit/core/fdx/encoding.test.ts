// Final Draft files in the encodings that they come in: every letter is there, curly quotes too.
import assert from 'node:assert/strict';
import { decodeText } from '../../../../src/cli/decode';
import { beginsAsXml, decodeFdx, encodingOf } from '../../../../src/core/fdx/encoding';

const file = (encoding: string, words: string): string => `<?xml version="1.0" encoding="${encoding}"?><FinalDraft>${words}</FinalDraft>`;
/** “Début” in Windows-1252. */
const QUOTED = '\x93D\xe9but\x94\x85';
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('the encoding of a Final Draft file', () => {
  for (const label of ['windows-1252', 'ISO-8859-1', 'Latin1', 'US-ASCII']) {
    it(`is read as it says, with its curly quotes: ${label}`, () => {
      assert.equal(decodeFdx(latin(file(label, QUOTED))), file(label, '“Début”…'));
    });
  }

  it('is another alphabet’s where it says so', () => {
    assert.equal(decodeFdx(latin(file('windows-1251', '\xc6\xc0\xcd\xcd\xc0'))), file('windows-1251', 'ЖАННА'));
    assert.equal(decodeFdx(latin(file('Shift_JIS', '\x89\x4a'))), file('Shift_JIS', '雨'));
  });

  it('is UTF-8 or Windows-1252 by the bytes, where it says nothing, something unknown, or what is not so', () => {
    const words = '“Début” 雨';
    for (const label of ['UTF-8', 'x-unheard-of', 'UTF-16']) {
      assert.equal(decodeFdx(new TextEncoder().encode(file(label, words))), file(label, words), label);
      assert.equal(decodeFdx(latin(file(label, QUOTED))), file(label, '“Début”…'), label);
    }
  });

  it('is what a byte order mark says, before all else', () => {
    const text = file('ISO-8859-1', '“雨”');
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.equal(decodeFdx(new TextEncoder().encode(`\ufeff${text}`)), text);
    assert.equal(decodeFdx(wide), text);
    assert.equal(decodeFdx(new Uint8Array(Buffer.from(wide).swap16())), text);
    assert.equal(decodeFdx(new Uint8Array(Buffer.from(text, 'utf16le'))), text);
  });

  it('loses nothing but the odd byte of a file cut off in the middle of a letter', () => {
    const text = file('UTF-16', 'Rain.');
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    assert.equal(decodeFdx(wide.subarray(0, wide.length - 1)), `${text.slice(0, -1)}\ufffd`);
  });

  it('is the same for the command line, and only for XML', () => {
    assert.equal(decodeText(latin(file('windows-1251', '\xc6'))), file('windows-1251', 'Ж'));
    assert.equal(decodeText(new Uint8Array(Buffer.from(file('UTF-16', '雨'), 'utf16le'))), file('UTF-16', '雨'));
    assert.equal(beginsAsXml(latin('INT. HOUSE\n\n<?xml encoding="windows-1251"?>')), false);
    assert.equal(decodeText(latin('INT. HOUSE\n\n<?xml encoding="windows-1251"?> \xc6')), 'INT. HOUSE\n\n<?xml encoding="windows-1251"?> Æ');
  });

  it('is UTF-8 where there is nothing', () => {
    assert.equal(encodingOf(new Uint8Array()), 'utf-8');
    assert.equal(decodeFdx(new Uint8Array()), '');
  });
});
