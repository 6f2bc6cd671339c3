// What a PDF says, as a reader of PDFs finds it: pdf.js, which knows nothing of how it was made.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { cellsOf } from '../../src/core/page/columns';
import { COLUMN_POINTS } from '../../src/core/page/paper';

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  /** Pieces of text with their places: points from the upper left corner, on the baseline. */
  readonly items: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly fonts: readonly string[];
}

export interface ReadBookmark {
  readonly title: string;
  /** Index of the page it leads to, and the distance from its upper edge in points. */
  readonly page: number;
  readonly top: number;
  readonly items: readonly ReadBookmark[];
}

export interface ReadPdf {
  readonly info: Readonly<Record<string, unknown>>;
  readonly pages: readonly ReadPage[];
  readonly bookmarks: readonly ReadBookmark[];
}

/** @throws where pdf.js cannot read it */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes for its own.
  const document = await getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false, useSystemFonts: false }).promise;
  try {
    const pages: ReadPage[] = [];
    const heights: number[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: true });
      const items = content.items.flatMap((item) => {
        const [, , , , x, y] = 'str' in item ? (item.transform as number[]) : [];
        return 'str' in item && item.str.trim() !== '' ? [{ text: item.str, x: x ?? NaN, y: height - (y ?? NaN) }] : [];
      });
      heights.push(height);
      pages.push({ width, height, items, fonts: Object.keys(content.styles) });
    }
    const bookmarks = async (outline: Awaited<ReturnType<typeof document.getOutline>> | null): Promise<ReadBookmark[]> => {
      const read: ReadBookmark[] = [];
      for (const { title, dest, items } of outline ?? []) {
        const [ref, , , y] = dest as unknown as [Parameters<typeof document.getPageIndex>[0], unknown, number, number];
        const page = await document.getPageIndex(ref);
        read.push({ title, page, top: (heights[page] ?? NaN) - y, items: await bookmarks(items as typeof outline) });
      }
      return read;
    };
    return { info: (await document.getMetadata()).info as Record<string, unknown>, pages, bookmarks: await bookmarks(await document.getOutline()) };
  } finally {
    await document.destroy();
  }
}

/** A row of cells by column: what stands where, wide characters with an empty cell behind. Space is what nothing stands in. */
export class Grid {
  private readonly rows = new Map<number, string[]>();

  put(row: number, column: number, text: string): void {
    const cells = this.rows.get(row) ?? [];
    this.rows.set(row, cells);
    let at = column;
    for (const cell of cellsOf(text)) {
      if (cell.columns > 0 && cell.text.trim() !== '') {
        // A second text in the same place is told apart from the first.
        cells[at] = `${cells[at] ?? ''}${cell.text.normalize('NFC')}`;
      }
      at += cell.columns;
    }
  }

  /** "row: text" for every row that has any, in order. */
  lines(): string[] {
    return [...this.rows].filter(([, cells]) => cells.length > 0).sort(([a], [b]) => a - b).map(([row, cells]) => `${row}: ${Array.from(cells, (cell: string | undefined) => cell ?? ' ').join('')}`);
  }
}

/** A page's text by rows and columns. `top` is that of row 0, `baseline` how far below a row's top its letters stand. */
export function gridOf(page: ReadPage, top: number, baseline = 8.637): string[] {
  const grid = new Grid();
  for (const { text, x, y } of page.items) {
    // pdf.js hands a space before a change of font to the text behind it, and says where that text begins, not the space.
    grid.put(Math.round((y - top - baseline) / 12), Math.floor(x / COLUMN_POINTS + 0.02), text.trimStart());
  }
  return grid.lines();
}
