// The engine in slices of this thread, between timers: for where no thread of its own can be had.
import type { EngineWorker, WorkerJob } from '../core/schedule/race/messages';
import { serve } from '../core/schedule/race/serve';

/** Milliseconds of work at a time: typing stays smooth. */
const SLICE = 12;

export function hostWorker(): EngineWorker {
  let tell: (news: unknown) => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    listen(onNews) {
      tell = onNews;
    },
    start(job: WorkerJob) {
      const run = serve(job, (news) => tell(news), () => performance.now());
      const slice = (): void => {
        const until = performance.now() + SLICE;
        // Set before the work: what is told may end it.
        timer = setTimeout(slice);
        while (performance.now() < until) {
          if (run.next().done === true) {
            clearTimeout(timer);
            return;
          }
        }
      };
      timer = setTimeout(slice);
    },
    end() {
      tell = () => undefined;
      clearTimeout(timer);
    },
  };
}
