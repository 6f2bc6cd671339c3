// The web worker in which the engine runs (dist/web/solverWorker.js): one job, until it is ended from outside.
import { serve } from '../core/schedule/race/serve';

const worker = globalThis as unknown as { onmessage: ((event: { readonly data: unknown }) => void) | null; postMessage(message: unknown): void };

worker.onmessage = ({ data }) => {
  worker.onmessage = null;
  for (const run = serve(data, (news) => worker.postMessage(news), () => performance.now()); run.next().done !== true;) {
    // The engine works between.
  }
};
