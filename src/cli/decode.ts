// Bytes to text: whatever encoding a script was saved in, it can be read.
import { beginsAsXml, decodeFdx, fromWindows1252 } from '../core/fdx/encoding';

/** A file's text. XML says itself; else a byte order mark decides; then UTF-8 if it is valid; then Windows-1252, which takes any bytes. */
export function decodeText(bytes: Uint8Array): string {
  if (beginsAsXml(bytes)) {
    return decodeFdx(bytes);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}
