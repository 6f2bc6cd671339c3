// The proof that new words stay inside their speech: made by parsing, not by rules about characters.
import { reparse } from '../fountain/reparse';
import { sliceOf, type Script } from '../fountain/script';
import { elementsOf } from '../script/elements';
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
function outside(script: Script, { from, to }: { from: number; to: number }): string[] {
  const sources: string[] = [];
  for (const placed of elementsOf(script)) {
    if (placed.to <= from || placed.from >= to) {
      sources.push(`${placed.element.kind}\n${sliceOf(script, placed.from, placed.to)}`);
    }
  }
  return sources;
}
