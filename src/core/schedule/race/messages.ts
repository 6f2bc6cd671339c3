// What the planning engine and whoever runs it in a thread of its own say to each other: plain data, looked at before it is believed.
import type { Plan, PlanOptions, PlanProgress, Problem } from '../problem';

/** To a worker: its one job. It is ended from outside. */
export interface WorkerJob {
  readonly kind: 'plan';
  readonly problem: Problem;
  readonly options: PlanOptions;
}

/** From a worker. `over` comes last: there is nothing better, or nothing more to try. */
export type WorkerNews =
  | { readonly kind: 'better'; readonly progress: PlanProgress }
  | { readonly kind: 'over'; readonly progress: PlanProgress }
  | { readonly kind: 'failed'; readonly reason: string };

/** Where the engine runs: a thread, or slices of this one. Each listener is called in order; after `end` none is. */
export interface EngineWorker {
  start(job: WorkerJob): void;
  listen(onNews: (news: unknown) => void, onBroken: (error: Error) => void): void;
  /** At once, in the middle of whatever it does. */
  end(): void;
}

export function isWorkerJob(value: unknown): value is WorkerJob {
  return isRecord(value) && value['kind'] === 'plan' && isRecord(value['problem']) && isRecord(value['options']);
}

export function isWorkerNews(value: unknown): value is WorkerNews {
  if (!isRecord(value)) {
    return false;
  }
  const { kind, progress, reason } = value;
  return kind === 'failed' ? typeof reason === 'string' : (kind === 'better' || kind === 'over') && isProgress(progress);
}

function isProgress(value: unknown): value is PlanProgress {
  return (
    isRecord(value) &&
    ['cost', 'bound', 'steps'].every((key) => typeof value[key] === 'number' && !Number.isNaN(value[key])) &&
    typeof value['proved'] === 'boolean' &&
    [value['plan'], value['nearest']].every((plan) => plan === undefined || isPlan(plan))
  );
}

function isPlan(value: unknown): value is Plan {
  return (
    isRecord(value) &&
    Array.isArray(value['days']) &&
    value['days'].every((day: unknown) => isRecord(day) && Number.isInteger(day['day']) && Array.isArray(day['scenes']) && day['scenes'].every((scene: unknown) => Number.isInteger(scene)))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
