// Where what is dragged would come to lie: worked out from where days and strips are on the desk, without looking at the page.

/** A day on the desk: its strips from above to below. Distances are in pixels from the top of the desk's contents. */
export interface DayBox {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  /** Below its heading: where its first strip is, or would be. */
  readonly first: number;
  /** Whether strips can lie on it: a day off takes none. */
  readonly takes: boolean;
  readonly strips: readonly StripBox[];
}

export interface StripBox {
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
}

export interface StripTarget {
  readonly day: string;
  /** The strip that follows, none of the dragged ones. Missing: at the day's end. */
  readonly before?: string;
  /** Where the line is to be drawn. */
  readonly line: number;
}

/** A place for strips. Above all days: the first place of the first; undefined where no day takes any. */
export function stripTarget(days: readonly DayBox[], y: number, moving: ReadonlySet<string>): StripTarget | undefined {
  const open = days.filter(({ takes }) => takes);
  const day = open.findLast(({ top }) => y >= top) ?? open[0];
  if (!day) {
    return undefined;
  }
  const at = day.strips.filter(({ top, bottom }) => y >= (top + bottom) / 2).length;
  const before = day.strips.slice(at).find(({ key }) => !moving.has(key))?.key;
  const line = day.strips[at - 1]?.bottom ?? day.strips[0]?.top ?? day.first;
  return { day: day.id, line, ...(before === undefined ? {} : { before }) };
}

export interface DayTarget {
  /** The day that follows. Missing: at the end. */
  readonly before?: string;
  readonly line: number;
}

/** A place for a day, between two others. */
export function dayTarget(days: readonly DayBox[], y: number, moving: string): DayTarget | undefined {
  const at = days.filter(({ top, bottom }) => y >= (top + bottom) / 2).length;
  const line = days[at - 1]?.bottom ?? days[0]?.top;
  const before = days.slice(at).find(({ id }) => id !== moving)?.id;
  return line === undefined ? undefined : { line, ...(before === undefined ? {} : { before }) };
}

/** How many pixels to scroll in a frame while the pointer is at an edge: the nearer, the faster. */
export function edgeScroll(y: number, top: number, bottom: number): number {
  const edge = Math.min(56, (bottom - top) / 4);
  const most = 18;
  const into = y < top + edge ? y - top - edge : y > bottom - edge ? y - bottom + edge : 0;
  return edge <= 0 ? 0 : Math.round(Math.max(-1, Math.min(1, into / edge)) * most);
}
