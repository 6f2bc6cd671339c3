// A Script after a change that is only being thought about: for proofs that a change does what it says.
import type { Edit } from '../edits/edit';
import { applyEdits } from '../edits/editList';
import { parse } from '../fountain/parse';
import { reparse } from '../fountain/reparse';
import { textOf, type Script } from '../fountain/script';

// Each edit copies a chunk of blocks and the list of chunks: for more than these, the whole is sooner read anew.
const FEW = 40;

/**
 * The Script with the edits made. Its blocks outside a few edits are the same objects, so all that is kept with them holds.
 * @param edits from the end of the script to its start, not overlapping, as tidyEdits gives them
 */
export function editedScript(script: Script, edits: readonly Edit[]): Script {
  return edits.length > FEW ? parse(applyEdits(textOf(script), edits)) : edits.reduce(reparse, script);
}
