// How the bench measures and what a row of it looks like.

/** The median of `runs` timings in milliseconds, after a warm-up. What `prepare` makes for each run is not timed. */
export function medianOf<T>(runs: number, work: (prepared: T) => void, prepare?: () => T): number {
  // Each starts with a clean heap (npm run bench exposes gc), so that none pays for what another left behind.
  (globalThis as { gc?: () => void }).gc?.();
  for (let warm = 0; warm < Math.max(3, runs / 4); warm++) {
    work(prepare?.() as T);
  }
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const prepared = prepare?.() as T;
    const start = performance.now();
    work(prepared);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? NaN;
}

/** Prints a figure, and whether it meets its bar. */
export function row(name: string, value: number, bar?: { readonly most?: number; readonly least?: number }): void {
  const met = bar === undefined || ((bar.most === undefined || value <= bar.most) && (bar.least === undefined || value >= bar.least));
  const asked = bar?.most !== undefined ? `at most ${bar.most}` : bar?.least !== undefined ? `at least ${bar.least}` : '';
  console.log(`  ${name.padEnd(58)} ${value.toFixed(value < 1 ? 4 : 2).padStart(9)}  ${asked.padEnd(14)} ${bar ? (met ? 'met' : 'MISSED') : ''}`);
}
