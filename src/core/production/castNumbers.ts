// Cast numbers: fixed once given, for the life of a production. Who leaves takes theirs along.
import type { Production } from './production';

/** The file holds no higher one (shape.ts), and no call sheet has room for it. */
export const MOST_CAST_NUMBER = 1_000_000;

type Numbered = Pick<Production, 'elements' | 'numbered'>;

/** Numbers for those who join the cast, one at a call: one more than any ever given; where that would be past the last, the lowest that nobody has. */
export function castNumbersOf(production: Numbered): () => number {
  let last = Math.max(production.numbered ?? 0, highest(production));
  let taken: Set<number | undefined> | undefined;
  let free = 0;
  return () => {
    if (last < MOST_CAST_NUMBER) {
      return ++last;
    }
    taken ??= new Set(Object.values(production.elements).map(({ castNumber }) => castNumber));
    do {
      free++;
    } while (taken.has(free));
    return free;
  };
}

/** The number for whoever joins the cast next. */
export function nextCastNumber(production: Numbered): number {
  return castNumbersOf(production)();
}

/** The production after a change that let elements go, with the highest number given before it, where nobody has that any more. */
export function rememberNumbers(before: Numbered, after: Production): Production {
  const given = Math.max(before.numbered ?? 0, highest(before));
  return given > Math.max(after.numbered ?? 0, highest(after)) ? { ...after, numbered: Math.min(given, MOST_CAST_NUMBER) } : after;
}

function highest({ elements }: Numbered): number {
  return Object.values(elements).reduce((most, { castNumber = 0 }) => Math.max(most, castNumber), 0);
}
