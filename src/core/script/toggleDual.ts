// Dual dialogue on and off: the caret behind the second of two cues, asked for from either of them.
import type { Edit } from '../edits/edit';
import { applyEdit } from '../edits/edit';
import type { Character } from '../fountain/elements';
import { parse } from '../fountain/parse';
import { placedBlocks, textOf, type Block, type Script } from '../fountain/script';
import { dualDialogueOf } from './dualDialogue';
import { elementsOf } from './elements';
import { speechAt } from './speeches';

export type DualResult =
  | { readonly ok: true; readonly edit: Edit; readonly isDual: boolean }
  /** `noSpeech`: the offset is in no speech. `noNeighbour`: no speech stands directly before or behind it that has no partner yet. */
  | { readonly ok: false; readonly reason: 'noSpeech' | 'noNeighbour' };

interface PlacedCue {
  readonly cue: Character;
  readonly block: Block;
  readonly offset: number;
}

/**
 * Puts the speech at an offset beside its neighbour, or takes the two apart. It becomes the right one of the two where the
 * speech before it can be the left one, else the left one beside the speech behind it.
 */
export function toggleDual(script: Script, offset: number): DualResult {
  const speech = speechAt(script, offset);
  if (!speech) {
    return { ok: false, reason: 'noSpeech' };
  }
  const text = textOf(script);
  const cues = cuesOf(script);
  const index = cues.findIndex(({ cue }) => cue === speech.cue);
  const here = cues[index];
  const next = cues[index + 1];
  const sides = dualDialogueOf(script);
  const right = sides.get(speech.cue) === 'left' ? next : here;
  if (right?.cue.caret) {
    const edit = withoutCaret(right);
    return edit ? { ok: true, edit, isDual: false } : { ok: false, reason: 'noNeighbour' };
  }
  for (const [place, each] of [[index, here], [index + 1, next]] as const) {
    const edit = each && !each.cue.caret && !sides.has(each.cue) ? withCaret(each) : undefined;
    // The parser is asked whether the two then pair: what may stand between them is its to know.
    if (edit && isRight(parse(applyEdit(text, edit)), place, cues.length)) {
      return { ok: true, edit, isDual: true };
    }
  }
  return { ok: false, reason: 'noNeighbour' };
}

function cuesOf(script: Script): PlacedCue[] {
  return [...placedBlocks(script)].flatMap(({ block, offset }) => block.elements.flatMap((element) => (element.kind === 'character' ? [{ cue: element, block, offset }] : [])));
}

function withCaret({ cue, block, offset }: PlacedCue): Edit {
  const end = cue.from + block.text.slice(cue.from, cue.to).trimEnd().length;
  return { offset: offset + end, removed: 0, inserted: ' ^' };
}

/** The last `^` of the cue that stands in no note, with the spaces before it. */
function withoutCaret({ cue, block, offset }: PlacedCue): Edit | undefined {
  for (let at = cue.to - 1; at >= cue.from; at -= 1) {
    const isHidden = block.marks.some((mark) => mark.from <= at && at < mark.to);
    if (block.text.charAt(at) === '^' && !isHidden) {
      const spaces = /[ \t]*$/.exec(block.text.slice(cue.from, at))?.[0].length ?? 0;
      return { offset: offset + at - spaces, removed: spaces + 1, inserted: '' };
    }
  }
  return undefined;
}

function isRight(script: Script, index: number, count: number): boolean {
  const cues = [...elementsOf(script)].flatMap(({ element }) => (element.kind === 'character' ? [element] : []));
  const cue = cues[index];
  return cues.length === count && cue !== undefined && dualDialogueOf(script).get(cue) === 'right';
}
