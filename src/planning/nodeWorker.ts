// The engine in threads of Node's: on the desktop. For the web, esbuild.js puts webWorker.ts in the place of this file.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Uri } from 'vscode';
import type { EngineWorker } from '../core/schedule/race/messages';

/** A 120-scene production takes a fraction of it; a fault of ours is to end itself, not the editor. */
const LIMITS = { maxOldGenerationSizeMb: 256 };

/** Cores of this machine. */
export function coresOf(): number {
  return availableParallelism();
}

/** So many threads with the engine in them. Rejects where there can be none. */
export function openWorkers(extension: Uri, count: number): Promise<EngineWorker[]> {
  const file = `${extension.fsPath}/dist/solverWorker.js`;
  return Promise.resolve(Array.from({ length: count }, () => openWorker(file)));
}

function openWorker(file: string): EngineWorker {
  // Not the editor's own flags and environment: they are none of the engine's business.
  const thread = new Worker(file, { execArgv: [], env: {}, resourceLimits: LIMITS });
  let ended = false;
  return {
    start: (job) => thread.postMessage(job),
    listen(onNews, onBroken) {
      thread.on('message', (news) => {
        if (!ended) {
          onNews(news);
        }
      });
      thread.on('error', (error) => {
        if (!ended) {
          onBroken(error instanceof Error ? error : new Error(String(error)));
        }
      });
      thread.on('exit', (code) => {
        if (!ended) {
          onBroken(new Error(`the thread ended with code ${code}`));
        }
      });
    },
    end() {
      ended = true;
      void thread.terminate();
    },
  };
}
