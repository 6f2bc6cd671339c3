// Which words of two lists are the same words in the same order: few and long stretches, exact and bounded in time.

/** Pairs of indices, ascending in both lists. */
export type Pairs = readonly (readonly [number, number])[];

/** Beyond this many cells the middle is cut at words that stand once in both. */
const MOST_CELLS = 400_000;

/**
 * A longest common subsequence, preferring neighbours that stay together. Ids below 0 equal nothing. Where both lists
 * are long and have little in common, words that stand once in each are found first and the rest between them.
 */
export function alignWords(a: ArrayLike<number>, b: ArrayLike<number>): Pairs {
  const pairs: [number, number][] = [];
  alignPart(a, b, [0, a.length, 0, b.length], pairs, 0);
  return pairs;
}

type Part = readonly [aFrom: number, aTo: number, bFrom: number, bTo: number];

function alignPart(a: ArrayLike<number>, b: ArrayLike<number>, part: Part, pairs: [number, number][], depth: number): void {
  let [aFrom, aTo, bFrom, bTo] = part;
  while (aFrom < aTo && bFrom < bTo && same(a[aFrom], b[bFrom])) {
    pairs.push([aFrom++, bFrom++]);
  }
  const tail: [number, number][] = [];
  while (aFrom < aTo && bFrom < bTo && same(a[aTo - 1], b[bTo - 1])) {
    tail.push([--aTo, --bTo]);
  }
  if (aFrom < aTo && bFrom < bTo) {
    if ((aTo - aFrom) * (bTo - bFrom) <= MOST_CELLS) {
      commonest(a, b, [aFrom, aTo, bFrom, bTo]).forEach((pair) => pairs.push(pair));
    } else {
      let [x, y] = [aFrom, bFrom];
      const cuts = depth < 8 ? onceInBoth(a, b, [aFrom, aTo, bFrom, bTo]) : [];
      for (const [cutX, cutY] of cuts) {
        alignPart(a, b, [x, cutX, y, cutY], pairs, depth + 1);
        pairs.push([cutX, cutY]);
        [x, y] = [cutX + 1, cutY + 1];
      }
      if (cuts.length > 0) {
        alignPart(a, b, [x, aTo, y, bTo], pairs, depth + 1);
      }
    }
  }
  tail.reverse().forEach((pair) => pairs.push(pair));
}

function same(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && one >= 0 && one === other;
}

/** By the table of all lengths: a word in common counts 4, one that follows its neighbour 1 more. */
function commonest(a: ArrayLike<number>, b: ArrayLike<number>, [aFrom, aTo, bFrom, bTo]: Part): [number, number][] {
  const rows = aTo - aFrom;
  const wide = bTo - bFrom + 1;
  const best = new Int32Array((rows + 1) * wide);
  const matched = new Int32Array((rows + 1) * wide);
  for (let x = rows - 1; x >= 0; x--) {
    for (let y = wide - 2; y >= 0; y--) {
      const at = x * wide + y;
      const skip = Math.max(best[at + wide] ?? 0, best[at + 1] ?? 0);
      if (same(a[aFrom + x], b[bFrom + y])) {
        // What a match here gives: with the next pair too, or with the best of the rest.
        const next = at + wide + 1;
        matched[at] = 4 + Math.max((matched[next] ?? 0) > 0 ? (matched[next] ?? 0) + 1 : 0, best[next] ?? 0);
      }
      best[at] = Math.max(skip, matched[at] ?? 0);
    }
  }
  return walk(best, matched, rows, wide).map(([x, y]) => [aFrom + x, bFrom + y]);
}

function walk(best: Int32Array, matched: Int32Array, rows: number, wide: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y, held] = [0, 0, false];
  while (x < rows && y < wide - 1) {
    const at = x * wide + y;
    const here = matched[at] ?? 0;
    if (here > 0 && (held || here === best[at])) {
      pairs.push([x, y]);
      const next = matched[at + wide + 1] ?? 0;
      held = next > 0 && here === 4 + next + 1;
      x++;
      y++;
    } else if ((best[at + wide] ?? 0) >= (best[at + 1] ?? 0)) {
      x++;
    } else {
      y++;
    }
  }
  return pairs;
}

/** Words that stand exactly once in each part, as the longest row that ascends in both (patience). */
function onceInBoth(a: ArrayLike<number>, b: ArrayLike<number>, [aFrom, aTo, bFrom, bTo]: Part): [number, number][] {
  const places = (list: ArrayLike<number>, from: number, to: number): Map<number, number> => {
    const found = new Map<number, number>();
    for (let at = from; at < to; at++) {
      const id = list[at] ?? -1;
      found.set(id, found.has(id) ? -1 : at);
    }
    return found;
  };
  const inB = places(b, bFrom, bTo);
  const pairs = [...places(a, aFrom, aTo)].flatMap(([id, x]): [number, number][] => {
    const y = inB.get(id) ?? -1;
    return id >= 0 && x >= 0 && y >= 0 ? [[x, y]] : [];
  });
  return longestRise(pairs.sort(([one], [other]) => one - other));
}

function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, [, y]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < y) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const rise: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) {
      rise.push(pair);
    }
  }
  return rise.reverse();
}
