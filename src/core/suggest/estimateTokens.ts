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

/** English words of four letters and more that vocabularies hold whole: most of what is said in an English script. */
const WHOLE_WORDS: ReadonlySet<string> = new Set((
  'about above across after again against ahead almost alone along already also always among another answer anyone ' +
  'anything around asked asks away back became because been before began behind being believe better between beyond ' +
  'body both bring brother brought build business called came cannot care carry case cause chair change child ' +
  'children city clear close closed closes cold come comes coming could couple course crowd dark daughter days dead ' +
  'dear deep didn does doesn doing done door down drive drop each early easy edge eight either else empty enough ' +
  'even ever every everyone everything eyes face fact fall falls family fast father feel feet felt fight find fine ' +
  'fire first five floor follow food foot form forward found four free friend friends from front full game gave ' +
  'girl give given glass goes going gone good grab great green ground group grow guess half hand hands happen ' +
  'happened hard have having head hear heard heart heavy held hell hello help here herself high himself hits hold ' +
  'holds home hope horse hospital hour hours house however hundred husband idea inside instead into itself just ' +
  'keep keeps kept kids kill killed kind kitchen knew know known knows land large last late later laugh lead learn ' +
  'least leave leaves left less life light like line lips listen little live lived long look looked looking looks ' +
  'lost lots love made make makes making many matter maybe mean means meet middle might mind minute minutes moment ' +
  'money more morning most mother mouth move moves much music must myself name near need never next nice night ' +
  'nobody nods none nothing notice number office often once only open opens other others over pair part party past ' +
  'people perhaps person phone picture place play point police power probably pulls push question quick quiet quite ' +
  'rain read ready real really reason remember rest right river road room round running runs said same says school ' +
  'seat second seconds secret seem seems seen sees sense series seven shakes share shit shot should show shows shut ' +
  'side silence simple since single sister sits sleep slow slowly small smile smiles some someone something soon ' +
  'sorry sort sound speak stand standing stands stare stares start starts stay step steps still stood stop stops ' +
  'story straight street strong such suddenly sure table take taken takes taking talk talking tell than thank ' +
  'thanks that their them then there these they thing things think thinks third this those though thought three ' +
  'through throw time times today together told tomorrow tonight took toward town tree tries true truth trying turn ' +
  'turned turning turns twenty under understand until used very voice wait walk walking walks wall want wanted ' +
  'wants warm wasn watch watches water well went were what when where which while white whole whose wife will wind ' +
  'window with without woman women wood word words work world worry would wouldn write wrong yeah year years yellow ' +
  'young your yours yourself'
).split(' '));

/** An ASCII word. Capitals are split finer than lower case by every vocabulary. */
function wordCost(word: string, capitals: number): number {
  if (capitals <= 1 && WHOLE_WORDS.has(capitals === 0 ? word : word.toLowerCase())) {
    return 1;
  }
  return Math.max(1, 0.36 * (word.length - capitals) + 0.55 * capitals);
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

/** ASCII that is no letter: each sign and digit for itself; spaces and apostrophes mostly go with the word behind them. */
function signCost(code: number): number {
  if (code === 0x20) {
    return 0.08;
  }
  if (code === 0x27) {
    return 0.5;
  }
  return code === 0x0a ? 0.9 : 1;
}

/**
 * The most tokens `text` is likely to take, in any script of the world: never under OpenAI's o200k on prose,
 * at most about 1.4 times over on English. Linear; the estimates of two texts that are not cut inside a word, added, are
 * never under the estimate of both together.
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
      tokens += wordCost(text.slice(i - letters, i), capitals);
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
  return Math.ceil(tokens + (letters > 0 ? wordCost(text.slice(-letters), capitals) : 0));
}
