// Dual dialogue on and off: the caret behind the second of two cues, asked for from either of them.
import type { Edit } from '../edits/edit';
import type { Character } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { dualDialogueOf, type DualSide } from './dualDialogue';
import { editedScript } from './edited';
import { elementsOf } from './elements';
import { speechAt } from './speeches';

export type DualResult =
  | { readonly ok: true; readonly edits: readonly Edit[]; readonly isDual: boolean }
  /** `noSpeech`: the offset is in no speech. `noNeighbour`: no speech stands directly before or behind it that has no partner yet. */
  | { readonly ok: false; readonly reason: 'noSpeech' | 'noNeighbour' };

interface PlacedCue {
  readonly cue: Character;
  readonly block: Block;
  readonly offset: number;
}

/**
 * Puts the speech at an offset beside its neighbour, or takes the two apart. It becomes the right one of the two where the
 * speech before it can be the left one, else the left one beside the speech behind it. A caret without a partner means
 * nothing, and stays: twice is as before.
 * @returns the edits from the end of the script to its start; they touch the cues alone
 */
export function toggleDual(script: Script, offset: number): DualResult {
  const speech = speechAt(script, offset);
  if (!speech) {
    return { ok: false, reason: 'noSpeech' };
  }
  const cues = cuesOf(script);
  const index = cues.findIndex(({ cue }) => cue === speech.cue);
  const sides = dualDialogueOf(script);
  const side = sides.get(speech.cue);
  if (side) {
    const edits = takenApart(script, cues, side === 'left' ? index + 1 : index);
    return edits ? { ok: true, edits, isDual: false } : { ok: false, reason: 'noNeighbour' };
  }
  for (const place of [index, index + 1]) {
    const each = cues[place];
    const edits = each && !each.cue.caret && !sides.has(each.cue) ? [withCaret(each)] : [];
    // The parser is asked whether the two then pair: what may stand between them is its to know.
    if (edits.length > 0 && sidesIn(editedScript(script, edits), cues.length)?.[place] === 'right') {
      return { ok: true, edits, isDual: true };
    }
  }
  return { ok: false, reason: 'noNeighbour' };
}

/** Without the caret of the cue at `right`; one behind it that meant nothing so far must not begin to mean something. */
function takenApart(script: Script, cues: readonly PlacedCue[], right: number): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const place of [right, right + 1]) {
    const each = cues[place];
    edits.unshift(...(each ? carets(each) : []));
    const sides = sidesIn(editedScript(script, edits), cues.length);
    if (sides && !sides[right]) {
      return edits;
    }
  }
  return undefined;
}

function cuesOf(script: Script): PlacedCue[] {
  return [...placedBlocks(script)].flatMap(({ block, offset }) => block.elements.flatMap((element) => (element.kind === 'character' ? [{ cue: element, block, offset }] : [])));
}

function withCaret({ cue, block, offset }: PlacedCue): Edit {
  const end = cue.from + block.text.slice(cue.from, cue.to).trimEnd().length;
  return { offset: offset + end, removed: 0, inserted: ' ^' };
}

/** The carets at the end of the cue that stand in no note, each with the spaces before it; the last one first. */
function carets({ cue, block, offset }: PlacedCue): Edit[] {
  const edits: Edit[] = [];
  for (let at = cue.to - 1; at >= cue.from; at -= 1) {
    const letter = block.text.charAt(at);
    const mark = block.marks.find(({ from, to }) => from <= at && at < to);
    if (mark) {
      at = mark.from;
    } else if (letter === '^') {
      const spaces = /[ \t]*$/.exec(block.text.slice(cue.from, at))?.[0].length ?? 0;
      edits.push({ offset: offset + at - spaces, removed: spaces + 1, inserted: '' });
    } else if (letter !== ' ' && letter !== '\t') {
      break;
    }
  }
  return edits;
}

/** On which side every cue stands, in order; undefined where there are not so many. */
function sidesIn(script: Script, count: number): (DualSide | undefined)[] | undefined {
  const sides = dualDialogueOf(script);
  const found = [...elementsOf(script)].flatMap(({ element }) => (element.kind === 'character' ? [sides.get(element)] : []));
  return found.length === count ? found : undefined;
}
