// The title page both ways: Fountain's keys and values, and Final Draft's paragraphs that only stand where they stand.
import type { TitlePageEntry } from '../fountain/elements';
import { markupOf } from './markup';
import { piecesOf, seenText, type Piece } from './pieces';

export type Alignment = 'Left' | 'Center' | 'Right';

/** A line of a title page. An empty one has no pieces. */
export interface TitleLine {
  readonly alignment: Alignment;
  readonly pieces: readonly Piece[];
}

// Fountain 1.1: title, credit, author and source stand in the middle, contact and draft date at the lower left.
const MIDDLE = ['title', 'credit', 'author', 'authors', 'source'];
const FOOT = ['contact', 'draft date', 'date'];

// Rows of a title page: 54 on US Letter between margins of an inch. The title stands about a third down.
const ROWS_ABOVE_TITLE = 16;
const ROWS = 54;

const CREDIT = /^(?:(?:written|screenplay|teleplay|script|story|play|book|original|adapted|created|directed|and|&|for the screen)\b.*\s)?(?:by|von|par|de|da|por|di|av)\s*:?$/iu;
const CREDIT_WITH_NAME = /^((?:(?:original\s+)?(?:written|screenplay|teleplay|script|created)\b.*?\s)?by)\s+(\S.*)$/iu;
const SOURCE = /\b(?:based\s+(?:up)?on|adapted\s+from|from\s+(?:the|a)|story\s+by|inspired\s+by|nach|d['’]après)\b/iu;
const DATE =
  /\b(?:draft|revis(?:ed|ion)|polish|version)\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b.*\d|^(?:19|20)\d\d$/iu;

/** The lines Final Draft shows for Fountain's entries. Keys that Fountain does not print are left out. */
export function titleLines(entries: readonly TitlePageEntry[]): TitleLine[] {
  const of = (keys: readonly string[]): TitleLine[][] =>
    entries
      .filter(({ key, values }) => keys.includes(key.toLowerCase()) && values.length > 0)
      .sort((a, b) => keys.indexOf(a.key.toLowerCase()) - keys.indexOf(b.key.toLowerCase()))
      .map(({ key, values }) => values.map((value) => ({ alignment: MIDDLE.includes(key.toLowerCase()) ? 'Center' : 'Left', pieces: piecesOf(value) })));
  const middle = between(of(MIDDLE), 'Center');
  const foot = between(of(FOOT), 'Left');
  if (middle.length + foot.length === 0) {
    return [];
  }
  const gap = Math.max(2, ROWS - ROWS_ABOVE_TITLE - middle.length - foot.length);
  return [...blank(ROWS_ABOVE_TITLE, 'Center'), ...middle, ...(foot.length > 0 ? blank(gap, 'Left') : []), ...foot];
}

function blank(count: number, alignment: Alignment): TitleLine[] {
  return Array.from({ length: count }, () => ({ alignment, pieces: [] }));
}

function between(groups: readonly TitleLine[][], alignment: Alignment): TitleLine[] {
  return groups.flatMap((group, at) => (at === 0 ? group : [...blank(1, alignment), ...group]));
}

interface Entry {
  readonly key: string;
  readonly values: string[];
}

/** Fountain's entries for the lines of a title page from anywhere: by where they stand and what they say. No line is dropped. */
export function entriesOf(lines: readonly TitleLine[]): TitlePageEntry[] {
  const found: Entry[] = [];
  const put = (key: string, value: string): void => {
    const entry = found.find((known) => known.key === key);
    if (entry) {
      entry.values.push(value);
    } else {
      found.push({ key, values: [value] });
    }
  };
  let group = 0;
  let titleGroup = 0;
  let expected = 'Title';
  for (const { alignment, pieces } of lines) {
    const seen = seenText(pieces).trim();
    const value = markupOf(pieces).text.trim();
    if (value === '') {
      group++;
      continue;
    }
    if (alignment !== 'Center') {
      put(DATE.test(seen) && !/@|\bstreet\b/i.test(seen) ? 'Draft date' : 'Contact', value);
      continue;
    }
    if (expected === 'Title' && (found.length === 0 || group === titleGroup) && !CREDIT.test(seen)) {
      titleGroup = group;
      put('Title', value);
      continue;
    }
    expected = middleKey(seen, expected === 'Title' ? 'Author' : expected);
    const named = expected === 'Credit' ? CREDIT_WITH_NAME.exec(seen) : null;
    if (named?.[1] !== undefined && named[2] !== undefined && !CREDIT.test(seen)) {
      put('Credit', named[1]);
      put('Author', named[2]);
    } else {
      put(expected, value);
    }
    expected = expected === 'Credit' ? 'Author' : expected;
  }
  const order = ['Title', 'Credit', 'Author', 'Source', 'Draft date', 'Contact'];
  return found.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

/** What a centered line below the title is. */
function middleKey(seen: string, before: string): string {
  if (SOURCE.test(seen)) {
    return 'Source';
  }
  if (CREDIT.test(seen) || (CREDIT_WITH_NAME.test(seen) && before !== 'Source')) {
    return 'Credit';
  }
  return DATE.test(seen) ? 'Draft date' : before;
}
