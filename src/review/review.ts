// What a feature sees of review: it opens a proposal, writes into it, and is asked for more. It never touches the script.
import type * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { Proposal } from '../core/proposals/proposal';
import type { Drafts } from './drafts';
import type { Keeper } from './recordKeeper';
import type { Recorder } from './recorder';

/** A stretch of a script for which alternatives are about to be written. */
export interface Draft {
  readonly document: vscode.TextDocument;
  readonly span: Span;
  readonly speaker: string;
  readonly scene: string;
  /** The writer's wish, in their words. */
  readonly direction?: string;
  /** Whether its deck opens now; without, it waits folded. No focus is taken in either case. */
  readonly reveal: boolean;
}

/** A proposal while it is being written. What comes after it ended, or was stopped, is dropped. */
export interface Writing {
  readonly id: string;
  /** Aborted when the writer stops or discards it. */
  readonly signal: AbortSignal;
  /** All texts shown for this stretch so far, discarded ones included: not to be offered again. */
  readonly already: readonly string[];
  add(alternative: { readonly text: string; readonly intent?: string; readonly record?: string }): void;
  /** `reason`: why it is not offered, in a few words for the writer. */
  refuse(refused: { readonly text: string; readonly reason: string }): void;
  /** `cut`: text is missing at the answer's end. */
  finish(ended?: 'stopped' | 'cut'): void;
  /** The writer does not want more. What is whole is kept; the signal aborts. */
  stop(): void;
  /** `message`: a sentence for the writer, with what to do next. */
  fail(message: string): void;
}

/** The writer wants more for a proposal. */
export interface Ask {
  readonly proposal: Proposal;
  readonly direction?: string;
}

export interface Review {
  /** Begins a proposal, or adds to the deck that this very stretch has already. */
  open(draft: Draft): Writing;
  readonly onDidAsk: vscode.Event<Ask>;
  /** All proposals, to read. */
  list(): readonly Proposal[];
  /** Longer changes, reviewed side by side. */
  readonly drafts: Drafts;
  readonly recorder: Recorder;
  /** What the recorder keeps: for the report and whatever shows it. */
  readonly keeper: () => Promise<Keeper>;
}
