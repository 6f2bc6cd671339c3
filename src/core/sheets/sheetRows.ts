// A sheet as the rows of a CSV file: what stands on the paper, in its order, figures as figures.
import type { Sheet, SheetCell, SheetFact } from './sheet';

/** Texts and numbers, row by row; an empty row between the parts. */
export function sheetRows({ title, subtitles, facts, parts }: Sheet): (string | number)[][] {
  const rows: (string | number)[][] = [[title], ...subtitles.map((line) => [line]), ...factRows(facts)];
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        rows.push([], [part.text]);
        break;
      case 'paragraph':
        rows.push([part.text]);
        break;
      case 'facts':
        rows.push(...factRows(part.facts));
        break;
      case 'pageBreak':
        rows.push([]);
        break;
      case 'table':
        rows.push([], part.table.columns.map(({ head }) => head.filter((line) => line !== '').join(' ')));
        for (const row of part.table.rows) {
          if (row.kind === 'section') {
            rows.push([row.text]);
          } else {
            rows.push(row.cells.map(valueOf), ...factRows(row.below ?? []));
          }
        }
    }
  }
  return rows;
}

function factRows(facts: readonly SheetFact[]): string[][] {
  return facts.map(({ label, value }) => [label, value]);
}

/** "1 4/8" is a text that a spreadsheet would take for a date, and 12 eighths cannot be added: figures that the trade writes so stay texts. */
function valueOf({ text, value }: SheetCell): string | number {
  return value !== undefined && !text.includes('/') ? value : text;
}
