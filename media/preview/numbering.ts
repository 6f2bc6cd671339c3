// Which sheets are numbered anew when the list of sheets changes.
import type { Patch } from '../../src/preview/protocol';

/**
 * From index to index, the last not included. All that is behind a change is numbered anew where a sheet comes or goes, and where the
 * title page does: in place of a page that goes at the same time nothing moves, and every number is another.
 * @param wasTitled whether the first sheet was a title page before
 * @param count the sheets there are after it
 */
export function renumbered({ from, removed, inserted, titled }: Pick<Patch, 'from' | 'removed' | 'inserted' | 'titled'>, wasTitled: boolean, count: number): { from: number; to: number } {
  if (titled !== wasTitled) {
    return { from: 0, to: count };
  }
  return { from, to: inserted.length === removed ? from + removed : count };
}
