// Which of a script's words each insertion may call its own: chains first, then what stands between and beside their rows.
import { alignWords } from './align';
import { chainsOf, lentChains, type Chain, type Row } from './chains';
import type { Accepted } from './liveAccepts';
import type { ScriptWords } from './scriptWords';
import { indexWords, type Sequence, type WordIndex } from './wordIndex';

/** For each word of the script: the insertion it comes from (index into the accepts; -1 the writer) and which of its words it is. */
export interface Claims {
  readonly owner: Int32Array;
  readonly word: Int32Array;
}

/** An insertion while its words are looked for. */
interface Candidate {
  readonly accept: Accepted;
  /** It was made in this script. */
  readonly own: boolean;
  readonly number: number;
  readonly sequence: Sequence;
  /** By place in the sequence: a model wrote it. */
  readonly generated: Uint8Array;
  /** By place in the sequence: found. */
  readonly found: Uint8Array;
  /** By place in the sequence: number of its inserted line; -1 around. */
  readonly line: Int32Array;
  readonly chains: readonly Chain[];
}

/** An insertion whose neighbours tell as much as this stands where it was put. */
const AT_HOME = 15;

/**
 * Every word of the script goes to one insertion at most. Where it was put comes before where it may have been moved
 * to, and a later insertion before an earlier one, since it replaced what stood there; rows of words before single ones.
 * @param accepts in order of time, those taken back left out
 * @param isOwn whether an insertion was made in this script; of others only long rows are held to be here
 */
export function claimWords(words: ScriptWords, accepts: readonly Accepted[], isOwn: (accept: Accepted) => boolean): Claims {
  const claims = { owner: new Int32Array(words.folded.length).fill(-1), word: new Int32Array(words.folded.length) };
  if (accepts.length === 0) {
    return claims;
  }
  const index = indexWords(words);
  const candidates = accepts.map((accept, number) => candidateOf(accept, number, index, isOwn(accept)));
  const placed = inOrder(candidates);
  for (const { candidate, chain } of placed) {
    for (const { at, place, length } of chain.rows) {
      for (let step = 0; step < length; step++) {
        claim(claims, candidate, at + step, place + step);
      }
    }
  }
  for (const { candidate, chain } of placed.filter((each) => each.candidate.own)) {
    fillChain(claims, candidate, chain, words, index);
  }
  return claims;
}

function candidateOf(accept: Accepted, number: number, index: WordIndex, own: boolean): Candidate {
  const sequence = index.sequenceOf(accept);
  const length = sequence.ids.length;
  const generated = new Uint8Array(length);
  for (const [from, to] of accept.generated) {
    generated.fill(1, sequence.from + from, sequence.from + to);
  }
  const line = new Int32Array(length).fill(-1);
  let at = sequence.from;
  for (const [lineNumber, count] of (accept.inserted.lines ?? []).entries()) {
    line.fill(lineNumber, Math.min(at, sequence.to), Math.min(at + count, sequence.to));
    at += count;
  }
  line.fill(accept.inserted.lines?.length ?? 0, Math.min(at, sequence.to), sequence.to);
  return { accept, own, number, sequence, generated, found: new Uint8Array(length), line, chains: own ? chainsOf(sequence, index) : lentChains(sequence, index) };
}

interface PlacedChain {
  readonly candidate: Candidate;
  readonly chain: Chain;
}

function inOrder(candidates: readonly Candidate[]): PlacedChain[] {
  const all = candidates.flatMap((candidate) => candidate.chains.map((chain) => ({ candidate, chain })));
  const rank = ({ chain }: PlacedChain): number => (chain.copy ? 2 : chain.aroundWeight >= AT_HOME ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? 0 : b.chain.weight - a.chain.weight) || b.candidate.number - a.candidate.number);
}

function claim(claims: Claims, { sequence, generated, found, number }: Candidate, at: number, place: number): void {
  if (generated[at] === 1 && claims.owner[place] === -1) {
    claims.owner[place] = number;
    claims.word[place] = at - sequence.from;
    found[at] = 1;
  }
}

/** Beyond both ends of a gap so many words more than it lost are looked at. */
const BESIDE = 8;
/** Lines of fewer words are held to be found only beside others of the chain. */
const SHORT_LINE = 8;
/** How far from it, in words. */
const NEAR = 2;

/** What stands between the rows of a chain, and before and behind it in the same and the next paragraph. */
function fillChain(claims: Claims, candidate: Candidate, { rows, copy }: Chain, words: ScriptWords, { ids }: WordIndex): void {
  const { sequence, line } = candidate;
  const unitsOf = (at: number, place: number): number => ((line[at] ?? -1) + 1) * words.lines.length + (words.element[place] ?? 0);
  const links = linksOf(rows);
  const joined = new Set<number>();
  for (const [at, place] of links) {
    joined.add(unitsOf(at, place));
  }
  const fill = (at: readonly number[], place: readonly number[]): void => {
    // What another insertion has is not free, nor what stands elsewhere already: neither may be matched.
    const free = at.map((each) => (candidate.found[each] === 1 && !copy ? -1 : (sequence.ids[each] ?? -1)));
    const open = place.map((each) => (claims.owner[each] === -1 ? (ids[each] ?? -2) : -2));
    const pairs = alignWords(free, open).map(([a, b]) => [at[a] ?? 0, place[b] ?? 0] as const);
    const isJoined = ([each, there]: Pair): boolean => joined.has(unitsOf(each, there));
    const others = pairs.filter((pair) => !isJoined(pair));
    for (const pair of others.length === 0 ? pairs : [...pairs.filter(isJoined), ...credible(others, pairs, candidate, words, links)]) {
      claim(claims, candidate, ...pair);
    }
  };
  for (const [number, row] of rows.entries()) {
    const next = rows[number + 1];
    if (next) {
      const [at, place] = [[row.at + row.length, next.at], [row.place + row.length, next.place]] as const;
      fill(endsOf(at, place[1] - place[0]), endsOf(place, at[1] - at[0]));
    }
  }
  const [first, last] = [rows[0], rows.at(-1)];
  if (first && last) {
    // What stands in the same paragraph comes before what stands in the next.
    for (const more of [0, 1]) {
      fill(before(first.at, line, more), before(first.place, words.element, more));
      fill(behind(endOf(last, 'at'), line, more), behind(endOf(last, 'place'), words.element, more));
    }
  }
}

type Pair = readonly [at: number, place: number];

/** The rows as places of the script by words of the insertion. */
function linksOf(rows: readonly Row[]): Map<number, number> {
  const links = new Map<number, number>();
  for (const { at, place, length } of rows) {
    for (let step = 0; step < length; step++) {
      links.set(at + step, place + step);
    }
  }
  return links;
}

/**
 * Of pairs in lines and paragraphs that no row of the chain joins, those that are no chance: where half of the words are
 * common to line and paragraph, and a short one also stands beside its neighbour.
 */
function credible(others: readonly Pair[], pairs: readonly Pair[], { line }: Candidate, { element }: ScriptWords, links: ReadonlyMap<number, number>): Pair[] {
  const found = new Map(pairs);
  const groups = new Map<string, Pair[]>();
  for (const pair of others) {
    const key = `${line[pair[0]] ?? -1} ${element[pair[1]] ?? -1}`;
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  const linked = (at: number): number | undefined => found.get(at) ?? links.get(at);
  return [...groups.values()].flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const longer = first ? Math.max(lengthAt(line, first[0]), lengthAt(element, first[1])) : Infinity;
    const isAlike = 2 * group.length >= longer;
    return first && last && isAlike && (longer >= SHORT_LINE || isBeside(first, -1, linked) || isBeside(last, 1, linked)) ? group : [];
  });
}

/** Whether a pair of the chain stands next to this one, before (-1) or behind it (1). */
function isBeside([at, place]: Pair, direction: 1 | -1, linked: (at: number) => number | undefined): boolean {
  for (let step = 1; step <= 1 + NEAR; step++) {
    const other = linked(at + direction * step);
    if (other !== undefined && Math.abs(other - place) <= 1 + NEAR) {
      return true;
    }
  }
  return false;
}

/** How many words the line or element at an index has. */
function lengthAt(units: ArrayLike<number>, at: number): number {
  let [from, to] = [at, at];
  while (from > 0 && units[from - 1] === units[at]) {
    from--;
  }
  while (to + 1 < units.length && units[to + 1] === units[at]) {
    to++;
  }
  return to - from + 1;
}

const endOf = (row: Row, side: 'at' | 'place'): number => row[side] + row.length;

/** The indices of a gap; of one much longer than the other side's only its two ends. */
function endsOf([from, to]: readonly [number, number], other: number): number[] {
  const most = Math.max(0, other) + BESIDE;
  const indices: number[] = [];
  for (let at = from; at < to; at++) {
    if (at < from + most || at >= to - most) {
      indices.push(at);
    }
  }
  return indices;
}

/** The indices before `end` in the same line or element as it, and in so many more before that. */
function before(end: number, units: ArrayLike<number>, more: number): number[] {
  const indices: number[] = [];
  let changes = units[end - 1] === units[end] ? 0 : 1;
  for (let at = end - 1; at >= 0 && indices.length < MOST_BESIDE; at--) {
    changes += indices.length > 0 && units[at] !== units[at + 1] ? 1 : 0;
    if (changes > more) {
      break;
    }
    indices.push(at);
  }
  return indices.reverse();
}

/** The indices from `start` in the same line or element as the word before it, and in so many more behind that. */
function behind(start: number, units: ArrayLike<number>, more: number): number[] {
  const indices: number[] = [];
  let changes = units[start - 1] === units[start] ? 0 : 1;
  for (let at = start; at < units.length && indices.length < MOST_BESIDE; at++) {
    changes += indices.length > 0 && units[at] !== units[at - 1] ? 1 : 0;
    if (changes > more) {
      break;
    }
    indices.push(at);
  }
  return indices;
}

const MOST_BESIDE = 200;
