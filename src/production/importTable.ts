// A table from a spreadsheet into the production: what would change is shown first, and nothing is changed without a yes.
import * as vscode from 'vscode';
import { planImport, tableOf } from '../core/production/csvImport';
import type { ImportChange, ImportPlan } from '../core/production/csvPlan';
import { CSV_TABLES, type CsvTableId } from '../core/production/csvTables';
import { WriterError } from '../host/commands';
import { nameIn } from '../host/fileName';
import { plainMessage } from '../host/plainMessage';
import type { Productions } from '../planning/planning';
import { importWordsOf, tellerOf } from './context';
import { pickTable, tableNames } from './exportTables';
import type { ImportShown } from './protocol';
import type { Teller } from './teller';

/** What another command may say beforehand. */
export interface ImportWish {
  readonly source?: vscode.Uri;
  readonly table?: CsvTableId;
}

/** Where the writer is asked. */
interface Asking {
  ask(shown: ImportShown): Promise<boolean>;
}

const MOST_BYTES = 5_000_000;
const MOST_LINES = 40;

/** @returns whether anything was imported */
export async function importTable(productions: Productions, uri: vscode.Uri, open: () => Promise<Asking>, wish: ImportWish = {}): Promise<boolean> {
  const state = await productions.of(uri);
  if (state.trouble !== undefined) {
    throw new WriterError(state.trouble);
  }
  const filters = { [vscode.l10n.t('Tables (CSV)')]: ['csv', 'tsv', 'txt'], [vscode.l10n.t('All files')]: ['*'] };
  const source = wish.source ?? (await vscode.window.showOpenDialog({ filters, openLabel: vscode.l10n.t('Import'), title: vscode.l10n.t('Import CSV') }))?.[0];
  if (!source) {
    return false;
  }
  const text = await readTable(source);
  const words = importWordsOf(productions, state);
  const table = wish.table && CSV_TABLES.includes(wish.table) ? wish.table : (tableOf(text, words.headings) ?? (await pickTable(vscode.l10n.t('What is in {0}?', plainMessage(nameIn(source))), false)));
  if (table === undefined || table === 'all') {
    return false;
  }
  const plan = planImport(state.production, table, text, words);
  const asking = await open();
  if (!(await asking.ask(importShown(nameIn(source), plan, tellerOf(state))))) {
    return false;
  }
  // Worked out anew from what is there now: something may have changed while the writer read.
  const label = vscode.l10n.t('Import of {0}', plainMessage(nameIn(source), 60));
  await productions.change(uri, label, (now) => {
    const again = planImport(now.production, table, text, importWordsOf(productions, now));
    if (told(again) !== told(plan)) {
      throw new WriterError(vscode.l10n.t('The production was changed meanwhile, and the import would do something else now. Nothing was imported: import the file again to see what.'));
    }
    return again.production;
  });
  return true;
}

/** What a plan does, without the production that comes of it. */
function told({ production: _, ...plan }: ImportPlan): string {
  return JSON.stringify(plan);
}

/** As UTF-8, with or without a mark; else as the other ways in which spreadsheets write. */
async function readTable(source: vscode.Uri): Promise<string> {
  const name = plainMessage(nameIn(source));
  const bytes = await vscode.workspace.fs.readFile(source).then(undefined, () => {
    throw new WriterError(vscode.l10n.t('{0} cannot be read. Look whether it may be opened, then try again.', name));
  });
  if (bytes.length > MOST_BYTES) {
    throw new WriterError(vscode.l10n.t('{0} is too large to be a table of a production.', name));
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new WriterError(vscode.l10n.t('{0} is a spreadsheet of its own form. Save it as CSV, then import that.', name));
  }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (utf16 !== undefined) {
    return new TextDecoder(utf16).decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function importShown(file: string, plan: ImportPlan, teller: Teller): ImportShown {
  const { l10n } = teller;
  const { added, changed, problems, unknownColumns, unchanged } = plan;
  const row = (change: ImportChange): string => {
    const fields = change.fields.filter(({ before, after }) => before !== after).map(({ column, before, after }) => `${column}: ${before === '' ? '' : `${before} → `}${after === '' ? l10n.t('nothing') : after}`);
    return `${l10n.t('Row {0}', change.row)}  ${change.name}${fields.length > 0 ? `  (${fields.join('; ')})` : ''}`;
  };
  const lines = [
    { tone: 'added', text: l10n.t('New: {0}', added.length), details: added.map(row) },
    { tone: 'changed', text: l10n.t('Changed: {0}', changed.length), details: changed.map(row) },
    { tone: 'problem', text: l10n.t('Rows with problems, left as they are: {0}', problems.length), details: problems.map((problem) => `${l10n.t('Row {0}', problem.row)}${problem.column === undefined ? '' : `, ${problem.column}`}: ${teller.said(problem.said)}`) },
    { tone: 'note', text: l10n.t('Columns not known, passed over: {0}', unknownColumns.length), details: [unknownColumns.join(', ')] },
  ] as const;
  const same = unchanged === 0 ? [] : [{ tone: 'note', text: l10n.t('As they are already: {0}', unchanged), details: [] } as const];
  const count = added.length + changed.length;
  const nothing = count === 0 ? [{ tone: 'note', text: l10n.t('Nothing would change.'), details: [] } as const] : [];
  return {
    kind: 'import',
    title: l10n.t('Import {0} into {1}', file, tableNames()[plan.table]),
    lines: [...nothing, ...lines.filter(({ details }) => details.length > 0 && details[0] !== '').map((line) => ({ ...line, details: shortened(line.details, teller) })), ...same],
    ...(count > 0 && { yes: count === 1 ? l10n.t('Import 1 row') : l10n.t('Import {0} rows', count) }),
    no: count > 0 ? l10n.t('Cancel') : l10n.t('Close'),
  };
}

function shortened(details: readonly string[], { l10n }: Teller): readonly string[] {
  return details.length <= MOST_LINES ? details : [...details.slice(0, MOST_LINES), l10n.t('and {0} more', details.length - MOST_LINES)];
}
