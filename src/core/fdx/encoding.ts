// Bytes of an XML file to text: by its byte order mark, its first letters, or what it says itself (XML 1.0, appendix F).

// A part of every platform that runs this, though not of the language (WHATWG Encoding).
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => { readonly encoding: string; decode(bytes: Uint8Array): string };

/** The name of the encoding, as the web's TextDecoder knows it or as the file has it. UTF-8 where nothing says otherwise. */
export function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
    return 'utf-16le';
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return 'utf-16be';
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return 'utf-8';
  }
  const said = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(headOf(bytes))?.[1]?.toLowerCase();
  // A file that can be read so far is no UTF-16, whatever it says.
  return said === undefined || said.startsWith('utf-16') || said.startsWith('ucs') ? 'utf-8' : said;
}

/** Whether the bytes begin as XML does, in whatever encoding. */
export function beginsAsXml(bytes: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*<\?xml\s/i.test(headOf(bytes).replaceAll('\0', ''));
}

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 400));

/** The text of an XML file, as the file says; where its bytes say otherwise, as Windows-1252, which takes any. Never throws. */
export function decodeFdx(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  const encoding = knownAs(label) ?? 'utf-8';
  if (encoding === 'windows-1252') {
    return fromWindows1252(bytes);
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // UTF-8 that is none was written by an older program that did not say so. Of anything else most can still be read.
    return encoding === 'utf-8' ? fromWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  }
}

/** The one name of an encoding; undefined where nobody here knows it. */
function knownAs(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

// 0x80 to 0x9f in Windows-1252 (WHATWG Encoding, index windows-1252). Node 20's own decoder reads them as Latin-1.
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Text in Windows-1252, which has a character for any byte. What calls itself ISO-8859-1 is read so too, as everywhere on the web. */
export function fromWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x80 && byte <= 0x9f ? C1.charAt(byte - 0x80) : String.fromCharCode(byte))).join('');
}
