// The one interface behind which every language model stands.
import type { ChatRequest } from '../core/suggest/chat';

/** Why a model gave no (whole) answer. `message` is one sentence for the writer, with what to do next. */
export interface ModelFailure {
  readonly kind:
    | 'notConnected'
    | 'cancelled'
    | 'network'
    | 'timeout'
    | 'unauthorised'
    | 'notFound'
    | 'rateLimited'
    | 'overloaded'
    | 'refused'
    | 'badRequest'
    | 'badAnswer'
    | 'blocked';
  readonly message: string;
  /** HTTP status, where there was one. */
  readonly status?: number;
  /**
   * The server's own words, shortened, without the key and without links. For the writer's eyes beside `message`;
   * never for the log, since a server may repeat the script in them.
   */
  readonly said?: string;
}

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens?: number;
}

/** How an answer ended: `length` and `cut` mean that text is missing at its end. */
export type Finish = 'stop' | 'length' | 'cut';

export type ModelEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'done'; readonly finish: Finish; readonly model: string; readonly usage?: Usage }
  | { readonly kind: 'failed'; readonly failure: ModelFailure };

/** A language model that can be asked. */
export interface Model {
  /** As the provider names it. */
  readonly id: string;
  /** For the writer: "gpt-5.2 (api.openai.com)". */
  readonly label: string;
  /** `new URL(base).origin`, or `vscode-lm:<vendor>`. */
  readonly origin: string;
  /** Whether the text stays on this machine. */
  readonly local: boolean;
  /** How many tokens a request and its answer may have together. */
  readonly contextTokens: number;
  /**
   * Asks, and gives the answer as it comes. Never throws and never rejects: the last event is always
   * `done` or `failed`, and an abort ends it as `failed` with kind `cancelled`.
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
  /** Exactly the body that would be sent, as text for the writer's eyes. Sends nothing. */
  preview(request: ChatRequest): string;
}
