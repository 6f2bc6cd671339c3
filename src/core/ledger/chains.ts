// Where an insertion's words stand in a script: rows of words that match, joined to chains that run the same way.
import type { Sequence, WordIndex } from './wordIndex';

/** A row of equal words: from `at` in the insertion's sequence and from `place` in the script. */
export interface Row {
  readonly at: number;
  readonly place: number;
  readonly length: number;
}

/** Rows that follow each other in both, and what they tell together. */
export interface Chain {
  readonly rows: readonly Row[];
  /** In bits, all matching words. */
  readonly weight: number;
  /** The part of it that the words around the insertion give. */
  readonly aroundWeight: number;
  readonly words: number;
  /** Its words are found elsewhere already: this is a second place. */
  readonly copy: boolean;
}

const MOST_ROWS = 3000;
/** Words between two rows of a chain, in the script. */
const FARTHEST = 400;
/** So much must match before words are held to be the model's: five words in a row that are neither rare nor common. */
const ENOUGH = { weight: 40, words: 5 };
/** A second place of the same words: a long line word for word is a copy, a short one may be the writer's own. */
const ENOUGH_FOR_COPY = { weight: 64, words: 8 };

/** The chains of an insertion, the likeliest first; copies last. */
export function chainsOf(sequence: Sequence, index: WordIndex): Chain[] {
  const all = rowsOf(sequence, index);
  const chains: Chain[] = [];
  let left = all;
  for (let chain = bestChain(left, sequence, index, false); chain && isEnough(chain, ENOUGH); chain = bestChain(left, sequence, index, false)) {
    chains.push(chain);
    left = cutRows(left, chain.rows, true);
  }
  left = chains.reduce((rows, { rows: used }) => cutRows(rows, used, false), all).flatMap((row) => insideRow(row, sequence));
  for (let chain = bestChain(left, sequence, index, true); chain && isEnough(chain, ENOUGH_FOR_COPY); chain = bestChain(left, sequence, index, true)) {
    chains.push(chain);
    left = cutRows(left, chain.rows, false);
  }
  return chains;
}

/**
 * What another script's insertion may claim here: long rows alone, each word for word. Short ones and what stands between
 * them are the same by chance in any two scripts.
 */
export function lentChains(sequence: Sequence, index: WordIndex): Chain[] {
  const rows = rowsOf(sequence, index).flatMap((row) => insideRow(row, sequence, ENOUGH_FOR_COPY.words));
  return rows.map((row) => weigh([row], sequence, index, true)).filter((chain) => isEnough(chain, ENOUGH_FOR_COPY));
}

function isEnough({ weight, words }: Chain, enough: { readonly weight: number; readonly words: number }): boolean {
  return weight >= enough.weight && words >= enough.words;
}

/** A row of two words counts where both are rather rare. */
const PAIR = 15;

function rowsOf(sequence: Sequence, index: WordIndex): Row[] {
  const { ids } = sequence;
  const rows: Row[] = [];
  // How far the row that runs at this distance has been read: each is found once, by the first of its pairs that is listed.
  const read = new Map<number, number>();
  for (let at = 0; at + 1 < ids.length; at++) {
    for (const place of index.pairsOf(ids[at] ?? -1, ids[at + 1] ?? -1)) {
      if ((read.get(place - at) ?? 0) > at) {
        continue;
      }
      const row = wholeRow(at, place, ids, index.ids);
      read.set(place - at, row.at + row.length);
      if (row.length > 2 || weightOf(row, sequence, index) >= PAIR) {
        rows.push(row);
      }
    }
  }
  const kept = rows.length > MOST_ROWS ? rows.sort((a, b) => b.length - a.length).slice(0, MOST_ROWS) : rows;
  return withoutBorrowed(kept, sequence).sort((a, b) => a.place - b.place || a.at - b.at);
}

/** The row of equal words around a pair. */
function wholeRow(at: number, place: number, ids: Int32Array, script: Int32Array): Row {
  let from = 0;
  while (at + from > 0 && place + from > 0 && ids[at + from - 1] === script[place + from - 1]) {
    from--;
  }
  let to = 2;
  while (at + to < ids.length && ids[at + to] === script[place + to]) {
    to++;
  }
  return { at: at + from, place: place + from, length: to - from };
}

/**
 * Rows of neighbours that go on by chance into the first or last words of the insertion end before these, where the same
 * words stand in another row with more of their fellows.
 */
function withoutBorrowed(rows: readonly Row[], sequence: Sequence): Row[] {
  const most = new Int32Array(sequence.ids.length);
  const insides = rows.map((row) => insideRow(row, sequence, 1)[0]);
  for (const inside of insides) {
    for (let at = inside?.at ?? 0; inside && at < inside.at + inside.length; at++) {
      most[at] = Math.max(most[at] ?? 0, inside.length);
    }
  }
  return rows.flatMap((row, number) => {
    const inside = insides[number];
    if (!inside || inside.length === row.length || inside.length === sequence.to - sequence.from || (most[inside.at] ?? 0) <= inside.length + 1) {
      return row;
    }
    return cutRow(row, inside.at - row.at, inside.length);
  });
}

/** The chain that weighs most: each row's weight less what the gaps before it cost. */
function bestChain(rows: readonly Row[], sequence: Sequence, index: WordIndex, copy: boolean): Chain | undefined {
  const score = new Float64Array(rows.length);
  const before = new Int32Array(rows.length).fill(-1);
  let first = 0;
  let best = -1;
  for (const [to, row] of rows.entries()) {
    const whole = weightOf(row, sequence, index);
    score[to] = whole;
    while (row.place - ((rows[first]?.place ?? 0) + (rows[first]?.length ?? 0)) > FARTHEST) {
      first++;
    }
    for (let from = first; from < to; from++) {
      const other = rows[from];
      if (!other || other.at >= row.at || other.place >= row.place) {
        continue;
      }
      const inSequence = row.at - other.at - other.length;
      const inScript = row.place - other.place - other.length;
      const overlap = Math.max(0, -inSequence, -inScript);
      if (overlap >= row.length) {
        continue;
      }
      const joined = (score[from] ?? 0) + whole * (1 - overlap / row.length) - gapCost(Math.max(0, inSequence), Math.max(0, inScript));
      if (joined > (score[to] ?? 0)) {
        score[to] = joined;
        before[to] = from;
      }
    }
    best = best < 0 || (score[to] ?? 0) > (score[best] ?? 0) ? to : best;
  }
  const chain: Row[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const row = rows[at];
    if (row) {
      chain.push(row);
    }
  }
  return best < 0 ? undefined : weigh(withoutStrays(trimOverlaps(chain.reverse(), sequence, index), sequence, index), sequence, index, copy);
}

/** Longer gaps cost more, to a bound: whole pages may have been cut out of a scene. */
function gapCost(inSequence: number, inScript: number): number {
  return inSequence + inScript === 0 ? 0 : 2 + Math.min(40, 0.2 * Math.min(inSequence, inScript) + 0.3 * Math.abs(inSequence - inScript));
}

function weightOf({ at, length }: Row, { ids }: Sequence, { bits }: WordIndex): number {
  let weight = 0;
  for (let word = at; word < at + length; word++) {
    weight += bits[ids[word] ?? 0] ?? 0;
  }
  return weight;
}

function weigh(rows: readonly Row[], sequence: Sequence, index: WordIndex, copy: boolean): Chain {
  const weight = rows.reduce((sum, row) => sum + weightOf(row, sequence, index), 0);
  const inside = rows.flatMap((row) => insideRow(row, sequence, 1)).reduce((sum, row) => sum + weightOf(row, sequence, index), 0);
  return { rows, weight, aroundWeight: weight - inside, words: rows.reduce((sum, { length }) => sum + length, 0), copy };
}

/** The part of a row that is in the inserted words, if it is at least so long. */
function insideRow({ at, place, length }: Row, { from, to }: Sequence, least = 3): Row[] {
  const start = Math.max(at, from);
  const end = Math.min(at + length, to);
  return end - start < least ? [] : [{ at: start, place: place + start - at, length: end - start }];
}

/**
 * Rows that do not overlap. A word of the insertion that may stand at two places stands with more of its fellows. A word
 * of the script that may be one or the other is of the row whose paragraph it is in, or of one far longer; else it is the neighbour's, which
 * stood there first.
 */
function trimOverlaps(rows: readonly Row[], sequence: Sequence, index: WordIndex): Row[] {
  const trimmed: Row[] = [];
  for (const row of rows) {
    const last = trimmed.at(-1);
    const cut = last ? Math.max(0, last.at + last.length - row.at, last.place + last.length - row.place) : 0;
    if (last && cut > 0 && cut < last.length) {
      const kept = keptOfOverlap(last, row, cut, sequence, index);
      trimmed[trimmed.length - 1] = { ...last, length: last.length - cut + kept };
      trimmed.push({ at: row.at + kept, place: row.place + kept, length: row.length - kept });
    } else {
      trimmed.push({ at: row.at + cut, place: row.place + cut, length: row.length - cut });
    }
  }
  return trimmed.filter(({ length }) => length > 0);
}

/** How many of the words that two rows share stay with the first. */
function keptOfOverlap(first: Row, second: Row, cut: number, { from, to }: Sequence, { elements }: WordIndex): number {
  const inserted = ({ at, length }: Row): number => Math.min(at + length, to) - Math.max(at, from);
  if (first.at + first.length > second.at) {
    return inserted(second) > inserted(first) ? 0 : cut;
  }
  const start = second.place;
  const isWhole = elements[start] !== elements[start - 1] && elements[start + cut] !== elements[start + cut - 1];
  if (isWhole && second.length > 2 * (first.length - cut)) {
    return 0;
  }
  for (let kept = 0; kept <= cut && !isWhole; kept++) {
    if (elements[start + kept] !== elements[start + kept - 1]) {
      return kept;
    }
  }
  return second.at >= to && inserted(first) > 0 ? 0 : cut;
}

/** A row that tells less belongs to a chain only close by its others. */
const WEAK = 40;
const CLOSE = 12;

/** Drops rows that say little and stand far from the rest: three words in a row, or a cue and "Yes.", are found anywhere. */
function withoutStrays(rows: readonly Row[], sequence: Sequence, index: WordIndex): Row[] {
  const isClose = (one: Row | undefined, other: Row | undefined): boolean =>
    one !== undefined && other !== undefined && other.at - one.at - one.length <= CLOSE && other.place - one.place - one.length <= CLOSE;
  return rows.filter((row, number) => weightOf(row, sequence, index) >= WEAK || isClose(rows[number - 1], row) || isClose(row, rows[number + 1]));
}

/** What is left of rows when these are used: their places in the script, and with `both` also their words. */
function cutRows(rows: readonly Row[], used: readonly Row[], both: boolean): Row[] {
  let left = [...rows];
  for (const { at, place, length } of used) {
    left = left.flatMap((row) => cutRow(row, place - row.place, length)).flatMap((row) => (both ? cutRow(row, at - row.at, length) : row));
  }
  return left.sort((a, b) => a.place - b.place || a.at - b.at);
}

/** The row without `length` words from the one `from` its beginning, where that is three words or more. */
function cutRow(row: Row, from: number, length: number): Row[] {
  if (from >= row.length || from + length <= 0) {
    return [row];
  }
  const rest = from + length;
  return [{ ...row, length: Math.max(0, from) }, { at: row.at + rest, place: row.place + rest, length: row.length - rest }].filter((part) => part.length >= 3);
}
