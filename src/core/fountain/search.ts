// Finding a place among places that rise: lines, pages, scenes, pieces of a text.

/**
 * The index of the last of `count` places that stands at or before an offset; -1 where all stand behind it. By halves.
 * @param at the place of an index, rising with it
 */
export function lastAtOrBefore(count: number, at: (index: number) => number | undefined, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at(middle) ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
