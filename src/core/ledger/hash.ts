// Hashes of texts: by them the record knows what was sent, offered and inserted without keeping it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HashedText } from './entry';
import { ledgerWords } from './words';

/** SHA-256 of the text in UTF-8, in hex. Line ends count as `\n`: a checkout on another system is the same text. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.replace(/\r\n?/g, '\n'))));
}

/** A text as an entry holds it. @param keepText whether the writer lets the text itself be kept */
export function hashedText(text: string, keepText: boolean): HashedText {
  return { hash: hashOf(text), words: ledgerWords(text).length, ...(keepText && { text }) };
}
