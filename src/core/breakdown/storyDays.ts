// Proposes the day of the story on which each scene plays, from what headings say of the time.
//
// The first scene plays on day 1. A new day begins where a heading says so (NEXT DAY, THE FOLLOWING MORNING, TWO WEEKS LATER), and where the
// hour goes back, or another year is said than last, in brackets or behind a dash: (1973), 1998, PRESENT. Dawn,
// morning, day, dusk, night is the order of a day, so DAY after NIGHT is the next one, as is MORNING after DAY.
// LATER, CONTINUOUS, SAME and headings without a time go on with the day there is. Scenes whose heading calls them a flashback or a dream
// stand outside the count: F1, F2, ..., one for each run of such scenes; then the story goes on where it was.
// A number set by hand is where the count goes on from.
import type { SkyLight } from '../script/timeOfDay';

/** What of a scene tells its day. */
export interface DayClue {
  readonly heading: string;
  readonly times: readonly string[];
  /** Undefined where the heading says none of its own: it goes on with the scene before. */
  readonly light: SkyLight | undefined;
  readonly byHand: string | undefined;
}

const NEXT = /\b(?:NEXT|FOLLOWING)\s+(?:DAY|MORNING|AFTERNOON|EVENING|NIGHT|DAWN)\b|\b(?:DAYS?|WEEKS?|MONTHS?|YEARS?)\s+LATER\b|\bTOMORROW\b/iu;
// DREAM HOUSE and MEMORY LANE are sets: a bare word counts in brackets or behind the last dash alone.
const APART = /\b(?:FLASH\s?-?BACKS?|FLASH\s?-?FORWARDS?|DREAM\s+SEQUENCE)\b|[-–—([]\s*(?:[\p{L}’']+\s+){0,2}(?:DREAM|NIGHTMARE|FANTASY|MEMORY)\s*[)\]]?$/iu;
const HOURS: Readonly<Record<SkyLight, number>> = { dawn: 0, day: 2, dusk: 3, night: 4 };
const MORNING = /MORNING|MATIN|MORGEN|MAÑANA|MATTINA|MANHÃ|OCHTEND|PORANEK|УТРО|朝|아침/iu;

// ROOM 1408 is a set.
const YEAR = /(?:[(,]|[-–—])\s*((?:1[6-9]|20)\d\d|PRESENT(?: DAY)?)(?=\s*(?:[),]|[-–—]|$))/iu;

/** The days, scene for scene. */
export function storyDaysOf(clues: readonly DayClue[]): string[] {
  let day = 1;
  let hour: number | undefined;
  let apart = 0;
  let isApart = false;
  let year: string | undefined;
  return clues.map((clue) => {
    const { byHand } = clue;
    if (byHand !== undefined) {
      day = /^[1-9]\d{0,3}$/.test(byHand) ? Number(byHand) : day;
      hour = hourOf(clue) ?? hour;
      isApart = false;
      return byHand;
    }
    if (APART.test(clue.heading)) {
      apart += isApart ? 0 : 1;
      isApart = true;
      return `F${apart}`;
    }
    isApart = false;
    const now = hourOf(clue);
    const said = YEAR.exec(clue.heading)?.[1]?.toUpperCase();
    const isOther = said !== undefined && year !== undefined && said !== year;
    year = said ?? year;
    const isNext = isOther || clue.times.some((time) => NEXT.test(time)) || (now !== undefined && hour !== undefined && now < hour);
    // The first scene of all has no day before it.
    day += isNext && hour !== undefined ? 1 : 0;
    hour = now ?? (isNext ? 2 : (hour ?? 2));
    return String(day);
  });
}

function hourOf({ times, light }: DayClue): number | undefined {
  return light === undefined ? undefined : light === 'day' && times.some((time) => MORNING.test(time)) ? 1 : HOURS[light];
}
