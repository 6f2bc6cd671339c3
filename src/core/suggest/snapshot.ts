// The script as it stood some edits ago, sent again so that a model finds its cached prefix.
import { placedBlocks, type Block, type Script } from '../fountain/script';

/** The share of the script that may have changed, in characters, before the snapshot is taken anew. */
const MOST_CHANGED = 0.02;

/**
 * The script to send as the frozen part of a request: the one held from earlier requests while it still says nearly
 * the same, else the script as it is now. What the scene says now is always sent beside it.
 * @param held what this function gave for the same document before
 */
export function snapshotOf(held: Script | undefined, now: Script): Script {
  if (!held || held === now) {
    return now;
  }
  const known = new Set<Block>();
  for (const { block } of placedBlocks(held)) {
    known.add(block);
  }
  let kept = 0;
  for (const { block } of placedBlocks(now)) {
    kept += known.has(block) ? block.text.length : 0;
  }
  const longest = Math.max(held.length, now.length);
  return longest - kept <= longest * MOST_CHANGED ? held : now;
}
