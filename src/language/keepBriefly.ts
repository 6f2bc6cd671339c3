// Answers that are asked for with every letter typed and stay true for a while.

/**
 * Keeps each answer for a time: asked again meanwhile, it is the same one, be it still on its way. An answer that failed is not kept.
 * @param now the time in milliseconds
 */
export function keepBriefly<T>(forMs: number, now: () => number = Date.now): (key: string, ask: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  return (key, ask) => {
    const time = now();
    const known = kept.get(key);
    if (known && time < known.until) {
      return known.answer;
    }
    for (const [each, { until }] of kept) {
      if (until <= time) {
        kept.delete(each);
      }
    }
    const answer = ask();
    kept.set(key, { answer, until: time + forMs });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
