// The proof that new words stay inside their speech: made by parsing, not by rules about characters.
import { reparse } from '../fountain/reparse';
import { placedBlocks, type Script } from '../fountain/script';
import { speechAt, type Speech } from '../script/speeches';

/**
 * Whether, with `text` in place of a speech's words, everything around is what it was and the words are one speech of
 * the same cue.
 */
export function proveInsertion(script: Script, speech: Speech, text: string): boolean {
  const changed = reparse(script, { offset: speech.from, removed: speech.to - speech.from, inserted: text });
  const said = speechAt(changed, speech.from);
  if (said?.from !== speech.from || said.to !== speech.from + text.length || said.name !== speech.name) {
    return false;
  }
  const before = outside(script, speech);
  const after = outside(changed, said);
  return before.length === after.length && before.every((source, i) => source === after[i]);
}

/** What each element outside a stretch is and says. */
export function outside(script: Script, { from, to }: { from: number; to: number }): string[] {
  const sources: string[] = [];
  for (const { block, offset } of placedBlocks(script)) {
    for (const element of block.elements) {
      if (offset + element.to <= from || offset + element.from >= to) {
        sources.push(`${element.kind}\n${block.text.slice(element.from, element.to)}`);
      }
    }
  }
  return sources;
}
