// Dual dialogue: which two speeches stand side by side. A question on the Script: the two stand in two blocks.
import type { Character } from '../fountain/elements';
import { placedBlocks, type Script } from '../fountain/script';

export type DualSide = 'left' | 'right';

const known = new WeakMap<Script, ReadonlyMap<Character, DualSide>>();

/**
 * The cues that pair. A cue with a caret pairs with the speech just before if nothing printed lies between; the right
 * half of a pair is never the left half of another; a caret without partner means nothing (fountain.md, Dual dialogue).
 */
export function dualDialogueOf(script: Script): ReadonlyMap<Character, DualSide> {
  let pairs = known.get(script);
  if (!pairs) {
    pairs = findPairs(script);
    known.set(script, pairs);
  }
  return pairs;
}

/** The cues whose caret counts: the right halves. */
export function dualCues(script: Script): ReadonlySet<Character> {
  return new Set([...dualDialogueOf(script)].filter(([, side]) => side === 'right').map(([cue]) => cue));
}

function findPairs(script: Script): ReadonlyMap<Character, DualSide> {
  const pairs = new Map<Character, DualSide>();
  let before: Character | undefined;
  for (const { block } of placedBlocks(script)) {
    let inSpeech = false;
    for (const element of block.elements) {
      switch (element.kind) {
        case 'character':
          inSpeech = true;
          if (element.caret && before) {
            pairs.set(before, 'left').set(element, 'right');
            before = undefined;
          } else {
            before = element;
          }
          break;
        case 'pageBreak':
          // Counts as silent (fountain.md, Words used below), though it ends the speech.
          inSpeech = false;
          break;
        case 'note':
        case 'boneyard':
        case 'section':
        case 'synopsis':
          break;
        default:
          // Inside a speech dialogue, parentheticals and lyrics belong to its cue; anything else printed parts the two.
          before = inSpeech ? before : undefined;
      }
    }
  }
  return pairs;
}
