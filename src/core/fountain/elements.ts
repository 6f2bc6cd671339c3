// The elements of a screenplay, as data. Positions inside a block are relative to the block's start.

/** A stretch of text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What every element knows. `from`..`to` is its source (forcing marks included, the last line end not),
 * relative to its block's start; `line` and `endLine` are the lines of its first and last character,
 * counted from the block's first line.
 */
interface Placed extends Span {
  readonly line: number;
  readonly endLine: number;
}

/** `key: value` pairs at the head of the file (Fountain 1.1, Title Page). */
export interface TitlePage extends Placed {
  readonly kind: 'titlePage';
  readonly entries: readonly TitlePageEntry[];
}

/** One key as written, and its values in order, one a line. */
export interface TitlePageEntry {
  readonly key: string;
  readonly values: readonly string[];
}

/** INT. / EXT. or forced by a leading dot. `text` is without the dot and the scene number. */
export interface SceneHeading extends Placed {
  readonly kind: 'sceneHeading';
  readonly text: string;
  readonly number?: string;
  readonly forced: boolean;
}

export interface Action extends Placed {
  readonly kind: 'action';
  readonly text: string;
}

/** The cue of a speech: who speaks. */
export interface Character extends Placed {
  readonly kind: 'character';
  /** Without extension, forcing `@`, caret, notes and emphasis marks. */
  readonly name: string;
  /** Without the outer brackets; several joined with their inner brackets kept: `V.O.) (CONT'D`. */
  readonly extension?: string;
  /** The cue ends in `^`. Whether it really pairs is a question on the Script: see dualDialogue. */
  readonly caret: boolean;
  readonly forced: boolean;
}

/** Brackets kept in `text`. */
export interface Parenthetical extends Placed {
  readonly kind: 'parenthetical';
  readonly text: string;
}

/** The lines between two parentheticals, joined by "\n"; a two-space line is an empty line. */
export interface Dialogue extends Placed {
  readonly kind: 'dialogue';
  readonly text: string;
}

/** One line, inside or outside a speech. */
export interface Lyrics extends Placed {
  readonly kind: 'lyrics';
  readonly text: string;
}

export interface Transition extends Placed {
  readonly kind: 'transition';
  readonly text: string;
  readonly forced: boolean;
}

export interface Centered extends Placed {
  readonly kind: 'centered';
  readonly text: string;
}

export interface Section extends Placed {
  readonly kind: 'section';
  readonly text: string;
  /** The number of `#`. */
  readonly depth: number;
}

export interface Synopsis extends Placed {
  readonly kind: 'synopsis';
  readonly text: string;
}

/** A note on lines of its own. Notes inside other elements are marks of the block. */
export interface Note extends Placed {
  readonly kind: 'note';
  readonly text: string;
}

/** A boneyard on lines of its own. */
export interface Boneyard extends Placed {
  readonly kind: 'boneyard';
  readonly text: string;
}

export interface PageBreak extends Placed {
  readonly kind: 'pageBreak';
}

export type Element =
  | TitlePage
  | SceneHeading
  | Action
  | Character
  | Parenthetical
  | Dialogue
  | Lyrics
  | Transition
  | Centered
  | Section
  | Synopsis
  | Note
  | Boneyard
  | PageBreak;

export type ElementKind = Element['kind'];

/** Where what is spoken ends: the index of the first element from `from` on, just behind a cue, that is not of its speech. */
export function speechEnd(elements: readonly Element[], from: number): number {
  let end = from;
  for (let said = elements[end]; said?.kind === 'dialogue' || said?.kind === 'parenthetical' || said?.kind === 'lyrics'; said = elements[end]) {
    end++;
  }
  return end;
}

/** A note or boneyard anywhere in a block, its brackets included in the span and not in `text`. */
export interface Mark extends Span {
  readonly kind: 'note' | 'boneyard';
  readonly text: string;
}

/** Something that looks like a slip of the pen. Parsing never fails; it notices. */
export interface Problem extends Span {
  readonly kind: 'headingNeedsBlankAfter' | 'unclosedNote' | 'unclosedBoneyard';
}
