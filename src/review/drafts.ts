// What a feature sees of drafts: it opens one on a stretch of the script and writes into it. The script changes at the writer's yes alone.
import type * as vscode from 'vscode';
import type { Draft, Wish } from '../core/drafts/draft';
import type { Span } from '../core/fountain/elements';
import type { Script } from '../core/fountain/script';

export interface DraftOpening {
  readonly document: vscode.TextDocument;
  /** The script that the stretch was read from. What was typed since is followed. */
  readonly script: Script;
  /** The stretch in that script; empty (from = to, at a line start) for scenes that are to be inserted there. */
  readonly span: Span;
  readonly kind: Draft['kind'];
  readonly title: string;
  readonly direction?: string;
  readonly wish?: Wish;
  /** What of the feature it shows: kept with the draft, and given back by `list`. */
  readonly origin?: Draft['origin'];
  /** Shows old and new side by side at once. */
  readonly reveal: boolean;
}

/** A draft while it is being written. What comes after it ended, or was stopped, is dropped. */
export interface DraftWriting {
  readonly id: string;
  /** Aborted when the writer stops or discards it. */
  readonly signal: AbortSignal;
  /** More of the new text, as it streams: Fountain, without fences or talk (core/rewrite cleans the stream). */
  write(text: string): void;
  /** `cut`: text is missing at the end. */
  finish(ended?: 'stopped' | 'cut'): void;
  stop(): void;
  /** `message`: a sentence for the writer, with what to do next. */
  fail(message: string): void;
  /** Keeps the recording's id with the draft. */
  recorded(id: string): void;
}

/** The writer wants the draft written anew, perhaps with another direction. */
export interface DraftAsk {
  readonly draft: Draft;
  readonly direction?: string;
}

export interface Drafts {
  open(opening: DraftOpening): DraftWriting;
  /** Begins the writing of a draft anew: its text is replaced as the new one comes (undo in the draft brings the old back). */
  rewrite(id: string, direction?: string, wish?: Wish): DraftWriting;
  list(): readonly Draft[];
  show(id: string): Promise<void>;
  readonly onDidAsk: vscode.Event<DraftAsk>;
}
