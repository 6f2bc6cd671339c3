// What stands above and below the text of a printed page: page number, header, footer.
import { cellsOf, columnsOf } from '../core/page/columns';
import type { Layout, PageLine } from '../core/page/page';
import { COLUMN_POINTS, ROW_POINTS, type Paper } from '../core/page/paper';
import type { Pdf } from './pdfDocument';
import { titlePropertiesOf } from './titleProperties';

export interface Margins {
  /** Text in the middle above and below each page but the title page; {title}, {author}, {date}, {page} and {pages} stand for what they say. */
  readonly header?: string;
  readonly footer?: string;
}

// Columns kept free for the page number, and as many on the other side so that the middle stays the middle.
const NUMBER_ROOM = 6;
// Columns between where page numbers end and the asterisks of revised lines, and between a scene number and its line's asterisk.
const ASTERISK_GAP = 6;
const NUMBER_GAP = 0.5;
// How much of the page's diagonal a watermark may take, and its largest size in points.
const REACH = 0.72;
const LARGEST = 120;

/** Draws them on the page with this index in the layout. */
export function drawMargins(pdf: Pdf, layout: Layout, margins: Margins, index: number): void {
  const { paper } = layout;
  const number = pageNumberOf(index);
  if (number !== undefined) {
    pdf.text(number, { x: paper.numberEnd * COLUMN_POINTS, y: paper.headerTop }, { align: 'right' });
  }
  const middle = middleOf(paper) * COLUMN_POINTS;
  const header = marginText(margins.header, layout, index);
  if (header !== '') {
    pdf.text(header, { x: middle, y: paper.headerTop }, { align: 'center' });
  }
  const footer = marginText(margins.footer, layout, index);
  if (footer !== '') {
    pdf.text(footer, { x: middle, y: paper.height - paper.headerTop - ROW_POINTS }, { align: 'center' });
  }
}

/** The column around which headers and footers stand. */
export function middleOf({ left, numberEnd }: Paper): number {
  return (left + numberEnd) / 2;
}

/** The column of a revised line's asterisk: in the outer margin, right of the scene numbers. */
export function asteriskColumn({ paper, numberColumns: { right } }: Layout, { number }: PageLine): number {
  return Math.max(paper.numberEnd + ASTERISK_GAP, number !== undefined && right !== undefined ? right + columnsOf(number) + NUMBER_GAP : 0);
}

/** A watermark's words on one line, and the points of their size: as large as the page's diagonal allows. Undefined where there are none. */
export function watermarkOf(words: string | undefined, { width, height }: Paper): { readonly text: string; readonly size: number } | undefined {
  const text = (words ?? '').replace(/\s+/g, ' ').trim();
  const columns = columnsOf(text);
  // A column of Courier is six tenths of its size wide.
  return columns === 0 ? undefined : { text, size: Math.min(LARGEST, (REACH * Math.hypot(width, height)) / (columns * 0.6)) };
}

/** "2." and so on; the first page has none, as is the custom of the trade. */
export function pageNumberOf(index: number): string | undefined {
  return index === 0 ? undefined : `${index + 1}.`;
}

/** A header's or footer's words on a page, cut where they would run into the page number. */
export function marginText(template: string | undefined, layout: Layout, index: number): string {
  if (!template?.trim()) {
    return '';
  }
  const words: Readonly<Record<string, string | undefined>> = { ...titlePropertiesOf(layout.script), page: String(index + 1), pages: String(layout.pages.length) };
  const text = template.replace(/\{(title|author|date|page|pages)\}/g, (_, name: string) => words[name] ?? '').replace(/\s+/g, ' ').trim();
  const room = layout.paper.numberEnd - layout.paper.left - 2 * NUMBER_ROOM;
  let columns = 0;
  let end = 0;
  // No further than there is room: a title may be a whole page long, and stands on every page.
  for (const cell of cellsOf(text)) {
    columns += cell.columns;
    if (columns > room) {
      return `${text.slice(0, end).trimEnd()}…`;
    }
    // The dots take a column too.
    end = columns < room ? cell.at + cell.text.length : end;
  }
  return text;
}
