// Pagination: page after page, each one found again where its blocks are the same as before.
import type { Block } from '../fountain/script';
import { WHOLE, type Cursor, type LaidPage, type PageMemo } from './laidPage';
import { PageBuilder } from './pageBuilder';
import type { Setting } from './setting';
import type { Rest } from './splits';
import type { KnownUnits } from './unitFinder';
import type { Unit } from './units';

/** The pages of these blocks. Pages that are the same as in an earlier call are the same objects. */
export function paginate(blocks: readonly Block[], setting: Setting): LaidPage[] {
  const pages: LaidPage[] = [];
  let cursor: Cursor | undefined = { block: 0, unit: 0, rest: WHOLE };
  while (cursor) {
    const { block, unit, rest }: Cursor = cursor;
    const memo: PageMemo = recall(blocks, block, unit, rest, setting) ?? build(blocks, cursor, setting);
    if (memo.page) {
      pages.push(memo.page);
    }
    cursor = memo.next && { ...memo.next, block: block + memo.next.block };
  }
  return pages;
}

function recall(blocks: readonly Block[], at: number, unit: number, rest: Rest, setting: Setting): PageMemo | undefined {
  const base = blocks[at];
  return base && setting.pages.get(base)?.find((memo) => {
    return memo.unit === unit && memo.rest.flow === rest.flow && memo.rest.at === rest.at && memo.seen.every((block, index) => blocks[at + index] === block);
  });
}

// A block is on few pages in its life; more memos than this come from typing just above it.
const MEMOS = 4;

function build(blocks: readonly Block[], cursor: Cursor, setting: Setting): PageMemo {
  const base = blocks[cursor.block];
  const known = base && setting.pages.get(base);
  const builder = new PageBuilder(blocks, setting, cursor, known?.[0] && unitsIn(known[0]));
  const next = builder.fill();
  const { blocks: seen, units } = builder.seen();
  const memo: PageMemo = {
    unit: cursor.unit,
    rest: cursor.rest,
    seen,
    units,
    page: builder.page(next),
    next: next && { ...next, block: next.block - cursor.block },
  };
  if (base) {
    setting.pages.set(base, [memo, ...(known ?? []).slice(0, MEMOS - 1)]);
  }
  return memo;
}

/** The layout of the blocks on a page as it was before an edit: all but the edited one are laid out already. */
function unitsIn({ seen, units }: PageMemo): KnownUnits {
  const known = new Map<Block, readonly Unit[]>();
  seen.forEach((block, at) => {
    const laid = units[at];
    if (block && laid) {
      known.set(block, laid);
    }
  });
  return known;
}
