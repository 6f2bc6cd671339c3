// The order in which a line's characters stand from left to right, where some of them are read from right to left.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

// The scripts that are read from right to left, by their blocks; marks and controls of direction with them.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STRONG = /(?<rtl>[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}])|\p{L}/u;

/** Whether anything in the text is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The direction of a paragraph by its first letter (Unicode Bidirectional Algorithm, P2); undefined where it has no letter. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const found = STRONG.exec(text);
  return found ? (found.groups?.['rtl'] === undefined ? 'ltr' : 'rtl') : undefined;
}

/** A grapheme cluster of a line. */
export interface Cluster {
  readonly text: string;
}

/** A cluster in its visual place. */
export interface Placed<T extends Cluster> {
  readonly cluster: T;
  readonly rightToLeft: boolean;
  /** The text to draw: brackets turn round where they are read from the right. */
  readonly text: string;
}

/** The clusters of one line, given in reading order, from left to right. */
export function visualOrder<T extends Cluster>(clusters: readonly T[], direction: 'ltr' | 'rtl' | 'auto' = 'auto'): Placed<T>[] {
  const text = clusters.map((cluster) => cluster.text).join('');
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const placed: (Placed<T> & { level: number })[] = [];
  let at = 0;
  for (const cluster of clusters) {
    const level = levels[at] ?? 0;
    const rightToLeft = level % 2 === 1;
    const mirrored = rightToLeft ? bidi.getMirroredCharacter(cluster.text) : null;
    placed.push({ cluster, level, rightToLeft, text: mirrored ?? cluster.text });
    at += cluster.text.length;
  }
  return reversed(placed);
}

/** Rule L2: from the highest level down to the lowest odd one, every run at that level or above is turned round. */
function reversed<T extends { readonly level: number }>(placed: readonly T[]): T[] {
  const order = [...placed];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    let start = -1;
    for (let at = 0; at <= order.length; at++) {
      const inside = at < order.length && (order[at]?.level ?? 0) >= level;
      if (inside && start < 0) {
        start = at;
      } else if (!inside && start >= 0) {
        order.splice(start, at - start, ...order.slice(start, at).reverse());
        start = -1;
      }
    }
  }
  return order;
}
