// Transitions: those of the script first, then the trade's.
import { isTransition } from '../fountain/rules';
import type { Script } from '../fountain/script';
import type { CompletionEntry } from './complete';
import { beginsWith, byUse } from './completePrefix';
import { usedWords } from './completeUsed';

/** Those of the trade. */
export const TRANSITIONS = ['CUT TO:', 'DISSOLVE TO:', 'SMASH CUT TO:', 'MATCH CUT TO:', 'JUMP CUT TO:', 'FADE IN:', 'FADE OUT.', 'FADE TO:', 'FADE TO BLACK.', 'CUT TO BLACK.', 'INTERCUT WITH:', 'WIPE TO:'];

/** @param typed a `>` in front may stand or not */
export function transitionItems(script: Script, typed: string): CompletionEntry[] {
  const forced = typed.startsWith('>');
  const begun = forced ? typed.slice(1).trim() : typed;
  const known = new Set(TRANSITIONS);
  const used = usedWords(script).transitions;
  // A transition that is still being typed is one of the script already.
  const others = known.has(begun) || used.indexOf(begun) !== used.lastIndexOf(begun) ? used : used.filter((word) => word !== begun);
  const words = byUse([...others, ...TRANSITIONS]).filter((word) => beginsWith(word, begun));
  return words
    .filter((word) => known.has(word) || word.toUpperCase() === word)
    .map((word) => {
      return { kind: 'transition', label: word, typedAs: forced ? `> ${word}` : word, inserted: isTransition(word) ? word : `> ${word}` };
    });
}
