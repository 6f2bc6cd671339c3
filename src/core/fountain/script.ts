// A Script: the immutable list of blocks, kept in chunks so that a keystroke copies little however long the script is.
import type { Element, Mark, Problem } from './elements';

/**
 * What stands between two places where the parser carries nothing over (in practice: between blank lines),
 * its trailing blank lines included. A block knows no absolute position, and is never changed: after an edit the
 * blocks outside it are the same objects, so anything computed from a block may be cached on its identity.
 */
export interface Block {
  /** The source, to the letter. All blocks' texts together are the script's text. */
  readonly text: string;
  /** How many line ends are in `text`. */
  readonly lines: number;
  /** In source order, not overlapping. */
  readonly elements: readonly Element[];
  /** Every note and boneyard, those that are elements of their own included, in source order. */
  readonly marks: readonly Mark[];
  readonly problems: readonly Problem[];
}

/** A run of neighbouring blocks, with its sums. Never changed, so caches may hang on it as on a block. */
export interface Chunk {
  readonly blocks: readonly Block[];
  readonly length: number;
  readonly lines: number;
}

/** A parsed screenplay. */
export interface Script {
  readonly chunks: readonly Chunk[];
  /** In UTF-16 units. */
  readonly length: number;
  /** The number of line ends: the last line's number, from 0. */
  readonly lines: number;
}

/** A block with its place: offset and line of its first character in the script. */
export interface PlacedBlock {
  readonly block: Block;
  readonly offset: number;
  readonly line: number;
}

/** A chunk with its place. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly offset: number;
  readonly line: number;
}

// Chunks of 128: a keystroke copies one of them and the list of chunks, about the square root of the whole.
const CHUNK = 128;

/** Blocks cut into chunks of even size. */
export function chunksOf(blocks: readonly Block[]): Chunk[] {
  const chunks: Chunk[] = [];
  const size = Math.ceil(blocks.length / Math.max(1, Math.ceil(blocks.length / CHUNK)));
  for (let at = 0; at < blocks.length; at += size) {
    chunks.push(chunkOf(blocks.slice(at, at + size)));
  }
  return chunks;
}

function chunkOf(blocks: readonly Block[]): Chunk {
  let length = 0;
  let lines = 0;
  for (const block of blocks) {
    length += block.text.length;
    lines += block.lines;
  }
  return { blocks, length, lines };
}

export function scriptOf(chunks: readonly Chunk[]): Script {
  let length = 0;
  let lines = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    lines += chunk.lines;
  }
  return { chunks, length, lines };
}

/** Every chunk with its place, in order. */
export function placedChunks(script: Script): PlacedChunk[] {
  const placed: PlacedChunk[] = [];
  let offset = 0;
  let line = 0;
  for (const chunk of script.chunks) {
    placed.push({ chunk, offset, line });
    offset += chunk.length;
    line += chunk.lines;
  }
  return placed;
}

/** Every block with its place, in order, from the block that holds `fromOffset`. */
export function* placedBlocks(script: Script, fromOffset = 0): Generator<PlacedBlock, void, undefined> {
  let offset = 0;
  let line = 0;
  for (const chunk of script.chunks) {
    if (offset + chunk.length <= fromOffset) {
      offset += chunk.length;
      line += chunk.lines;
      continue;
    }
    for (const block of chunk.blocks) {
      if (offset + block.text.length > fromOffset) {
        yield { block, offset, line };
      }
      offset += block.text.length;
      line += block.lines;
    }
  }
}

/** The block that holds `offset`; the last one at the script's end; undefined in an empty script. */
export function blockAt(script: Script, offset: number): PlacedBlock | undefined {
  const inside = Math.min(offset, script.length - 1);
  for (const placed of placedBlocks(script, inside)) {
    return placed;
  }
  return undefined;
}

/** The script's text, to the letter. */
export function textOf(script: Script): string {
  return script.chunks.map((chunk) => chunk.blocks.map((block) => block.text).join('')).join('');
}

/** The source from one offset to another. */
export function sliceOf(script: Script, from: number, to: number): string {
  let slice = '';
  for (const { block, offset } of placedBlocks(script, from)) {
    if (offset >= to) {
      break;
    }
    slice += block.text.slice(Math.max(0, from - offset), to - offset);
  }
  return slice;
}
