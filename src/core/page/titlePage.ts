// The title page: title, credit, author and source in the middle, contact and draft date at the foot.
import type { TitlePage } from '../fountain/elements';
import type { Block } from '../fountain/script';
import { columnsOf } from './columns';
import type { Page, PageLine } from './page';
import { styledRuns } from './pageLines';
import { printedOf, sourceOf } from './printed';
import type { Setting } from './setting';
import { breaksOf } from './wrap';

export interface LaidTitlePage extends Page {
  readonly titleLines: readonly PageLine[];
}

/** Fountain 1.1, Title Page: "Title, Credit, Author (or Authors), and Source will be centered on the page. Contact and Draft date at the lower left." */
const CENTERED = /^(title|credits?|authors?|written by|source|based on)$/i;
/** At the foot: what the page asks for there, and what the programs print there too. Keys that nobody knows are kept and not printed (fountain.md, rule 26). */
const AT_FOOT = /^(contact( info)?|(draft )?date|draft|revision|copyright|notes)$/i;
// The trade sets the title about a third down the sheet.
const TITLE_ROW = 18;

/** A line before it has its row. */
interface Loose {
  readonly text: string;
  readonly line: Omit<PageLine, 'row'>;
}

/** The title page of a script's first block; undefined where it has none. */
export function titlePageOf(block: Block | undefined, setting: Setting): LaidTitlePage | undefined {
  const element = block?.elements[0];
  if (!block || element?.kind !== 'titlePage' || !element.entries.some(({ key }) => isPrinted(key))) {
    return undefined;
  }
  const known = setting.titlePages.get(block);
  if (known) {
    return known;
  }
  const page = lay(block, element, setting);
  setting.titlePages.set(block, page);
  return page;
}

function lay(block: Block, element: TitlePage, setting: Setting): LaidTitlePage {
  const middle: Loose[][] = [];
  const foot: Loose[][] = [];
  const next = placesIn(block, element);
  for (const { key, values } of element.entries) {
    const centered = CENTERED.test(key.trim());
    const lines = values.flatMap((value) => valueLines(value, next(value), setting, centered));
    if (lines.length > 0 && isPrinted(key)) {
      (centered ? middle : foot).push(lines);
    }
  }
  const middleRows = stack(middle);
  const footRows = stack(foot);
  // The foot ends with the body's last row; a long one begins higher, and what is in the middle makes room for it.
  const footTop = Math.max(0, setting.paper.rows - footRows.count);
  const middleTop = Math.max(0, Math.min(TITLE_ROW, footTop - middleRows.count - 2));
  const below = Math.max(footTop, middleRows.count === 0 ? 0 : middleTop + middleRows.count + 1);
  const titleLines = [...place(middleRows.lines, middleTop), ...place(footRows.lines, below)];
  return { rows: (titleLines.at(-1)?.row ?? -1) + 1, titleLines };
}

/** Whether a key's values stand on the page. */
function isPrinted(key: string): boolean {
  return CENTERED.test(key.trim()) || AT_FOOT.test(key.trim());
}

/** Finds each value's place in the source: they stand there in the same order. */
function placesIn(block: Block, element: TitlePage): (value: string) => { from: number; line: number } {
  let at = element.from;
  let counted = 0;
  let line = 0;
  return (value) => {
    const found = block.text.indexOf(value, at);
    const from = found < 0 ? at : found;
    at = found < 0 ? at : found + value.length;
    line += block.text.slice(counted, from).split(/\r\n|\n|\r/).length - 1;
    counted = from;
    return { from, line };
  };
}

function valueLines(value: string, { from, line }: { from: number; line: number }, { paper }: Setting, centered: boolean): Loose[] {
  const printed = printedOf(value, false);
  const lines: Loose[] = [];
  if (printed.text.trim() === '') {
    return lines;
  }
  const breaks = breaksOf(printed, { width: paper.wide, hang: 0 });
  for (let at = 0; at < breaks.length; at += 2) {
    const start = breaks[at] ?? 0;
    const end = breaks[at + 1] ?? start;
    const text = printed.text.slice(start, end);
    const column = paper.left + (centered ? Math.max(0, paper.wide - columnsOf(text)) / 2 : 0);
    const runs = styledRuns(printed, start, end);
    lines.push({ text, line: { kind: 'titlePage', column, runs, from: from + sourceOf(printed, start, value), to: from + sourceOf(printed, end, value), sourceLine: line } });
  }
  return lines;
}

/** Groups one under the other with a blank row between, a line each. */
function stack(groups: readonly Loose[][]): { lines: { row: number; loose: Loose }[]; count: number } {
  const lines: { row: number; loose: Loose }[] = [];
  let row = 0;
  for (const group of groups) {
    row += row > 0 ? 1 : 0;
    for (const loose of group) {
      lines.push({ row: row++, loose });
    }
  }
  return { lines, count: row };
}

function place(lines: readonly { row: number; loose: Loose }[], top: number): PageLine[] {
  return lines.map(({ row, loose }) => ({ ...loose.line, row: top + row }));
}
