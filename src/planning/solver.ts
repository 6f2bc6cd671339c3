// The solver room: the planning engine on all cores, away from the editor's own thread, ended at once when the writer says so.
import type { App } from '../host/app';
import type { EngineWorker } from '../core/schedule/race/messages';
import { Race } from '../core/schedule/race/race';
import { hostWorker } from './hostWorker';
import { coresOf, openWorkers } from './nodeWorker';
import type { Solver, SolverRun } from './planning';
import type { PlanProgress } from '../core/schedule/problem';

/** More help little, and the machine has other work. */
const MOST_WORKERS = 4;
/** A timer set for longer goes off at once. */
const LONGEST = 2 ** 31 - 1;

/** The solver of this window; starts nothing before it is asked. */
export function createSolver(app: App): Solver {
  return solverOver(() => workersOf(app), hostWorker, (reason) => app.log.warn(`planning: ${reason}`));
}

/** Threads, one for each core. Rejects where there are none to be had. */
function workersOf(app: App): Promise<EngineWorker[]> {
  return openWorkers(app.context.extensionUri, Math.max(1, Math.min(MOST_WORKERS, coresOf())));
}

/**
 * A solver over any workers.
 * @param instead runs the engine where no worker so much as begins: slices of this thread
 * @param trouble hears what went wrong without ending the run
 */
export function solverOver(open: () => Promise<readonly EngineWorker[]>, instead: () => EngineWorker, trouble: (reason: string) => void): Solver {
  return {
    async plan(problem, options, run) {
      const until = performance.now() + run.seconds * 1000;
      const heard = { any: false };
      const runOn = (workers: readonly EngineWorker[]): Promise<PlanProgress> => {
        const onBetter: SolverRun['onBetter'] = (progress, checked) => {
          heard.any = true;
          run.onBetter(progress, checked);
        };
        return within(until - performance.now(), run.signal, new Race(workers, problem, options, { onBetter, onTrouble: trouble }));
      };
      try {
        return await runOn(await open());
      } catch (error) {
        if (heard.any) {
          throw error;
        }
        trouble(`no thread for the engine: ${error instanceof Error ? error.message : String(error)}`);
        return await runOn([instead()]);
      }
    },
  };
}

/** The race's result, ended after so many milliseconds or by the signal. */
async function within(milliseconds: number, signal: AbortSignal, race: Race): Promise<PlanProgress> {
  const stop = (): void => race.stop();
  const timer = setTimeout(stop, Math.min(Math.max(0, milliseconds), LONGEST));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) {
    stop();
  }
  try {
    return await race.result;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
