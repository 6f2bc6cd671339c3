// Papers and the screenplay's measures on them: columns of a tenth of an inch, rows of a sixth, as Courier 12 sets them.

export type PaperName = 'letter' | 'a4';

/** Points in a column: Courier 12 has ten characters an inch. */
export const COLUMN_POINTS = 7.2;
/** Points in a row: six lines an inch. */
export const ROW_POINTS = 12;

/** A sheet, in points (1/72 inch), and where the text stands on it. Columns are counted from the paper's left edge. */
export interface Paper {
  readonly name: PaperName;
  readonly width: number;
  readonly height: number;
  /** Points from the paper's upper edge to the top of the body's first row. */
  readonly top: number;
  /** Points from the paper's upper edge to the top of the row that holds the page number. */
  readonly headerTop: number;
  /** Rows of the body: a page. */
  readonly rows: number;
  /** Columns of action and headings. */
  readonly wide: number;
  /** The column where the page number ends. */
  readonly numberEnd: number;
}

// US Letter: an inch above and below leaves 54 rows; the trade counts 55 (page.md, "about 55 lines"). The page number stands half an inch down.
// A4 is 2.3 rows an inch longer and a quarter inch narrower: 57 rows, 58 columns (page.md).
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  letter: { name: 'letter', width: 612, height: 792, top: 72, headerTop: 36, rows: 55, wide: 61, numberEnd: 76 },
  a4: { name: 'a4', width: 595.28, height: 841.89, top: 72, headerTop: 36, rows: 57, wide: 58, numberEnd: 73 },
};
