// How alike what happens in two scenarios is: by their beats, since the same story may have any title.
import { sameWords, tokensOf } from '../suggest/distinctness';

/**
 * The share from which two scenarios count as one. Measured on hand-made sets in two languages (likenessSets.ts, held by a
 * test): different scenarios of one stretch share 0.09 at most, the same ones reworded 0.39 at least. Nearer to the
 * first, since a model that is asked again rewords more than it thinks, and what is left out can be asked for again.
 */
const TOO_ALIKE = 0.3;

/** Small words that any two sentences share: they say nothing of what happens. */
const SMALL = new Set(
  ('a an the and or but so then of to in on at by for from with without into onto out up down off over under it its he him his she her hers they them their ' +
    'that this these those there here who whom whose what which when where while as is are was were be been has have had do does did not no nor than because before after')
    .split(' '),
);

/** The words of a beat that say what happens: no names, which every scenario of a stretch shares, no small words, endings off. */
function happening(beat: string, names: ReadonlySet<string>): Set<string> {
  const words = tokensOf(beat).map((word) => word.replace(/'s$/, ''));
  return new Set(words.filter((word) => word !== '?' && !SMALL.has(word) && !names.has(word)).map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word)));
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The mean, over beats, of how alike each is to the one most like it on the other side. */
function recurring(from: readonly ReadonlySet<string>[], to: readonly ReadonlySet<string>[]): number {
  const best = from.map((beat) => Math.max(0, ...to.map((other) => share(beat, other))));
  return best.length === 0 ? 0 : best.reduce((sum, each) => sum + each, 0) / best.length;
}

/**
 * How much of what happens in one list of beats happens in the other, 0 to 1, and whether the two count as one. Measured
 * beat by beat, so that order and number of beats do not matter, on the side where more recurs: a scenario that is another
 * one with a beat more is the same. Words are compared, without names.
 */
export function happeningsAlike(a: readonly string[], b: readonly string[], names: readonly string[]): { alike: boolean; likeness: number } {
  const known = new Set(names.flatMap((name) => tokensOf(name)));
  const [left, right] = [a, b].map((beats) => beats.map((beat) => happening(beat, known)).filter((words) => words.size > 0));
  // Nothing but names and small words is told apart by the letter alone.
  const told = left && right && left.length > 0 && right.length > 0;
  const likeness = told ? Math.max(recurring(left, right), recurring(right, left)) : sameWords(a.join('\n'), b.join('\n')) ? 1 : 0;
  return { alike: likeness >= TOO_ALIKE, likeness };
}
