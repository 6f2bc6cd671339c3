// What a direction in words asks of a draft that can be measured: its length, new people, other headings.
import type { Wish } from '../drafts/draft';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30,
};
const COUNT = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
const FRACTIONS: Readonly<Record<string, number>> = { half: 4, quarter: 2, third: 3, eighth: 1 };
const PAGE = 'pages?|pp?\\.?(?![\\p{L}\\p{N}])|seiten?|páginas?|pagin[ae]|strony|страниц\\p{L}*';

/** Never "a line": that is what somebody says, no length. */
const LINE_COUNT = COUNT.replace(/\|an?(?=\|)/g, '');
const LINES = new RegExp(`(?<![\\p{L}\\p{N}/]|\\d[.,'’\\s])(${LINE_COUNT})\\s+(?:printed\\s+)?(?:lines?|zeilen?|lignes?|líneas?|righe|riga|linhas?|строк\\p{L}*)(?![\\p{L}])`, 'giu');
/** "6/8", "2 3/8", "1 4/8 pages". */
const EIGHTHS = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:(\\d{1,2})\\s+(?:and\\s+)?)?([1-7])\\/8(?:ths?)?(?![\\p{L}\\p{N}/])(?:\\s+(?:of\\s+an?\\s+)?(?:${PAGE}))?`, 'giu');
const SPELT_EIGHTHS = new RegExp(`(?<![\\p{L}\\p{N}])(${COUNT})\\s+eighths?(?![\\p{L}])(?:\\s+(?:of\\s+an?\\s+)?(?:${PAGE}))?`, 'giu');
/** "half a page", "a quarter page", "three quarters of a page". */
const PART = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${COUNT})\\s+)?(half|quarter|third|eighth)s?\\s+(?:of\\s+)?(?:an?\\s+)?(?:${PAGE})`, 'giu');
/** "two pages", "a page and a half", "1.5 pages", "1 1/2 pages". */
const PAGES = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:(${COUNT})(?:[.,](\\d))?|(\\d{1,2})\\s+(?:and\\s+)?1\\/2)\\s+(?:${PAGE})(\\s+and\\s+a\\s+half)?`, 'giu');
/** Right before a length these make it a limit. */
const LIMIT_BEFORE =
  /(?<![\p{L}])(?:to|at (?:the )?most|(?:no|not) more than|within|under|fewer than|less than|up to|max(?:imum)?(?: of)?|auf|höchstens|maximal|bis zu|à|au plus|hasta|como máximo|al massimo|no máximo|até|до)\s+(?:about\s+|around\s+)?$/iu;
/** "Add at most two lines" says how much is to change, not how long it is to be. */
const CHANGE_BEFORE = /(?<![\p{L}])(?:add|lose|cut|remove|drop|trim)\s+(?:another\s+)?(?:at most|no more than|not more than|up to|fewer than|less than|under)\s+(?:about\s+|around\s+)?$/iu;
const LIMIT_AFTER = /^\s*,?\s*(?:at (?:the )?most|or (?:less|fewer|shorter|under)|max(?:imum)?|tops|no more|höchstens|maximal|au plus|como máximo|al massimo|no máximo)(?![\p{L}])/iu;
/** "To two pages ago", "to two lines from the end": places, no lengths. */
const PLACE_AFTER = /^\s*(?:ago|earlier|later|longer|more|before|back|above|below|up|down|from|of|in the)(?![\p{L}])/iu;
const NEW_CAST = /\b(?:new|another|second|third|extra) (?:character|person|speaker|voice)|\b(?:add|introduce|bring in) (?:a|an|another|some|two|three|new)\b[^.;]{0,30}?\b(?:character|person|people|man|woman|child|stranger|witness|voice)\b|\brename\b/i;
const NEW_HEADINGS =
  /\b(?:split|break) (?:it|this|the scene|up)?[^.;]{0,20}(?:into|in two)|\bnew (?:scene|heading|location|setting)|\b(?:move|set|relocate) (?:it|this|the scene)\b[^.;]{0,20}\b(?:to|in|at|on)\b|\bintercut\b|\b(?:other|different|another) (?:place|location|setting|time of day)|\bchange (?:the )?(?:heading|location|setting|time)/i;

/**
 * The measurable part of a direction; an empty wish where there is none. A length is a limit only where the direction
 * says so ("to", "at most", "or less") or says nothing else: "make the first three lines funnier" asks for no length.
 */
export function wishIn(direction: string): Wish {
  const lines = limits(direction, LINES).map(({ match }) => numberOf(match[1])).at(0);
  const eighths = eighthsIn(direction);
  return {
    ...(lines !== undefined && lines > 0 ? { lines } : {}),
    ...(eighths !== undefined && eighths > 0 ? { eighths } : {}),
    ...(NEW_CAST.test(direction) ? { newCast: true } : {}),
    ...(NEW_HEADINGS.test(direction) ? { newHeadings: true } : {}),
  };
}

interface Found {
  readonly match: RegExpMatchArray;
  readonly at: number;
}

/** Where a direction limits the length by what a pattern finds. */
function limits(direction: string, pattern: RegExp): Found[] {
  return [...direction.matchAll(pattern)].flatMap((match) => (isLimit(direction, match.index, match.index + match[0].length) ? [{ match, at: match.index }] : []));
}

function isLimit(direction: string, from: number, to: number): boolean {
  // As much as any of the patterns can need: each length is looked at in constant time.
  const before = direction.slice(Math.max(0, from - 60), from);
  const after = direction.slice(to, to + 60);
  if (PLACE_AFTER.test(after) || CHANGE_BEFORE.test(before)) {
    return false;
  }
  const alone = direction.slice(0, from).trim() === '' && /^[\s.!]*$/.test(direction.slice(to));
  const change = /(?<![\p{L}])(?:add|lose|cut|remove|drop|trim|first|last|next|another)\s+(?:the\s+)?$/iu.test(before);
  return alone || LIMIT_BEFORE.test(before) || (LIMIT_AFTER.test(after) && !change);
}

function eighthsIn(direction: string): number | undefined {
  const [written] = limits(direction, EIGHTHS);
  if (written) {
    return 8 * Number(written.match[1] ?? 0) + Number(written.match[2]);
  }
  const [spelt] = limits(direction, SPELT_EIGHTHS);
  if (spelt) {
    return numberOf(spelt.match[1]);
  }
  // "A page and a half" before "half": the longer reading is what is meant.
  const [pages] = limits(direction, PAGES);
  const [part] = limits(direction, PART);
  if (pages && !(part && part.at <= pages.at)) {
    const [, count, tenths, mixed, half] = pages.match;
    const more = half !== undefined || mixed !== undefined ? 4 : Math.round((Number(tenths ?? 0) * 8) / 10);
    return 8 * (numberOf(count ?? mixed) ?? 0) + more;
  }
  return part ? (numberOf(part.match[1]) ?? 1) * (FRACTIONS[part.match[2]?.toLowerCase() ?? ''] ?? 0) : undefined;
}

function numberOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : /^\d/.test(word) ? Number(word) : NUMBERS[word.toLowerCase()];
}
