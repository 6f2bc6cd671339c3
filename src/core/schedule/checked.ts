// What the checker finds in a plan: all recomputed from the plan alone, nothing taken from the engine.

export interface CheckedPlan {
  readonly cost: CostSummary;
  /** One for each calendar day that the plan names, ascending: index for index with `plan.days` where those are in order. */
  readonly days: readonly CheckedDay[];
  /** Index for index with the problem's resources. */
  readonly resources: readonly DayOutOfDays[];
  /** What the plan breaks. Empty: it may be shot as it stands. */
  readonly flags: readonly RedFlag[];
}

/** In units of the currency, not rounded (a held share may leave a fraction: round where it is shown); `total` is the sum of all others. */
export interface CostSummary {
  readonly company: number;
  readonly worked: number;
  readonly held: number;
  readonly locations: number;
  readonly nights: number;
  readonly moves: number;
  readonly setMoves: number;
  readonly total: number;
}

export interface CheckedDay {
  /** Index into the calendar. */
  readonly day: number;
  readonly kind: 'day' | 'night' | 'split';
  readonly eighths: number;
  /** Scenes and moves. */
  readonly minutes: number;
  readonly moves: number;
  readonly setMoves: number;
  /** Held resources of that day. */
  readonly held: readonly number[];
}

/** A day of somebody: start, work, finish (S and F always with W), held, dropped, picked up. `PW` is a pickup that works, `WD` a last day before a drop. */
export type DayMark = 'SW' | 'W' | 'WF' | 'SWF' | 'H' | 'WD' | 'PW' | 'PWF' | 'SWD' | 'PWD';

/** Day Out of Days of one resource. */
export interface DayOutOfDays {
  /** Index for index with the calendar; undefined: nothing that day. */
  readonly marks: readonly (DayMark | undefined)[];
  readonly worked: number;
  /** Without those of the dropped gap. */
  readonly held: number;
  /** Open days of the gap that was dropped. */
  readonly dropped: number;
  /** Calendar indices; undefined where it does not work at all. */
  readonly start?: number;
  readonly finish?: number;
  readonly workedCost: number;
  readonly heldCost: number;
}

/** Something the plan breaks, with the numbers to say it in words. `day` is an index into the calendar, `scene` into the scenes. */
export type RedFlag =
  | { readonly kind: 'unplaced'; readonly scene: number }
  | { readonly kind: 'twice'; readonly scene: number }
  /** A day that the calendar does not have, a scene that the problem does not have: left out of all figures. */
  | { readonly kind: 'unknownDay'; readonly day: number }
  | { readonly kind: 'unknownScene'; readonly day: number; readonly scene: number }
  /** The plan names this day again, or behind a later one. */
  | { readonly kind: 'dayOrder'; readonly day: number }
  | { readonly kind: 'closed'; readonly day: number; readonly why: 'weekday' | 'holiday' | 'off' | 'crew' }
  | { readonly kind: 'unavailable'; readonly day: number; readonly resource: number; readonly scenes: readonly number[] }
  | { readonly kind: 'locationAway'; readonly day: number; readonly location: number; readonly scenes: readonly number[] }
  | { readonly kind: 'eighths'; readonly day: number; readonly eighths: number; readonly limit: number }
  | { readonly kind: 'minutes'; readonly day: number; readonly minutes: number; readonly limit: number }
  | { readonly kind: 'mixed'; readonly day: number }
  | { readonly kind: 'turnaround'; readonly day: number; readonly before: number; readonly needed: number }
  | { readonly kind: 'before'; readonly demand: number; readonly first: number; readonly then: number }
  | { readonly kind: 'sameDay'; readonly demand: number; readonly scenes: readonly number[] }
  | { readonly kind: 'pinned'; readonly demand: number; readonly scene: number; readonly day: number };
