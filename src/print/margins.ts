// What stands above and below the text of a printed page: page number, header, footer.
import { columnsOf } from '../core/page/columns';
import type { Layout } from '../core/page/page';
import { COLUMN_POINTS, ROW_POINTS } from '../core/page/paper';
import type { Pdf } from './pdfDocument';
import { titlePropertiesOf } from './titleProperties';

export interface Margins {
  /** Text in the middle above and below each page but the title page; {title}, {author}, {date}, {page} and {pages} stand for what they say. */
  readonly header?: string;
  readonly footer?: string;
}

// Columns kept free for the page number, and as many on the other side so that the middle stays the middle.
const NUMBER_ROOM = 6;
// Where the body's text begins (core/page/setting.ts).
const LEFT = 15;

/** Draws them on the page with this index in the layout. */
export function drawMargins(pdf: Pdf, layout: Layout, margins: Margins, index: number): void {
  const { paper } = layout;
  const number = pageNumberOf(index);
  if (number !== undefined) {
    pdf.text(number, { x: paper.numberEnd * COLUMN_POINTS, y: paper.headerTop }, { align: 'right' });
  }
  const middle = ((LEFT + paper.numberEnd) / 2) * COLUMN_POINTS;
  const header = marginText(margins.header, layout, index);
  if (header !== '') {
    pdf.text(header, { x: middle, y: paper.headerTop }, { align: 'center' });
  }
  const footer = marginText(margins.footer, layout, index);
  if (footer !== '') {
    pdf.text(footer, { x: middle, y: paper.height - paper.headerTop - ROW_POINTS }, { align: 'center' });
  }
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
  const room = layout.paper.numberEnd - LEFT - 2 * NUMBER_ROOM;
  if (columnsOf(text) <= room) {
    return text;
  }
  let cut = text;
  while (columnsOf(cut) >= room) {
    cut = [...cut].slice(0, -1).join('');
  }
  return `${cut.trimEnd()}…`;
}
