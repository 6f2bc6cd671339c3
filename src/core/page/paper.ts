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
  /** The column where action and headings begin. */
  readonly left: number;
  /** Columns of action and headings. */
  readonly wide: number;
  /** The column where the page number ends. */
  readonly numberEnd: number;
}

// An inch above and below, six lines an inch: 9 inches of US Letter are 54 rows, 9.69 of A4 are 58. The page number stands half an inch down.
// Text begins an inch and a half in, for the binding; the right margin is ragged, "between .5 inches and 1.25 inches" (Academy Nicholl
// Fellowships, script formatting). 62 columns leave 0.8 inch on Letter: of the widths that engines use (page.md: 61 to 63), the one whose
// lines agree with Final Draft's. 59 leave as much on A4.
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  letter: { name: 'letter', width: 612, height: 792, top: 72, headerTop: 36, rows: 54, left: 15, wide: 62, numberEnd: 75 },
  a4: { name: 'a4', width: 595.28, height: 841.89, top: 72, headerTop: 36, rows: 58, left: 15, wide: 59, numberEnd: 73 },
};
