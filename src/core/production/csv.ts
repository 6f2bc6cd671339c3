// CSV as spreadsheets write it, read: RFC 4180 with commas, semicolons or tabs, a byte order mark, and any line ends.
// Not a package: what is hard here is not the quotes but knowing the separator by the headings that are known, and giving back what
// our own export guards; and the types of the usual reader would bring Node and the DOM into the core.
import { csvOf, FORMULA } from '../statistics/csv';

/** A row of the file; `number` is the one that a spreadsheet shows beside it, from 1. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t'];
/** More than any production has of anything, and few enough that an import is worked out while one waits. */
export const MOST_ROWS = 2000;
const MOST_CELLS = 200;

/**
 * The rows that hold anything: the headings and `MOST_ROWS` more, and one beyond that where there are too many.
 * @param known how many cells of a first row are headings that are known: the separator that gives the most is taken
 */
export function readCsv(text: string, known: (cells: readonly string[]) => number): CsvRow[] {
  const bare = text.replace(/^\uFEFF/u, '');
  const said = /^sep=(.)\r?\n/i.exec(bare);
  const body = said ? bare.slice(said[0].length) : bare;
  const separators = said?.[1] === undefined ? SEPARATORS : [said[1]];
  const best = separators
    .map((separator) => {
      const first = rowsOf(body, separator, 1)[0]?.cells ?? [];
      return { separator, score: known(first) * MOST_CELLS + Math.min(first.length, MOST_CELLS - 1) };
    })
    .reduce((a, b) => (b.score > a.score ? b : a));
  // The line that names the separator is a row of the sheet's own numbering no more: spreadsheets hide it.
  return rowsOf(body, best.separator, MOST_ROWS + 2);
}

/** Rows of texts and numbers as CSV; what a spreadsheet would take for a formula is guarded so that `readCsv` gives it back. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return csvOf(rows.map((row) => row.map((cell) => (typeof cell === 'string' && GUARDED.test(cell) ? `'${cell}` : cell))));
}

// A text that already looks guarded is guarded once more, so that the one apostrophe taken away in reading is always ours.
const GUARDED = new RegExp(`^'+(?:${FORMULA.source.slice(1)})`, 'u');

function unguarded(cell: string): string {
  return (GUARDED.test(cell) ? cell.slice(1) : cell).trim();
}

/** Rows that hold nothing are counted and passed over. Quoted cells hold separators, line ends and doubled quotes; a quote within a bare cell is a quote. */
function rowsOf(text: string, separator: string, most: number): CsvRow[] {
  const rows: CsvRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < most) {
    const { cell, end } = cellAt(text, at, separator);
    cells.push(cell);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) {
        continue;
      }
      // A separator at the very end has an empty cell behind it.
      cells.push('');
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    number += 1;
    const plain = cells.map(unguarded);
    if (plain.some((cell) => cell !== '')) {
      rows.push({ number, cells: plain });
    }
    cells = [];
  }
  return rows;
}

function cellAt(text: string, from: number, separator: string): { readonly cell: string; readonly end: number } {
  if (text[from] !== '"') {
    const end = endOfBare(text, from, separator);
    return { cell: text.slice(from, end), end };
  }
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      // Never closed: the rest of the file is what it holds.
      return { cell: cell + text.slice(at), end: text.length };
    }
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = endOfBare(text, quote + 1, separator);
      return { cell: cell + text.slice(quote + 1, end), end };
    }
    cell += '"';
    at = quote + 2;
  }
}

function endOfBare(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
    end += 1;
  }
  return end;
}
