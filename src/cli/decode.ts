// Bytes to text: whatever encoding a script was saved in, it can be read.
import { beginsAsXml, decodeFdx, encodingOf, fromWindows1252 } from '../core/fdx/encoding';

/** A file's text, and whether its encoding had to be guessed. */
export interface Decoded {
  readonly text: string;
  readonly guessed: boolean;
}

/** XML says itself; else a byte order mark decides, or the zeros of UTF-16; then UTF-8 if it is valid; then Windows-1252, which takes any bytes. */
export function decode(bytes: Uint8Array): Decoded {
  if (beginsAsXml(bytes)) {
    return { text: decodeFdx(bytes), guessed: encodingOf(bytes) === 'utf-8' && utf8(bytes) === undefined };
  }
  const order = utf16Order(bytes);
  if (order !== undefined) {
    return { text: new TextDecoder(order).decode(bytes), guessed: false };
  }
  const text = utf8(bytes);
  return text === undefined ? { text: fromWindows1252(bytes), guessed: true } : { text, guessed: false };
}

/** A file's text. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).text;
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const HEAD = 4000;

/** By its mark; without one by its zeros: of Latin letters every second byte is one, and none of the others. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const zeros = [0, 0];
  const head = bytes.subarray(0, HEAD);
  head.forEach((byte, at) => byte === 0 && (zeros[at % 2] = (zeros[at % 2] ?? 0) + 1));
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 8;
  return odd > many && even === 0 ? 'utf-16le' : even > many && odd === 0 ? 'utf-16be' : undefined;
}

// Signs that no one types: all controls but tab, line ends and page break.
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
const LOOKED_AT = 64_000;
const MOST_CONTROLS = 0.01;

/** Whether a file's text is no text: a picture, a PDF, a packed file. A stray zero or two make none. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, LOOKED_AT);
  const controls = head.match(CONTROLS)?.length ?? 0;
  return head.startsWith('%PDF-') || controls > Math.max(2, head.length * MOST_CONTROLS);
}
