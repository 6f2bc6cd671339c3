// A block as the lines the editor shows, each with what the parser says it is.
import type { Element, ElementKind } from '../fountain/elements';
import type { Block } from '../fountain/script';
import { afterLineEnd, isLineEnd, trim } from '../fountain/space';
import type { LineKind } from './grammarGuess';

/** One line of the editor. Offsets are the block's; `to` is before the line end. */
export interface BlockLine {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Without its notes and boneyards. */
  readonly plain: string;
  /** It holds a note or boneyard or part of one, and nothing else. */
  readonly hidden: boolean;
  readonly kind: LineKind;
  /** What stands on it; undefined on a blank line. */
  readonly element: Element | undefined;
}

const KINDS: Readonly<Record<ElementKind, LineKind>> = {
  titlePage: 'title-page',
  sceneHeading: 'scene-heading',
  action: 'action',
  character: 'character',
  parenthetical: 'parenthetical',
  dialogue: 'dialogue',
  lyrics: 'lyrics',
  transition: 'transition',
  centered: 'centered',
  section: 'section',
  synopsis: 'synopsis',
  note: 'hidden',
  boneyard: 'hidden',
  pageBreak: 'page-break',
};

/** The lines of a block in order, its trailing blank ones included. */
export function linesOf(block: Block): BlockLine[] {
  const { text, elements } = block;
  const lines: BlockLine[] = [];
  let element = 0;
  for (let from = 0, index = 0; from < text.length; index++) {
    let to = from;
    while (to < text.length && !isLineEnd(text.charCodeAt(to))) {
      to++;
    }
    while (elements[element] !== undefined && (elements[element]?.endLine ?? 0) < index) {
      element++;
    }
    const here = elements[element];
    lines.push(lineOf(block, { index, from, to }, here && here.line <= index ? here : undefined));
    from = afterLineEnd(text, to);
  }
  return lines;
}

function lineOf(block: Block, place: { index: number; from: number; to: number }, element: Element | undefined): BlockLine {
  const { from, to } = place;
  let plain = '';
  let at = from;
  let marked = false;
  for (const mark of block.marks) {
    if (mark.to > from && mark.from < to) {
      marked = true;
      plain += block.text.slice(at, Math.max(at, mark.from));
      at = Math.min(to, mark.to);
    }
  }
  plain += block.text.slice(at, to);
  const nothing = trim(plain) === '';
  const hidden = nothing && marked;
  const kind = hidden ? 'hidden' : nothing || !element ? 'blank' : KINDS[element.kind];
  return { ...place, plain, hidden, kind, element };
}
