// Entries that wait to be written: as they are kept until then, and why they wait, for the writer.
import * as vscode from 'vscode';
import type { EntryBody } from '../core/ledger/entry';
import { isFields } from '../core/ledger/canonical';
import { isBody } from '../core/ledger/entryForm';

export interface Unwritten {
  readonly id: string;
  readonly time: string;
  /** The script's address. */
  readonly uri: string;
  readonly body: EntryBody;
}

/** Whether what a store gave back is one. */
export function isUnwritten(value: unknown): value is Unwritten {
  return isFields(value) && ['id', 'time', 'uri'].every((key) => typeof value[key] === 'string') && isFields(value['body']) && isBody(value['body']);
}

/** Why an entry was not written, as a sentence. */
export function whyNot(error: unknown): string {
  const said = error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : '';
  if (/untrusted/.test(said)) {
    return vscode.l10n.t('this folder is not trusted, so nothing is written into it.');
  }
  if (/ENOSPC|EDQUOT|no space|quota/i.test(said)) {
    return vscode.l10n.t('the disk is full.');
  }
  if (/NoPermissions|EACCES|EPERM|EROFS|read-?only|permission/i.test(said)) {
    return vscode.l10n.t('nothing may be written in the folder of the script.');
  }
  return vscode.l10n.t('the folder .backlot beside the script cannot be written.');
}
