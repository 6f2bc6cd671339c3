// A scene heading taken apart: inside or outside, the set, the time of day.
import { plainText, printedText } from '../fountain/inline';

export type Place = 'INT' | 'EXT' | 'INT/EXT' | 'EST';

export interface HeadingParts {
  readonly place?: Place;
  readonly set: string;
  readonly time?: string;
}

const PREFIX = /^(INT\.?\/EXT|EXT\.?\/INT|I\/E|INT|EXT|EST)[. ]\s*/i;
const PLACES: Readonly<Record<string, Place>> = { INT: 'INT', EXT: 'EXT', EST: 'EST' };

// What writers put behind the last dash. A part with none of these is part of the set: EXT. NEW YORK - BROOKLYN.
const TIME =
  /(?<!\p{L})(?:DAY|NIGHT|MORNING|AFTERNOON|EVENING|DAWN|DUSK|SUNRISE|SUNSET|NOON|MIDDAY|MIDNIGHT|TWILIGHT|LATER|CONTINUOUS|CONT|SAME|MOMENTS?|MAGIC HOUR|GOLDEN HOUR|FLASHBACK|PRESENT|JOUR|NUIT|MATIN|SOIR|AUBE|TAG|NACHT|MORGEN|ABEND|D[IÍ]A|NOCHE|MAÑANA|TARDE|AMANECER|GIORNO|NOTTE|MATTINA|SERA|DIA|NOITE|MANHÃ|DAG|OCHTEND|AVOND|DZIEŃ|NOC|PORANEK|WIECZÓR|ДЕНЬ|НОЧЬ|УТРО|ВЕЧЕР|ΜΕΡΑ|ΝΥΧΤΑ|日|夜|朝|晚|晨|昼|夕|낮|밤|아침|저녁|(?:19|20)\d\d)(?!\p{L})/iu;

/** What stands between a set and its room, and before a time of day. */
export const DASH = / [-–—]+ | ?[–—] ?/gu;

/** Takes a heading's text (without forcing dot and number) apart. Only known words make a time of day. */
export function headingParts(heading: string): HeadingParts {
  const { plain, place, from, to, time } = setWithin(heading);
  return { ...(place && { place }), set: plain.slice(from, to), ...(time !== undefined && { time }) };
}

/** A heading as it is read, and where in that the set stands. */
export interface SetWithin extends HeadingParts {
  /** Without marks, white space folded. */
  readonly plain: string;
  /** The set is `plain` from here to there. */
  readonly from: number;
  readonly to: number;
}

/** The same with its places: for one who wants to change the set alone. */
export function setWithin(heading: string): SetWithin {
  const plain = plainText(printedText(heading)).replace(/\s+/gu, ' ').trim();
  const prefix = PREFIX.exec(plain);
  const from = prefix?.[0].length ?? 0;
  const rest = plain.slice(from);
  const lead = prefix?.[1]?.toUpperCase();
  const place = lead === undefined ? undefined : (PLACES[lead] ?? 'INT/EXT');
  const dash = [...rest.matchAll(DASH)].at(-1);
  const tail = dash ? rest.slice(dash.index + dash[0].length).trim() : '';
  const timed = dash !== undefined && TIME.test(tail);
  const set = (timed ? rest.slice(0, dash.index) : rest).trim();
  const at = from + rest.indexOf(set);
  return { plain, from: at, to: at + set.length, ...(place && { place }), set, ...(timed && { time: tail }) };
}
