// A string of streamed JSON, one character at a time: where it ends, even when its quotes were not escaped.

/** What a string stands in: its end is told by what may follow it there. */
export interface StringPlace {
  readonly isKey: boolean;
  readonly inObject: boolean;
  /** The object's keys have no quotes around them. */
  readonly bareKeys: boolean;
}

/**
 * What became of a character. `closed`: the string had ended before it, the character is for what follows;
 * `closedAtComma`: the same, and a comma stood between. `refused`: this is no string of ours.
 */
export type StringStep = 'taken' | 'closed' | 'closedAtComma' | 'refused';

/** A string being read. `value` is its text so far; past the longest allowed it stops growing and says `tooLong`. */
export interface JsonString {
  readonly place: StringPlace;
  readonly value: string;
  readonly tooLong: boolean;
  accept(char: string): StringStep;
}

/** The longest text that is still taken for dialogue, in UTF-16 units: what is longer is the model in a loop. */
export const LONGEST_TEXT = 8000;
export const LONGEST_KEY = 64;
const LONGEST_GAP = 200;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '\n' };
const CLOSING_QUOTE: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['\u201c', '\u201d'],
]);

/** The quote that would end a string begun by `char`; undefined when `char` begins none. */
export function closingQuote(char: string): string | undefined {
  return CLOSING_QUOTE.get(char);
}

/** White space between the parts of a value. */
export function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t' || char === '\u00a0' || char === '\ufeff';
}

/** After a quote and `gap`: was it the end of the string, or a quote the model forgot to escape? undefined = not known yet. */
function verdictOn(place: StringPlace, gap: string, char: string): boolean | undefined {
  if (isSpace(char)) {
    return gap.length > LONGEST_GAP ? true : undefined;
  }
  if (place.isKey) {
    return char === ':';
  }
  if (gap.includes(',')) {
    // In an object a key must follow: `"Yes", he said` goes on.
    return CLOSING_QUOTE.has(char) || char === '}' || char === ']' || (place.bareKeys && /[A-Za-z_]/.test(char));
  }
  if (char === ',' && place.inObject) {
    return undefined;
  }
  return char === ',' || char === '}' || char === ']' || (CLOSING_QUOTE.has(char) && gap.includes('\n'));
}

/** A string begun by an opening quote, which `quote` will close. */
// eslint-disable-next-line max-lines-per-function -- one state, and the small functions that share it
export function createJsonString(quote: string, place: StringPlace): JsonString {
  const longest = place.isKey ? LONGEST_KEY : LONGEST_TEXT;
  let value = '';
  let tooLong = false;
  let escape = '';
  /** What came after a quote that may be the last; undefined where none is in doubt. */
  let gap: string | undefined;

  function append(text: string): StringStep {
    if (value.length + text.length <= longest) {
      value += text;
      return 'taken';
    }
    tooLong = true;
    return place.isKey ? 'refused' : 'taken';
  }

  function acceptEscape(char: string): StringStep {
    escape += char;
    if (/^\\u[0-9a-f]{0,3}$/i.test(escape)) {
      return 'taken';
    }
    const whole = escape;
    escape = '';
    if (/^\\u[0-9a-f]{4}$/i.test(whole)) {
      return append(String.fromCharCode(parseInt(whole.slice(2), 16)));
    }
    // An unknown escape stands for its character; a broken \u is kept as it came.
    return append(whole.length === 2 ? (ESCAPES[char] ?? char) : whole);
  }

  function acceptInside(char: string): StringStep {
    if (escape !== '') {
      return acceptEscape(char);
    }
    if (char === '\\') {
      escape = char;
      return 'taken';
    }
    if (char === quote) {
      gap = '';
      return 'taken';
    }
    return append(char);
  }

  function acceptAfterQuote(before: string, char: string): StringStep {
    const ended = verdictOn(place, before, char);
    if (ended === undefined) {
      gap = before + char;
      return 'taken';
    }
    if (ended) {
      return before.includes(',') ? 'closedAtComma' : 'closed';
    }
    gap = undefined;
    return append(quote + before) === 'refused' ? 'refused' : acceptInside(char);
  }

  return {
    place,
    get value() {
      return value;
    },
    get tooLong() {
      return tooLong;
    },
    accept: (char) => (gap === undefined ? acceptInside(char) : acceptAfterQuote(gap, char)),
  };
}
