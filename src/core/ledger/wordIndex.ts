// A script's words as numbers, with every pair of neighbours findable: where an insertion's words may stand now.
import type { ScriptWords } from './scriptWords';
import type { Accepted } from './liveAccepts';
import { mixKeys, saltKey, wordKey, type WordKey } from './words';

export interface WordIndex {
  /** The script's words by number; the same word has the same number. */
  readonly ids: Int32Array;
  /** For each word of the script the number of its paragraph. */
  readonly elements: readonly number[];
  /** How much a word tells of its place, in bits, by number. */
  readonly bits: Float64Array;
  /** The places where these two words stand together, the first ones where there are very many. */
  pairsOf(a: number, b: number): readonly number[];
  /** An insertion's words, those around it first and last, as the script's numbers; -1 for words that are not in the script. */
  sequenceOf(accept: Accepted): Sequence;
}

/** An insertion between its neighbours. */
export interface Sequence {
  readonly ids: Int32Array;
  /** Where the inserted words begin and end among them. */
  readonly from: number;
  readonly to: number;
}

/** In a text that says the same over and over no place can be told from another. */
const MOST_PLACES = 64;
/** Added to the words of a script: in a short one every word would seem to tell nothing. */
const OTHER_WORDS = 1000;

export function indexWords(words: ScriptWords): WordIndex {
  const numbers = new Map<string, number>();
  const ids = new Int32Array(words.folded.length);
  const counts: number[] = [];
  for (const [at, folded] of words.folded.entries()) {
    const id = numbers.get(folded) ?? numbers.size;
    numbers.set(folded, id);
    ids[at] = id;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const bits = Float64Array.from(counts, (count) => Math.log2((ids.length + OTHER_WORDS) / count));
  const keys = [...numbers.keys()].map(wordKey);
  return { ids, elements: words.element, bits, pairsOf: pairs(ids, numbers.size), sequenceOf: (accept) => sequence(accept, keys) };
}

function pairs(ids: Int32Array, distinct: number): WordIndex['pairsOf'] {
  const places = new Map<number, number[]>();
  for (let at = 0; at + 1 < ids.length; at++) {
    const key = (ids[at] ?? 0) * distinct + (ids[at + 1] ?? 0);
    const known = places.get(key);
    if (!known) {
      places.set(key, [at]);
    } else if (known.length < MOST_PLACES) {
      known.push(at);
    }
  }
  return (a, b) => (a < 0 || b < 0 ? [] : (places.get(a * distinct + b) ?? []));
}

function sequence(accept: Accepted, keys: readonly WordKey[]): Sequence {
  const { inserted, around } = accept;
  const prints = [...(around?.before ?? []), ...inserted.fingerprints, ...(around?.after ?? [])].map((print) => Number.parseInt(print, 16));
  const found = new Map(prints.map((print) => [print, -1]));
  // Most words of a script are not in a given insertion: told by one bit before the map is asked.
  const near = new Uint8Array(4096);
  for (const print of prints) {
    near[print & 4095] = 1;
  }
  const salt = saltKey(inserted.salt);
  for (const [id, key] of keys.entries()) {
    const print = mixKeys(key, salt);
    if (near[print & 4095] === 1 && found.has(print)) {
      found.set(print, id);
    }
  }
  const from = around?.before.length ?? 0;
  return { ids: Int32Array.from(prints, (print) => found.get(print) ?? -1), from, to: from + inserted.fingerprints.length };
}
