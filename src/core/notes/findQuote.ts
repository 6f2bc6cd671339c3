// Finds words that a reader quotes in the script: however they copied quotes, dashes, case, emphasis and line breaks.
import type { Element, Span } from '../fountain/elements';
import { blockAt, placedBlocks, sliceOf, type Block, type Script } from '../fountain/script';
import { lastAtOrBefore } from '../fountain/search';

/** Letters and digits alone, in lower case, words parted by one space; and where in the source each of them stands. */
interface Folded {
  readonly text: string;
  readonly places: Uint32Array;
}

/** A letter that stands by itself as a word: where no spaces part words, a quote may begin and end anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Dropped without parting a word: apostrophes, emphasis, accents on their own, joiners. */
const SILENT = /[\p{M}'\u2018\u2019\u201b\u02bc\u2032`\u00b4*_\\\u00ad\u200b-\u200d\u2060\ufeff]/u;
const WORDY = /[\p{L}\p{N}]/u;
/** The longest quote looked for, in folded characters: a model that copies a page means its beginning. */
const LONGEST = 240;
/** A piece of a quote that was shortened must be this long to stand for it. */
const LEAST_PIECE = 10;
/** Fewer letters than this say nothing of a place, in any script. */
const LEAST_LETTERS = 2;

const scripts = new WeakMap<Script, Folded>();

/**
 * The places of a quote among the words of a span, in order. The title page, notes and boneyards are no words of it: they
 * are never sent. Where the whole is not found, its longest piece counts that is: models shorten with dots, and put the
 * speaker's name before. One word alone is found only where it is all that stands there ("No."): else it is anywhere.
 */
export function findQuote(script: Script, quote: string, span: Span): readonly Span[] {
  for (const piece of piecesOf(quote)) {
    const found = placesOf(script, piece, span);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

/** The folded texts to look for, the best first. */
function piecesOf(quote: string): readonly string[] {
  const whole = clip(foldText(quote).text.trim());
  const unnamed = clip(foldText(/^\s*[^\n:]{1,60}:\s+([^]+)$/.exec(quote)?.[1] ?? '').text.trim());
  const parts = quote.split(/\[?(?:\.{3,}|\u2026)\]?/).map((part) => clip(foldText(part).text.trim()));
  const pieces = parts.length > 1 ? parts.filter((part) => part.length >= LEAST_PIECE).sort((a, b) => b.length - a.length) : [];
  return [whole, ...(unnamed.length >= LEAST_PIECE ? [unnamed] : []), ...pieces].filter((piece) => [...piece].length >= LEAST_LETTERS);
}

function clip(folded: string): string {
  return folded.length <= LONGEST ? folded : folded.slice(0, LONGEST).replace(/ \S*$/, '');
}

function placesOf(script: Script, piece: string, span: Span): Span[] {
  const { text, places } = foldedScript(script);
  const found: Span[] = [];
  const first = lastAtOrBefore(places.length, (index) => places[index], span.from - 1) + 1;
  for (let at = text.indexOf(piece, first); at >= 0; at = text.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    const [from, last] = [places[at] ?? 0, places[end - 1] ?? 0];
    if (from >= span.to) {
      break;
    }
    if (isWhole(text, at, end) && last < span.to && (hasWords(piece) || isAll(script, piece, from))) {
      found.push(withMarks(script, from, last, span));
    }
  }
  return found;
}

/** Whether a folded text is more than one word, as far as can be told where no spaces part them. */
function hasWords(piece: string): boolean {
  return piece.includes(' ') || UNSPACED.test(piece);
}

/** Whether a word is all of the paragraph or the speech that an offset is in. A name above a speech says nothing of a place. */
function isAll(script: Script, word: string, at: number): boolean {
  const placed = blockAt(script, at);
  const element = placed?.block.elements.find(({ from, to }) => from <= at - placed.offset && at - placed.offset < to);
  return placed !== undefined && element !== undefined && element.kind !== 'character' && foldBlock(placed.block, [element]).trim() === word;
}

/** Whether words begin and end where the match does. */
function isWhole(text: string, from: number, to: number): boolean {
  const parts = (before: string | undefined, after: string | undefined): boolean =>
    before === undefined || after === undefined || before === ' ' || after === ' ' || UNSPACED.test(before) || UNSPACED.test(after);
  return parts(text[from - 1], text[from]) && parts(text[to - 1], text[to]);
}

/** From the first letter to the last, with the marks that belong to them: quotes and brackets before, stops and quotes behind. */
function withMarks(script: Script, from: number, last: number, span: Span): Span {
  const before = sliceOf(script, Math.max(span.from, from - 8), from);
  const opening = /["'\u201c\u2018\u00ab\u201e(\u00bf\u00a1*_]*$/u.exec(before)?.[0].length ?? 0;
  const behind = sliceOf(script, last, Math.min(span.to, last + 16));
  // The letter itself, accents on it, then signs; a note or boneyard that begins there is not one.
  const closing = /^(?:[^]|[\ud800-\udbff][\udc00-\udfff])\p{M}*(?:(?!\[\[|\/\*)[^\s\p{L}\p{N}\p{Cs}])*/u.exec(behind)?.[0].length ?? 1;
  return { from: from - opening, to: last + closing };
}

function foldedScript(script: Script): Folded {
  let folded = scripts.get(script);
  if (!folded) {
    folded = foldScript(script);
    scripts.set(script, folded);
  }
  return folded;
}

function foldScript(script: Script): Folded {
  const folding = createFolding();
  for (const { block, offset } of placedBlocks(script)) {
    addBlock(folding, block, offset, block.elements);
  }
  return folding.end();
}

function foldBlock(block: Block, elements: readonly Element[]): string {
  const folding = createFolding();
  addBlock(folding, block, 0, elements);
  return folding.end().text;
}

/** Adds what is read of these elements of a block: what no model is shown is left out. */
function addBlock(folding: Folding, { text, marks }: Block, offset: number, elements: readonly Element[]): void {
  let next = 0;
  for (const { kind, from, to } of elements) {
    if (kind === 'titlePage') {
      continue;
    }
    let at = from;
    for (let mark = marks[next]; mark && mark.from < to; mark = marks[++next]) {
      folding.add(text.slice(at, Math.max(at, mark.from)), offset + at);
      at = Math.max(at, mark.to);
      if (mark.to > to) {
        break;
      }
    }
    folding.add(text.slice(at, Math.max(at, to)), offset + at);
    folding.add('\n', offset + Math.max(0, to - 1));
  }
}

function foldText(text: string): Folded {
  const folding = createFolding();
  folding.add(text, 0);
  return folding.end();
}

interface Folding {
  add(text: string, offset: number): void;
  end(): Folded;
}

function createFolding(): Folding {
  const parts: string[] = [];
  const places: number[] = [];
  let spaced = true;
  const put = (letters: string, place: number): void => {
    parts.push(letters);
    for (let i = 0; i < letters.length; i++) {
      places.push(place);
    }
    spaced = letters === ' ';
  };
  return {
    add(text, offset) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
          put(text.charAt(i), offset + i);
        } else if (code >= 0x41 && code <= 0x5a) {
          put(String.fromCharCode(code + 0x20), offset + i);
        } else {
          const char = String.fromCodePoint(text.codePointAt(i) ?? code);
          const letters = WORDY.test(char) ? char.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') : '';
          if (letters !== '') {
            put(letters, offset + i);
          } else if (!spaced && !SILENT.test(char)) {
            put(' ', offset + i);
          }
          i += char.length - 1;
        }
      }
    },
    end: () => ({ text: parts.join(''), places: Uint32Array.from(places) }),
  };
}
