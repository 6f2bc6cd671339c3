// Long work in slices, so that others have a turn meanwhile, and the writer can stop it.

// Milliseconds of work before others get a turn.
const SLICE = 15;

/** Asked between two steps of the work. */
export type Turn = () => Promise<boolean>;

/** Lets others have a turn when a slice of time is used up; resolves to whether it did. Rejects with the signal's reason when it is aborted. */
export function turns(signal?: AbortSignal): Turn {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < SLICE) {
      return false;
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    since = performance.now();
    signal?.throwIfAborted();
    return true;
  };
}
