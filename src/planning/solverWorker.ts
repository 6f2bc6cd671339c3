// The thread of Node's in which the engine runs (dist/solverWorker.js): one job, until it is ended from outside.
import { parentPort } from 'node:worker_threads';
import { serve } from '../core/schedule/race/serve';

parentPort?.once('message', (job) => {
  for (const run = serve(job, (news) => parentPort?.postMessage(news), () => performance.now()); run.next().done !== true;) {
    // The engine works between.
  }
});
