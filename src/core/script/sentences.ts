// Sentences in running text.
import type { Span } from '../fountain/elements';

// A stop, with what closes behind it; then a space, or for scripts that put none there, nothing.
const STOP = /(?:[.!?…‽]+["'”’»)\]*_]*(?=\s)|[。！？｡]+[」』”’）]*)\s*/gu;
// Behind these a full stop ends no sentence.
const SHORT = /(?:^|[^\p{L}\p{N}])(?:mr|mrs|ms|dr|st|prof|sgt|lt|capt|col|gen|jr|sr|vs|no|\p{L})\.$/iu;

/** The sentences of a text in order: together, with the white space between them, they are all of it. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let from = text.length - text.trimStart().length;
  for (const stop of text.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    const said = text.slice(from, end).trimEnd();
    const next = text[end] ?? '';
    // A small letter behind the stop goes on with the sentence: "Well... yes."
    const goesOn = SHORT.test(said) || (next !== '' && next === next.toLowerCase() && next !== next.toUpperCase());
    if (said !== '' && !goesOn) {
      sentences.push({ from, to: from + said.length });
      from = end;
    }
  }
  const rest = text.slice(from).trimEnd();
  if (rest !== '') {
    sentences.push({ from, to: from + rest.length });
  }
  return sentences;
}
