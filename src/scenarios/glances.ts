// A look every few seconds, for as long as somebody could see what it brings.

export interface Glances {
  /** Begins looking if there is something to look at. Called again while it looks it does nothing. */
  start(): void;
  dispose(): void;
}

/**
 * @param due whether there is anything to look at: once there is not, all is still until `start` is called again
 * @param everyMs from the end of one look to the next
 */
export function createGlances(due: () => boolean, look: () => Promise<void>, everyMs: number): Glances {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const start = (): void => {
    if (timer === undefined && !isOver && due()) {
      timer = setTimeout(() => void glance(), everyMs);
    }
  };
  const glance = async (): Promise<void> => {
    try {
      if (due()) {
        await look();
      }
    } finally {
      timer = undefined;
      start();
    }
  };
  return {
    start,
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
