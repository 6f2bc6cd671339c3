// What a direction in words asks of a draft that can be measured: its length, new people, other headings.
import type { Wish } from '../drafts/draft';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30,
};
const COUNT = `\\d{1,3}|${Object.keys(NUMBERS).join('|')}`;
const FRACTIONS: Readonly<Record<string, number>> = { half: 4, quarter: 2, third: 3, eighth: 1 };
const PAGE = 'pages?|pp?\\.?(?![\\p{L}\\p{N}])|seiten?|páginas?|pagin[ae]|strony|страниц\\p{L}*';

const LINES = new RegExp(`(?<![\\p{L}\\p{N}/])(${COUNT})\\s+(?:printed\\s+)?(?:lines?|zeilen?|lignes?|líneas?|righe|riga|linhas?|строк\\p{L}*)(?![\\p{L}])`, 'iu');
/** "6/8", "2 3/8", "1 4/8 pages". */
const EIGHTHS = /(?<![\p{L}\p{N}/.])(?:(\d{1,2})\s+(?:and\s+)?)?([1-7])\/8(?:ths?)?(?![\p{L}\p{N}/])/iu;
const SPELT_EIGHTHS = new RegExp(`(?<![\\p{L}\\p{N}])(${COUNT})\\s+eighths?(?![\\p{L}])`, 'iu');
/** "half a page", "a quarter page", "three quarters of a page". */
const PART = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${COUNT})\\s+)?(half|quarter|third|eighth)s?\\s+(?:of\\s+)?(?:an?\\s+)?(?:${PAGE})`, 'iu');
/** "two pages", "a page and a half", "1.5 pages", "1 1/2 pages". */
const PAGES = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:(${COUNT})(?:[.,](\\d))?|(\\d{1,2})\\s+(?:and\\s+)?1\\/2)\\s+(?:${PAGE})(\\s+and\\s+a\\s+half)?`, 'iu');
const NEW_CAST = /\b(?:new|another|second|third|extra) (?:character|person|speaker|voice)|\b(?:add|introduce|bring in) (?:a|an|another|some|two|three|new)\b[^.;]{0,30}?\b(?:character|person|people|man|woman|child|stranger|witness|voice)\b|\brename\b/i;
const NEW_HEADINGS =
  /\b(?:split|break) (?:it|this|the scene|up)?[^.;]{0,20}(?:into|in two)|\bnew (?:scene|heading|location|setting)|\b(?:move|set|relocate) (?:it|this|the scene)\b[^.;]{0,20}\b(?:to|in|at|on)\b|\bintercut\b|\b(?:other|different|another) (?:place|location|setting|time of day)|\bchange (?:the )?(?:heading|location|setting|time)/i;

/** The measurable part of a direction; an empty wish where there is none. */
export function wishIn(direction: string): Wish {
  const lines = numberOf(LINES.exec(direction)?.[1]);
  const eighths = eighthsIn(direction);
  return {
    ...(lines !== undefined && lines > 0 ? { lines } : {}),
    ...(eighths !== undefined && eighths > 0 ? { eighths } : {}),
    ...(NEW_CAST.test(direction) ? { newCast: true } : {}),
    ...(NEW_HEADINGS.test(direction) ? { newHeadings: true } : {}),
  };
}

function eighthsIn(direction: string): number | undefined {
  const written = EIGHTHS.exec(direction);
  if (written) {
    return 8 * Number(written[1] ?? 0) + Number(written[2]);
  }
  const spelt = numberOf(SPELT_EIGHTHS.exec(direction)?.[1]);
  if (spelt !== undefined) {
    return spelt;
  }
  // "A page and a half" before "half": the longer reading is what is meant.
  const pages = PAGES.exec(direction);
  const part = PART.exec(direction);
  if (pages && !(part && part.index <= pages.index)) {
    const whole = numberOf(pages[1] ?? pages[3]) ?? 0;
    const more = pages[4] !== undefined || pages[3] !== undefined ? 4 : Math.round((Number(pages[2] ?? 0) * 8) / 10);
    return 8 * whole + more;
  }
  return part ? (numberOf(part[1]) ?? 1) * (FRACTIONS[part[2]?.toLowerCase() ?? ''] ?? 0) : undefined;
}

function numberOf(word: string | undefined): number | undefined {
  return word === undefined ? undefined : /^\d/.test(word) ? Number(word) : NUMBERS[word.toLowerCase()];
}
