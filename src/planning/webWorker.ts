// The engine in web workers: in the web's extension host, where esbuild.js puts this file in the place of nodeWorker.ts.
import * as vscode from 'vscode';
import type { EngineWorker } from '../core/schedule/race/messages';

/** What of the web's Worker is used: the project's types know no DOM. */
interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

interface Web {
  readonly Worker?: new (url: string) => WebWorker;
  readonly navigator?: { readonly hardwareConcurrency?: number };
}

const web = globalThis as unknown as Web;

/** Cores that the browser tells of. */
export function coresOf(): number {
  return web.navigator?.hardwareConcurrency ?? 1;
}

/** So many workers with the engine in them. Rejects where there can be none. */
export async function openWorkers(extension: vscode.Uri, count: number): Promise<EngineWorker[]> {
  const Worker = web.Worker;
  if (!Worker) {
    throw new Error('this browser has no workers here');
  }
  // From the text, not by its address: the host's page may not load a script from where extensions lie.
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'web', 'solverWorker.js'));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
  return Array.from({ length: count }, () => openWorker(new Worker(address)));
}

function openWorker(worker: WebWorker): EngineWorker {
  return {
    start: (job) => worker.postMessage(job),
    listen(onNews, onBroken) {
      worker.onmessage = ({ data }) => onNews(data);
      worker.onerror = (event) => {
        event.preventDefault?.();
        onBroken(new Error(event.message ?? 'the worker broke down'));
      };
    },
    end() {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    },
  };
}
