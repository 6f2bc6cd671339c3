// A Model that says what a test tells it to, in its own time, without a network.
import type { ChatRequest } from '../../src/core/suggest/chat';
import type { Model, ModelEvent } from '../../src/models/model';

/** An event, or a pause in milliseconds, or a promise to wait for. */
export type Step = ModelEvent | { readonly waitMs: number } | { readonly waitFor: Promise<unknown> };

export interface ScriptedModel extends Model {
  /** The requests it was asked, in order. */
  readonly asked: readonly ChatRequest[];
  /** How many of its answers were cancelled. */
  readonly cancelled: number;
  /** What it says from now on; a list for each request in turn, the last for all after it. */
  script(...answers: (readonly Step[])[]): void;
}

/** A whole answer of these pieces of text. */
export function answering(...pieces: string[]): Step[] {
  return [...pieces.map((text): Step => ({ kind: 'text', text })), { kind: 'done', finish: 'stop', model: 'scripted' }];
}

/**
 * Keeps the promises of Model: never throws, ends with `done` or `failed` even if the steps do not say so, and an abort
 * ends it as cancelled at once, in the middle of a pause too.
 */
export function scriptedModel(...answers: (readonly Step[])[]): ScriptedModel {
  const asked: ChatRequest[] = [];
  let scripts = answers;
  let cancelled = 0;
  return {
    id: 'scripted',
    label: 'Scripted model',
    origin: 'http://127.0.0.1:1',
    local: true,
    contextTokens: 8000,
    asked,
    get cancelled() {
      return cancelled;
    },
    script: (...next) => {
      scripts = next;
    },
    async *stream(request, signal) {
      asked.push(request);
      const steps = (scripts.length > 1 ? scripts.shift() : scripts[0]) ?? [];
      const aborted = new Promise<'aborted'>((resolve) => {
        signal.addEventListener('abort', () => resolve('aborted'), { once: true });
      });
      for (const step of steps) {
        if ('waitMs' in step || 'waitFor' in step) {
          const wait = 'waitMs' in step ? new Promise((resolve) => setTimeout(resolve, step.waitMs)) : step.waitFor;
          await Promise.race([wait, aborted]);
        }
        if (signal.aborted) {
          cancelled++;
          yield { kind: 'failed', failure: { kind: 'cancelled', message: 'Cancelled.' } };
          return;
        }
        if ('kind' in step) {
          yield step;
          if (step.kind !== 'text') {
            return;
          }
        }
      }
      yield { kind: 'done', finish: 'stop', model: 'scripted' };
    },
    preview: (request) => JSON.stringify(request, null, 2),
  };
}
