// Speeches: a cue and what is said under it.
import { speechEnd, type Character, type Span } from '../fountain/elements';
import { plainText, printedText } from '../fountain/inline';
import { blockAt, placedBlocks, type Block, type Chunk, type Script } from '../fountain/script';
import { canonicalName } from './names';

/**
 * A speech with its place. `from`..`to` is the spoken part, absolute: from the first line under the cue to the last
 * line's end, parentheticals included and the line end behind it not.
 */
export interface Speech extends Span {
  /** The speaker: see canonicalName. */
  readonly name: string;
  readonly cue: Character;
  readonly block: Block;
  readonly blockOffset: number;
  readonly cueLine: number;
  /** The first and last line of the spoken part. */
  readonly line: number;
  readonly endLine: number;
  /** Words said: parentheticals and notes do not count. */
  readonly words: number;
}

/** A speech as its block knows it: offsets and lines from the block's start. */
interface BlockSpeech extends Span {
  readonly name: string;
  readonly cue: Character;
  readonly line: number;
  readonly endLine: number;
  readonly words: number;
}

const inBlocks = new WeakMap<Block, readonly BlockSpeech[]>();
const NONE: readonly BlockSpeech[] = [];

function blockSpeeches(block: Block): readonly BlockSpeech[] {
  // Most blocks hold no cue: told by one look, so that the cache holds speeches alone.
  if (!block.elements.some((element) => element.kind === 'character')) {
    return NONE;
  }
  let speeches = inBlocks.get(block);
  if (!speeches) {
    speeches = readSpeeches(block);
    inBlocks.set(block, speeches);
  }
  return speeches;
}

function readSpeeches(block: Block): BlockSpeech[] {
  const speeches: BlockSpeech[] = [];
  const { elements } = block;
  for (const [index, cue] of elements.entries()) {
    if (cue.kind !== 'character') {
      continue;
    }
    const end = speechEnd(elements, index + 1);
    const words = elements.slice(index + 1, end).reduce((sum, said) => sum + (said.kind === 'dialogue' || said.kind === 'lyrics' ? countWords(said.text) : 0), 0);
    const first = elements[index + 1];
    const last = elements[end - 1];
    if (first && last && end > index + 1) {
      speeches.push({ name: canonicalName(cue.name), cue, from: first.from, to: last.to, line: first.line, endLine: last.endLine, words });
    }
  }
  return speeches;
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;

/** Words of a text as it prints. Scripts without spaces between words count by the character. */
export function countWords(text: string): number {
  return plainText(printedText(text)).match(WORD)?.length ?? 0;
}

/** The speeches of a chunk that stands at `offset` and `line`. */
export function speechesOfChunk(chunk: Chunk, offset: number, line: number): Speech[] {
  const speeches: Speech[] = [];
  let blockOffset = offset;
  let blockLine = line;
  for (const block of chunk.blocks) {
    for (const speech of blockSpeeches(block)) {
      speeches.push(placed(speech, block, blockOffset, blockLine));
    }
    blockOffset += block.text.length;
    blockLine += block.lines;
  }
  return speeches;
}

function placed(speech: BlockSpeech, block: Block, offset: number, line: number): Speech {
  return {
    name: speech.name,
    cue: speech.cue,
    block,
    blockOffset: offset,
    from: speech.from + offset,
    to: speech.to + offset,
    cueLine: speech.cue.line + line,
    line: speech.line + line,
    endLine: speech.endLine + line,
    words: speech.words,
  };
}

/** The speech at an offset: the cursor on the cue's line, in the speech, or at the end of its last line. */
export function speechAt(script: Script, offset: number): Speech | undefined {
  const at = blockAt(script, offset);
  if (!at) {
    return undefined;
  }
  const inside = offset - at.offset;
  const speech = blockSpeeches(at.block).find(({ cue, to }) => inside >= cue.from && inside <= to);
  return speech && placed(speech, at.block, at.offset, at.line);
}

/** Every speech whose cue stands within the span, or in the whole script, in order. */
export function speechesOf(script: Script, span: Span = { from: 0, to: script.length }): readonly Speech[] {
  const speeches: Speech[] = [];
  for (const { block, offset, line } of placedBlocks(script, span.from)) {
    if (offset >= span.to) {
      break;
    }
    for (const speech of blockSpeeches(block)) {
      const cueAt = offset + speech.cue.from;
      if (cueAt >= span.from && cueAt < span.to) {
        speeches.push(placed(speech, block, offset, line));
      }
    }
  }
  return speeches;
}

/** A speech of an earlier script in a later one: found however far it moved, as long as nothing in its block changed. */
export function findAgain(script: Script, { cue }: Speech): Speech | undefined {
  return speechesOf(script).find((speech) => speech.cue === cue);
}
