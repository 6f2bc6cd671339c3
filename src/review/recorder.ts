// What features and review tell the record of AI use. Never throws, never keeps anybody waiting; does nothing where no record is kept.
import type * as vscode from 'vscode';
import type { Span } from '../core/fountain/elements';
import type { ChatRequest } from '../core/suggest/chat';

/** Something a model is about to be asked. */
export interface Asked {
  readonly document: vscode.TextDocument;
  /** "dialogue.suggest", "rewrite.scene", "notes.scene", "scenarios.ask", "scenarios.develop", "continuation", "chat.rewrite". */
  readonly command: string;
  readonly model: { readonly id: string; readonly origin: string; readonly local: boolean };
  /** In the writer's words. */
  readonly direction?: string;
  /** As sent. A chat model's own request is not known to us: then what it was given. */
  readonly request: ChatRequest;
  /** What it is about, in the script as it stands. */
  readonly span: Span;
}

/** One asking, until its answer ended. */
export interface Recording {
  /** To be kept with what was offered, so that a yes can name it. The empty string where no record is kept. */
  readonly id: string;
  /** A whole alternative (a line, a draft, a continuation, a scenario, a note) was shown to the writer. */
  offered(text: string): void;
  /** Writes the entry. More calls do nothing. */
  end(how: { readonly ended: 'whole' | 'cut' | 'stopped' | 'failed'; readonly model?: string; readonly usage?: { readonly inputTokens: number; readonly outputTokens: number; readonly cachedTokens?: number } }): void;
}

/** A yes that has just been carried out. */
export interface Accepted {
  readonly document: vscode.TextDocument;
  /** The recording's id that was kept with the offer, if any. */
  readonly record?: string;
  /** As it was offered, whole: the words in it are the model's. */
  readonly offered: string;
  /** What was put in: differs where the writer edited it or took a part. */
  readonly inserted: string;
  readonly replaced: string;
  /** Where the inserted text stands now. */
  readonly span: Span;
}

export interface Recorder {
  begin(asked: Asked): Recording;
  /** Gives an id for `takenBack`. The empty string where no record is kept. */
  accepted(accepted: Accepted): string;
  /** The writer's undo took an accepted text out again, or their redo brought it back. */
  takenBack(document: Pick<vscode.TextDocument, 'uri'>, acceptId: string, again: boolean): void;
  /** @param alternatives texts the writer discarded; missing for all that was left */
  declined(document: Pick<vscode.TextDocument, 'uri'>, record: string, alternatives?: readonly string[]): void;
}
