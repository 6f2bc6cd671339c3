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

/** A run of neighbouring blocks, with its sums. An implementation detail that caches may hang on, as on blocks. */
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
