// The script as it stood some edits ago, sent again so that a model finds its cached prefix.
import { placedBlocks, type Script } from '../fountain/script';

/** The share of the script that may be new, in characters, before the snapshot is taken anew. */
const MOST_NEW = 0.02;

/**
 * The script to send as the frozen part of a request: the one held from earlier requests while all it says still stands
 * in the script and little has been added, else the script as it is now. What the writer has deleted or rewritten since
 * is never sent again: a warm cache is not worth a word they took out.
 * @param held what this function gave before for the same document and the same model's origin
 */
export function snapshotOf(held: Script | undefined, now: Script): Script {
  if (!held || held === now || now.length - held.length > now.length * MOST_NEW) {
    return now;
  }
  const standing = new Set<string>();
  for (const { block } of placedBlocks(now)) {
    standing.add(block.text);
  }
  for (const { block } of placedBlocks(held)) {
    if (!standing.has(block.text)) {
      return now;
    }
  }
  return held;
}
