// Whether a draft keeps the headings and scene numbers of the stretch it is for.
import type { SceneHeading, Span } from '../fountain/elements';
import type { Script } from '../fountain/script';
import { elementsOf } from '../script/elements';

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
}

/** The headings that are not what they were, in order. Nothing but numbers where headings may change. */
export function checkHeadings(free: boolean, { now, was, writing }: Sides): (Span & HeadingProblem)[] {
  const [before, after] = [headingsIn(was), headingsIn(now)];
  const pairs = paired(before, after);
  const taken = new Set(pairs.values());
  const problems: (Span & HeadingProblem)[] = [];
  let last: Span = { from: 0, to: 0 };
  for (const [index, old] of before.entries()) {
    const place = pairs.get(index);
    if (place) {
      problems.push(...numbers(old.heading, place));
      last = place;
      continue;
    }
    // What stands between the same neighbours is the old one under another name.
    const next = after[(pairs.get(index - 1) ? after.indexOf(pairs.get(index - 1) ?? old) : index - 1) + 1];
    const renamed = next && !taken.has(next) ? next : undefined;
    if (renamed) {
      taken.add(renamed);
      pairs.set(index, renamed);
      last = renamed;
      problems.push(...(free ? [] : [{ kind: 'headingChanged' as const, was: old.heading.text, now: renamed.heading.text, from: renamed.from, to: renamed.to }]));
      problems.push(...numbers(old.heading, renamed));
    } else if (!writing && !free) {
      problems.push({ kind: 'headingLost', was: old.heading.text, from: last.to, to: last.to });
    }
  }
  const fresh = free ? [] : after.filter((place) => !taken.has(place));
  return [...problems, ...fresh.map(({ heading, from, to }) => ({ kind: 'headingNew' as const, now: heading.text, from, to }))];
}

function numbers(old: SceneHeading, { heading, from, to }: Placed): (Span & HeadingProblem)[] {
  if (old.number === heading.number) {
    return [];
  }
  const [was, now] = [old.number, heading.number];
  return [{ kind: 'numberChanged', heading: heading.text, ...(was === undefined ? {} : { was }), ...(now === undefined ? {} : { now }), from, to }];
}

/** Headings with the same words, in order: index of the old one to the new one. */
function paired(before: readonly Placed[], after: readonly Placed[]): Map<number, Placed> {
  const pairs = new Map<number, Placed>();
  let from = 0;
  for (const [index, { heading }] of before.entries()) {
    const at = after.findIndex((place, i) => i >= from && same(place.heading, heading));
    if (at >= 0) {
      pairs.set(index, after[at] ?? { heading, from: 0, to: 0 });
      from = at + 1;
    }
  }
  return pairs;
}

function same(a: SceneHeading, b: SceneHeading): boolean {
  return a.text.replace(/\s+/gu, ' ').trim().toUpperCase() === b.text.replace(/\s+/gu, ' ').trim().toUpperCase();
}

function headingsIn(script: Script): Placed[] {
  const found: Placed[] = [];
  for (const { element, from, to } of elementsOf(script)) {
    if (element.kind === 'sceneHeading') {
      found.push({ heading: element, from: Math.max(0, from - 1), to: Math.max(0, to - 1) });
    }
  }
  return found;
}
