// What a laid-out script is: pages of lines with their places, for the preview, print, page counts and eighths alike.
import type { Script } from '../fountain/script';
import type { Paper, PaperName } from './paper';

/** What decides the layout. Equal options give the same cached Layout for the same Script. */
export interface PageOptions {
  readonly paper: PaperName;
  /** Where scene numbers are printed. */
  readonly sceneNumbers: 'none' | 'left' | 'right' | 'both';
  /** Blank rows above a scene heading. */
  readonly blankRowsAboveHeadings: 1 | 2;
  /** What Fountain leaves out of print, printed after all. These change the pages; page counts and eighths are without them. */
  readonly notes: boolean;
  readonly synopses: boolean;
  readonly sections: boolean;
  /** Below a speech that goes on overleaf, and behind its cue there: "(MORE)", "(CONT'D)". */
  readonly more: string;
  readonly continued: string;
}

export const STANDARD_PAGE: PageOptions = {
  paper: 'letter',
  sceneNumbers: 'both',
  blankRowsAboveHeadings: 1,
  notes: false,
  synopses: false,
  sections: false,
  more: '(MORE)',
  continued: "(CONT'D)",
};

export type LineKind =
  | 'titlePage'
  | 'sceneHeading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'lyrics'
  | 'transition'
  | 'centered'
  | 'section'
  | 'synopsis'
  | 'note'
  | 'more';

/** A stretch of one style within a line. */
export interface Run {
  readonly text: string;
  /** Columns from the line's own column to where the run begins. */
  readonly column: number;
  /** Columns it takes: one a character, two a wide one (East Asian Width), none a combining one. */
  readonly width: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
}

/** One line as it is printed. Two lines share a row in dual dialogue. */
export interface PageLine {
  readonly kind: LineKind;
  /** From 0, the body's first. On a title page rows may go beyond the body's. */
  readonly row: number;
  /** Where it begins, in columns from the paper's left edge. Not whole where it is centred or stands at the right. */
  readonly column: number;
  readonly runs: readonly Run[];
  /** The scene's number, on the first line of a heading: printed where the layout's numberColumns say. */
  readonly number?: string;
  /** The source it prints: UTF-16 offsets and line from the page's base (see Layout.bases). (MORE) and a repeated cue stand where the speech parts, with from = to. */
  readonly from: number;
  readonly to: number;
  readonly sourceLine: number;
}

/**
 * A page, as pagination leaves it: the same object after an edit as long as nothing on it changed, wherever it moved to and
 * whatever its number is now. So what is made of it (its HTML, its lines) is cached on it.
 */
export interface Page {
  /** Rows that are used. */
  readonly rows: number;
}

/** Where a page's base stands in the script: every place on the page is relative to it. */
export interface PageBase {
  readonly offset: number;
  readonly line: number;
}

export interface Layout {
  readonly script: Script;
  readonly options: PageOptions;
  readonly paper: Paper;
  /** Where printed scene numbers end at the left margin and begin at the right one, in columns; undefined where they are not printed. */
  readonly numberColumns: { readonly leftEnd?: number; readonly right?: number };
  /** Not counted and without a page number. Absent where the script has no title page. */
  readonly titlePage?: Page;
  /** The script's pages: index 0 is page 1, which prints no number. Empty when nothing prints. */
  readonly pages: readonly Page[];
}
