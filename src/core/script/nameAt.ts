// The character whose name stands at an offset: in a cue, or where others name them.
import type { Span } from '../fountain/elements';
import { blockAt, type Script } from '../fountain/script';
import { canonicalName, charactersOf } from './characters';
import { nameSpan } from './cueName';
import { mentionsIn, mentionsOf } from './mentions';

/** The name's own span is absolute. */
export interface NameAt extends Span {
  /** Canonical. */
  readonly name: string;
  readonly isCue: boolean;
}

/** @returns undefined where no speaking character's name stands; the end of a name still counts, as the cursor does there */
export function nameAt(script: Script, offset: number): NameAt | undefined {
  const placed = blockAt(script, offset);
  if (placed === undefined) {
    return undefined;
  }
  const { block } = placed;
  const at = offset - placed.offset;
  const holds = ({ from, to }: Span): boolean => from <= at && at <= to;
  for (const element of block.elements) {
    if (element.kind === 'character' && holds(element)) {
      const marks = block.marks.map((mark) => ({ from: mark.from - element.from, to: mark.to - element.from }));
      const span = nameSpan(block.text.slice(element.from, element.to), element, marks);
      return span && { name: canonicalName(element.name), isCue: true, from: placed.offset + element.from + span.from, to: placed.offset + element.from + span.to };
    }
  }
  const names = charactersOf(script).map(({ name }) => name);
  for (const name of names) {
    const span = mentionsIn(block, mentionsOf(name, names)).find(holds);
    if (span !== undefined) {
      return { name, isCue: false, from: placed.offset + span.from, to: placed.offset + span.to };
    }
  }
  return undefined;
}
