// Which words of an accepted text a model wrote: those of the offer that did not stand there before.
import { foldWord, ledgerWords } from './words';

/** A run of words [from, to) of a text. */
export type WordRun = readonly [number, number];

/** So many words in a row, kept in their place, are the writer's own sentence; fewer may meet by chance. */
const LEAST_KEPT = 3;
/** Above so many comparisons only beginnings, ends and long runs are looked for. */
const MOST_CELLS = 4_000_000;

/**
 * The words of `inserted` that came from the model, as runs. A word is the model's where it stands in the offer at a
 * place that fits the words around it; the writer's where they put it in before taking it, or where it stood in what
 * was replaced, in a run of three words or more, or as all of it. Two words alike by chance are no reason to call a
 * model's line the writer's: in doubt it is the model's.
 */
export function generatedRuns(offered: string, inserted: string, replaced: string): WordRun[] {
  const words = foldedWords(inserted);
  const before = foldedWords(replaced);
  const fromOffer = matched(foldedWords(offered), words);
  const stood = longRuns(matched(before, words), Math.min(LEAST_KEPT, Math.max(1, before.length)));
  return runsOf(words.map((_, index) => fromOffer[index] !== undefined && stood[index] === undefined));
}

function foldedWords(text: string): string[] {
  return ledgerWords(text).map(foldWord);
}

/** For each word of `b` the place in `a` of the word it is the same as, in an alignment that keeps the most words. */
function matched(a: readonly string[], b: readonly string[]): (number | undefined)[] {
  const found: (number | undefined)[] = new Array<number | undefined>(b.length).fill(undefined);
  const inside = b.length > 0 ? wholeIn(a, b) : -1;
  if (inside >= 0) {
    return b.map((_, index) => inside + index);
  }
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    found[head] = head;
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) {
    found[b.length - 1 - tail] = a.length - 1 - tail;
    tail++;
  }
  align(a, b, { aFrom: head, aTo: a.length - tail, bFrom: head, bTo: b.length - tail }, found);
  return found;
}

/** Where `b` stands as a whole in `a`; -1 where it does not. */
function wholeIn(a: readonly string[], b: readonly string[]): number {
  for (let from = 0; from + b.length <= a.length; from++) {
    if (b.every((word, index) => a[from + index] === word)) {
      return from;
    }
  }
  return -1;
}

interface Window {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

/** The longest common sequence of a window of both; of windows too large for it, the longest runs in common. */
function align(a: readonly string[], b: readonly string[], window: Window, found: (number | undefined)[]): void {
  const { aFrom, aTo, bFrom, bTo } = window;
  const [rows, columns] = [aTo - aFrom, bTo - bFrom];
  if (rows === 0 || columns === 0) {
    return;
  }
  if (rows * columns > MOST_CELLS) {
    anchor(a, b, window, found);
    return;
  }
  const wide = columns + 1;
  const best = new Uint16Array((rows + 1) * wide);
  const at = (row: number, column: number): number => best[row * wide + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      best[row * wide + column] = a[aFrom + row] === b[bFrom + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (a[aFrom + row] === b[bFrom + column]) {
      found[bFrom + column] = aFrom + row;
      row++;
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      row++;
    } else {
      column++;
    }
  }
}

/** How many words in a row make a place to cut a large window at. */
const ANCHOR = 6;

/** Cuts a large window at a run of words that both have, as near the middle as there is one, and aligns the halves. */
function anchor(a: readonly string[], b: readonly string[], { aFrom, aTo, bFrom, bTo }: Window, found: (number | undefined)[]): void {
  const places = new Map<string, number>();
  const key = (words: readonly string[], from: number): string => words.slice(from, from + ANCHOR).join(' ');
  for (let from = aFrom; from + ANCHOR <= aTo; from++) {
    const run = key(a, from);
    // What stands there twice tells no place.
    places.set(run, places.has(run) ? -1 : from);
  }
  const middle = (bFrom + bTo) / 2;
  let cut: { readonly inA: number; readonly inB: number } | undefined;
  for (let from = bFrom; from + ANCHOR <= bTo; from++) {
    const inA = places.get(key(b, from)) ?? -1;
    if (inA >= 0 && (!cut || Math.abs(from - middle) < Math.abs(cut.inB - middle))) {
      cut = { inA, inB: from };
    }
  }
  if (!cut) {
    return;
  }
  const { inA, inB } = cut;
  for (let word = 0; word < ANCHOR; word++) {
    found[inB + word] = inA + word;
  }
  align(a, b, { aFrom, aTo: inA, bFrom, bTo: inB }, found);
  align(a, b, { aFrom: inA + ANCHOR, aTo, bFrom: inB + ANCHOR, bTo }, found);
}

/** Only matches that go on for so many words on both sides. */
function longRuns(found: readonly (number | undefined)[], least: number): (number | undefined)[] {
  const kept: (number | undefined)[] = new Array<number | undefined>(found.length).fill(undefined);
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    while (to < found.length && found[from] !== undefined && found[to] === (found[from] ?? 0) + to - from) {
      to++;
    }
    if (found[from] !== undefined && to - from >= least) {
      found.slice(from, to).forEach((place, index) => (kept[from + index] = place));
    }
    from = to;
  }
  return kept;
}

function runsOf(flags: readonly boolean[]): WordRun[] {
  const runs: [number, number][] = [];
  flags.forEach((flag, index) => {
    const last = runs.at(-1);
    if (flag && last?.[1] === index) {
      last[1] = index + 1;
    } else if (flag) {
      runs.push([index, index + 1]);
    }
  });
  return runs;
}
