// The planning problem as the engine, the checker and the explanations share it: plain numbers, no script, no ids.
// What each figure means is said here once, and the checker is written from these comments alone.

export interface Problem {
  /** Calendar days in order, one after the other without a gap. */
  readonly calendar: readonly CalendarDay[];
  readonly scenes: readonly ProblemScene[];
  readonly resources: readonly Resource[];
  readonly locations: readonly ProblemLocation[];
  /** The most eighths, and minutes (scenes and moves together), a day. A scene longer than the limit may stand alone on a day: a day of one scene breaks neither. */
  readonly dayEighths: number;
  readonly dayMinutes: number;
  /**
   * Calendar days that must lie free between a day of one kind and the next shooting day of another: restDays[before][after]. Only `after`
   * on the next calendar days counts; days off are free days, and so is a day of the plan without scenes.
   */
  readonly restDays: Readonly<Record<DayKind, Readonly<Record<DayKind, number>>>>;
  /** Whether one day may have both day and night work. */
  readonly mayMix: boolean;
  readonly costs: ProblemCosts;
  readonly demands: readonly ProblemDemand[];
}

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * Without: open. Nothing is shot on a closed day, nobody is held on it, the company is not paid. A plan that puts scenes on one breaks
   * this and is flagged; whoever works in those scenes is counted and paid as on any other day, and so are location and night.
   */
  readonly closed?: 'weekday' | 'holiday' | 'off' | 'crew';
}

/** What a scene's light asks: dawn and dusk can be had at the end of either kind of day. */
export type WorkLight = 'day' | 'night' | 'either';

/** 'night': has night work and no day work; 'split': has both; otherwise 'day' (also a day without scenes). */
export type DayKind = 'day' | 'night' | 'split';

export interface ProblemScene {
  readonly eighths: number;
  readonly minutes: number;
  readonly light: WorkLight;
  /** Numbers, equal for equal sets. */
  readonly set: number;
  /** Index into `locations`. */
  readonly location: number;
  /** Indices into `resources`, ascending. */
  readonly resources: readonly number[];
}

/**
 * Somebody or something that is paid from its first worked day to its last. A day worked costs `dayCost`. A day between on which the
 * calendar is open and it does not work is held and costs `dayCost * holdShare`; shooting or not. On closed days nothing is paid.
 * Where `dropAfter` is set, ONE of its gaps may be dropped, so that its held days cost nothing: a gap is the stretch between two
 * worked days that follow each other, it may be dropped where at least `dropAfter` calendar days (open and closed) lie strictly
 * between the two, and the one with the most held days is dropped (of equals the first; none where no gap has a held day).
 */
export interface Resource {
  readonly dayCost: number;
  readonly holdShare: number;
  readonly dropAfter?: number;
  /** Index for index with the calendar: false where it cannot be had. It need not be had while held. Without: always. */
  readonly available?: readonly boolean[];
}

/** A location costs `dayCost` on each day on which something is shot at it. */
export interface ProblemLocation {
  readonly dayCost: number;
  readonly available?: readonly boolean[];
}

export interface ProblemCosts {
  /** For each open day from the plan's first day to its last, both included, with scenes or without; crew is in it. */
  readonly companyDay: number;
  /** For each day with night work. */
  readonly night: number;
  /** For each two scenes that follow each other on a day at different locations; and the minutes this takes of the day. */
  readonly move: number;
  readonly moveMinutes: number;
  /** The same for different sets at the same location. */
  readonly setMove: number;
  readonly setMoveMinutes: number;
}

/** A demand about a scene that the problem does not have or the plan does not place is not judged. */
export type ProblemDemand =
  /** `first` stands before `then`; never true of a scene and itself. */
  | { readonly kind: 'before'; readonly first: number; readonly then: number }
  | { readonly kind: 'sameDay'; readonly scenes: readonly number[] }
  /** `day` is an index into the calendar. */
  | { readonly kind: 'pinned'; readonly scene: number; readonly day: number };

/** A plan: shooting days in the order of the calendar, each with its scenes in the order of shooting. Whole: each scene is on one day. */
export interface Plan {
  readonly days: readonly PlanDay[];
}

export interface PlanDay {
  /** Index into the calendar. */
  readonly day: number;
  /** Indices into the problem's scenes. May be empty on a board: an open day on which the company waits. */
  readonly scenes: readonly number[];
}

/** What the engine tells while it searches: each later one is at least as good. */
export interface PlanProgress {
  /** The best plan that breaks nothing; undefined while there is none. */
  readonly plan?: Plan;
  /** Its cost. */
  readonly cost: number;
  /** Where no plan without a breach is known yet: the one with the fewest. */
  readonly nearest?: Plan;
  /** Nothing can cost less than this: a proven lower bound. */
  readonly bound: number;
  /** `plan` is proved the cheapest (bound equals cost), or, with no plan, that none exists. */
  readonly proved: boolean;
  /** Moves tried so far. */
  readonly steps: number;
}

export interface PlanOptions {
  /** The same seed gives the same plans after the same number of steps. */
  readonly seed: number;
  /** To begin from. */
  readonly start?: Plan;
  /** Calendar days whose scenes and order stay as `start` has them. All other scenes and days are free. */
  readonly keep?: readonly number[];
}
