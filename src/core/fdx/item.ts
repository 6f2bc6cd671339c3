// A script between the two formats: its elements in order, as both Final Draft and Fountain can say them.
import type { TitlePageEntry } from '../fountain/elements';
import type { Piece } from './pieces';

/** What its text is in Fountain to the letter, where the usual way to write it would read otherwise. */
interface Sourced {
  readonly source?: string;
}

export interface TextItem extends Sourced {
  readonly kind: 'action' | 'parenthetical' | 'dialogue' | 'transition' | 'centered';
  readonly pieces: readonly Piece[];
}

export interface LyricsItem extends Sourced {
  readonly kind: 'lyrics';
  readonly pieces: readonly Piece[];
  /** Not part of the speech above it. */
  readonly apart: boolean;
}

export interface HeadingItem extends Sourced {
  readonly kind: 'sceneHeading';
  readonly pieces: readonly Piece[];
  readonly number?: string;
}

export interface CueItem {
  readonly kind: 'character';
  /** Name and extension: `MARA (V.O.)`, then the notes in it. */
  readonly pieces: readonly Piece[];
  /** The right half of a dual dialogue. */
  readonly dual: boolean;
  /** The cue's line to the letter, caret included, where its name and notes alone would read otherwise. */
  readonly source?: string;
}

/** What does not print, on lines of its own. */
export interface SilentItem {
  readonly kind: 'synopsis' | 'note' | 'boneyard';
  readonly text: string;
}

export interface SectionItem {
  readonly kind: 'section';
  readonly text: string;
  readonly depth: number;
}

export interface PageBreakItem {
  readonly kind: 'pageBreak';
}

/** A scene taken out in Final Draft, kept as Fountain text in a boneyard. */
export interface OmittedItem {
  readonly kind: 'omitted';
  readonly items: readonly Item[];
}

export type Item = TextItem | LyricsItem | HeadingItem | CueItem | SilentItem | SectionItem | PageBreakItem | OmittedItem;

/** A whole script. */
export interface Draft {
  readonly titlePage: readonly TitlePageEntry[];
  readonly items: readonly Item[];
}
