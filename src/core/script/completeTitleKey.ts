// Title page keys, those of the Fountain syntax page; each once.
import { placedBlocks, type Script } from '../fountain/script';
import type { CompletionEntry } from './complete';
import { beginsWith } from './completePrefix';

/** Those of the Fountain syntax page. */
export const TITLE_KEYS = ['Title', 'Credit', 'Author', 'Source', 'Draft date', 'Contact', 'Copyright', 'Notes'];

export function titleKeyItems(script: Script, typed: string): CompletionEntry[] {
  if (typed.includes(':')) {
    return [];
  }
  return TITLE_KEYS.filter((key) => beginsWith(key, typed) && !keysOf(script).includes(key.toLowerCase())).map((key) => {
    return { kind: 'titleKey', label: `${key}:`, typedAs: key, inserted: `${key}: ` };
  });
}

function keysOf(script: Script): string[] {
  for (const { block } of placedBlocks(script)) {
    return block.elements.flatMap((element) => (element.kind === 'titlePage' ? element.entries.map(({ key }) => key.toLowerCase()) : []));
  }
  return [];
}
