// A sheet of the shoot as plain text: tables in columns, for a terminal.
import type { Sheet, SheetFact, SheetPart, SheetTable } from '../core/sheets/sheet';

const WIDEST = 32;
/** The marks of days in columns of one width. */
const MARK = 3;

/** The whole sheet. */
export function sheetText({ title, subtitles, facts, parts }: Sheet): string {
  return [title, ...subtitles, ...factLines(facts)].map((line) => `${line}\n`).join('') + parts.map((part) => partText(part, title)).join('');
}

/** A table is named where it is not the sheet itself. */
function partText(part: SheetPart, title: string): string {
  switch (part.kind) {
    case 'heading':
      return `\n${part.text}\n`;
    case 'paragraph':
      return `\n${part.text}\n`;
    case 'facts':
      return `\n${factLines(part.facts).map((line) => `${line}\n`).join('')}`;
    case 'table':
      return `${part.table.caption === title ? '' : `\n${part.table.caption}`}${tableText(part.table)}`;
    case 'pageBreak':
      return '';
  }
}

const factLines = (facts: readonly SheetFact[]): string[] => facts.map(({ label, value }) => `${label}: ${value.replace(/\s*\n\s*/g, ', ')}`);

function tableText({ columns, rows }: SheetTable): string {
  const heads = Math.max(...columns.map(({ head }) => head.length));
  const headRows = Array.from({ length: heads }, (_, line) => columns.map(({ head }) => head[line] ?? ''));
  const texts = rows.map((row) => (row.kind === 'cells' ? row.cells.map(({ text }) => cut(text)) : []));
  const widths = columns.map(({ align }, column) => Math.max(align === 'centre' ? MARK : 0, ...[...headRows, ...texts].map((row) => lengthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string => row.map((text, column) => pad(text, widths[column] ?? 0, columns[column]?.align ?? 'left')).join(' ').trimEnd();
  const body = rows.flatMap((row, index): string[] => {
    if (row.kind === 'section') {
      return [`-- ${row.text}`];
    }
    return [line(texts[index] ?? []), ...factLines(row.below ?? []).map((below) => `      ${below}`)];
  });
  return `\n${[...headRows.map(line), ...body].map((each) => `${each}\n`).join('')}`;
}

const lengthOf = (text: string): number => [...text].length;

const cut = (text: string): string => (lengthOf(text) > WIDEST ? `${[...text].slice(0, WIDEST - 1).join('')}…` : text);

function pad(text: string, width: number, align: 'left' | 'centre' | 'right'): string {
  const missing = Math.max(0, width - lengthOf(text));
  const before = align === 'right' ? missing : align === 'centre' ? Math.floor(missing / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}
