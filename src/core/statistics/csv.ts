// A table as CSV that spreadsheets open as it is: RFC 4180, with nothing in it that they would run.

/** A byte order mark: without it Excel reads UTF-8 as something else. */
const MARK = '\uFEFF';

/** A cell that begins so is a formula to a spreadsheet, and formulas can send a sheet's contents away. */
export const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r|%＝＋－＠]/u;

/** Rows of texts and numbers as CSV. Numbers stay numbers; a text that could be taken for a formula gets an apostrophe before it. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : '';
  }
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
