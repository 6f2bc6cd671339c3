// The planning engine on the cores there are, for the command line: in threads of dist/solverWorker.js beside it, or in this process where that file is missing.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CheckedPlan } from '../core/schedule/checked';
import type { PlanOptions, PlanProgress, Problem } from '../core/schedule/problem';
import type { EngineWorker } from '../core/schedule/race/messages';
import { Race } from '../core/schedule/race/race';
import { serve } from '../core/schedule/race/serve';

/** More help little, and the machine has other work. */
const MOST_WORKERS = 4;
/** A timer set for longer goes off at once. */
const LONGEST = 2 ** 31 - 1;
/** Milliseconds between two looks at Ctrl+C. */
const SLICE = 20;

export interface PlanningRun {
  readonly seconds: number;
  /** Ends it at once, with the best so far. */
  readonly signal: AbortSignal;
  /** Each better plan, bound or proof; every plan has passed the checker. */
  onBetter?(progress: PlanProgress, checked: CheckedPlan | undefined): void;
  /** Threads; the cores there are, four at most. With one, the same seed and steps give the same plan. */
  readonly workers?: number;
}

/** Plans until it is proved, the time is over or the signal aborts. Rejects where the engine breaks down. */
export async function planOnCores(problem: Problem, options: PlanOptions, run: PlanningRun): Promise<PlanProgress> {
  const file = path.join(__dirname, 'solverWorker.js');
  const count = run.workers ?? Math.min(MOST_WORKERS, availableParallelism());
  const workers = existsSync(file) ? Array.from({ length: Math.max(1, count) }, () => thread(file)) : [inProcess()];
  const race = new Race(workers, problem, options, { onBetter: (progress, checked) => run.onBetter?.(progress, checked) });
  const stop = (): void => race.stop();
  const timer = setTimeout(stop, Math.min(run.seconds * 1000, LONGEST));
  run.signal.addEventListener('abort', stop, { once: true });
  if (run.signal.aborted) {
    stop();
  }
  try {
    return await race.result;
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', stop);
  }
}

function thread(file: string): EngineWorker {
  const worker = new Worker(file, { execArgv: [], env: {} });
  let ended = false;
  const whileOn = <T>(listener: (value: T) => void) => (value: T): void => (ended ? undefined : listener(value));
  return {
    start: (job) => worker.postMessage(job),
    listen(onNews, onBroken) {
      worker.on('message', whileOn(onNews));
      worker.on('error', whileOn((error) => onBroken(error instanceof Error ? error : new Error(String(error)))));
      worker.on('exit', whileOn((code) => onBroken(new Error(`the thread ended with code ${code}`))));
    },
    end() {
      ended = true;
      void worker.terminate();
    },
  };
}

function inProcess(): EngineWorker {
  let tell: (news: unknown) => void = () => undefined;
  let ended = false;
  return {
    listen(onNews) {
      tell = onNews;
    },
    start(job) {
      const run = serve(job, (news) => tell(news), () => performance.now());
      void (async () => {
        await otherWork();
        for (let looked = performance.now(); !ended && run.next().done !== true;) {
          if (performance.now() - looked >= SLICE) {
            await otherWork();
            looked = performance.now();
          }
        }
      })();
    },
    end() {
      ended = true;
      tell = () => undefined;
    },
  };
}
