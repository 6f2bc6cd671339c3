// The types of server.mjs, for tests in TypeScript.

export interface Practice {
  /** The base address, ending in /v1. */
  readonly address: string;
  readonly model: string;
  /** The bodies of all chat requests so far. */
  readonly requests: readonly Record<string, unknown>[];
  /** How many answers were left before their end. */
  aborted(): number;
  stop(): Promise<void>;
}
export const PRACTICE_MODEL: string;
export const WHAT_IT_IS: string;
export function startPractice(options?: { port?: number; quick?: boolean; firstMs?: number; pieceMs?: number }): Promise<Practice>;
export function composeAnswer(body: { messages: readonly { role: string; content: string }[] }): string;
