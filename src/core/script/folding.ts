// What of a script can be folded away: sections, scenes, the title page, and notes and boneyards of more than one line.
import { countLineEnds, isLineEnd, isSpace } from '../fountain/space';
import { placedBlocks, type PlacedBlock, type Script } from '../fountain/script';
import { outlineOf } from './outline';

/** Lines from 0; `start` stays in sight, what follows to `end` is folded. */
export interface Fold {
  readonly kind: 'section' | 'scene' | 'titlePage' | 'note' | 'boneyard';
  readonly start: number;
  readonly end: number;
}

/**
 * In order, one at most for each line, none crossing another. A fold of a scene leaves the blank line below it, so that
 * folded headings stand apart as open ones do.
 */
export function foldsOf(script: Script): Fold[] {
  const folds: Fold[] = [];
  const items = outlineOf(script);
  const blankAbove = new Set<number>();
  let next = 0;
  let before: PlacedBlock | undefined;
  for (const placed of placedBlocks(script)) {
    for (let item = items[next]; item && item.from < placed.offset + placed.block.text.length; item = items[++next]) {
      if (isBlankAbove(placed, item.from - placed.offset, before)) {
        blankAbove.add(item.line);
      }
    }
    folds.push(...foldsIn(placed));
    before = placed;
  }
  const endsBlank = before !== undefined && endsInBlankLine(before.block.text, before.block.text.length);
  for (const { item, line, endLine, to } of items) {
    const isBlank = to === script.length ? endsBlank : blankAbove.has(endLine + 1);
    folds.push({ kind: item.kind, start: line, end: isBlank ? endLine - 1 : endLine });
  }
  const sorted = folds.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => sorted[index - 1]?.start !== start);
}

/** The title page of a block, and its marks of more than one line. */
function foldsIn({ block, line }: PlacedBlock): Fold[] {
  const folds: Fold[] = [];
  const [first] = block.elements;
  if (first?.kind === 'titlePage') {
    folds.push({ kind: 'titlePage', start: line + first.line, end: line + first.endLine });
  }
  for (const { kind, from, to } of block.marks) {
    const lines = countLineEnds(block.text, from, to);
    if (lines > 0) {
      const start = line + countLineEnds(block.text, 0, from);
      // Text behind the closing mark is not hidden with it.
      folds.push({ kind, start, end: start + lines - (isRestBlank(block.text, to) ? 0 : 1) });
    }
  }
  return folds;
}

function isRestBlank(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at === text.length || isLineEnd(text.charCodeAt(at));
}

function isBlankAbove({ block: { text } }: PlacedBlock, at: number, before: PlacedBlock | undefined): boolean {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    start--;
  }
  return start > 0 ? endsInBlankLine(text, start - 1 - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 1 : 0)) : before !== undefined && endsInBlankLine(before.block.text, withoutLineEnd(before.block.text));
}

/** Where the last line end of a text begins. */
function withoutLineEnd(text: string): number {
  return text.length - (text.endsWith('\r\n') ? 2 : /[\r\n]$/.test(text) ? 1 : 0);
}

/** Whether the line that ends at `to` is blank. */
function endsInBlankLine(text: string, to: number): boolean {
  let at = to;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at === 0 || isLineEnd(text.charCodeAt(at - 1));
}
