// Whether a draft keeps the headings and scene numbers of the stretch it is for.
import type { SceneHeading, Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { elementsOf } from '../script/elements';
import { align, type Pair } from './align';
import type { Comparable } from './units';

/** What became of a heading. Numbers as written between the signs. */
export type HeadingProblem =
  | { readonly kind: 'headingChanged'; readonly was: string; readonly now: string }
  | { readonly kind: 'headingLost'; readonly was: string }
  | { readonly kind: 'headingNew'; readonly now: string }
  | { readonly kind: 'numberChanged'; readonly heading: string; readonly was?: string; readonly now?: string };

interface Sides {
  /** Both parsed with a line end before them. */
  readonly now: Script;
  readonly was: Script;
  /** More may come. */
  readonly writing: boolean;
}

interface Placed extends Span {
  readonly heading: SceneHeading;
  /** Its words, without what makes no difference. */
  readonly folded: string;
}

/** The headings that are not what they were, in order. Nothing but numbers where headings may change. */
export function checkHeadings(free: boolean, { now, was, writing }: Sides): (Span & HeadingProblem)[] {
  const [before, after] = [headingsIn(was), headingsIn(now)];
  const problems: (Span & HeadingProblem)[] = [];
  const fresh: Placed[] = [];
  let at = 0;
  let next = 0;
  for (const pair of [...paired(before, after), { a: before.length, b: after.length }]) {
    // What stands between the same neighbours is the old one under another name.
    for (; at < pair.a; at++) {
      const [old, renamed] = [before[at], next < pair.b ? after[next] : undefined];
      if (old && renamed) {
        next++;
        problems.push(...(free ? [] : [{ kind: 'headingChanged' as const, was: old.heading.text, now: renamed.heading.text, from: renamed.from, to: renamed.to }]));
        problems.push(...numbers(old.heading, renamed));
      } else if (old && !writing && !free) {
        const place = after[next - 1]?.to ?? 0;
        problems.push({ kind: 'headingLost', was: old.heading.text, from: place, to: place });
      }
    }
    fresh.push(...(free ? [] : after.slice(next, pair.b)));
    const [old, same] = [before[pair.a], after[pair.b]];
    problems.push(...(old && same ? numbers(old.heading, same) : []));
    at = pair.a + 1;
    next = pair.b + 1;
  }
  for (const { heading, from, to } of fresh) {
    problems.push({ kind: 'headingNew', now: heading.text, from, to });
  }
  return problems;
}

function numbers(old: SceneHeading, { heading, from, to }: Placed): (Span & HeadingProblem)[] {
  if (old.number === heading.number) {
    return [];
  }
  const [was, now] = [old.number, heading.number];
  return [{ kind: 'numberChanged', heading: heading.text, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }), from, to }];
}

/** The longest row of headings with the same words, in order; of two rows the one with the same numbers. */
function paired(before: readonly Placed[], after: readonly Placed[]): Pair[] {
  const same = ({ a, b }: Pair): boolean => before[a]?.folded === after[b]?.folded;
  return align(before.map(unitOf), after.map(unitOf)).filter(same);
}

/** A heading as it is compared: the same words are alike, the same words and number the same. */
function unitOf({ heading, folded }: Placed): Comparable {
  return { match: `${folded}\n${heading.number ?? ''}`, words: new Map([[folded, 1]]), count: 1, heading: false };
}

function headingsIn(script: Script): Placed[] {
  const found: Placed[] = [];
  for (const { element, from, to } of elementsOf(script)) {
    if (element.kind === 'sceneHeading') {
      const folded = element.text.replace(/\s+/gu, ' ').trim().toUpperCase();
      found.push({ heading: element, folded, from: Math.max(0, from - 1), to: Math.max(0, to - 1) });
    }
  }
  return found;
}
