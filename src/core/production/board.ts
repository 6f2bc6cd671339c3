// A stripboard as it is kept: days of strips in the order of shooting. Dates are not kept: they follow from the rules' start and the days off.

export interface Board {
  readonly name: string;
  readonly days: readonly BoardDay[];
  /** Scenes that are not to be shot, or not yet placed, by scene id. */
  readonly boneyard: readonly string[];
  /** Days and scenes as they were when the board was last looked over by the writer: what changed since is shown (changes.ts). By scene id. */
  readonly seen: Readonly<Record<string, SeenScene>>;
  /** Where it comes from. `proved`: the engine proved it the cheapest; false after a hand has changed it. */
  readonly made: { readonly by: 'script' | 'hand' | 'engine'; readonly proved?: boolean; readonly bound?: number };
}

/**
 * A day of a board. Days take the open days of the calendar one after the other. A 'shoot' day without strips is a day on which the
 * company waits, and is paid; an 'off' day is a company day off put in by hand: nobody is held on it.
 */
export interface BoardDay {
  readonly id: string;
  readonly kind: 'shoot' | 'off';
  readonly strips: readonly Strip[];
  readonly note?: string;
}

/** A scene's strip, or a banner between strips. */
export type Strip = { readonly scene: string } | { readonly banner: string };

/** What of a scene a board was made from. */
export interface SeenScene {
  readonly heading: string;
  readonly eighths: number;
  readonly light: string;
  /** Cast as element ids in the order of their numbers. */
  readonly cast: readonly string[];
}
