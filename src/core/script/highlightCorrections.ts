// What semantic tokens must say because the grammar cannot know it: lines that only the line below tells, marks that never
// close, carets that pair with nothing. Nothing is said of a line that the grammar has right.
import type { Span } from '../fountain/elements';
import { placedBlocks, type Block, type Script } from '../fountain/script';
import { trimEnd } from '../fountain/space';
import { linesOf } from './blockLines';
import { dualCues } from './dualDialogue';
import { createGrammarReader, guessTitlePage, type LineKind } from './grammarGuess';
import { paintLine, type HighlightKind } from './paintLine';

/** One stretch of one line, with what it is to be coloured as. `line` is the script's, `from` and `to` count from its start. */
export interface HighlightCorrection extends Span {
  readonly line: number;
  readonly kind: HighlightKind;
  /** The grammar may have made it bold or slanted, which its colour alone would not undo. */
  readonly plain: boolean;
}

/** Every correction of a script, in order. What is found in a block is kept as long as the block is. */
export function highlightCorrections(script: Script): HighlightCorrection[] {
  const corrections: HighlightCorrection[] = [];
  const paired = dualCues(script);
  let boneyard = false;
  let note = false;
  let joined = false;
  for (const { block, line, offset } of placedBlocks(script)) {
    boneyard ||= opensBoneyard(block);
    note ||= block.problems.some((problem) => problem.kind === 'unclosedNote');
    const astray: boolean = boneyard || note || joined || losesGrammar(block, offset === 0);
    const gap: Gap = astray ? gapBelow(block) : 'clear';
    note &&= gap !== 'clear';
    joined = gap === 'none';
    const paints = correctionsOf(block, astray);
    const carets = loneCarets(block, paired).filter((caret) => !paints.some((paint) => paint.line === caret.line));
    for (const paint of carets.length > 0 ? [...paints, ...carets].sort((a, b) => a.line - b.line) : paints) {
      corrections.push({ ...paint, line: line + paint.line });
    }
  }
  return corrections;
}

const followed = new WeakMap<Block, readonly HighlightCorrection[]>();
const lost = new WeakMap<Block, readonly HighlightCorrection[]>();

/** What the grammar sets in bold. */
const BOLD: ReadonlySet<LineKind> = new Set<LineKind>(['scene-heading', 'section']);

/** @param astray whether nothing that the grammar says of the block can be counted on, so that all of it is said again */
function correctionsOf(block: Block, astray: boolean): readonly HighlightCorrection[] {
  const cache = astray ? lost : followed;
  let paints = cache.get(block);
  if (!paints) {
    paints = findCorrections(block, astray);
    cache.set(block, paints);
  }
  return paints;
}

function findCorrections(block: Block, astray: boolean): readonly HighlightCorrection[] {
  if (!astray && block.elements[0]?.kind === 'titlePage') {
    return [];
  }
  const guess = createGrammarReader();
  const corrections: HighlightCorrection[] = [];
  for (const line of linesOf(block)) {
    const kind = guess(line);
    if (kind !== line.kind || astray) {
      const plain = !BOLD.has(line.kind) && (astray || BOLD.has(kind));
      corrections.push(...paintLine(block, line).map((paint) => ({ ...paint, plain })));
    }
  }
  return corrections;
}

/**
 * Whether the grammar reads the block otherwise than line by line: a note that never closes, a title page that is none, or
 * text beside a note or boneyard of several lines.
 */
function losesGrammar(block: Block, first: boolean): boolean {
  if (block.problems.some((problem) => problem.kind !== 'headingNeedsBlankAfter')) {
    return true;
  }
  if (first && (block.text.startsWith('\ufeff') || guessTitlePage(block.text) !== (block.elements[0]?.kind === 'titlePage'))) {
    return true;
  }
  return (
    block.marks.some((mark) => /[\r\n]/.test(mark.text)) &&
    !block.elements.every((element) => element.kind === 'note' || element.kind === 'boneyard')
  );
}

/** Whether a boneyard opens here that the grammar never sees closed: it takes all the rest of the script for one. */
function opensBoneyard(block: Block): boolean {
  for (let at = block.text.indexOf('/*'); at >= 0; at = block.text.indexOf('/*', at + 2)) {
    const from = at;
    const mark = block.marks.find((each) => each.from <= from && from < each.to);
    // A boneyard inside a note is no mark of its own.
    const end = mark?.kind === 'note' ? block.text.indexOf('*/', from + 2) + 2 : (mark?.to ?? 0);
    if (!mark || end < from + 4 || end > mark.to) {
      return true;
    }
    at = end - 2;
  }
  return false;
}

/** The blank lines at a block's end: none, or such as join notes and speeches, or a clear one, narrower than two columns. */
type Gap = 'none' | 'joining' | 'clear';

function gapBelow(block: Block): Gap {
  let gap: Gap = 'none';
  for (const { plain, kind } of linesOf(block).reverse()) {
    if (kind !== 'blank') {
      return gap;
    }
    if (plain.length < 2 && plain !== '\t') {
      return 'clear';
    }
    gap = 'joining';
  }
  return gap;
}

/** The carets at the end of cues that pair with no speech: they are dropped, so they are part of the name's colour. */
function loneCarets(block: Block, paired: ReadonlySet<unknown>): HighlightCorrection[] {
  const carets: HighlightCorrection[] = [];
  for (const element of block.elements) {
    if (element.kind === 'character' && element.caret && !paired.has(element)) {
      const cue = trimEnd(block.text.slice(element.from, element.to));
      const at = cue.lastIndexOf('^');
      carets.push({ line: element.line, from: at, to: at + 1, kind: 'character', plain: false });
    }
  }
  return carets;
}
