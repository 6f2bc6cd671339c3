// What an import is worked out from, and what comes of it.
import type { CsvTableId } from './csvTables';
import type { Production } from './production';
import type { FieldWords } from './validateField';
import type { Said } from './validateSaid';

/** What an import reads by. */
export interface ImportWords extends FieldWords {
  /** Headings besides the English ones, by column name: those of the writer's language. */
  readonly headings: ReadonlyMap<string, string>;
  /** A new id, not used in this production. */
  readonly newId: (production: Production) => string;
}

export interface ImportChange {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly fields: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

export interface RowProblem {
  readonly row: number;
  /** The heading of the cell, as the file has it. */
  readonly column?: string;
  readonly said: Said;
}

export interface ImportPlan {
  readonly table: CsvTableId;
  /** As it would be. Rows with problems are as they were. */
  readonly production: Production;
  readonly added: readonly ImportChange[];
  readonly changed: readonly ImportChange[];
  readonly unchanged: number;
  readonly problems: readonly RowProblem[];
  readonly unknownColumns: readonly string[];
}

/** A row's cells by column id. */
export type Cells = ReadonlyMap<string, string>;
export type RowRead = { readonly ok: true; readonly production: Production; readonly kind: 'added' | 'changed'; readonly name: string; readonly fields: ImportChange['fields'] } | { readonly ok: false; readonly column?: string; readonly said: Said };

export function cellsOf(cells: readonly string[], columns: ReadonlyMap<number, string>): Cells {
  return new Map([...columns].map(([index, id]) => [id, cells[index] ?? '']));
}

/** A heading or word as it is compared: capitals and what is between letters count for nothing. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
