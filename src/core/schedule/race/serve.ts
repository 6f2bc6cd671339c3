// The engine's side of a worker: runs the one job it is given and tells what is new, slice by slice.
import { plan } from '../plan/plan';
import type { PlanProgress } from '../problem';
import { isWorkerJob, type WorkerNews } from './messages';

/** Better plans are told no more often: a burst of them at the start would keep the other side busy with checking. */
const PAUSE = 40;

/**
 * Runs a job. Yields after each slice of the engine's, so that who has but one thread can let others in. A job that is none, and an
 * engine that throws, are told as failed.
 * @param now in milliseconds, from any start
 */
export function* serve(job: unknown, tell: (news: WorkerNews) => void, now: () => number): Generator<undefined, undefined> {
  if (!isWorkerJob(job)) {
    tell({ kind: 'failed', reason: 'what was asked of the planning engine cannot be read' });
    return undefined;
  }
  try {
    let told: PlanProgress | undefined;
    let at = -Infinity;
    for (const run = plan(job.problem, job.options);;) {
      const { value, done } = run.next();
      if (done === true || value.proved) {
        tell({ kind: 'over', progress: value });
        return undefined;
      }
      if (isNews(value, told) && now() - at >= PAUSE) {
        told = value;
        at = now();
        tell({ kind: 'better', progress: value });
      }
      yield;
    }
  } catch (error) {
    // The message of an error of ours holds no word of the script: the problem is numbers alone.
    tell({ kind: 'failed', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'the planning engine broke down' });
    return undefined;
  }
}

function isNews(progress: PlanProgress, told: PlanProgress | undefined): boolean {
  return told === undefined || progress.cost < told.cost || progress.bound > told.bound || (progress.nearest !== undefined && progress.nearest !== told.nearest);
}
