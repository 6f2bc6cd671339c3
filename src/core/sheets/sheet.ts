// A paper of the shoot as plain data: its view, its PDF and its CSV all draw from this and from nothing else.

export type SheetKind = 'dayOutOfDays' | 'oneLine' | 'shootingSchedule' | 'call' | 'costs' | 'breakdown' | 'elements';

export interface Sheet {
  readonly kind: SheetKind;
  /** "Day Out of Days". */
  readonly title: string;
  /** Lines under the title: the production, the board, the date. Never empty lines. */
  readonly subtitles: readonly string[];
  /** Label and value, shown in a block above everything else. */
  readonly facts: readonly SheetFact[];
  /** In reading order. A sheet with nothing to show has one paragraph that says so. */
  readonly parts: readonly SheetPart[];
  /** Wider than high: the paper is turned. */
  readonly landscape: boolean;
}

export interface SheetFact {
  readonly label: string;
  /** May have line breaks (an address). */
  readonly value: string;
}

export type SheetPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly SheetFact[] }
  | { readonly kind: 'table'; readonly table: SheetTable }
  /** What follows begins a new page where there are pages. */
  | { readonly kind: 'pageBreak' };

export interface SheetTable {
  /** What the table is, for a caption and for who hears it instead of seeing it. */
  readonly caption: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
}

export interface SheetColumn {
  /** One line, or some (shooting day, date, weekday), from the top. */
  readonly head: readonly string[];
  readonly align: 'left' | 'centre' | 'right';
  /** Share of the width: 1 is a narrow column of two or three signs, 20 a text. */
  readonly width: number;
  /** The column of a day on which nothing is shot: shaded. */
  readonly closed?: boolean;
}

export type SheetRow =
  /** Cell for cell with the columns. `total`: a row of sums, set apart. */
  | { readonly kind: 'cells'; readonly cells: readonly SheetCell[]; readonly strip?: StripTone; readonly total?: boolean; readonly about?: SheetAbout; /** Lines below the cells over the whole width: a synopsis, elements by category. */ readonly below?: readonly SheetFact[] }
  /** One text over all columns: "END OF DAY 3 - 4 5/8 pages - Tue 12 May". `banner`: put between strips by hand. */
  | { readonly kind: 'section'; readonly text: string; readonly tone: 'dayBreak' | 'dayOff' | 'banner' | 'group'; readonly about?: SheetAbout };

export interface SheetCell {
  readonly text: string;
  /** The figure itself where the text shows one, for a spreadsheet. */
  readonly value?: number;
  readonly tone?: CellTone;
  /** The id of a category, whose colour it may be drawn in. */
  readonly category?: string;
}

/** What a cell says besides its text. Colours are whoever draws it's own. */
export type CellTone = 'start' | 'work' | 'finish' | 'held' | 'dropped' | 'closed' | 'warning' | 'quiet' | 'strong';

/** The trade's strips: white, yellow, blue, green. Both inside and outside is as outside; dawn and dusk have tones of their own. */
export type StripTone = 'intDay' | 'extDay' | 'intNight' | 'extNight' | 'intDawn' | 'extDawn' | 'intDusk' | 'extDusk';

/** What a row is about, so that a view can go there. */
export type SheetAbout = { readonly kind: 'scene'; readonly id: string } | { readonly kind: 'element'; readonly id: string } | { readonly kind: 'day'; /** Index into the plan's days. */ readonly index: number };
