// The rules of the shoot: its calendar, its day, its costs, and what must hold between scenes.

export interface Rules {
  readonly title?: string;
  readonly company?: string;
  /** Three letters, for sums: EUR, USD. */
  readonly currency: string;
  /** The first day of the shoot, `YYYY-MM-DD`. Without: Day 1, Day 2, ... from the Monday 2024-01-01 (no date is shown). */
  readonly start?: string;
  /** Weekdays without work, 0 Sunday to 6 Saturday. */
  readonly daysOff: readonly number[];
  /** Dates without work. */
  readonly holidays: readonly string[];
  /** The most eighths of a page a day. */
  readonly dayEighths: number;
  /** Shooting time by length, where a scene says none. */
  readonly minutesPerEighth: number;
  /** Length of a working day, hours. A day's minutes (scenes and moves) may not be more. */
  readonly dayHours: number;
  /** General calls, `HH:MM`: of a day with day work, with night work alone, with both. */
  readonly dayCall: string;
  readonly nightCall: string;
  readonly splitCall: string;
  /** Rest between wrap and the next call, hours. */
  readonly turnaroundHours: number;
  /** Day and night work on one day. */
  readonly mayMix: boolean;
  /** For a day of the company, from the first of the shoot to the last, whether it shoots or waits; crew comes on top. */
  readonly companyDayCost: number;
  /** For a worked day of a cast member who has no cost of their own. */
  readonly castDayCost: number;
  /** For a day with night work. */
  readonly nightCost: number;
  /** From one location to another within a day. */
  readonly moveCost: number;
  readonly moveMinutes: number;
  /** From one set to another at the same location within a day. */
  readonly setMoveCost: number;
  readonly setMoveMinutes: number;
}

/** What must hold. Scenes by id. */
export type Demand =
  /** `first` is shot before `then`: on an earlier day, or earlier on the same. */
  | { readonly kind: 'before'; readonly first: string; readonly then: string }
  | { readonly kind: 'sameDay'; readonly scenes: readonly string[] }
  | { readonly kind: 'pinned'; readonly scene: string; readonly date: string };
