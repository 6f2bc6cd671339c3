// Inline marks of a line of text: emphasis, notes, boneyards. Linear in the text's length, however many marks it holds.

/** An inline mark: its kind and what it encloses, inner emphasis marks removed. */
export interface InlineMark {
  readonly type: 'bold' | 'italic' | 'underline' | 'note' | 'boneyard';
  readonly text: string;
  /** UTF-16 offsets in the text given, the marks themselves included. */
  readonly from: number;
  readonly to: number;
}

interface Hidden {
  readonly type: 'note' | 'boneyard';
  readonly from: number;
  readonly to: number;
}

/** Looks for marks from ever later places; Infinity where none is left. No stretch is searched twice: linear on any text. */
function finderIn(text: string): (mark: string, from: number) => number {
  const found = new Map<string, number>();
  return (mark, from) => {
    let at = found.get(mark) ?? -1;
    if (at < from) {
      at = text.indexOf(mark, from);
      at = at < 0 ? Infinity : at;
      found.set(mark, at);
    }
    return at;
  };
}

/** Notes and boneyards in an element's text, found as the parser finds them: boneyards first, also those within a note. */
function hiddenSpans(text: string): Hidden[] {
  const spans: Hidden[] = [];
  let find = finderIn(text);
  let notes = true;
  for (let at = 0; ; ) {
    const note = notes ? find('[[', at) : Infinity;
    const boneyard = find('*/', find('/*', at) + 2) === Infinity ? Infinity : find('/*', at);
    if (note === Infinity && boneyard === Infinity) {
      return spans;
    }
    const from = Math.min(note, boneyard);
    const to = note < boneyard ? noteEnd(find, note + 2) : find('*/', boneyard + 2) + 2;
    if (to === Infinity) {
      // No later note has an end either. The boneyards that were passed over in looking for it count by themselves.
      notes = false;
      find = finderIn(text);
      at = from + 2;
    } else {
      spans.push({ type: note < boneyard ? 'note' : 'boneyard', from, to });
      at = to;
    }
  }
}

/** Behind the first closing mark of a note that stands in no boneyard. */
function noteEnd(find: ReturnType<typeof finderIn>, from: number): number {
  for (let at = from; ; ) {
    const close = find(']]', at);
    const boneyard = find('/*', at);
    const end = boneyard < close ? find('*/', boneyard + 2) : Infinity;
    if (end === Infinity) {
      return close + 2;
    }
    at = end + 2;
  }
}

/** An element's text as it prints: notes and boneyards gone, and the space that stood beside them. */
export function printedText(text: string): string {
  if (!text.includes('[[') && !text.includes('/*')) {
    return text;
  }
  // Parts, joined once: to look at the end of a string that is being put together copies all of it, each time.
  const parts: string[] = [];
  let afterSpace = false;
  let at = 0;
  for (const { from, to } of [...hiddenSpans(text), { from: text.length, to: text.length }]) {
    const between = text.slice(at, from);
    const part: string = afterSpace ? between.replace(/^[ \t]+/, '') : between;
    parts.push(part);
    afterSpace = part === '' ? afterSpace : part.endsWith(' ') || part.endsWith('\t');
    at = to;
  }
  return parts.join('').trim();
}

/** The text without emphasis marks and the backslashes that escape them. */
export function plainText(text: string): string {
  return plainOf(text, emphasisOf(text)).plain;
}

/** The same, and where each place of the text stands in it. */
function plainOf(text: string, marks: readonly Emphasis[]): { plain: string; places: Uint32Array } {
  const dropped = new Uint8Array(text.length);
  for (const { open, close, length } of marks) {
    dropped.fill(1, open, open + length).fill(1, close, close + length);
  }
  const places = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    places[at] = count;
    const escapes = text[at] === '\\' && isMark(text.charCodeAt(at + 1));
    if (escapes) {
      at++;
      places[at] = count;
    }
    if (escapes || dropped[at] === 0) {
      parts.push(text.charAt(at));
      count++;
    }
  }
  places[text.length] = count;
  return { plain: parts.join(''), places };
}

/** Every inline mark of an element's text, in the order in which they open; an outer mark before an inner one. */
export function inlineMarks(text: string): InlineMark[] {
  const emphasis = emphasisOf(text);
  const marks: InlineMark[] = hiddenMarks(text).map(({ type, from, to }) => ({ type, text: text.slice(from + 2, to - 2).trim(), from, to }));
  if (emphasis.length > 0) {
    const { plain, places } = plainOf(text, emphasis);
    for (const { type, open, close, length } of emphasis) {
      marks.push({ type, text: plain.slice(places[open + length], places[close]), from: open, to: close + length });
    }
  }
  return marks.sort(byPlace);
}

/** The same without what they enclose: linear however deeply they nest, where the words of all together are not. */
export function markSpans(text: string): Omit<InlineMark, 'text'>[] {
  const emphasis = emphasisOf(text).map(({ type, open, close, length }) => ({ type, from: open, to: close + length }));
  return [...hiddenMarks(text), ...emphasis].sort(byPlace);
}

function hiddenMarks(text: string): Hidden[] {
  return text.includes('[[') || text.includes('/*') ? hiddenSpans(text) : [];
}

function byPlace(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return a.from - b.from || b.to - a.to;
}

/** A pair of marks: where each begins, and how many characters it has. */
interface Emphasis {
  readonly type: 'bold' | 'italic' | 'underline';
  readonly open: number;
  readonly close: number;
  readonly length: number;
}

/** A run of `*` or `_` that waits for its partner; `left` of its characters are unused, from `at` on. */
interface Opener {
  readonly char: number;
  readonly at: number;
  left: number;
}

const STAR = 0x2a;
const UNDERSCORE = 0x5f;

function isMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE;
}

/** The openers of a line that still wait, innermost last, counted so that a search in vain is never made. */
class Waiting {
  private readonly openers: Opener[] = [];
  private stars = 0;
  private underscores = 0;

  push(opener: Opener): void {
    this.openers.push(opener);
    this.count(opener, 1);
  }

  /** The innermost opener of this character. Those above it are passed over and lost: marks nest, they do not cross. */
  match(char: number): Opener | undefined {
    if ((char === STAR ? this.stars : this.underscores) === 0) {
      return undefined;
    }
    while (this.openers.at(-1)?.char !== char) {
      this.pop();
    }
    return this.openers.at(-1);
  }

  pop(): void {
    const opener = this.openers.pop();
    if (opener) {
      this.count(opener, -1);
    }
  }

  private count(opener: Opener, by: number): void {
    if (opener.char === STAR) {
      this.stars += by;
    } else {
      this.underscores += by;
    }
  }
}

/**
 * Pairs up emphasis marks line by line (Fountain 1.1, Emphasis: never across a line end). An opener has no space on
 * its right, a closer none on its left; a closer takes the nearest opener of its kind; what pairs with nothing is text.
 */
function emphasisOf(text: string): Emphasis[] {
  const pairs: Emphasis[] = [];
  if (!text.includes('*') && !text.includes('_')) {
    return pairs;
  }
  const hidden = hiddenSpans(text);
  let skip = 0;
  let waiting = new Waiting();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (hidden[skip]?.from === at) {
      // Marks inside a note or boneyard belong to it.
      at = (hidden[skip]?.to ?? at) - 1;
      skip++;
    } else if (code === 0x0a) {
      waiting = new Waiting();
    } else if (code === 0x5c) {
      at++;
    } else if (isMark(code)) {
      let end = at + 1;
      while (text.charCodeAt(end) === code) {
        end++;
      }
      pairRun(text, at, end, waiting, pairs);
      at = end - 1;
    }
  }
  return pairs.sort((a, b) => a.open - b.open || b.close - a.close);
}

/** Pairs the run of marks from `at` to `end` with openers that wait; what is left of it may open. */
function pairRun(text: string, at: number, end: number, waiting: Waiting, pairs: Emphasis[]): void {
  const char = text.charCodeAt(at);
  const canClose = at > 0 && !isGap(text.charCodeAt(at - 1));
  const canOpen = end < text.length && !isGap(text.charCodeAt(end));
  let from = at;
  while (canClose && from < end) {
    const opener = waiting.match(char);
    if (!opener) {
      break;
    }
    const length = char === STAR && opener.left >= 2 && end - from >= 2 ? 2 : 1;
    // The inner marks of an opening run are its last ones: they pair first.
    opener.left -= length;
    const type = char === UNDERSCORE ? 'underline' : length === 2 ? 'bold' : 'italic';
    pairs.push({ type, open: opener.at + opener.left, close: from, length });
    from += length;
    if (opener.left === 0) {
      waiting.pop();
    }
  }
  if (canOpen && from < end) {
    waiting.push({ char, at: from, left: end - from });
  }
}

function isGap(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0xa0 || code === 0x3000;
}
