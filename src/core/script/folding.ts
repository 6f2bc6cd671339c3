// What of a script can be folded away: sections, scenes, the title page, and notes and boneyards of more than one line.
import { countLineEnds, isLineEnd, isSpace } from '../fountain/space';
import { placedChunks, type Block, type Chunk, type Script } from '../fountain/script';
import { outlineOf } from './outline';

/** Lines from 0; `start` stays in sight, what follows to `end` is folded. */
export interface Fold {
  readonly kind: 'section' | 'scene' | 'titlePage' | 'note' | 'boneyard';
  readonly start: number;
  readonly end: number;
}

/** What a chunk knows by itself: lines from its first. */
interface ChunkFolds {
  readonly folds: readonly Fold[];
  /** The headings and sections with a blank line above them. */
  readonly blankAbove: readonly number[];
  /** A heading or section on the first line: what is above it stands in the chunk before. */
  readonly headsFirst: boolean;
  /** Whether its last line, before the line end that closes it, is blank; and whether what stands behind that line end is. */
  readonly lastIsBlank: boolean;
  readonly endsBlank: boolean;
}

const ofChunks = new WeakMap<Chunk, ChunkFolds>();

/**
 * In order, one at most for each line, none crossing another. A fold of a scene leaves the blank line below it, so that
 * folded headings stand apart as open ones do.
 */
export function foldsOf(script: Script): Fold[] {
  const folds: Fold[] = [];
  const blankAbove = new Set<number>();
  let endsBlank = false;
  let lastIsBlank = false;
  for (const { chunk, line } of placedChunks(script)) {
    const known = chunkFolds(chunk);
    for (const { kind, start, end } of known.folds) {
      folds.push({ kind, start: line + start, end: line + end });
    }
    known.blankAbove.forEach((above) => blankAbove.add(line + above));
    if (known.headsFirst && lastIsBlank) {
      blankAbove.add(line);
    }
    ({ endsBlank, lastIsBlank } = known);
  }
  for (const { item, line, endLine, to } of outlineOf(script)) {
    const isBlank = to === script.length ? endsBlank : blankAbove.has(endLine + 1);
    folds.push({ kind: item.kind, start: line, end: isBlank ? endLine - 1 : endLine });
  }
  const sorted = folds.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => sorted[index - 1]?.start !== start);
}

function chunkFolds(chunk: Chunk): ChunkFolds {
  let known = ofChunks.get(chunk);
  if (!known) {
    known = readChunk(chunk);
    ofChunks.set(chunk, known);
  }
  return known;
}

function readChunk({ blocks }: Chunk): ChunkFolds {
  const folds: Fold[] = [];
  const blankAbove: number[] = [];
  let headsFirst = false;
  let line = 0;
  let before: Block | undefined;
  for (const block of blocks) {
    for (const element of block.elements) {
      if (element.kind === 'sceneHeading' || element.kind === 'section') {
        if (isBlankAbove(block, element.from, before)) {
          blankAbove.push(line + element.line);
        }
        headsFirst ||= line + element.line === 0;
      }
    }
    folds.push(...foldsIn(block, line));
    line += block.lines;
    before = block;
  }
  const endsBlank = before !== undefined && endsInBlankLine(before.text, before.text.length);
  return { folds, blankAbove, headsFirst, endsBlank, lastIsBlank: before !== undefined && endsInBlankLine(before.text, withoutLineEnd(before.text)) };
}

/** The title page of a block, and its marks of more than one line. */
function foldsIn(block: Block, line: number): Fold[] {
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

function isBlankAbove({ text }: Block, at: number, before: Block | undefined): boolean {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    start--;
  }
  return start > 0 ? endsInBlankLine(text, start - 1 - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 1 : 0)) : before !== undefined && endsInBlankLine(before.text, withoutLineEnd(before.text));
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
