// How the bytes of an XML file are encoded: by its byte order mark, its first letters, or what it says itself (XML 1.0, appendix F).

/** The name of the encoding, as the web's TextDecoder knows it or as the file has it. UTF-8 where nothing says otherwise. */
export function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0 && c !== 0 && d === 0)) {
    return 'utf-16le';
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c && c === 0 && d !== 0)) {
    return 'utf-16be';
  }
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const said = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]?.toLowerCase();
  // A file that can be read so far is no UTF-16, whatever it says.
  return said === undefined || said.startsWith('utf-16') || said.startsWith('ucs') ? 'utf-8' : said;
}
