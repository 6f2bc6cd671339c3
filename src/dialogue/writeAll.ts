// Several proposals written a few at a time, which one cancel stops all together.
import type { Writing } from '../review/review';

interface Waiting {
  readonly writing: Pick<Writing, 'signal' | 'stop'>;
}

/**
 * Runs `write` for each, `atOnce` at a time; resolves when all are done. Aborted, all are stopped: those being written, so
 * that their servers hear of it, and those still waiting, which are never begun.
 */
export async function writeAll<T extends Waiting>(all: readonly T[], atOnce: number, signal: AbortSignal, write: (one: T) => Promise<void>, written: () => void): Promise<void> {
  const stopAll = () => all.forEach(({ writing }) => writing.stop());
  signal.addEventListener('abort', stopAll, { once: true });
  if (signal.aborted) {
    stopAll();
  }
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // The writer may also have stopped this one alone.
      if (!next.writing.signal.aborted) {
        await write(next);
      }
      written();
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    signal.removeEventListener('abort', stopAll);
  }
}
