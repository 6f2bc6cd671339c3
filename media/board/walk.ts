// The board as one walks it by keys: every day and strip in order, and where a step, or a move of what is selected, leads.

export interface WalkDay {
  readonly id: string;
  /** Whether strips can be moved onto it: not onto days off, the boneyard and what waits to be placed. */
  readonly takes: boolean;
  readonly keys: readonly string[];
}

/** To the next or the one before, of all or of the days alone; to the first or the last. */
export type Step = 'next' | 'before' | 'nextDay' | 'dayBefore' | 'first' | 'last';

/** A day's own key among the keys of strips, which begin otherwise. */
export const dayKey = (id: string): string => `day:${id}`;

export function walkOrder(days: readonly WalkDay[]): string[] {
  return days.flatMap(({ id, keys }) => [dayKey(id), ...keys]);
}

/** Where a step leads from a key; from one that is gone, to the first. */
export function stepFrom(days: readonly WalkDay[], from: string | undefined, step: Step): string | undefined {
  const order = walkOrder(days);
  const at = from === undefined ? -1 : order.indexOf(from);
  if (step === 'first' || step === 'last') {
    return order.at(step === 'first' ? 0 : -1);
  }
  if (at < 0) {
    return order[0];
  }
  if (step === 'next' || step === 'before') {
    return order[Math.max(0, Math.min(order.length - 1, at + (step === 'next' ? 1 : -1)))];
  }
  const heads = days.map(({ id }) => dayKey(id));
  const ahead = heads.filter((key) => (step === 'nextDay' ? order.indexOf(key) > at : order.indexOf(key) < at));
  return (step === 'nextDay' ? ahead[0] : ahead.at(-1)) ?? from;
}

export interface Place {
  readonly day: string;
  /** The strip that follows, none of the moved ones. Missing: at the day's end. */
  readonly before?: string;
}

/** Where strips go by one step up or down, over the edge of a day into the next that takes them. Undefined at either end of the board. */
export function nudge(days: readonly WalkDay[], moving: ReadonlySet<string>, down: boolean): Place | undefined {
  const at = edgeDay(days, moving, down);
  const day = days[at];
  if (!day) {
    return undefined;
  }
  if (!day.takes) {
    return over(days, at, moving, down);
  }
  const rest = day.keys.filter((key) => !moving.has(key));
  const edge = down ? day.keys.findLastIndex((key) => moving.has(key)) : day.keys.findIndex((key) => moving.has(key));
  // Several that do not lie together are gathered by the first step.
  const to = day.keys.slice(0, edge).filter((key) => !moving.has(key)).length + (down ? 1 : -1);
  return to >= 0 && to <= rest.length ? placed(day.id, rest[to]) : over(days, at, moving, down);
}

/** Where strips go by a whole day: to the end of the next, or of the one before. */
export function toNextDay(days: readonly WalkDay[], moving: ReadonlySet<string>, down: boolean): Place | undefined {
  const at = edgeDay(days, moving, down);
  const to = at < 0 ? undefined : dayFrom(days, at, down);
  return to && { day: to.id };
}

/** Where a day goes by one step: before which it comes to lie (missing: at the end); undefined at either end. */
export function nudgeDay(ids: readonly string[], id: string, down: boolean): { readonly before?: string } | undefined {
  const at = ids.indexOf(id);
  if (at < 0 || (down ? at === ids.length - 1 : at === 0)) {
    return undefined;
  }
  const before = down ? ids[at + 2] : ids[at - 1];
  return before === undefined ? {} : { before };
}

function edgeDay(days: readonly WalkDay[], moving: ReadonlySet<string>, down: boolean): number {
  const holds = days.map(({ keys }) => keys.some((key) => moving.has(key)));
  return down ? holds.lastIndexOf(true) : holds.indexOf(true);
}

function dayFrom(days: readonly WalkDay[], at: number, down: boolean): WalkDay | undefined {
  return down ? days.slice(at + 1).find(({ takes }) => takes) : days.slice(0, at).findLast(({ takes }) => takes);
}

function over(days: readonly WalkDay[], at: number, moving: ReadonlySet<string>, down: boolean): Place | undefined {
  const to = dayFrom(days, at, down);
  return to && placed(to.id, down ? to.keys.find((key) => !moving.has(key)) : undefined);
}

function placed(day: string, before: string | undefined): Place {
  return before === undefined ? { day } : { day, before };
}
