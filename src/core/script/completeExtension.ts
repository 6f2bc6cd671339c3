// The brackets behind a name in a cue: off screen, voice over and the like.
import type { Script } from '../fountain/script';
import { trim } from '../fountain/space';
import type { CompletionEntry } from './complete';
import { beginsWith, byUse } from './completePrefix';
import { usedWords } from './completeUsed';
import { isLikelyCue, type TypingPlace } from './typingPlace';

const EXTENSIONS = ['V.O.', 'O.S.', "CONT'D", 'O.C.', 'PRE-LAP', 'FILTERED'];
const BEGUN = /^(.*\S)\s*\(([^()]*)$/u;

/** @returns undefined where no bracket of a cue is open before the cursor */
export function extensionItems(script: Script, place: TypingPlace, typed: string): { from: number; to: number; entries: CompletionEntry[] } | undefined {
  const open = typed.includes('(') ? BEGUN.exec(typed) : null;
  const behind = trim(place.after);
  if (open?.[1] === undefined || !isLikelyCue(open[1]) || !/^\)?\s*\^?$/.test(behind)) {
    return undefined;
  }
  const begun = open[2] ?? '';
  const from = place.before.length - begun.length - 1;
  const entries = byUse([...usedWords(script).extensions.filter((word) => word !== begun), ...EXTENSIONS])
    .filter((word) => beginsWith(word, begun))
    .map((word): CompletionEntry => ({ kind: 'extension', label: `(${word})`, typedAs: `(${word})`, inserted: `(${word})` }));
  // The bracket that the editor closed by itself goes with it, so that Enter behind it goes to the dialogue.
  return { from, to: place.before.length + (place.after.startsWith(')') ? 1 : 0), entries };
}
