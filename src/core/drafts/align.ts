// Which unit of one text has become which of another: equal ones first, then those that are plainly rewritings of each other.
import { sharedWords, type Comparable } from './units';

/** Indices of two units that belong together: equal ones, or one a rewriting of the other. Both rise through the list. */
export interface Pair {
  readonly a: number;
  readonly b: number;
}

interface Area {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** How often areas are divided at units that stand in them once. Each division costs one look at all units. */
const MOST_DEPTH = 12;
/** The most comparisons of two units' words in one area; beyond, only those near the diagonal are made. */
const MOST_CELLS = 20_000;
/** A share of common words from which one unit is a rewriting of another. */
const ALIKE = 0.4;
/** Two speeches of one person belong together where nothing else is more alike: the same turn of the scene. */
const SAME_NAME = 0.41;

/** The pairs of two lists of units. Bounded time, and the same for the same texts. */
export function align(a: readonly Comparable[], b: readonly Comparable[]): Pair[] {
  const pairs: Pair[] = [];
  divide(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, 0, pairs);
  return pairs;
}

function divide(a: readonly Comparable[], b: readonly Comparable[], area: Area, depth: number, pairs: Pair[]): void {
  let { a0, a1, b0, b1 } = area;
  while (a0 < a1 && b0 < b1 && a[a0]?.match === b[b0]?.match) {
    pairs.push({ a: a0++, b: b0++ });
  }
  const tail: Pair[] = [];
  while (a0 < a1 && b0 < b1 && a[a1 - 1]?.match === b[b1 - 1]?.match) {
    tail.push({ a: --a1, b: --b1 });
  }
  if (a0 < a1 && b0 < b1) {
    const inner = { a0, a1, b0, b1 };
    const anchors = depth < MOST_DEPTH ? rising(onceInBoth(a, b, inner)) : [];
    if (anchors.length === 0) {
      rewritings(a, b, inner).forEach((pair) => pairs.push(pair));
    } else {
      let last = { a: a0, b: b0 };
      for (const anchor of [...anchors, { a: a1, b: b1 }]) {
        divide(a, b, { a0: last.a, a1: anchor.a, b0: last.b, b1: anchor.b }, depth + 1, pairs);
        last = anchor;
      }
    }
  }
  // One by one: as many arguments as a long text has units are more than a call takes.
  tail.reverse().forEach((pair) => pairs.push(pair));
}

/** Units that stand once in each side of an area, in the order of the first. */
function onceInBoth(a: readonly Comparable[], b: readonly Comparable[], { a0, a1, b0, b1 }: Area): Pair[] {
  const inB = places(b, b0, b1);
  const found: Pair[] = [];
  for (const [match, at] of places(a, a0, a1)) {
    const other = inB.get(match);
    if (at >= 0 && other !== undefined && other >= 0 && match !== '') {
      found.push({ a: at, b: other });
    }
  }
  return found;
}

/** Where each match stands; -1 where it does more than once. */
function places(units: readonly Comparable[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = from; i < to; i++) {
    const match = units[i]?.match ?? '';
    found.set(match, found.has(match) ? -1 : i);
  }
  return found;
}

/** The longest run of pairs that rises on both sides. */
function rising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.b ?? 0) < pair.b) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) {
      run.push(pair);
    }
  }
  return run.reverse();
}

/** How much one unit is a rewriting of another: 0 not at all. */
function likenessOf(a: Comparable, b: Comparable): number {
  if (a.match === b.match) {
    return 2;
  }
  if (a.heading !== b.heading) {
    return 0;
  }
  const all = a.count + b.count;
  const alike = all === 0 ? 0 : (2 * sharedWords(a, b)) / all;
  const named = a.name !== undefined && a.name === b.name ? SAME_NAME : 0;
  // A scene has one heading: a new one in its place is the old one rewritten.
  const likeness = alike + named + (a.heading ? ALIKE : 0);
  return likeness >= ALIKE ? likeness : 0;
}

interface Row {
  /** The first column that is looked at. */
  readonly start: number;
  readonly scores: Float64Array;
  /** 1: the unit of the first text alone; 2: that of the second alone; 3: both together. */
  readonly moves: Uint8Array;
}

/** The pairs of an area that has no unit to divide it by: those that are most alike in sum, in order. */
function rewritings(a: readonly Comparable[], b: readonly Comparable[], { a0, a1, b0, b1 }: Area): Pair[] {
  const height = a1 - a0;
  const width = b1 - b0;
  const reach = Math.max(Math.ceil(width / height) + 2, Math.floor(MOST_CELLS / (2 * height)));
  const rows: Row[] = [];
  for (let i = 0; i <= height; i++) {
    const middle = Math.floor((i * width) / height);
    const start = Math.max(0, middle - reach);
    const end = Math.min(width, middle + reach);
    const row: Row = { start, scores: new Float64Array(end - start + 1), moves: new Uint8Array(end - start + 1) };
    const above = rows[i - 1];
    for (let j = start; j <= end; j++) {
      const at = j - start;
      let best = i === 0 && j === 0 ? 0 : -1;
      const left = at > 0 ? (row.scores[at - 1] ?? -1) : -1;
      if (left > best) {
        best = left;
        row.moves[at] = 2;
      }
      const up = scoreIn(above, j);
      if (up > best) {
        best = up;
        row.moves[at] = 1;
      }
      const before = j > 0 ? scoreIn(above, j - 1) : -1;
      const [one, other] = [a[a0 + i - 1], b[b0 + j - 1]];
      const likeness = before >= 0 && one && other ? likenessOf(one, other) : 0;
      if (likeness > 0 && before + likeness >= best) {
        best = before + likeness;
        row.moves[at] = 3;
      }
      row.scores[at] = best;
    }
    rows.push(row);
  }
  return traced(rows, height, width).map((pair) => ({ a: a0 + pair.a, b: b0 + pair.b }));
}

function scoreIn(row: Row | undefined, column: number): number {
  return row === undefined || column < row.start ? -1 : (row.scores[column - row.start] ?? -1);
}

function traced(rows: readonly Row[], height: number, width: number): Pair[] {
  const pairs: Pair[] = [];
  let i = height;
  let j = width;
  for (let row = rows[i]; row && (i > 0 || j > 0); row = rows[i]) {
    const move = row.moves[j - row.start];
    if (move === 3) {
      pairs.push({ a: --i, b: --j });
    } else if (move === 1) {
      i--;
    } else if (move === 2) {
      j--;
    } else {
      break;
    }
  }
  return pairs.reverse();
}
