// Types of the scripted server, for tests written in TypeScript.
export type Step = { text: string } | { waitMs: number } | { waitFor: Promise<unknown> } | { status: number; message: string } | { cut: true } | { reset: true };
export interface ScriptedServer {
  readonly address: string;
  readonly model: string;
  readonly requests: readonly { messages: { role: string; content: string }[] }[];
  readonly aborts: readonly number[];
  script(...answers: Step[][]): void;
  stop(): Promise<void>;
}
export function startScriptedServer(): Promise<ScriptedServer>;
export function answerOf(alternatives: readonly (readonly [text: string, intent: string])[], everyMs?: number): Step[];
