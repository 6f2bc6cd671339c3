// Finds a stretch that was changed while nobody followed it: by what stood before it and behind it.
import type { Span } from '../fountain/elements';
import { textOf, type Script } from '../fountain/script';
import { matchOf, WITNESS } from '../proposals/surroundings';
import { align } from './align';
import { aroundIn } from './around';
import type { Draft } from './draft';
import { unitsOf } from './units';

/** A stretch that has grown by more than this is another, in UTF-16 units and as a factor. */
const MOST_GROWN = { units: 2000, factor: 3 };

/**
 * The stretch from where the text before ends as it did to where the text behind begins as it did: only if one place
 * answers to each better than all others, they are in order, and enough of the stretch is still there.
 */
export function changedStretch(draft: Draft, script: Script): Span | undefined {
  const text = textOf(script);
  const starts = lineStarts(text);
  const { before, after } = draft.anchor.around;
  const from = bestOf(text, starts, (at) => matchOf({ before, after: '' }, { before: aroundIn(text, at).before, after: '' }));
  const to = bestOf(text, starts, (at) => matchOf({ before: '', after }, { before: '', after: aroundIn(text, at).after }));
  if (from === undefined || to === undefined || to < from) {
    return undefined;
  }
  const length = to - from;
  const { base } = draft;
  if (base.trim() === '') {
    return text.slice(from, to).trim() === '' ? { from, to: from } : undefined;
  }
  if (length > base.length * MOST_GROWN.factor + MOST_GROWN.units || !alike(base, text.slice(from, to))) {
    return undefined;
  }
  return { from, to };
}

/** A third of the smaller side's units must still be there, or have been rewritten. */
function alike(base: string, text: string): boolean {
  const [a, b] = [unitsOf(base), unitsOf(text)];
  return 3 * align(a, b).length >= Math.min(a.length, b.length) && b.length > 0;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    starts.push(match.index + match[0].length);
  }
  if (starts.at(-1) !== text.length) {
    starts.push(text.length);
  }
  return starts;
}

/** The one offset that scores best and enough, the last of those between which nothing stands; undefined where two do. */
function bestOf(text: string, offsets: readonly number[], score: (at: number) => number): number | undefined {
  let best: number | undefined;
  let most = WITNESS - 1;
  let doubtful = false;
  for (const at of offsets) {
    const scored = score(at);
    if (scored > most || (scored === most && best !== undefined)) {
      doubtful = scored === most && (doubtful || text.slice(best, at).trim() !== '');
      most = scored;
      best = at;
    }
  }
  return doubtful ? undefined : best;
}
