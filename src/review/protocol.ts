// What the overview of open proposals and the extension say to each other. Plain data; the view imports this and nothing else.

export interface Card {
  readonly id: string;
  readonly speaker: string;
  /** The line as it stands, or stood. */
  readonly original: string;
  readonly state: 'writing' | 'open' | 'failed' | 'stale' | 'used' | 'kept';
  /** "4 alternatives", "writing…", "used": for the writer. */
  readonly told: string;
  readonly alternatives: readonly { readonly id: string; readonly number: number; readonly intent: string; readonly text: string }[];
  /** Whether its alternatives can still replace the line. */
  readonly usable: boolean;
  /** Why there is no answer, where there is none. */
  readonly message?: string;
}

export interface SceneGroup {
  /** The heading; with several scripts open, the file's name before it. */
  readonly heading: string;
  readonly cards: readonly Card[];
}

/** Every word the view shows, in the writer's language. */
export interface Words {
  readonly empty: string;
  readonly emptyHint: string;
  readonly suggest: string;
  readonly use: string;
  readonly goTo: string;
  readonly stop: string;
  readonly again: string;
  readonly discard: string;
  readonly list: string;
}

/** A wish that one click sends. */
export interface QuickSteer {
  readonly label: string;
  readonly direction: string;
}

export type ToOverview =
  | { readonly kind: 'show'; readonly scenes: readonly SceneGroup[]; readonly open?: string; readonly steers: readonly QuickSteer[]; readonly words: Words };

export type FromOverview =
  | { readonly kind: 'ready' }
  | { readonly kind: 'suggest' }
  | { readonly kind: 'goTo'; readonly id: string }
  | { readonly kind: 'use'; readonly id: string; readonly alternative: string }
  | { readonly kind: 'more'; readonly id: string; readonly direction: string }
  | { readonly kind: 'again'; readonly id: string }
  | { readonly kind: 'stop'; readonly id: string }
  | { readonly kind: 'discard'; readonly id: string };
