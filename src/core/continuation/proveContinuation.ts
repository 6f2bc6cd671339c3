// The proof that a continuation is what it is meant to be, and that all else stays: made by parsing, not by rules about characters.
import type { Element } from '../fountain/elements';
import { printedText } from '../fountain/inline';
import { reparse } from '../fountain/reparse';
import { canonicalName } from '../script/names';
import { elementsOf } from '../script/elements';
import { signatureOf } from '../script/signatures';
import { isSpoken } from './spokenKinds';
import type { Script } from '../fountain/script';

/**
 * What the inserted text is meant to be. `rest`: the element at the cursor says more. `speech`: a cue of this person and what
 * they say; `under`: a cue stands there, in part or whole and perhaps with a parenthetical, and is read as one from now on.
 * `action`: a paragraph.
 */
export type Meant =
  | { readonly as: 'rest'; readonly words: string }
  | { readonly as: 'speech' | 'under'; readonly speaker: string; readonly words: string }
  | { readonly as: 'action'; readonly words: string };

/** Whether the script with `inserted` at `offset` says just that, and every other element says what it said. */
export function proveContinuation(script: Script, offset: number, inserted: string, meant: Meant): boolean {
  const changed = reparse(script, { offset, removed: 0, inserted });
  const before = [...elementsOf(script)];
  const after = [...elementsOf(changed)];
  const was = before.map(({ element }) => signatureOf(element));
  const is = after.map(({ element }) => signatureOf(element));
  const at = before.filter(({ from }) => from < offset).length;
  const begun = begunBefore(meant, before.map(({ element }) => element), at);
  if (begun === undefined) {
    return false;
  }
  const head = at - begun;
  const tail = was.length - at;
  const made = after.slice(head, after.length - tail).map(({ element }) => element);
  const same = head >= 0 && is.length >= head + tail && was.slice(0, head).every((each, i) => each === is[i]) && was.slice(at).every((each, i) => each === is[is.length - tail + i]);
  return same && saysJustThat(made, before.slice(head, at).map(({ element }) => element), meant);
}

/** How many elements before the cursor the text belongs to; undefined where they are not what it needs. */
function begunBefore(meant: Meant, before: readonly Element[], at: number): number | undefined {
  const last = before[at - 1];
  switch (meant.as) {
    case 'rest':
      return last === undefined ? undefined : 1;
    case 'under':
      // A cue that no words follow is action to the parser.
      return last?.kind === 'action' || last?.kind === 'character' ? 1 : last?.kind === 'parenthetical' && before[at - 2]?.kind === 'character' ? 2 : undefined;
    default:
      return 0;
  }
}

function saysJustThat(made: readonly Element[], old: readonly Element[], meant: Meant): boolean {
  const [first, ...said] = made;
  const [was] = old;
  if (first === undefined) {
    return false;
  }
  if (meant.as === 'rest') {
    const whole = 'text' in first ? first.text : '';
    const begun = was !== undefined && 'text' in was ? was.text : '';
    // A space typed at a line's end is no part of its text.
    const isMore = [begun + meant.words, `${begun} ${meant.words}`].some((more) => fold(whole) === fold(more));
    return made.length === 1 && first.kind === was?.kind && isMore && sameFields(first, was);
  }
  if (meant.as === 'action') {
    return made.length === 1 && first.kind === 'action' && fold(first.text) === fold(meant.words);
  }
  const spoken = said.filter(({ kind }) => kind !== 'parenthetical');
  const words = spoken.map((each) => ('text' in each ? each.text : '')).join('\n');
  const brackets = said.filter(({ kind }) => kind === 'parenthetical').length;
  return (
    first.kind === 'character' &&
    canonicalName(first.name) === meant.speaker &&
    said.every(isSpoken) &&
    (meant.as === 'under' || brackets === 0) &&
    fold(words) === fold(meant.words)
  );
}

/** Whether two elements differ in nothing but their text and their place. */
function sameFields(a: Element, b: Element): boolean {
  return signatureOf({ ...a, text: '' } as Element) === signatureOf({ ...b, text: '' } as Element);
}

function fold(text: string): string {
  return printedText(text).replace(/\s+/gu, ' ').trim();
}
