// The words of a text as the record counts and recognises them, in any language, and the marks by which they are found again.
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

// As in core/edits/wordDiff: one character a word where no spaces part them, apostrophes inside a word kept. White space,
// punctuation and emphasis marks are no words. No Intl.Segmenter: a record must read the same on every machine.
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`;
const APOSTROPHE = "['\\u2018\\u2019\\u02bc\\uff07]";
/** Signs that nobody sees: a soft hyphen, joiners, a zero-width space. A word with one inside is the same word. */
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const WORD = new RegExp(`[${UNSPACED}]\\p{M}*|${LETTER}+(?:(?:${UNSEEN}+|${APOSTROPHE})${LETTER}+)*`, 'gu');
const UNSEENS = new RegExp(UNSEEN, 'gu');
const APOSTROPHES = new RegExp(APOSTROPHE, 'gu');

/** A word with its place: UTF-16 offsets in the text given. */
export interface WordPlace {
  readonly word: string;
  readonly from: number;
}

/** The words of a text as they stand, in order. Notes and all other marks are not read here: what is given is counted. */
export function ledgerWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The same with their places. */
export function* wordPlaces(text: string): Generator<WordPlace, void, undefined> {
  for (const match of text.matchAll(WORD)) {
    yield { word: match[0], from: match.index };
  }
}

/**
 * A word as it is compared: small letters, straight apostrophes, composed the same way. A line that becomes a cue, or
 * whose quotes were made curly, is the same line.
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) {
    return word;
  }
  // Upper case first: "Straße" and "STRASSE" meet.
  return word.replace(UNSEENS, '').normalize('NFKC').toUpperCase().toLowerCase().replace(APOSTROPHES, "'");
}

/** A folded word as two numbers: the first 64 bits of its SHA-256. Asked once a distinct word. */
export interface WordKey {
  readonly high: number;
  readonly low: number;
}

/** @param folded see foldWord */
export function wordKey(folded: string): WordKey {
  return firstBits(`backlot word\n${folded}`);
}

/** An entry's salt as the numbers that words are mixed with. */
export function saltKey(salt: string): WordKey {
  return firstBits(`backlot salt\n${salt}`);
}

function firstBits(text: string): WordKey {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = sha256(utf8ToBytes(text));
  return { high: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, low: ((e << 24) | (f << 16) | (g << 8) | h) >>> 0 };
}

/**
 * A word's fingerprint under a salt: 32 bits. Cheap on purpose, since a report tries every word of a script with every
 * entry's salt (the costly hash stands in wordKey). What this hides and what not: the same word has another fingerprint
 * in each entry, and 32 bits alone do not tell an unknown word; but who has the file has its salt too, and can try a
 * dictionary. Fingerprints keep text out of sight; they do not keep it secret.
 */
export function mixKeys(word: WordKey, salt: WordKey): number {
  let x = word.high ^ salt.high;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x ^= word.low;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) + salt.low;
  x = Math.imul(x ^ (x >>> 16), 0x27d4eb2f);
  x = Math.imul(x ^ (x >>> 15), 0x165667b1);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * One fingerprint a word of the text, eight hex digits each, in order: index for index with ledgerWords.
 * @param salt by chance, new for each entry
 */
export function fingerprintsOf(text: string, salt: string): string[] {
  const key = saltKey(salt);
  const known = new Map<string, string>();
  return ledgerWords(text).map((word) => {
    const folded = foldWord(word);
    let print = known.get(folded);
    if (print === undefined) {
      print = mixKeys(wordKey(folded), key).toString(16).padStart(8, '0');
      known.set(folded, print);
    }
    return print;
  });
}
