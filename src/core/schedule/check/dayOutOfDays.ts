// Day Out of Days of one resource, from the calendar days it works on.
import type { DayMark, DayOutOfDays } from '../checked';
import type { CalendarDay, Resource } from '../problem';

/**
 * Marks, counts and costs of somebody or something.
 * @param worked calendar indices on which it works, ascending, each once
 */
export function dayOutOfDays(calendar: readonly CalendarDay[], resource: Resource, worked: readonly number[]): DayOutOfDays {
  const marks: (DayMark | undefined)[] = calendar.map(() => undefined);
  const start = worked[0];
  const finish = worked.at(-1);
  if (start === undefined || finish === undefined) {
    return { marks, worked: 0, held: 0, dropped: 0, workedCost: 0, heldCost: 0 };
  }
  const gaps = gapsBetween(calendar, worked);
  const drop = droppedGap(gaps, resource.dropAfter);
  let held = 0;
  for (const gap of gaps) {
    if (gap !== drop) {
      gap.open.forEach((day) => (marks[day] = 'H'));
      held += gap.open.length;
    }
  }
  for (const day of worked) {
    marks[day] = workMark({ starts: day === start, picksUp: day === drop?.after, drops: day === drop?.before, finishes: day === finish });
  }
  const workedCost = worked.length * resource.dayCost;
  const heldCost = held * resource.dayCost * resource.holdShare;
  return { marks, worked: worked.length, held, dropped: drop?.open.length ?? 0, start, finish, workedCost, heldCost };
}

/** The stretch between two worked days that follow each other. */
interface Gap {
  readonly before: number;
  readonly after: number;
  /** Open calendar days strictly between. */
  readonly open: readonly number[];
}

function gapsBetween(calendar: readonly CalendarDay[], worked: readonly number[]): Gap[] {
  return worked.slice(1).map((after, index) => {
    const before = worked[index] ?? after;
    const open: number[] = [];
    for (let day = before + 1; day < after; day++) {
      if (calendar[day]?.closed === undefined) {
        open.push(day);
      }
    }
    return { before, after, open };
  });
}

/** The one gap that is dropped: long enough in calendar days, with the most held days, the first of equals. */
function droppedGap(gaps: readonly Gap[], dropAfter: number | undefined): Gap | undefined {
  let best: Gap | undefined;
  for (const gap of gaps) {
    const between = gap.after - gap.before - 1;
    if (dropAfter !== undefined && between >= dropAfter && gap.open.length > (best?.open.length ?? 0)) {
      best = gap;
    }
  }
  return best;
}

function workMark({ starts, picksUp, drops, finishes }: { starts: boolean; picksUp: boolean; drops: boolean; finishes: boolean }): DayMark {
  if (starts) {
    return finishes ? 'SWF' : drops ? 'SWD' : 'SW';
  }
  if (picksUp) {
    // One gap alone is dropped, so that whoever is picked up is not dropped again.
    return finishes ? 'PWF' : 'PW';
  }
  return finishes ? 'WF' : drops ? 'WD' : 'W';
}
