// Which carets make dual dialogue: a question on the Script, because the speech before may stand in another block.
import type { Character } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';

const known = new WeakMap<Script, ReadonlySet<Character>>();

/**
 * The cues that are the right half of a pair: their `^` has a speech just before it, nothing printed lies between, and that
 * speech is not itself a right half (fountain.md, dual-needs-neighbour and dual-is-two). Every other caret is dropped.
 */
export function dualCues(script: Script): ReadonlySet<Character> {
  let cues = known.get(script);
  if (!cues) {
    cues = findDualCues(script);
    known.set(script, cues);
  }
  return cues;
}

function findDualCues(script: Script): ReadonlySet<Character> {
  const cues = new Set<Character>();
  let neighbour = false;
  for (const { block } of placedBlocks(script)) {
    neighbour = readBlock(block, neighbour, cues);
  }
  return cues;
}

/** Takes over a block's pairs. Returns whether its end leaves a speech that a caret may pair with. */
function readBlock(block: Block, neighbourBefore: boolean, cues: Set<Character>): boolean {
  let neighbour = neighbourBefore;
  let inSpeech = false;
  for (const element of block.elements) {
    switch (element.kind) {
      case 'character':
        inSpeech = true;
        if (element.caret && neighbour) {
          cues.add(element);
          neighbour = false;
        } else {
          neighbour = true;
        }
        break;
      case 'dialogue':
      case 'parenthetical':
      case 'note':
      case 'boneyard':
      case 'section':
      case 'synopsis':
        break;
      case 'lyrics':
        neighbour &&= inSpeech;
        break;
      default:
        inSpeech = false;
        neighbour = false;
    }
  }
  return neighbour;
}
