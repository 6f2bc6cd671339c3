// Runs long work in slices between the editor's own: a few milliseconds at a time, and stopped at once.

/** A slice leaves the editor time to answer keys; the rest between two lets it. */
const SLICE_MS = 12;

export interface Slices<R> {
  /** Undefined: stopped. */
  readonly result: Promise<R | undefined>;
  stop(): void;
}

/** @param step told after each slice what was yielded last */
export function inSlices<T, R>(work: Iterator<T, R>, step: (value: T) => void): Slices<R> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let finish: (result: R | undefined) => void = () => undefined;
  const result = new Promise<R | undefined>((resolve, reject) => {
    finish = resolve;
    const slice = (): void => {
      try {
        const end = Date.now() + SLICE_MS;
        for (;;) {
          const next = work.next();
          if (next.done === true) {
            resolve(next.value);
            return;
          }
          if (Date.now() >= end) {
            step(next.value);
            timer = setTimeout(slice);
            return;
          }
        }
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    timer = setTimeout(slice);
  });
  return {
    result,
    stop: () => {
      clearTimeout(timer);
      finish(undefined);
    },
  };
}
