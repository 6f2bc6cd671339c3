// A Script after an edit, from the Script before it.
import type { Edit } from '../edits/edit';
import type { Script } from './script';

export function reparse(script: Script, edit: Edit): Script {
  throw new Error(`not yet: ${script.length} ${edit.offset}`);
}
