// What the statistics view and the extension say to each other: a report of plain data, ready in the writer's language.

/** What a stretch of a drawing stands for; the view and the PDF each choose its colour. */
export type Role = 'action' | 'dialogue' | 'accent' | 'accentSoft' | 'soft' | 'band' | 'bandOther' | 'grid' | 'axis' | 'ink' | 'faint' | 'onFill';

/** A shape of a drawing. Places and sizes in pixels (or points) from the upper left corner. */
export type Shape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly role: Role; readonly radius?: number; readonly outlined?: boolean }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly role: Role; readonly outlined?: boolean }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly role: Role; readonly dashed?: boolean; readonly width?: number }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly role: Role; readonly anchor: 'start' | 'middle' | 'end'; readonly size: number; readonly bold?: boolean }
  /** Where one can point, press Enter or click: says its label, goes to its place. */
  | { readonly kind: 'spot'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly label: string; readonly target: number };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** What it shows, for who does not see it. */
  readonly label: string;
}

/** A place in the script, by its offset. */
export interface Place {
  readonly label: string;
  readonly target: number;
}

export interface Cell {
  readonly text: string;
  /** What the column sorts by, where the text would not do. */
  readonly sort?: number;
  readonly target?: number;
  /** Drawn behind the figure, 0 to 1. */
  readonly bar?: number;
  readonly places?: readonly Place[];
}

export interface Column {
  readonly label: string;
  readonly numeric: boolean;
  /** What the figure means, where its name does not say it. */
  readonly explains?: string;
}

export interface Table {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows shown at first; the others at a click. 0: the whole table waits behind its caption. */
  readonly shown: number;
}

/** A heading with what belongs under it. */
export interface Part {
  readonly id: string;
  readonly heading: string;
  readonly lead: string;
  readonly drawing?: Drawing;
  /** The picture is narrow: its first table may stand beside it. */
  readonly beside?: boolean;
  readonly tables: readonly Table[];
  readonly note?: string;
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly detail?: string;
}

export interface Report {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly parts: readonly Part[];
  readonly words: Words;
}

/** Words of the view itself, in the writer's language. */
export interface Words {
  /** "Show all {0}" and its opposite, "Show as a table". */
  readonly showAll: string;
  readonly showFewer: string;
  readonly asTable: string;
  readonly goTo: string;
  readonly export: string;
  readonly contents: string;
  /** How to move within a picture, for screen readers. */
  readonly keys: string;
}

export type ToStatistics =
  | { readonly kind: 'show'; readonly uri: string; readonly report: Report }
  | { readonly kind: 'nothing'; readonly uri: string; readonly title: string; readonly hint: string };

export type FromStatistics =
  /** The width that a picture may take, in pixels: told at the start and whenever it changes. */
  | { readonly kind: 'width'; readonly width: number }
  | { readonly kind: 'goTo'; readonly target: number }
  | { readonly kind: 'export' };

// A script is not as long, nor a window as wide.
const MOST = 1e9;
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= MOST;

/** What the view said, if it is something that it may say; undefined otherwise. A webview is a browser: nothing of it is taken on trust. */
export function readFromStatistics(value: unknown): FromStatistics | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const said = value as Readonly<Record<string, unknown>>;
  const { kind, width, target } = said;
  switch (kind) {
    case 'width':
      return isCount(width) ? { kind, width } : undefined;
    case 'goTo':
      return isCount(target) && Number.isInteger(target) ? { kind, target } : undefined;
    case 'export':
      return { kind };
    default:
      return undefined;
  }
}
