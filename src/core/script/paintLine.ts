// A line as stretches of colour: its element, the parts of it that are coloured by themselves, its notes and boneyards.
import type { Span } from '../fountain/elements';
import { sceneNumber } from '../fountain/rules';
import type { Block } from '../fountain/script';
import { isSpace, trim, trimEnd } from '../fountain/space';
import type { BlockLine } from './blockLines';
import type { LineKind } from './grammarGuess';

/** What a stretch is coloured as: the words of the grammar's scopes, and the names of the semantic token types. */
export type HighlightKind =
  | Exclude<LineKind, 'hidden' | 'blank' | 'title-page'>
  | 'scene-number'
  | 'title-page-key'
  | 'title-page-value'
  | 'note'
  | 'boneyard';

/** A stretch of a line; `from` and `to` count from the line's start, `line` from the block's first. */
export interface Paint extends Span {
  readonly line: number;
  readonly kind: HighlightKind;
}

/** The line's stretches from left to right. What is only white space is left out. */
export function paintLine(block: Block, line: BlockLine): Paint[] {
  const paints: Paint[] = [];
  let at = line.from;
  const push = (to: number, kind: HighlightKind): void => {
    if (trim(block.text.slice(at, to)) !== '') {
      paints.push({ line: line.index, from: at - line.from, to: to - line.from, kind });
    }
    at = Math.max(at, to);
  };
  const pushPlain = (to: number): void => {
    for (const part of partsOf(block, line)) {
      if (part.to > at) {
        push(Math.min(part.to, to), part.kind);
      }
    }
  };
  for (const mark of block.marks) {
    if (mark.to > line.from && mark.from < line.to) {
      pushPlain(Math.max(at, mark.from));
      push(Math.min(mark.to, line.to), mark.kind);
    }
  }
  pushPlain(line.to);
  return paints;
}

/** The element's parts that are coloured apart, in order, up to the line's end. */
function partsOf(block: Block, line: BlockLine): { to: number; kind: HighlightKind }[] {
  const { kind } = line;
  const text = block.text.slice(line.from, line.to);
  switch (kind) {
    case 'hidden':
    case 'blank':
      return [];
    case 'title-page': {
      const key = isSpace(text.charCodeAt(0)) ? -1 : text.indexOf(':');
      return [...(key < 0 ? [] : [{ to: line.from + key + 1, kind: 'title-page-key' } as const]), { to: line.to, kind: 'title-page-value' }];
    }
    case 'scene-heading': {
      const number = sceneNumber(trimEnd(line.plain))?.number;
      const at = number === undefined ? text.length : text.lastIndexOf(`#${number}#`);
      return [{ to: line.from + at, kind }, { to: line.to, kind: 'scene-number' }];
    }
    default:
      return [{ to: line.to, kind }];
  }
}
