// How many tokens a text will take at most, for a budget: no tokenizer is shipped, so every doubt counts upwards.

/**
 * Tokens a letter takes, by its place in Unicode: [first code unit after the range, tokens]. Measured against o200k and
 * raised for the older vocabularies local models carry. What is not listed costs its bytes in UTF-8, the most a
 * byte-level vocabulary can charge.
 */
const LETTERS: readonly (readonly [end: number, tokens: number])[] = [
  [0x0250, 1.1], // Latin with accents
  [0x0300, 2], // phonetic letters
  [0x0370, 2], // combining accents
  [0x0400, 0.8], // Greek
  [0x0530, 0.65], // Cyrillic
  [0x0590, 1], // Armenian
  [0x0600, 0.8], // Hebrew
  [0x0780, 0.8], // Arabic, Syriac
  [0x0900, 2],
  [0x0e00, 1], // the Indic scripts
  [0x0e80, 1], // Thai
  [0x10a0, 2], // Lao, Tibetan, Burmese
  [0x1100, 1], // Georgian
  [0x1200, 2], // loose Hangul letters
  [0x1e00, 3],
  [0x1f00, 1.6], // Latin with two accents: Vietnamese
  [0x2000, 2.6], // ancient Greek
  [0x2070, 1.2], // dashes, curly quotes, dots, joiners
  [0x3000, 3],
  [0x3040, 1.2], // wide punctuation
  [0x3100, 1.1], // kana
  [0x3400, 3],
  [0x4e00, 3], // rare Han
  [0xa000, 1.5], // Han
  [0xac00, 3],
  [0xd7a4, 1.2], // Hangul
];

/** An ASCII word of `length` letters. Capitals are split finer than lower case by every vocabulary. */
function wordCost(length: number, capitals: number): number {
  return Math.max(1, 0.36 * (length - capitals) + 0.55 * capitals);
}

function letterCost(code: number): number {
  if (code > 0xffff) {
    return 4;
  }
  if ((code > 0x390 && code < 0x3ac) || (code >= 0x400 && code < 0x430)) {
    return 1; // Greek and Cyrillic capitals
  }
  for (const [end, tokens] of LETTERS) {
    if (code < end) {
      return tokens;
    }
  }
  return 3;
}

/** ASCII that is no letter: each sign and digit for itself; spaces mostly go with the word behind them. */
function signCost(code: number): number {
  if (code === 0x20) {
    return 0.08;
  }
  return code === 0x0a ? 0.8 : 1;
}

/**
 * The most tokens `text` is likely to take, in any script of the world: never under OpenAI's o200k on prose,
 * at most about 1.6 times over on English. Linear; adding two texts' estimates is never under the estimate of both.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const lower = code >= 0x61 && code <= 0x7a;
    const upper = code >= 0x41 && code <= 0x5a;
    if (lower || upper) {
      letters++;
      capitals += upper ? 1 : 0;
      continue;
    }
    if (letters > 0) {
      tokens += wordCost(letters, capitals);
      letters = 0;
      capitals = 0;
    }
    if (code < 0x80) {
      tokens += signCost(code);
    } else {
      const point = text.codePointAt(i) ?? code;
      tokens += letterCost(point);
      i += point > 0xffff ? 1 : 0;
    }
  }
  return Math.ceil(tokens + (letters > 0 ? wordCost(letters, capitals) : 0));
}
