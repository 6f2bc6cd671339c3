// Sentences from the schedule, ready for both the command line and the editor's translations.

/** English with {0}, {1}, ... in the places of the values. */
export interface Said {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** What the numbers of a problem are called; given in by whoever shows the sentences. */
export interface Names {
  /** As people call it: its number. */
  readonly scene: (scene: number) => string;
  readonly resource: (resource: number) => string;
  readonly location: (location: number) => string;
  /** The set of a scene. */
  readonly set: (scene: number) => string;
  /** Of a calendar day. */
  readonly date: (day: number) => string;
  /** With its currency. */
  readonly money: (amount: number) => string;
}

/** For people who read English: the command line, and tests. */
export function plainly({ text, values }: Said): string {
  return text.replace(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}

const MOST_RUNS = 3;

/** Calendar days as dates and stretches of dates, the first few of them: "4 May - 8 May, 11 May". */
export function datesSaid(days: readonly number[], date: Names['date']): string {
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) {
      last[1] = day;
    } else {
      runs.push([day, day]);
    }
  }
  const told = runs.slice(0, MOST_RUNS).map(([from, to]) => (from === to ? date(from) : `${date(from)} - ${date(to)}`));
  return [...told, ...(runs.length > MOST_RUNS ? ['…'] : [])].join(', ');
}

/** 12 eighths are 1 4/8. */
export function pagesSaid(eighths: number): string {
  const [whole, rest] = [Math.floor(eighths / 8), Math.round(eighths % 8)];
  return rest === 0 ? String(whole) : whole === 0 ? `${rest}/8` : `${whole} ${rest}/8`;
}
