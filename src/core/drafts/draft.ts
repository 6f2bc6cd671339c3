// A Draft: a new version of one stretch of the script, in a document of its own, which the writer takes over hunk by hunk. Immutable.
import type { Span } from '../fountain/elements';
import type { Activity, Surroundings } from '../proposals/proposal';

/** What is asked of the draft, beyond being a screenplay: what breaks it is marked, never repaired in silence. */
export interface Wish {
  /** Aim for at most so many eighths of a page. */
  readonly eighths?: number;
  /** Aim for at most so many printed lines. */
  readonly lines?: number;
  /** New speakers are welcome. */
  readonly newCast?: boolean;
  /** Headings and scene numbers may change. */
  readonly newHeadings?: boolean;
}

/** A stretch of the base that the script has changed while the draft wanted something else for it: offsets in `base`. */
export type Touched = Span;

/** What one change of the script did to a draft: kept so that its undo is known for what it is. */
export interface DraftStep {
  /** How far the stretch's start moved. */
  readonly shift: number;
  readonly base: Replaced;
  /**
   * What it did to the draft's text: `none` where the text did not take it (an accepted hunk, or the writer's hand on a
   * hunk), `unknown` once the draft has been edited since.
   */
  readonly text: Replaced | 'none' | 'unknown';
  readonly touchedBefore: readonly Touched[];
  readonly touchedAfter: readonly Touched[];
}

/** One stretch of a text replaced by another. */
export interface Replaced {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
}

/** What a draft came from, in the opening feature's own names: by it the feature knows its drafts again, whatever they are called. */
export interface DraftOrigin {
  /** Of a scenario: its id. */
  readonly id: string;
  /** Of a scenario: which line of its plan, from 0. */
  readonly part: number;
}

export interface Draft {
  readonly id: string;
  readonly kind: 'rewrite' | 'scenario' | 'chat';
  /** The script's address, as a string. */
  readonly uri: string;
  /** For lists and tabs: "INT. DINER - NIGHT", "Lines 12-30", "2. The wrong suitcase / INT. DINER". */
  readonly title: string;
  /** The writer's wish in their words. */
  readonly direction?: string;
  readonly wish: Wish;
  /** What of the feature that opened it it shows. */
  readonly origin?: DraftOrigin;
  /** Where the stretch is in the script as it stands now; `lost` when it cannot be found (the draft can still be read and copied). */
  readonly anchor: Span & { readonly around: Surroundings; readonly lost: boolean };
  /** The stretch as it stands in the script now, exactly: the left side. Differs from the text the model saw where the writer has changed it since. */
  readonly base: string;
  /** The draft: the right side, edited freely. */
  readonly text: string;
  /** What the model wrote, as it came: for the record, and to start over. */
  readonly written: string;
  readonly touched: readonly Touched[];
  /** The blank lines a draft as written begins and ends with, so that it stands apart from what is around it. */
  readonly frame: { readonly before: string; readonly after: string };
  /** Changes of the script inside the stretch, the last one last; undo takes one back. */
  readonly past: readonly DraftStep[];
  /** Changes taken back, the next to be redone last. */
  readonly future: readonly DraftStep[];
  readonly activity: Activity;
  /** The recording's id of the last asking. */
  readonly record?: string;
  /** Milliseconds since 1970, given by the caller. */
  readonly createdAt: number;
}
