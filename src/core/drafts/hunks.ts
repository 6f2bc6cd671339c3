// The differences between a draft and its script, as a writer reads them: a paragraph, a speech, a passage that came or went.
import type { Span } from '../fountain/elements';
import { align, type Pair } from './align';
import type { Draft, Touched } from './draft';
import { folded, sharedWords, unitsOf, type Unit } from './units';

/** One difference. `base` and `text` are offsets in the draft's fields of those names; one of the two may be empty. */
export interface Hunk {
  readonly index: number;
  readonly base: Span;
  readonly text: Span;
  /** What stands in the script now. */
  readonly removed: string;
  /** What the draft has in its place. */
  readonly inserted: string;
  /** The script was changed here by hand since the draft was written. */
  readonly touched: boolean;
}

/** A run of units on both sides that are not the same: indices, end exclusive. */
interface Change {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  /** A unit and its rewriting, not a passage that came or went. */
  readonly pair: boolean;
}

const known = new WeakMap<Draft, readonly Hunk[]>();

/** The draft's hunks in order, none overlapping another. The same for the same draft, in bounded time. */
export function hunksOf(draft: Draft): readonly Hunk[] {
  let hunks = known.get(draft);
  if (!hunks) {
    hunks = hunksBetween(draft.base, draft.text, draft.touched);
    known.set(draft, hunks);
  }
  return hunks;
}

/** The hunks from one text to another. Units that differ in their line ends alone are the same. */
export function hunksBetween(base: string, text: string, touched: readonly Touched[] = []): readonly Hunk[] {
  if (base === text) {
    return [];
  }
  const a = unitsOf(base);
  const b = unitsOf(text);
  const spans = apart(changesOf(a, b, align(a, b)).map((change) => spansOf(a, b, change, { base, text })), { base, text });
  return spans.map((span, index) => ({
    index,
    ...span,
    removed: base.slice(span.base.from, span.base.to),
    inserted: text.slice(span.text.from, span.text.to),
    touched: touched.some((other) => meet(span.base, other)),
  }));
}

/** Whether two spans overlap; an empty one overlaps what it touches. */
export function meet(a: Span, b: Span): boolean {
  return a.from === a.to || b.from === b.to ? a.from <= b.to && b.from <= a.to : a.from < b.to && b.from < a.to;
}

function changesOf(a: readonly Unit[], b: readonly Unit[], pairs: readonly Pair[]): Change[] {
  const changes: Change[] = [];
  let last = { a: 0, b: 0 };
  for (const pair of [...pairs, { a: a.length, b: b.length }]) {
    if (pair.a > last.a || pair.b > last.b) {
      changes.push({ a0: last.a, a1: pair.a, b0: last.b, b1: pair.b, pair: false });
    }
    const [one, other] = [a[pair.a], b[pair.b]];
    if (one && other && folded(one.text) !== folded(other.text)) {
      changes.push({ a0: pair.a, a1: pair.a + 1, b0: pair.b, b1: pair.b + 1, pair: true });
    }
    last = { a: pair.a + 1, b: pair.b + 1 };
  }
  return joinSplit(a, b, changes);
}

/** A paragraph broken in two, or two made one, is one change: half of it alone would lose words or say them twice. */
function joinSplit(a: readonly Unit[], b: readonly Unit[], changes: readonly Change[]): Change[] {
  const made: Change[] = [];
  for (const change of changes) {
    const last = made.at(-1);
    if (last && touching(last, change) && last.pair !== change.pair && belongs(a, b, last.pair ? last : change, last.pair ? change : last)) {
      made[made.length - 1] = { a0: last.a0, a1: change.a1, b0: last.b0, b1: change.b1, pair: true };
    } else {
      made.push(change);
    }
  }
  return made;
}

function touching(a: Change, b: Change): boolean {
  return a.a1 === b.a0 && a.b1 === b.b0;
}

/** Whether most words of what came (or went) beside a rewritten unit are words of that unit as it was (or has become). */
function belongs(a: readonly Unit[], b: readonly Unit[], pair: Change, run: Change): boolean {
  if (run.a0 < run.a1 && run.b0 < run.b1) {
    return false;
  }
  const [came, whole, rest] = run.a0 === run.a1 ? [b.slice(run.b0, run.b1), a[pair.a0], b[pair.b0]] : [a.slice(run.a0, run.a1), b[pair.b0], a[pair.a0]];
  if (!whole || !rest || came.length > 3) {
    return false;
  }
  const words = came.reduce((sum, unit) => sum + unit.count, 0);
  const shared = came.reduce((sum, unit) => sum + sharedWords(unit, whole), 0);
  // What the rewritten unit has kept itself cannot have moved over.
  const left = whole.count - sharedWords(whole, rest);
  return words >= 2 && Math.min(shared, left) >= words / 2;
}

interface Spans {
  readonly base: Span;
  readonly text: Span;
}

function spansOf(a: readonly Unit[], b: readonly Unit[], { a0, a1, b0, b1 }: Change, { base, text }: { base: string; text: string }): Spans {
  return {
    base: { from: a[a0]?.from ?? base.length, to: a[a1]?.from ?? base.length },
    text: { from: b[b0]?.from ?? text.length, to: b[b1]?.from ?? text.length },
  };
}

/**
 * Hunks that lean on each other joined: where a text does not end in a blank line (the last of a stretch), what comes
 * behind it cannot come alone, for it would run into it.
 */
function apart(spans: readonly Spans[], { base, text }: { base: string; text: string }): Spans[] {
  const made: Spans[] = [];
  for (const span of spans) {
    const last = made.at(-1);
    const leans =
      last?.base.to === span.base.from &&
      last.text.to === span.text.from &&
      !(standsApart(base.slice(last.base.from, last.base.to)) && standsApart(text.slice(last.text.from, last.text.to)));
    if (last && leans) {
      made[made.length - 1] = { base: { from: last.base.from, to: span.base.to }, text: { from: last.text.from, to: span.text.to } };
    } else {
      made.push(span);
    }
  }
  return made;
}

function standsApart(text: string): boolean {
  return text === '' || /\n[^\S\n]*\n$/.test(folded(text.slice(-200)));
}
