// Which characters of a script Courier Prime lacks: other fonts are looked for only where there are any.
import { cellsOf, isNarrow } from '../core/page/columns';
import { linesOf } from '../core/page/pageLines';
import type { Layout } from '../core/page/page';
import type { Face } from './face';

/** Grapheme clusters that a face cannot show, in the order in which they are printed. `extra`: headers and the like. */
export function charactersBeyond(layout: Layout, face: Face, extra: readonly string[] = []): Set<string> {
  const beyond = new Set<string>();
  const look = (text: string): void => {
    // Narrow characters are a code unit each, and most are known already: no need to cut into clusters.
    for (const { text: cluster, columns } of isNarrow(text) ? Array.from(text, (character) => ({ text: character, columns: 1 })) : cellsOf(text)) {
      if (columns > 0 && cluster.trim() !== '' && face.formOf(cluster) === undefined) {
        beyond.add(cluster);
      }
    }
  };
  for (const page of layout.titlePage ? [layout.titlePage, ...layout.pages] : layout.pages) {
    for (const { runs, number } of linesOf(page)) {
      runs.forEach(({ text }) => look(text));
      look(number ?? '');
    }
  }
  extra.forEach(look);
  return beyond;
}
