// What stands under the cursor that a writer can go to, rename or ask about: a character, or a set.
import type { Span } from '../fountain/elements';
import { blockAt, type Script } from '../fountain/script';
import { nameAt } from './nameAt';
import { setPartsOf } from './setPlace';

/** A character's name, in a cue or where others name them. The span is the name's own, absolute. */
export interface CharacterSubject extends Span {
  readonly kind: 'character';
  /** Canonical. */
  readonly name: string;
  readonly isCue: boolean;
}

/** A set in a heading, or the part of it that the cursor is on. The span is that part's, absolute. */
export interface SetSubject extends Span {
  readonly kind: 'set';
  /** Keys of the parts down to this one: HOUSE, KITCHEN. */
  readonly path: readonly string[];
}

export type Subject = CharacterSubject | SetSubject;

/**
 * The character or set at an offset; the end of a name still counts, as the cursor does there.
 * In MARA'S HOUSE the cursor on MARA means her, elsewhere the set; a set that is all of a name (HOUSE, where a doctor
 * of that name speaks) is the set.
 */
export function subjectAt(script: Script, offset: number): Subject | undefined {
  const name = nameAt(script, offset);
  const set = name?.isCue === true ? undefined : setAt(script, offset);
  if (set !== undefined && (name === undefined || (name.from <= set.from && set.to <= name.to))) {
    return set;
  }
  return name && { kind: 'character', ...name };
}

function setAt(script: Script, offset: number): SetSubject | undefined {
  const placed = blockAt(script, offset);
  if (placed === undefined) {
    return undefined;
  }
  const at = offset - placed.offset;
  for (const element of placed.block.elements) {
    if (element.kind === 'sceneHeading' && element.from <= at && at <= element.to) {
      const parts = setPartsOf(placed.block, element);
      const index = parts.findIndex(({ from, to }) => from <= at && at <= to);
      const part = parts[index];
      return part && { kind: 'set', path: parts.slice(0, index + 1).map(({ key }) => key), from: placed.offset + part.from, to: placed.offset + part.to };
    }
  }
  return undefined;
}
