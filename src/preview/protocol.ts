// What the preview's page and the extension say to each other. Plain data; the page imports this and nothing else of src.

/** Styles of a piece, added up. */
export const BOLD = 1;
export const ITALIC = 2;
export const UNDERLINE = 4;

/** A stretch of a line: plain text of one column a character, or text with more to say. */
export type Piece = string | StyledPiece;

export interface StyledPiece {
  readonly text: string;
  /** BOLD, ITALIC, UNDERLINE. */
  readonly style?: number;
  /** The columns it takes, where the page's own font does not decide: other scripts, emoji. */
  readonly columns?: number;
  /** These are East Asian letters, two columns each. */
  readonly wide?: true;
  /** Blank columns before it. */
  readonly gap?: number;
}

/** One printed line. Its place is in columns from the paper's left edge and rows from the body's top. */
export interface SheetLine {
  readonly kind: string;
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly Piece[];
  /** A scene heading's number. */
  readonly number?: string;
  /** Columns of a line that holds letters written from right to left: it is put in order as one. */
  readonly bidi?: number;
}

/** A page as it is drawn. A sheet keeps its id for as long as nothing on it changes. */
export interface Sheet {
  readonly id: number;
  readonly lines: readonly SheetLine[];
}

/** The paper in points, and the columns of page and scene numbers. */
export interface PaperShape {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly headerTop: number;
  readonly numberEnd: number;
  readonly leftEnd?: number;
  readonly right?: number;
}

/** A line of a sheet, both by index. */
export interface Mark {
  readonly sheet: number;
  readonly line: number;
}

export const SHOWN = ['notes', 'synopses', 'sections'] as const;
export type Shown = (typeof SHOWN)[number];

/** Every word of the page, in the writer's language. {0}, {1} stand for figures. */
export interface Words {
  readonly toolbar: string;
  readonly pages: string;
  readonly page: string;
  readonly goToPage: string;
  readonly ofPages: string;
  readonly titlePage: string;
  readonly titleShort: string;
  readonly zoom: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly actualSize: string;
  readonly shown: Readonly<Record<Shown, string>>;
  readonly themePaper: string;
  readonly syncScroll: string;
  readonly locked: string;
  readonly noScript: string;
  readonly noScriptHint: string;
  readonly openSample: string;
  readonly newScript: string;
  readonly nothing: string;
  readonly nothingHint: string;
}

/** How the page looks and moves, by the writer's settings. */
export interface Look {
  readonly words: Words;
  readonly paper: 'light' | 'theme';
  readonly syncScroll: boolean;
  readonly shown: Readonly<Record<Shown, boolean>>;
  readonly locked: boolean;
  /** The script's address, kept by the page so that a reload finds it again. */
  readonly uri?: string;
}

export type ToPreview =
  | { readonly kind: 'look'; readonly look: Look }
  | Patch
  /** Sheets that the page asked for. */
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'cursor'; readonly mark?: Mark; readonly reveal: boolean }
  /** Brings a line to a height of the view: 0 the top, 1 the bottom. */
  | { readonly kind: 'scroll'; readonly mark: Mark; readonly height: number };

/** The list of sheets, changed in one place. What is not inserted is what it was. */
export interface Patch {
  readonly kind: 'pages';
  /** Told back when it is drawn. */
  readonly stamp: number;
  readonly shape: PaperShape;
  /** Whether the first sheet is a title page: it is not counted. */
  readonly titled: boolean;
  readonly from: number;
  readonly removed: number;
  /** An id alone stands for a sheet that the page asks for when it needs it. */
  readonly inserted: readonly (Sheet | number)[];
  /** Why there is no sheet at all. */
  readonly empty?: 'noScript' | 'nothing';
  readonly mark?: Mark;
  readonly reveal: boolean;
}

export type FromPreview =
  | { readonly kind: 'ready' }
  | { readonly kind: 'drawn'; readonly stamp: number }
  | { readonly kind: 'want'; readonly ids: readonly number[] }
  /** The sheets in sight, from index to index. */
  | { readonly kind: 'inView'; readonly first: number; readonly last: number }
  /** The writer scrolled: what is at the top now. */
  | { readonly kind: 'scrolled'; readonly sheet: number; readonly row: number }
  /** To the source of a line; `column` counts from the paper's left edge. */
  | { readonly kind: 'jump'; readonly sheet: number; readonly line: number; readonly column: number; readonly focus: boolean }
  | { readonly kind: 'show'; readonly what: Shown; readonly on: boolean }
  | { readonly kind: 'paper'; readonly paper: 'light' | 'theme' }
  | { readonly kind: 'syncScroll'; readonly on: boolean }
  | { readonly kind: 'lock'; readonly on: boolean }
  | { readonly kind: 'start'; readonly what: 'sample' | 'new' };

/** What a page keeps over a reload. */
export interface Kept {
  readonly uri?: string;
  readonly locked?: boolean;
}

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** What the page said, if it is something that it may say; undefined otherwise. A webview is a browser: nothing of it is taken on trust. */
export function readFromPreview(value: unknown): FromPreview | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const said = value as Readonly<Record<string, unknown>>;
  return isFromPreview(said) ? (said as unknown as FromPreview) : undefined;
}

function isFromPreview(said: Readonly<Record<string, unknown>>): boolean {
  const { kind, stamp, ids, first, last, sheet, row, line, column, focus, what, on, paper } = said;
  switch (kind as FromPreview['kind']) {
    case 'ready':
      return true;
    case 'drawn':
      return isIndex(stamp);
    case 'want':
      return Array.isArray(ids) && ids.length <= 10_000 && ids.every(isIndex);
    case 'inView':
      return isIndex(first) && isIndex(last);
    case 'scrolled':
      return isIndex(sheet) && typeof row === 'number' && Number.isFinite(row);
    case 'jump':
      return isIndex(sheet) && isIndex(line) && typeof column === 'number' && Number.isFinite(column) && isFlag(focus);
    case 'show':
      return SHOWN.includes(what as Shown) && isFlag(on);
    case 'paper':
      return paper === 'light' || paper === 'theme';
    case 'syncScroll':
    case 'lock':
      return isFlag(on);
    case 'start':
      return what === 'sample' || what === 'new';
    default:
      return false;
  }
}

/** What a page kept, as far as it makes sense. */
export function readKept(value: unknown): Kept {
  const kept = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const { uri, locked } = kept;
  return { ...(typeof uri === 'string' && { uri }), ...(isFlag(locked) && { locked }) };
}
